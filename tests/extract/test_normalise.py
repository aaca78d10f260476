import pytest

from extract.document import Document
from extract.normalise import normalise
from store.schema import Field
from store.schemas.loading import load_schema

SCHEMA = load_schema(None)


def field(field_id: str) -> Field:
    found = SCHEMA.field(field_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("令和5年4月5日", "2023-04-05"),
        ("令和元年5月1日", "2019-05-01"),
        ("2023-4-5", "2023-04-05"),
        ("2023/04/05", "2023-04-05"),
        ("２０２３．４．５", "2023-04-05"),
        ("R5.4.5", "2023-04-05"),
        ("2024年5月", "2024-05"),
        ("2024-05", "2024-05"),
        ("2018", "2018"),
        ("'15年1月7日", "2015-01-07"),
        ("大正十二年九月一日", "1923-09-01"),
        ("2022年7月28日(木) 午後3時ごろ", "2022-07-28"),
        ("平成27年度", "2015"),
    ],
)
def test_dates(surface: str, value: str) -> None:
    assert normalise(field("published_on"), surface) == value


@pytest.mark.parametrize(
    "surface",
    ["", "いつか", "2023年2月30日", "2023-13-01", "5", "平成32年", "5月15日", "同年10月3日", "本日", "12件"],
)
def test_dates_that_cant_be_formed(surface: str) -> None:
    assert normalise(field("published_on"), surface) is None


def test_a_yearless_date_is_read_by_publication() -> None:
    assert normalise(field("published_on"), "5月15日", published="2024-06-20") == "2024-05-15"


def test_a_relative_date_is_read_where_it_stands() -> None:
    text = "2022年8月に設置し、同年10月3日に発見、2024年1月に公表。同年10月3日"
    document = Document(text)
    first, second = text.index("同年"), text.rindex("同年")
    assert normalise(field("discovered_on"), "同年10月3日", document=document, start=first) == "2022-10-03"
    assert normalise(field("discovered_on"), "同年10月3日", document=document, start=second) == "2024-10-03"


def test_what_is_typed_is_read_without_the_place() -> None:
    document = Document("公表日は未定です。", "2024-06-20")
    assert normalise(field("published_on"), "2023/4/5", document=document, start=0) == "2023-04-05"


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("約5万2000件以上", 52_000),
        ("２，５７７件", 2_577),
        ("1万2,345件", 12_345),
        ("12345", 12_345),
        ("数十件", None),
    ],
)
def test_integers(surface: str, value: int | None) -> None:
    assert normalise(field("affected_count"), surface) == value


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("none_found", "none_found"),
        ("確認された", "confirmed"),
        ("Possible", "possible"),
        (" 可能性あり ", "possible"),
        ("たぶん", None),
        ("", None),
    ],
)
def test_codes(surface: str, value: str | None) -> None:
    assert normalise(field("misuse"), surface) == value


@pytest.mark.parametrize(
    ("surface", "value"),
    [("会員の氏名", "name"), ("世帯主の住所", "address"), ("カルテの写し", "medical"), ("社員番号", None)],
)
def test_a_span_has_the_code_that_is_suggested_for_it(surface: str, value: str | None) -> None:
    assert normalise(field("data_types"), surface) == value


@pytest.mark.parametrize(("surface", "value"), [(" 北斗食品株式会社\n", "北斗食品株式会社"), ("　", None)])
def test_texts(surface: str, value: str | None) -> None:
    assert normalise(field("victim"), surface) == value
