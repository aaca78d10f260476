"""Values told apart by what stands beside them: another addressee, another act, another party."""

from collections.abc import Callable
from typing import Any

from extract.extractor import Extractor
from store.schema import Schema

LEAK = "情報が流出した。"
BOTH = "[DATE 2024年4月5日]に青葉警察署へ、[DATE 2024年4月6日]に個人情報保護委員会へそれぞれ報告した。"
TURNED = "[DATE 2024年4月5日]に個人情報保護委員会へ、[DATE 2024年4月6日]に青葉警察署へそれぞれ報告した。"


def test_each_addressee_has_the_day_beside_it(record: Callable[..., dict[str, Any]]) -> None:
    made = record(LEAK + BOTH)
    assert (made["reported_police_on"], made["reported_ppc_on"]) == ("2024-04-05", "2024-04-06")
    made = record(LEAK + TURNED)
    assert (made["reported_ppc_on"], made["reported_police_on"]) == ("2024-04-05", "2024-04-06")


def test_a_report_with_a_time_of_its_own_is_not_of_the_day_before(
    record: Callable[..., dict[str, Any]],
) -> None:
    made = record("情報が流出した。[DATE 2024年4月5日]に個人情報保護委員会へ、翌週には県警へ届け出た。")
    assert "reported_police_on" not in made


def test_a_day_that_another_act_has_first_is_less_sure_for_the_report(fill: Callable[..., Any]) -> None:
    values = fill("情報が流出した。[DATE 2024年4月5日]にサイトを閉じ、個人情報保護委員会に報告した。")
    score = next(value.score for value in values if value.field == "reported_ppc_on")
    direct = fill("情報が流出した。[DATE 2024年4月5日]に個人情報保護委員会に報告した。")
    assert score < 0.9 < next(value.score for value in direct if value.field == "reported_ppc_on")


def test_a_kind_of_data_is_no_surer_than_the_item_that_tells_it(schema: Schema) -> None:
    made = Extractor(schema).suggest("北斗食品株式会社は、園児の氏名が漏えいしたと発表した。", None)
    item = next(span for span in made.spans if span.label == "DATA")
    kind = next(value for value in made.values if value.field == "data_types")
    assert (kind.value, kind.score) == ("name", item.score)


def test_a_heading_of_discovery_dates_no_occurrence(record: Callable[..., dict[str, Any]]) -> None:
    made = record(LEAK + "\n・発覚日時:[DATE 2024年4月5日](委託先の社員がファイルの暗号化に気づく)")
    assert (made["discovered_on"], made["discovered_by"]) == ("2024-04-05", "contractor")
    assert "occurred_on" not in made
    assert record(LEAK + "\n・日時:[DATE 2024年4月5日]")["occurred_on"] == "2024-04-05"


def test_who_entrusts_is_the_victim_and_who_held_it_the_contractor(
    record: Callable[..., dict[str, Any]],
) -> None:
    made = record("[ORG 星山印刷]がサイバー攻撃を受け、[ORG 青葉町]から預かっていた名簿が流出した。")
    assert (made["victim"], made["contractor"]) == ("青葉町", ["星山印刷"])
    assert record("[ORG 青葉町]がサイバー攻撃を受け、名簿が流出した。")["victim"] == "青葉町"


def test_who_runs_the_hotel_speaks_for_itself(record: Callable[..., dict[str, Any]]) -> None:
    made = record(
        "[ORG ホテル星見]の予約サイトが不正アクセスを受けた。"
        "ホテルを営む[ORG 株式会社星見リゾート]によると、4月に分かった。"
    )
    assert made["victim"] == "株式会社星見リゾート"


def test_a_force_that_looks_into_itself_is_the_victim(record: Callable[..., dict[str, Any]]) -> None:
    made = record(
        "捜査情報を漏らした疑い [ORG 青葉県警]\n[ORG 青葉県警監察課]は、[ORG 港南署刑事課]の巡査部長を"
        "守秘義務違反の疑いで書類送検したと発表した。"
    )
    assert made["victim"] == "青葉県警"
    outside = "[ORG 青葉県警]は、名簿を盗んだ疑いで男を逮捕した。名簿は[ORG 北斗食品]から流出した。"
    assert record(outside)["victim"] == "北斗食品"


def test_an_announcement_is_of_its_day(record: Callable[..., dict[str, Any]]) -> None:
    own = "情報が漏れた。[ORG 北斗食品]は[DATE 2024年4月5日]の発表で、脆弱性が悪用されたとした。"
    further = "[DATE 2024年4月5日]、[ORG 北斗食品]は情報が漏えいした件で続報を出した。"
    assert record(own)["published_on"] == record(further)["published_on"] == "2024-04-05"
    assert "published_on" not in record("情報が漏れた。[DATE 2024年4月5日]の発表会の名簿だった。")


def test_through_a_partner_it_happened(record: Callable[..., dict[str, Any]]) -> None:
    made = record("[ORG 北斗食品]は名簿が流出したと発表した。連携先の[ORG 星山電算]の設定に不備があった。")
    assert made["contractor"] == ["星山電算"]
    assert "contractor" not in record("[ORG 北斗食品]は名簿が流出し、[ORG 青葉署]に相談したと発表した。")


def test_who_was_enrolled_is_at_risk_though_it_was_encrypted(record: Callable[..., dict[str, Any]]) -> None:
    made = record(
        "[PERIOD 2010年度から2024年度]に在籍した学生と卒業生の個人情報が暗号化され、流出したおそれがある。"
    )
    assert (made["exposure_start"], made["exposure_end"]) == ("2010", "2024")
    assert "exposure_start" not in record(
        "[PERIOD 4月5日から6日]にサーバーが暗号化され、名簿が流出した。", "2024-05-01"
    )


def test_what_leaked_was_not_itself_misused(record: Callable[..., dict[str, Any]]) -> None:
    leaked = "[COUNT 126件]が漏えいした本件では、保守用のアカウントが悪用された。"
    assert "fraud_count" not in record(leaked)
    assert record("カード情報が流出し、[COUNT 126件]が不正利用された。")["fraud_count"] == 126
