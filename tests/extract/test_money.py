import pytest

from extract.amounts.money import find_money
from extract.amounts.values import amount_of
from extract.document import Document


def amounts(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_money(Document(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("約2000万円の被害", ["約2000万円"]),
        ("クオカード500円分", ["500円"]),
        ("受取保険金21百万円", ["21百万円"]),
        ("300万ドル（約4億5千万円）を要求", ["300万ドル", "約4億5千万円"]),
        ("総額は１，８４３，２００円です", ["１，８４３，２００円"]),
        ("1億円超、3,500万円余り、百二十万円", ["1億円超", "3,500万円余り", "百二十万円"]),
        ("￥12,000と$500", ["￥12,000", "$500"]),
        ("1万円から3万円の", ["1万円から3万円"]),
        ("純利益の予想を41億円から35億円に引き下げた", ["41億円", "35億円"]),
        ("数億円の損失", ["数億円"]),
        ("坪単価70万円台の改修、三円五十銭の切手", ["70万円台", "三円五十銭"]),
    ],
)
def test_amounts(text: str, found: list[str]) -> None:
    assert amounts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "円滑な運営",
        "北海道一円で",
        "円安が2割進む",
        "1万円札",
        "500ポイント",
        "2万件",
        "3円形の図",
        "万円",
        "$HOME/5",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("約5万2000件以上", 52_000),
        ("２，５７７件", 2_577),
        ("最大約91万人分", 910_000),
        ("7万件から10万件", 100_000),
        ("約6万7千〜27万回", 270_000),
        ("21百万円", 21_000_000),
        ("￥３，０００", 3_000),
        ("12345", 12_345),
    ],
)
def test_surfaces_with_a_value(surface: str, value: int) -> None:
    assert amount_of(surface) == value


@pytest.mark.parametrize(
    "surface", ["数十件", "十数人", "数百万人以上", "件", "", "多数", "3、4人", "12,34件"]
)
def test_surfaces_without_a_value(surface: str) -> None:
    assert amount_of(surface) is None
