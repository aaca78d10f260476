import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.calendar import (
    Era,
    PartialDate,
    days_between,
    era_year,
    from_iso,
    full_year,
    is_possible,
    iso,
    shifted_month,
)
from extract.dates.values import date_values
from extract.dates.words import date_words
from extract.document import Document


@pytest.mark.parametrize(
    ("era", "year", "western"),
    [
        ("明治", 45, 1912),
        ("大正", 1, 1912),
        ("昭和", 64, 1989),
        ("平成", 31, 2019),
        ("令和", 5, 2023),
        ("R", 5, 2023),
    ],
)
def test_years_of_eras(era: str, year: int, western: int) -> None:
    assert era_year(date_words().era(era), year) == western


@pytest.mark.parametrize(("era", "year"), [("平成", 32), ("昭和", 65), ("明治", 46), ("大正", 0)])
def test_years_that_an_era_never_had(era: str, year: int) -> None:
    assert era_year(date_words().era(era), year) is None


@pytest.mark.parametrize(("short", "latest", "year"), [(15, 2024, 2015), (24, 2024, 2024), (98, 2024, 1998)])
def test_short_years_are_the_last_such(short: int, latest: int, year: int) -> None:
    assert full_year(short, latest) == year


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (PartialDate(2024, 2, 29), "2024-02-29"),
        (PartialDate(2021, 7), "2021-07"),
        (PartialDate(2018), "2018"),
        (PartialDate(2023, 2, 29), None),
        (PartialDate(2023, 13), None),
        (PartialDate(2023, 4, 31), None),
        (PartialDate(2023, None, 4), None),
        (PartialDate(0), None),
    ],
)
def test_partial_dates_stay_partial_and_impossible_ones_are_none(date: PartialDate, text: str | None) -> None:
    assert iso(date) == text
    assert is_possible(date) == (text is not None)


@given(st.dates())
def test_iso_is_read_back(day: object) -> None:
    text = str(day)
    date = from_iso(text)
    assert date is None or iso(date) == text


@pytest.mark.parametrize("text", [None, "", "5", "2024-13", "2024-02-30", "2024-05-20-1", "いつか"])
def test_what_isnt_iso(text: str | None) -> None:
    assert from_iso(text) is None


def test_times_are_left_out_of_iso() -> None:
    assert from_iso("2024-05-20T09:00:00+09:00") == PartialDate(2024, 5, 20)


@pytest.mark.parametrize(("by", "moved"), [(1, (2025, 1)), (-12, (2023, 12)), (0, (2024, 12))])
def test_months_move_over_new_year(by: int, moved: tuple[int, int]) -> None:
    assert shifted_month(2024, 12, by) == moved


def test_days_between_partial_dates() -> None:
    assert days_between(PartialDate(2024, 2), PartialDate(2024, 3, 2)) == 30
    assert Era(2019, 2099).last == 2099


def values(text: str, published: str | None = None) -> list[str | None]:
    return list(Document(text, published).once(date_values))


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("2022年8月に設置した。同年10月3日に発見", None, ["2022-08", "2022-10-03"]),
        (
            "昨年12月6日に閉じた店を開く。\n12月5日 連絡\n2月7日 報告\n\n2019年2月20日\n",
            None,
            ["2018-12-06", "2018-12-05", "2019-02-07", "2019-02-20"],
        ),
        (
            "1月23日に連絡を受けた。対象は2017年2月3日から買った方です。\n北斗書房 2018年4月26日",
            None,
            ["2018-01-23", "2017-02-03", "2018-04-26"],
        ),
        ("1月23日に連絡を受けた。\n本件は2017年4月26日に公表した。", None, ["2017-01-23", "2017-04-26"]),
        ("2016年の秋、番号が盗まれた。店は10月13日に閉じた。", "2026-03-01", ["2016", "2016-10-13"]),
        ("2016年から番号を預かっている。店は10月13日に閉じた。", "2026-03-01", ["2016", "2025-10-13"]),
        ("昨年3月に公表された脆弱性が突かれた。23日に復旧", "2025-06-24", ["2024-03", "2025-06-23"]),
        ("4月に発生した。20日、発表した", "2025-06-25", ["2025-04", "2025-06-20"]),
        ("4月に発生、20日に公表した", "2025-04-25", ["2025-04", "2025-04-20"]),
        ("昨年12月11日に開いた。15日に広がった", "2015-06-22", ["2014-12-11", "2014-12-15"]),
        ("30日に検知、翌1日に公表", "2025-06-03", ["2025-05-30", "2025-06-01"]),
        ("2月3日に届け、翌4日に公表", "2025-06-21", ["2025-02-03", "2025-02-04"]),
        ("前年12月に導入した", "2025-06-03", ["2024-12"]),
        ("2018年に導入した機器が4月3日に攻撃された", "2025-06-03", ["2018", "2025-04-03"]),
        ("2023年度の名簿を4月3日に紛失", "2025-06-03", ["2023", "2025-04-03"]),
        ("令和5年\n4月18日 連絡\n4月20日 相談", "2023-09-04", ["2023", "2023-04-18", "2023-04-20"]),
        ("2023年11月2日に侵入され、翌年1月5日に公表", None, ["2023-11-02", "2024-01-05"]),
        ("2024年3月に改修。前年12月、同月5日", None, ["2024-03", "2023-12", "2023-12-05"]),
        ("2024年12月3日。翌月10日に再開", None, ["2024-12-03", "2025-01-10"]),
        ("4月12日に発送、翌週19日に届いた", "2021-05-17", ["2021-04-12", "2021-04-19"]),
        ("5月15日に連絡を受けた", "2024-06-20", ["2024-05-15"]),
        ("11月15日に連絡を受けた", "2024-06-20", ["2023-11-15"]),
        ("6月30日に再開する予定", "2024-06-20", ["2024-06-30"]),
        ("2023年12月20日に侵入。1月15日に判明", "2024-03-01", ["2023-12-20", "2024-01-15"]),
        ("大学は22日、6月5日に判明したと発表", "2015-06-24", ["2015-06-22", "2015-06-05"]),
        ("29日に発表", "2015-06-24", ["2015-05-29"]),
        ("昨年12月11日、おととしの7月", "2015-06-22", ["2014-12-11", "2013-07"]),
        ("2021年7月13日から14日", None, ["2021-07-13", "2021-07-14"]),
        ("2012年に創業した当社は、関係者からの連絡により5月10日に", "2024-06-01", ["2012", "2024-05-10"]),
        ("令和5年4月1日に委託し、5年10月2日に終了", None, ["2023-04-01", "2023-10-02"]),
        (
            "5月16日に発覚。平成31年4月1日以降のメールが保存されており、閲覧された可能性があります。"
            "対象となる方々には個別にお詫びとご説明を差し上げました。関係機関には5月19日に報告しました",
            "2025-05-29",
            ["2025-05-16", "2019-04-01", "2025-05-19"],
        ),
        ("4月3日に発覚。2019年6月1日公表", None, ["2019-04-03", "2019-06-01"]),
        ("10月1日から12月31日までの予約", "2025-11-09", ["2025-10-01", "2025-12-31"]),
        ("2023年7月1日～12月31日に泊まる予定の方", "2023-07-21", ["2023-07-01", "2023-12-31"]),
        ("2022年11月1日から1月31日まで", "2023-03-01", ["2022-11-01", "2023-01-31"]),
        ("4月29日に侵入された。1日に署へ届け出た", "2025-05-02", ["2025-04-29", "2025-05-01"]),
        ("12月1日まで閲覧できた。27日に配布した", "2023-12-02", ["2023-12-01", "2023-11-27"]),
        ("6月13日に使った。7日に届け出た", "2009-07-09", ["2009-06-13", "2009-07-07"]),
        ("12月1日に開く窓口の業務で、24日に公告した", "2008-11-01", ["2008-12-01", "2008-10-24"]),
        ("5月13日に判明した。平成26年1月15日から", None, ["2014-05-13", "2014-01-15"]),
        ("9月14日に通報。13日には送信", "2021-10-14", ["2021-09-14", "2021-09-13"]),
        ("12月4日に逮捕。1月18日に検知された不正な通信", "2025-12-05", ["2025-12-04", "2025-01-18"]),
        ("12月4日に発表。1月18日に催す予定の講習にした", "2025-12-05", ["2025-12-04", "2026-01-18"]),
        (
            "2025年2月17日に感染。令和5年度の名簿。3月24日に報告",
            None,
            ["2025-02-17", "2023", "2025-03-24"],
        ),
        ("08年に統合した", None, ["2008"]),
        (
            "平成25年4月から26年3月までの申込書で、6月3日に足りないと分かった",
            "2024-06-20",
            ["2013-04", "2014-03", "2024-06-03"],
        ),
        ("2005年9月に契約を結んだ。3日、会社に苦情があり発覚した", "2007-05-10", ["2005-09", "2007-05-03"]),
        ("2005年9月に契約を結んだ。4月3日に発覚した", "2007-05-10", ["2005-09", "2007-04-03"]),
    ],
)
def test_what_is_left_out_comes_from_context_and_publication(
    text: str, published: str | None, found: list[str | None]
) -> None:
    assert values(text, published) == found


@pytest.mark.parametrize(
    "text",
    [
        "5月15日に",
        "同年10月3日に",
        "13日、発表",
        "昨年12月に",
        "2023年2月30日",
        "2026年3月期第2四半期",
        "平成32年4月1日",
    ],
)
def test_what_isnt_plain_has_no_value(text: str) -> None:
    assert values(text) == [None]
