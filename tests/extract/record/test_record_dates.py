import pytest

HITS = [
    (
        "discovered_on",
        "[DATE 2024年4月5日]早朝、データが暗号化されているのを社員が見つけた。情報が流出した。",
    ),
    ("discovered_on", "カード会社から[DATE 2024年4月5日]に連絡があり、情報の流出を調べた。"),
    ("discovered_on", "情報が流出した。委託先からの連絡で[DATE 2024年4月5日]に判明した。"),
    ("occurred_on", "事案は[DATE 2024年4月5日]に発生し、情報が流出した。"),
    (
        "occurred_on",
        "[ORG 北斗食品]で[DATE 2024年4月5日]に発生した[CAUSE 不正アクセス]により情報が流出した。",
    ),
    ("occurred_on", "[DATE 2024年4月5日]、[ORG 北斗食品]のサーバーが[CAUSE サイバー攻撃]を受けた。"),
    ("occurred_on", "職員が[DATE 2024年4月5日]、帰宅の途中で名簿を[CAUSE 紛失]した。"),
    ("occurred_on", "[DATE 2024年4月5日]に名簿を誤って別の保護者に送付した。"),
    ("occurred_on", "発生日時:[DATE 2024年4月5日]\n名簿を[CAUSE 紛失]した。"),
    ("occurred_on", "記録によれば、最初の侵入は[DATE 2024年4月5日]である。情報が流出した。"),
    (
        "occurred_on",
        "元社員は[DATE 2024年4月5日]に顧客情報を私物の媒体に複製した疑いがある。不正に持ち出された。",
    ),
    ("occurred_on", "名簿の持ち出しは[DATE 2024年4月5日]に行われ、情報が流出した。"),
    ("discovered_on", "名簿の紛失\n2 発覚時期\n[DATE 2024年4月5日]\n3 経緯\n名簿を[CAUSE 紛失]した。"),
    ("discovered_on", "[DATE 2024年4月5日]、お客様から不審な請求があるとの連絡を受け、流出が判明した。"),
    (
        "discovered_on",
        "[DATE 2024年4月5日]に社内のサーバーで不審な通信を検知した。情報が流出した可能性がある。",
    ),
    ("discovered_on", "サーバーへの[CAUSE 不正アクセス]を[DATE 2024年4月5日]に確認した。"),
    ("discovered_on", "発覚は[DATE 2024年4月5日]で、[CAUSE 不正アクセス]によるものである。"),
    (
        "discovered_on",
        "担当者が[DATE 2024年4月5日]、USBメモリがないことに気づいた。[CAUSE 紛失]したとみられる。",
    ),
    (
        "payment_stopped_on",
        "流出の疑いから、[DATE 2024年4月5日]にカード決済を停止しました。流出した可能性があります。",
    ),
    ("site_closed_on", "[DATE 2024年4月5日]、当該サイトを閉鎖いたしました。情報が流出した可能性があります。"),
    ("site_closed_on", "[DATE 2024年4月5日]にシステムを停止し、ネットワークから切り離した。情報が流出した。"),
    ("investigation_completed_on", "調査機関による調査は[DATE 2024年4月5日]に完了し、流出が確認された。"),
    ("investigation_completed_on", "[DATE 2024年4月5日]に最終報告書を受領し、流出が確認された。"),
    (
        "reported_ppc_on",
        "流出を受け、[DATE 2024年4月5日]に[ORG 個人情報保護委員会]へ報告した。情報が流出した。",
    ),
    (
        "reported_ppc_on",
        "[ORG 個人情報保護委員会]には[DATE 2024年4月5日]に報告済みです。情報が流出しました。",
    ),
    ("reported_police_on", "[DATE 2024年4月5日]、警察に被害届を提出した。情報が流出した。"),
    ("reported_police_on", "所轄の警察署には[DATE 2024年4月5日]に相談しました。情報が流出しました。"),
    ("published_on", "[ORG 北斗食品]は[DATE 2024年4月5日]、顧客情報が流出したと発表した。"),
    ("published_on", "[DATE 2024年4月5日]付でプレスリリースを行った件です。情報が流出しました。"),
    ("published_on", "お知らせ\n[DATE 2024年4月5日]\n[ORG 北斗食品]\n弊社の情報が流出しました。"),
]

MISSES = [
    ("occurred_on", "[DATE 2024年4月5日]に当社のサーバーに[CAUSE 不正アクセス]があったことを確認した。"),
    ("occurred_on", "情報が流出した。[DATE 2024年4月5日]に所轄警察署へ被害届を提出しました。"),
    (
        "discovered_on",
        "[DATE 2024年4月5日]頃に元社員が名簿を持ち出していたことがわかりました。流出しました。",
    ),
    (
        "occurred_on",
        "[ORG 北斗食品]は[DATE 2024年4月5日]、サーバーが[CAUSE 不正アクセス]を受けたと発表した。",
    ),
    ("occurred_on", "[DATE 2024年4月5日]に[CAUSE 不正アクセス]の形跡を確認した。"),
    ("occurred_on", "[DATE 2024年4月5日]にお知らせいたしましたとおり、情報が流出いたしました。"),
    ("occurred_on", "[DATE 2024年4月5日]に開催したイベントの名簿が流出した。"),
    ("occurred_on", "[DATE 令和6年度]の講習会の案内を誤って送信した。"),
    ("discovered_on", "[DATE 2024年4月5日]に発生した[CAUSE 不正アクセス]で流出の可能性が判明した。"),
    ("discovered_on", "流出は[DATE 2024年4月5日]以降、確認されておりません。名簿を[CAUSE 紛失]しました。"),
    ("discovered_on", "情報が流出した。[DATE 2024年4月5日]にサイトを再開する予定である。"),
    ("payment_stopped_on", "情報が流出した。カード決済は[DATE 2024年4月5日]に再開しました。"),
    ("site_closed_on", "情報が流出した。[DATE 2024年4月5日]にカード決済を停止した。"),
    ("site_closed_on", "情報が流出した。[DATE 2024年4月5日]に外部との通信を遮断した。"),
    ("investigation_completed_on", "情報が流出した。[DATE 2024年4月5日]より調査を開始した。"),
    ("reported_ppc_on", "情報が流出した。[DATE 2024年4月5日]に警察へ届け出た。"),
    ("reported_police_on", "[DATE 2024年4月5日]、警察から連絡を受け、流出が判明した。"),
    ("reported_police_on", "情報が流出した。[DATE 2024年4月5日]、[ORG 個人情報保護委員会]に報告した。"),
    ("published_on", "『名簿が流出』。東都新聞、[DATE 2024年4月5日]。"),
    ("published_on", "[DATE 2024年4月5日]に発生した流出について、詳しい結果を公表した。"),
]


@pytest.mark.parametrize(("role", "text"), HITS)
def test_the_date_plays_the_role(record, role, text):
    assert record(text).get(role) == "2024-04-05"


@pytest.mark.parametrize(("role", "text"), MISSES)
def test_the_date_does_not_play_the_role(record, role, text):
    assert role not in record(text)


def test_the_same_day_is_the_day_told_before(record):
    made = record("[DATE 2024年4月5日]に顧客から連絡があり流出が発覚し、同日、警察に相談した。")
    assert (made["discovered_on"], made["reported_police_on"]) == ("2024-04-05", "2024-04-05")


def test_the_same_day_after_a_period_is_its_last(record):
    made = record("[PERIOD 2024年4月5日から7日にかけて]カード情報が流出した。同日中に発覚した。")
    assert made["discovered_on"] == "2024-04-07"


def test_today_is_the_date_of_the_notice(record):
    made = record("[DATE 2024年4月5日]\n[ORG 北斗食品]\n弊社の情報が流出しました。本日、警察に相談しました。")
    assert made["reported_police_on"] == "2024-04-05"


def test_today_without_a_date_in_the_text_is_left_out(record):
    assert "reported_police_on" not in record(
        "弊社の情報が流出しました。本日、警察に相談しました。", "2024-04-05"
    )


def test_the_first_knowledge_counts(record):
    made = record(
        "[DATE 2024年4月5日]、お客様から指摘を受けました。[DATE 2024年5月2日]、情報の流出を確認しました。"
    )
    assert made["discovered_on"] == "2024-04-05"


def test_what_the_contractor_found_the_victim_learnt_later(record):
    made = record(
        "[ORG 北斗市]が業務を委託している[ORG 青葉印刷株式会社]のサーバーから情報が流出した。\n"
        "[DATE 2024年4月5日] [ORG 青葉印刷株式会社]が不審な通信を検知\n"
        "[DATE 2024年4月9日] [ORG 青葉印刷株式会社]から[ORG 北斗市]に報告があり判明\n"
    )
    assert made["discovered_on"] == "2024-04-09"


@pytest.mark.parametrize(
    "line",
    [
        "[DATE 2024年4月5日]",
        "公表日:[DATE 2024年4月5日]",
        "[DATE 2024年4月5日] [ORG 北斗食品株式会社]",
        "News Release No.12 [DATE 2024年4月5日]",
        "([DATE 2024年4月5日]更新)",
        "([ORG 北斗食品株式会社]、[DATE 2024年4月5日])",
        "北斗書房(運営:[ORG 北斗食品株式会社]) [DATE 2024年4月5日]",
        "[DATE R6.4.5]付 訂正",
    ],
)
def test_the_date_of_a_notice_stands_on_a_line_of_its_own(record, line):
    text = f"お詫びとお知らせ\n{line}\n弊社の名簿が流出しました。"
    assert record(text)["published_on"] == "2024-04-05"


@pytest.mark.parametrize(
    "line",
    [
        "[DATE 2024年4月5日]より受け付けます",
        "会期 [DATE 2024年4月5日]",
        "追記([DATE 2024年4月5日])",
        "[DATE 2024年4月5日 午前9時]",
    ],
)
def test_other_lines_with_a_date_do_not_date_the_notice(record, line):
    assert "published_on" not in record(f"お詫び\n{line}\n弊社の名簿が流出しました。")


def test_one_date_can_play_two_roles(record):
    made = record("情報が流出した。[DATE 2024年4月5日]には警察と[ORG 個人情報保護委員会]に問題を報告した。")
    assert (made["reported_ppc_on"], made["reported_police_on"]) == ("2024-04-05", "2024-04-05")


def test_a_clock_time_on_a_line_is_not_the_date_of_the_notice(record):
    text = "弊社の名簿の[CAUSE 紛失]について\n1 経緯\n[DATE 2024年4月2日 午前8時頃]\n職員が名簿を持ち出した。"
    assert "published_on" not in record(text)
