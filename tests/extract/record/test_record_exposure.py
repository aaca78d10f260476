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
    "修正したアプリを[PERIOD 2021年4月25日以降]、ご利用いただけます。",
]


@pytest.mark.parametrize(("start", "end", "text"), AT_RISK)
def test_the_stretch_at_risk(record, start, end, text):
    made = record(f"{LEAK}\n{text}")
    assert (made.get("exposure_start"), made.get("exposure_end")) == (start, end)


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
