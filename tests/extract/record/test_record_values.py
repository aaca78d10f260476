import pytest

NOTICE = """「北斗マルシェ」への[CAUSE 不正アクセス]に関するお詫びとお知らせ
[DATE 2024年6月18日]
お客様各位
[ORG 北斗食品株式会社]
代表取締役 山野 花子

このたび、弊社が運営する「[SERVICE 北斗マルシェ]」が第三者による[CAUSE 不正アクセス]を受け、
お客様のクレジットカード情報([COUNT 2,577件])が漏えいした可能性があることが判明いたしました。

1.経緯
[DATE 2024年3月5日]、クレジットカード会社より流出の懸念について連絡を受け、
同日、カード決済を停止いたしました。
[DATE 2024年4月30日]、[ORG みどり調査株式会社]による調査が完了しました。
2.対象
(1)期間
[PERIOD 2022年10月14日から2024年2月28日まで]
(2)項目
[DATA カード番号]、[DATA 有効期限]
※[DATA 氏名]は含まれておりません。
3.報告
[ORG 個人情報保護委員会]には[DATE 2024年3月8日]に報告し、
所轄警察署にも[DATE 2024年3月12日]に被害を申告しております。
4.お問い合わせ窓口
電話 [CONTACT 0120-000-418] メール [CONTACT info@hokuto.example.co.jp]
"""


def test_a_whole_notice(record):
    assert record(NOTICE) == {
        "victim": "北斗食品株式会社",
        "service": ["北斗マルシェ"],
        "cause": ["unauthorized_access"],
        "data_types": ["card_number", "card_expiry"],
        "affected_count": 2577,
        "card_count": 2577,
        "exposure_start": "2022-10-14",
        "exposure_end": "2024-02-28",
        "discovered_on": "2024-03-05",
        "discovered_by": "card_company",
        "payment_stopped_on": "2024-03-05",
        "investigation_completed_on": "2024-04-30",
        "investigator": "みどり調査株式会社",
        "reported_ppc_on": "2024-03-08",
        "reported_police_on": "2024-03-12",
        "published_on": "2024-06-18",
        "contact": ["0120-000-418", "info@hokuto.example.co.jp"],
    }


def test_values_come_in_schema_order_numbered_and_explained(fill, schema):
    values = fill(NOTICE)
    order = [field.id for field in schema.fields]
    assert [value.id for value in values] == [f"v{number}" for number in range(1, len(values) + 1)]
    assert [order.index(value.field) for value in values] == sorted(
        order.index(value.field) for value in values
    )
    assert all(value.status == "suggested" and value.origin.startswith("record.") for value in values)
    assert all(value.score is not None and 0 < value.score <= 1 for value in values)


def test_evidence_names_spans_of_the_text_that_the_field_takes(fill, schema):
    marked = NOTICE
    values = fill(marked)
    ids = {f"s{number}" for number in range(1, marked.count("[") + 1)}
    assert all(set(value.evidence) <= ids for value in values)
    assert all(value.evidence for value in values if value.field not in {"misuse", "discovered_by"})


def test_the_runner_up_is_the_next_other_value(fill):
    values = fill(
        "顧客[COUNT 300人]と職員[COUNT 20人]の個人情報が流出した。"
        "[ORG 北斗食品]が[DATE 2024年4月5日]に発表した。"
    )
    count = next(value for value in values if value.field == "affected_count")
    assert (count.value, count.runner_up) == (300, 20)


def test_no_incident_no_record(record):
    assert (
        record(
            "情報セキュリティのお願い\n[DATE 2024年12月2日]\n[ORG 北斗商工会]\n"
            "[CAUSE ランサムウェア]に備え、[DATA パスワード]を見直しましょう。電話 [CONTACT 0120-000-418]"
        )
        == {}
    )


@pytest.mark.parametrize(
    "text",
    [
        "[ORG 北斗組合]で、口座の一覧が、売買の書類にはさまって県外の買い主に渡っていた。[COUNT 47人分]。",
        "弊社会員の記録の扱いに抜けがあり、[DATE 2024年2月]まで残っておりました。\n[ORG 北斗電器株式会社]",
    ],
)
def test_data_that_went_astray_in_any_words_are_an_incident(record, text):
    assert record(text)["victim"] in ("北斗組合", "北斗電器株式会社")


def test_news_of_something_for_sale_is_no_incident(record):
    text = "[ORG 北斗電器株式会社]は[DATE 4月5日]、弊社会員の記録を見せ合う新サービスの提供を開始します。"
    assert record(text) == {}


def test_one_example_in_a_long_text_is_no_incident(record):
    advice = "端末は最新の状態に保ちます。権限は年に一度点検します。" * 7
    assert record(advice + "昨年はある会社で名簿が流出した。" + "[ORG 北斗商工会]が講習を開きます。") == {}
    assert record("名簿が流出した。[ORG 北斗食品]の顧客情報である。")["victim"] == "北斗食品"


def test_an_empty_text_has_no_record(fill):
    assert fill("") == ()
    assert fill("\n\n 　\n") == ()


def test_teasers_after_the_article_fill_nothing(record):
    teaser = "\n関連記事\n[ORG 南星電機]で[CAUSE 紛失]、[COUNT 9万件]が流出\n"
    told = "[ORG 北斗食品株式会社]は顧客[COUNT 120人]の個人情報が[CAUSE 誤送信]により流出したと発表した。"
    body = told + "関係者に深くお詫びするとともに、確認の手順を改めるとしている。" * 5
    made = record(body + teaser)
    assert (made["victim"], made["cause"], made["affected_count"]) == (
        "北斗食品株式会社",
        ["misdelivery"],
        120,
    )


def test_other_cases_fill_nothing(record):
    made = record(
        "[ORG 北斗食品]は[CAUSE 紛失]により[COUNT 12件]が流出したと発表した。"
        "類似事例として[ORG 南星電機]の[CAUSE ランサムウェア]被害では[COUNT 9万件]が流出している。"
    )
    assert (made["victim"], made["cause"], made["affected_count"]) == ("北斗食品", ["loss"], 12)
