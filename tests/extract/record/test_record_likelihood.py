"""Dates whose role no cue tells: what is likely by their place, the other dates and the words around."""

import pytest

from extract.data_file import read_data

LEAK = "会員の情報が流出した可能性がある。"


def by_rule(fill, text, published=None):
    return {value.field: (value.value, value.origin, value.score) for value in fill(text, published)}


@pytest.mark.parametrize(
    ("role", "day", "text"),
    [
        (
            "occurred_on",
            "2024-04-05",
            "[ORG 北斗食品]の会員の名簿がなくなった。[DATE 2024年4月5日]夜、営業担当の男性が帰宅の電車で"
            "網棚に鞄を残した。[DATE 2024年4月8日]に同社が警察に相談した。",
        ),
        (
            "discovered_on",
            "2024-04-08",
            LEAK + "[DATE 2024年4月8日]に会員の声を窓口の担当が聞き、事態をつかんだ。",
        ),
    ],
)
def test_the_likeliest_date_plays_the_role(fill, role, day, text):
    value, origin, score = by_rule(fill, text)[role]
    assert (value, origin) == (day, f"record.{role}.weighed")
    assert 0.5 <= score < 0.8


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("occurred_on", LEAK + "[DATE 2024年4月5日]に個人情報保護委員会へ報告した。"),
        ("occurred_on", LEAK + "[DATE 2024年4月5日]、流出していたことが分かった。"),
        ("discovered_on", LEAK + "[DATE 2024年4月5日]に会員へ個別に連絡した。"),
        ("discovered_on", LEAK + "[DATE 2024年4月5日]に捜したが見つからなかった。"),
        ("discovered_on", LEAK + "[DATE 2024年4月5日]に再発防止策を定めた。"),
        ("discovered_on", LEAK + "[DATE 2024年4月5日]、空は晴れていた。"),
        ("occurred_on", LEAK + "[DATE 2024年4月5日]、空は晴れていた。"),
    ],
)
def test_an_unlikely_date_does_not(fill, role, text):
    assert role not in by_rule(fill, text)


def test_a_cue_goes_before_what_is_likely(fill):
    text = LEAK + "[DATE 2024年4月5日]朝、会員から指摘を受けた。[DATE 2024年4月9日]、職員が異変に気付いた。"
    assert by_rule(fill, text)["discovered_on"][1] != "record.discovered_on.weighed"


def test_the_words_that_speak_for_it_are_told(fill):
    text = LEAK + "[DATE 2024年4月8日]に会員の声を窓口の担当が聞き、事態をつかんだ。"
    why = {value.field: value.why for value in fill(text)}["discovered_on"]
    assert why == ("つかん", "声")


def test_a_day_near_the_texts_own_is_likelier(fill):
    text = LEAK + "[DATE 2024年4月8日]夜に名簿を載せた車の窓が壊れていた。"
    near, far = (by_rule(fill, text, day)["occurred_on"] for day in ("2024-04-09", "2024-12-09"))
    assert near[2] > far[2]


def test_every_kind_of_words_has_a_weight():
    table = read_data("date_weights")
    kinds = table.pop("words")
    signs = {sign for role in table.values() for sign in role["weights"]}
    assert not [kind for kind in kinds if not any(sign.endswith(f" {kind}") for sign in signs)]
    assert all(abs(weight) >= 0.1 for role in table.values() for weight in role["weights"].values())
