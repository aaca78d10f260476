"""The second shipped schema: product recalls, with no line of code of its own."""

import pytest

from extract.extractor import Extractor
from store.schemas.loading import load_schema

NOTICE = """電気ストーブ「ホカリナ」に関するお詫びとお願い

令和6年3月4日
北斗電機株式会社

弊社が2021年10月から2023年2月までに製造・販売した電気ストーブ「ホカリナ」(型番：HK-1200、ＨＫ－１３００Ｗ)において、\
電源コードの断線により発煙や発火に至るおそれがあることが判明しました。
対象台数は約1万2,345台です。これまでに火災が3件報告されています。
つきましては、対象製品を無償で交換いたします。

【お問い合わせ】
北斗電機株式会社 0120-000-123
"""
NEWS = """みなみ製菓、チョコ菓子を自主回収
みなみ製菓株式会社は2024年5月20日、「はちみつチョコクッキー」約5万2000袋を自主回収すると発表した。\
アレルゲン表示の欠落によるもので、1袋248円で返金する。ロット番号は2405A。
"""


@pytest.fixture(scope="module")
def extractor():
    return Extractor(load_schema("recall"))


def record(extractor, text):
    values = {}
    for value in extractor.suggest(text).values:
        values.setdefault(value.field, []).append(value.value)
    return values


def test_a_notice_gives_maker_product_models_and_counts(extractor):
    found = record(extractor, NOTICE)
    assert found["maker"] == ["北斗電機株式会社"]
    assert found["product"] == ["ホカリナ"]
    assert found["model"] == ["HK-1200", "ＨＫ－１３００Ｗ"]
    assert found["affected_count"] == [12345]
    assert found["accidents"] == [3]
    assert found["contact"] == ["0120-000-123"]
    assert set(found["defect"]) == {"electric", "fire"}


def test_news_gives_product_lot_date_and_price(extractor):
    found = record(extractor, NEWS)
    assert found["product"] == ["はちみつチョコクッキー"]
    assert found["model"] == ["2405A"]
    assert found["announced_on"] == ["2024-05-20"]
    assert found["affected_count"] == [52000]
    assert found["price"] == [248]
    assert found["defect"] == ["labelling"]


@pytest.mark.parametrize(
    "text",
    [
        "火災保険の契約についてお知らせします。",
        "USB3の端子とA4の用紙を使います。",
        "お問い合わせは「お客様窓口」まで。",
        "2本柱の計画で、ショートカットを覚える。",
    ],
)
def test_ordinary_words_are_no_recall(extractor, text):
    labels = {span.label for span in extractor.suggest(text).spans}
    assert not labels & {"PRODUCT", "MODEL", "DEFECT", "COUNT"}
