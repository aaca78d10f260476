"""Items told as affected, as spared, or again, in more roundabout words; and what forms ask in general."""

import pytest

from extract.data_items.items import find_data_items
from extract.document import Document
from extract.overlap import resolve


def items(text):
    return [text[one.start : one.end] for one in resolve(find_data_items(Document(text)), ["DATA"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会員の表示名と応援メッセージが一日中さらされた。", ["表示名", "応援メッセージ"]),
        (
            "外から読めたのは添削の講評、教員からの助言、受講率だった。",
            ["添削の講評", "教員からの助言", "受講率"],
        ),
        (
            "農家の圃場の位置、作付け量、機械の稼働時間が取得された。",
            ["圃場の位置", "作付け量", "機械の稼働時間"],
        ),
        ("登録者の姓と会員番号、購入日が別の方に届いた。", ["姓", "会員番号", "購入日"]),
        ("飼い主の氏名、ペットの名前が含まれていた。", ["氏名", "ペットの名前"]),
        ("氏名、搬送先の病院名が書かれていた。", ["氏名", "搬送先の病院名"]),
        ("氏名と血圧の推移が書かれていた。", ["氏名", "血圧の推移"]),
    ],
)
def test_several_that_only_end_like_items(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("利用者の氏名は伏せてあり、", ["氏名"]),
        ("患者の氏名は別の台帳にあった。", ["氏名"]),
        ("箱には送り主の電話番号もあった。", ["電話番号"]),
        ("届け出た方の本人確認書類は写しを取っていない。", ["本人確認書類"]),
    ],
)
def test_one_item_and_its_fate(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "入会の際には住所と氏名を書いていただきます。",
        "申込みには氏名と生年月日の記入が必要です。",
        "名前と電話番号だけで借りられる手軽さが売りである。",
        "見学者には氏名と住所を書いてもらっている。",
        "規約には、氏名や住所、年齢を書面で届け出るとある。",
        "表の閲覧にはパスワードを設けていた。",
        "この法律にいう、閲覧履歴や購買履歴を指す言葉です。",
        "窓口で聞かれる氏名、住所は控えない決まりである。",
    ],
)
def test_what_is_asked_in_general(text):
    assert items(text) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("氏名と滑走記録が盗まれた。滑走記録とは、いつ乗ったかの記録である。", 2),
        ("氏名と滑走記録が盗まれた。滑走記録の保存は十年に及ぶ。", 1),
        ("氏名と滑走記録が盗まれた。滑走記録を残さないよう呼びかけた。", 1),
    ],
)
def test_an_uncommon_item_named_again(text, times):
    assert items(text).count("滑走記録") == times
