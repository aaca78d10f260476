"""Whether a text tells of an incident at all: plain stories do, advice and news of products don't."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "[ORG 北斗食品]の名簿が古書店に並んでいた。[DATE 4月5日]に客が知らせた。[COUNT 213枚]を買い取った。",
        "[ORG 北斗食品]の送り状[COUNT 48枚]が店へ届いておりません。[DATE 4月5日]に店から尋ねられました。",
        "[ORG 北斗食品]の事務員が、店先の映像を知り合いに見せていた。[DATE 4月5日]に投書があった。",
        "[ORG 北斗食品]で[COUNT 41枚]の写しがごみに出ていたことが露見した。",
        "[ORG 北斗食品]の伝票[COUNT 12枚]が棚から消えていた。[DATE 4月5日]に係が聞き取りで認めた。",
        "[ORG 北斗食品]の社員[COUNT 12人]の住所録を[DATE 4月5日]に拾った人から通報があった。",
        "[ORG 北斗食品]のお客様[COUNT 3名]から、身に覚えのない請求が来たと[DATE 4月5日]に連絡があった。",
        "表の計の欄を御覧ください。保育所が[COUNT 206人]、小規模が[COUNT 18人]でございます。",
    ],
)
def test_a_plain_story_tells_of_an_incident(record, text):
    assert record(text, "2025-06-20") != {}


@pytest.mark.parametrize(
    "text",
    [
        "[ORG 北斗食品]は[DATE 4月5日]、名簿を守る新製品を発売し、[COUNT 300社]への販売を目指す。",
        "[ORG 北斗食品]は[DATE 4月5日]、講習を開く。定員は[COUNT 30人]で、合言葉の選び方を学ぶ。",
        "[ORG 北斗食品]は、会員[COUNT 3万人]、店[COUNT 80店]で使える新サービスの提供を開始する。",
        "[ORG 北斗商工会]は[DATE 4月5日]、[CAUSE フィッシング]への備えを案内した。",
    ],
)
def test_what_is_sold_or_taught_is_none(record, text):
    assert record(text, "2025-06-20") == {}
