import pytest

LEAK = "情報が流出した。"

AT_RISK = [
    ("2021-07-20", "2022-12-05", "[PERIOD 2021年7月20日から2022年12月5日まで]に購入されたお客様が対象です。"),
    ("2021-07-20", "2022-12-05", "対象期間:[PERIOD 2021年7月20日〜2022年12月5日]"),
    ("2021-07-20", "2022-12-05", "(2)対象期間\n[PERIOD 2021年7月20日〜2022年12月5日]"),
    ("2015", "2018", "[PERIOD 平成27年度から平成30年度]に在籍した学生の名簿である。"),
    ("2021-10", None, "対象は[PERIOD 2021年10月以降]の在校生の情報である。"),
    (None, "2025-08-20", "対象は[PERIOD 2025年8月20日以前]に登録された会員の情報である。"),
    ("2024-09-03", "2024-09-07", "閲覧可能な期間は、[PERIOD 2024年9月3日から9月7日まで]でした。"),
    ("2025-02", None, "[PERIOD 2025年2月から]不正アクセス可能な状態であった。"),
    ("2019", "2022", "[PERIOD 2019年から2022年]に説明会へ来た学生の氏名が入っていた。"),
    ("2020-04", "2024-03", "[PERIOD 2020年4月から2024年3月まで]に担任した学級の名簿が残っていた。"),
    ("2020-04", "2020-06", "[PERIOD 2020年4〜6月]の検針票が入っていた。"),
    (None, "2021-06", "対象は[PERIOD 2021年6月まで]に署名された502名です。"),
    (
        "2025-02-01",
        "2025-12-01",
        "[PERIOD 2025年2月1日から本日まで]、名簿がログインせずに見られる状態だった。",
    ),
    ("2025-04", "2025-11", "[PERIOD 2025年4月から先月まで]に応募した方の情報である。"),
    ("2025-05-04", "2025-05-17", "[PERIOD 5月4日〜17日]にログインした会員が対象である。"),
    ("2025-05-04", "2025-05-17", "誰でも見られる設定は変更をした[PERIOD 5月4日から5月17日まで]だった。"),
    ("2021-04-24", "2021-04-24", "1.発生日時\n[PERIOD 2021年4月24日8時30分から同日11時15分まで]"),
]

NOT_AT_RISK = [
    "攻撃は[PERIOD 2025年5月19日から7月1日にかけて]行われた。",
    "[PERIOD 2025年11月27日以降]、海外から継続的な不正ログインが発生した。",
    "業務は[PERIOD 2026年3月12日以降]停止している。",
    "キャンペーンは[PERIOD 8月4日から31日まで]行っていたものである。",
    "受付期間 [PERIOD 2024年4月1日から4月30日まで]",
    "[PERIOD 2025年11月2日から11月5日にかけて]、保存されていたファイルが暗号化された。",
    "[PERIOD 2019年7月15日の深夜から]、身に覚えのない利用があった。",
    "[PERIOD 2月1日以降]、取引先をかたるメールが1日に40件届いている。",
    "[PERIOD 8月22日から8月25日にかけて]、短時間に大量のログインが試みられた。",
    "該当の方には、[PERIOD 2月3日から]封書が届いています。",
    "[PERIOD 2月3日から2月9日まで]に回収した251人分の書類を確かめた。",
    "修正したアプリを[PERIOD 2021年4月25日以降]、ご利用いただけます。",
]


@pytest.mark.parametrize(("start", "end", "text"), AT_RISK)
def test_the_stretch_at_risk(record, start, end, text):
    made = record(f"{LEAK}\n{text}", "2025-12-01")
    assert (made.get("exposure_start"), made.get("exposure_end")) == (start, end)


TOLD_APART = [
    ("2025-04-01", "2025-07-07", "一覧を置いたのは[DATE 4月1日]、消したのは[DATE 7月7日]です。"),
    ("2025-08-01", "2025-08-09", "投稿は[DATE 8月1日]、連絡を受けて消したのは[DATE 8月9日]の朝です。"),
    (
        "2025-10-14",
        "2025-11-22",
        "[DATE 10月14日]に設定が初期化され、[DATE 11月22日]に客が気付くまで続いた。",
    ),
    ("2024-10", "2025-02-28", "抜けは[DATE 2024年10月]の改修で生じ、[PERIOD 2025年2月28日まで]残っていた。"),
    ("2025-06", "2025-07-07", "公開は[PERIOD 6月ごろから]続き、社は[DATE 7月7日]に閲覧を止めた。"),
    ("2025-04-01", "2025-05-10", "[DATE 4月1日]の改修から[PERIOD 5月10日まで]外部から閲覧できる状態だった。"),
]


@pytest.mark.parametrize(("start", "end", "text"), TOLD_APART)
def test_a_start_and_an_end_told_apart(record, start, end, text):
    made = record(LEAK + text, "2025-12-01")
    assert (made.get("exposure_start"), made.get("exposure_end")) == (start, end)


@pytest.mark.parametrize(
    "text", ["入会は[DATE 4月1日]、退会したのは[DATE 7月7日]です。", "消したのは[DATE 7月7日]です。"]
)
def test_dates_that_bound_no_exposure(record, text):
    assert "exposure_end" not in record(LEAK + text, "2025-12-01")


@pytest.mark.parametrize("text", NOT_AT_RISK)
def test_other_stretches(record, text):
    made = record(LEAK + text, "2026-04-01")
    assert "exposure_start" not in made
    assert "exposure_end" not in made


def test_cards_come_before_a_longer_stretch(record):
    made = record(
        LEAK + "[PERIOD 2019年4月1日から2024年3月7日まで]に会員登録されたお客様、"
        "[PERIOD 2022年10月14日から2024年2月28日まで]にカード決済をされたお客様が対象です。"
    )
    assert (made["exposure_start"], made["exposure_end"]) == ("2022-10-14", "2024-02-28")


def test_without_cards_the_longest_counts(record):
    made = record(
        LEAK + "[PERIOD 2018年4月1日から2019年3月31日まで]に入学した学生、"
        "[PERIOD 2000年4月1日から2022年3月31日まで]に卒業した学生が対象です。"
    )
    assert (made["exposure_start"], made["exposure_end"]) == ("2000-04-01", "2022-03-31")


def test_an_end_in_numbers_has_the_year_of_the_start(record):
    made = record("会員の情報が流出した。閲覧可能であった期間:[PERIOD 2022. 8. 1 10:00 ~ 8. 4 15:20]")
    assert (made["exposure_start"], made["exposure_end"]) == ("2022-08-01", "2022-08-04")
