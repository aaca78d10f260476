import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.amounts.numbers import numerals, parse_number
from extract.document import Document


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("5万2000", 52_000),
        ("２，５７７", 2_577),
        ("1万2,345", 12_345),
        ("29,773", 29_773),
        ("1、234", 1_234),
        ("三千二百", 3_200),
        ("二百十三", 213),
        ("二〇二三", 2_023),
        ("一万二千三百四十五", 12_345),
        ("6万7千", 67_000),
        ("21百万", 21_000_000),
        ("1.5万", 15_000),
        ("三・一万", 31_000),
        ("1,234.5万", 12_345_000),
        ("3億5000万", 350_000_000),
        ("2兆", 2_000_000_000_000),
        ("十", 10),
        ("千", 1_000),
        ("007", 7),
        ("１ ２", 12),
    ],
)
def test_numerals_that_mean_one_integer(numeral: str, value: int) -> None:
    assert parse_number(numeral) == value


@pytest.mark.parametrize(
    "numeral",
    [
        "",
        "数十",
        "十数",
        "数百万",
        "12,34",
        "1,2345",
        "1.55",
        "0.5",
        "5万3万",
        "万億",
        "十百",
        "3、4",
        "1.2.3",
        "約5",
        "5人",
        "abc",
        "9" * 30,
        "1兆" * 9,
    ],
)
def test_numerals_that_mean_none(numeral: str) -> None:
    assert parse_number(numeral) is None


@given(st.integers(0, 10**15))
def test_grouped_digits_of_either_width_are_read_back(value: int) -> None:
    grouped = f"{value:,}"
    wide = grouped.translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))
    assert parse_number(grouped) == parse_number(wide) == parse_number(str(value)) == value


@given(st.text(alphabet="0123456789０５万億千百十〇一二三,，、.数 ", max_size=40))
def test_any_run_of_numeral_characters_is_an_integer_or_none(numeral: str) -> None:
    value = parse_number(numeral)
    assert value is None or 0 <= value < 10**16


def runs(text: str) -> list[str]:
    return [text[start:end] for start, end in numerals(Document(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("約5万2000件と１，２００件", ["5万2000", "１，２００"]),
        ("数十件、十数人、数台", ["数十", "十数", "数"]),
        ("3、4人", ["3、4"]),
        ("2024.5.20", ["2024.5.20"]),
    ],
)
def test_runs_of_numeral_characters(text: str, found: list[str]) -> None:
    assert runs(text) == found


@pytest.mark.parametrize(
    ("text", "found"), [("件数3件", ["3"]), ("会員数4,820名", ["4,820"]), ("5、氏名", ["5"])]
)
def test_what_touches_a_run_but_isnt_of_it(text: str, found: list[str]) -> None:
    assert runs(text) == found
