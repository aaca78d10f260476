"""Kinds of sentences found wanting on unseen articles, each with what it must not touch."""

import pytest

LEAK = "名簿が流出した。"

VICTIMS = [
    ("北斗大学", "[ORG 北斗大学]の[ORG 学務課]が、学生の情報を誤って別の学生に送信した。"),
    (
        "北斗観光",
        "[ORG 北斗観光]の旗艦施設[ORG ホテル朝凪]で、予約システムに不正ログインがあり情報が流出した。",
    ),
    (
        "青葉市",
        "[ORG 青葉市]は、名簿が流出したと発表した。名簿を作成した[ORG 星山印刷]の社員が設定を誤った。",
    ),
    ("南星電機産業", "[ORG 南星電機産業]([ORG 南電])は4日、顧客の情報が流出したと発表した。"),
    ("青葉市", "[ORG 星山電算]の協力会社の社員が、[ORG 青葉市]の委託業務で預かった名簿を紛失した。"),
    (
        "北斗マルシェ株式会社",
        "運営する[ORG 北斗マルシェ株式会社]によると、他人の購入履歴が表示され、情報が漏えいした。",
    ),
    ("北斗電子", "[ORG 北斗電子]と米[ORG Hokuto Media]は、会員の情報が流出したと発表した。"),
    ("青葉高校", "[ORG 青葉高校]の教諭が名簿を紛失した。[ORG 青葉県教育委員会]は26日に公表した。"),
]
DATES = [
    ("occurred_on", "[DATE 2024年4月5日]、職員が納税通知書2通を別の世帯に誤って送付した。"),
    ("occurred_on", "名簿を誤って送付する事案が[DATE 2024年4月5日]に発生した。"),
    ("occurred_on", "職員が[DATE 2024年4月5日]に書類を発送し、別人に届いたため流出が判明した。"),
    ("occurred_on", "[DATE 2024年4月5日]夜に公式アカウントが第三者に乗っ取られ、情報が流出した。"),
    ("occurred_on", "鞄が盗まれ、情報が流出した。[DATE 2024年4月5日]のことで、警察が調べている。"),
    ("occurred_on", "情報が流出した。[DATE 2024年4月5日]から攻撃が始まっていたことが分かった。"),
    ("occurred_on", "[ORG 北斗食品]は[DATE 2024年4月5日]にサイバー攻撃を受け、情報が流出したと発表した。"),
    ("discovered_on", "情報が流出した。[DATE 2024年4月5日]に導入先の医院から動作の不具合が報告された。"),
    ("discovered_on", "情報が流出した。委託先から弊社への連絡は[DATE 2024年4月5日]でした。"),
    ("published_on", "情報が流出した。[ORG 北斗食品]が[DATE 2024年4月5日]に発表した。"),
    ("published_on", "情報が流出した。[DATE 2024年4月5日]に、本件を市のホームページで公表した。"),
    ("investigation_completed_on", "情報が流出した。調査報告書([DATE 2024年4月5日]受領)による。"),
    (
        "payment_stopped_on",
        "流出の疑いがあり、[DATE 2024年4月5日]にカード決済を、翌日にサイトを停止しました。",
    ),
    ("site_closed_on", "情報が流出した。販売は[DATE 2024年4月5日]から停止している。"),
    ("reported_police_on", "情報が流出し、青葉県警察本部には[DATE 2024年4月5日]に被害を申告した。"),
]
NOT_DATES = [
    ("reported_police_on", "流出を受け、[DATE 2024年4月5日]にサイトを閉じ、警察に相談している。"),
    ("published_on", "[ORG 北斗食品]は[DATE 2024年4月5日]にサイバー攻撃を受け、情報が流出したと発表した。"),
    (
        "occurred_on",
        "[ORG 北斗食品]は[DATE 2024年4月5日]、サーバーが[CAUSE 不正アクセス]を受け情報が流出したと発表した。",
    ),
    ("discovered_on", "名簿を紛失した。[DATE 2024年4月5日]に拾得の連絡があり回収した。"),
    ("occurred_on", "情報が流出した。[DATE 2024年4月5日]に対象の方へお詫びの書面を発送した。"),
    ("discovered_on", "情報が流出した。[DATE 2024年4月5日]から攻撃が行われていたことが判明した。"),
]
TELLERS = [
    ("internal", "内部通報で発覚した。"),
    ("customer", "別の申込者からの連絡で分かった。"),
    ("customer", "導入先の医院から不具合が報告された。"),
    ("card_company", "北斗カードからの連絡で判明した。"),
    ("third_party", "取引先からの督促で発覚した。"),
    ("third_party", "3月に情報提供を受けて発覚した。"),
    ("internal", "倉庫の棚卸しで書類の不足に気付いた。"),
    ("internal", "4月5日に侵入を検知し、通信を遮断した。"),
]
NOT_TELLERS = [
    "内部通報の窓口を設ける。",
    "監視の体制では検知が遅れ、被害が広がった。",
    "申込者からの連絡には専用の窓口で対応する。",
    "顧客への迅速な情報提供が望まれる。",
    "同様の製品を使う団体の担当者に注意を求めた。",
]
MISUSE = [
    ("confirmed", "少なくとも6名が被害に遭い、総額は約84万円に達する。"),
    ("confirmed", "名簿は勧誘電話に使われた。"),
    ("possible", "盗まれた情報は次の詐欺に転用されるおそれがある。"),
    ("possible", "弊社を装った不審なメールにご注意ください。"),
    ("none_found", "本件による被害の申し出はいただいておりません。"),
    (None, "脆弱性を悪用した攻撃を受けた。"),
    (None, "従業員が不審なメールに注意するよう訓練する。"),
]
CONTRACTORS = [
    (
        ["星山電算"],
        "[ORG 青葉市]は、利用する[ORG 星山電算]の「[SERVICE 星採用]」から名簿が流出したと発表した。",
    ),
    (
        ["星山印刷"],
        "[ORG 青葉市]は名簿が流出したと発表した。封入を請け負った[ORG 星山印刷]が順番を取り違えた。",
    ),
    (["星山電算"], "[ORG 青葉市]は名簿が流出したと発表した。[ORG 星山電算]の協力会社の社員が紛失した。"),
    (
        [],
        "[ORG 青葉市]の名簿が流出したという。「[SERVICE 青葉]」を提供する[ORG 星山電算]に消去を依頼した。",
    ),
]


@pytest.mark.parametrize(("victim", "text"), VICTIMS)
def test_whose_incident_it_is(record, victim, text):
    assert record(text)["victim"] == victim


@pytest.mark.parametrize(("field", "text"), DATES)
def test_the_date_of_an_act(record, field, text):
    assert record(text).get(field) == "2024-04-05"


@pytest.mark.parametrize(("field", "text"), NOT_DATES)
def test_a_date_of_another_act(record, field, text):
    assert field not in record(text)


@pytest.mark.parametrize(("code", "text"), TELLERS)
def test_who_told(record, code, text):
    assert record(LEAK + text).get("discovered_by") == code


@pytest.mark.parametrize("text", NOT_TELLERS)
def test_nobody_told(record, text):
    assert "discovered_by" not in record(LEAK + text)


@pytest.mark.parametrize(("code", "text"), MISUSE)
def test_what_is_said_of_misuse(record, code, text):
    assert record(LEAK + text).get("misuse") == code


@pytest.mark.parametrize(("names", "text"), CONTRACTORS)
def test_through_whom_it_happened(record, names, text):
    assert record(text).get("contractor", []) == names


def test_a_stretch_long_past_lends_its_year_to_its_own_sentence_only(record):
    text = (
        "名簿が公開され流出していた。期間は[PERIOD 平成30年4月1日以降]とみられる。"
        "[DATE 6月24日]に市民から連絡があり判明した。"
    )
    assert record(text, "2026-07-01")["discovered_on"] == "2026-06-24"


def test_a_month_in_brackets_lends_nothing(record):
    text = "[ORG 星山電算]([DATE 4月]に社名を変更)の社員が[DATE 21日]夜に鞄を置き忘れ、名簿が流出した。"
    assert record(text, "2022-06-24")["occurred_on"] == "2022-06-21"
