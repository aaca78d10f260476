import pytest

from extract.record.names import core_of, organisations

CASES = [
    ("北斗食品株式会社", "[ORG 北斗食品株式会社]は顧客情報が流出したと発表した。"),
    ("北斗食品", "[ORG 北斗食品]のサーバーが[CAUSE 不正アクセス]を受け、情報が流出した。"),
    ("北斗食品", "[ORG 北斗食品]が運営する「[SERVICE 北斗マルシェ]」から情報が流出した。"),
    ("北斗食品", "[ORG 北斗食品]の顧客300人分の情報が、[ORG 南星電機]のシステムから流出した。"),
    ("北斗食品", "委託先の[ORG 南星電機]が[CAUSE サイバー攻撃]を受け、[ORG 北斗食品]の顧客情報が流出した。"),
    ("北斗ロジ", "[ORG 北斗食品]の子会社である[ORG 北斗ロジ]が[CAUSE サイバー攻撃]を受け、情報が流出した。"),
    ("株式会社青葉", "[ORG 北斗グループ]の[ORG 株式会社青葉]は[CAUSE サイバー攻撃]を受け、情報が流出した。"),
    (
        "北斗大学",
        "[ORG 北斗大学]は22日、学生の情報が流出したと発表した。[ORG 東都新聞]によると原因は調査中。",
    ),
    ("北斗市", "[ORG 北斗市]立小学校において名簿を[CAUSE 紛失]した。"),
    ("北斗病院", "[ORG 北斗病院]\n院長 山野 花子\n当院は名簿を[CAUSE 紛失]しました。"),
    ("星川県警", "[ORG 星川県警]の捜査資料が流出した。[ORG 星川県警]は職員から話を聞いている。"),
    ("北斗食品グループ会社", "[ORG 北斗食品]グループ会社のネットワークが侵害され、情報が流出した。"),
]

NONE = [
    "弊社が運営する通信販売サイトから情報が流出しました。",
    "委託先の[ORG 南星電機]で情報が流出した。",
    "[ORG 東都新聞]によると、名簿が流出した。",
    "攻撃者集団「[ORG NightHeron]」が名簿の一部を公開し、情報が流出した。",
    "「[ORG NightHeron]」を名乗る集団による[CAUSE サイバー攻撃]で情報が流出した。",
    "名簿が流出し、[ORG 個人情報保護委員会]に報告した。",
]


@pytest.mark.parametrize(("victim", "text"), CASES)
def test_who_the_victim_is(record, victim, text):
    assert record(text)["victim"] == victim


@pytest.mark.parametrize("text", NONE)
def test_organisations_in_other_roles_are_no_victims(record, text):
    assert "victim" not in record(text)


def test_the_fullest_name_is_given(record):
    made = record(
        "[ORG 北斗食品]は顧客情報が流出したと発表した。原因は調査中という。\n"
        "「流出に関するお詫び」[ORG 北斗食品株式会社]"
    )
    assert made["victim"] == "北斗食品株式会社"


def test_a_desk_is_not_the_organisation(record):
    made = record(
        "[ORG 北斗市市民協働課]\n[ORG 北斗市]が送ったメールで情報が流出しました。\n"
        "問い合わせ先\n[ORG 北斗市市民部市民協働課]"
    )
    assert made["victim"] == "北斗市"


def test_a_department_that_the_text_begins_with_is_the_victim(record):
    made = record("[ORG 星川県警公安部]の内部資料が流出した。[ORG 星川県警]は調べている。")
    assert made["victim"] == "星川県警公安部"


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("株式会社北斗", "北斗"),
        ("北斗（株）", "北斗"),
        ("一般社団法人北斗協会", "北斗協会"),
        ("医療法人社団 北斗会", "北斗会"),
        ("北斗会社案内", "北斗会社案内"),
        ("株式会社", "株式会社"),
    ],
)
def test_the_core_of_a_name(name, core):
    assert core_of(name) == core


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("北斗", "北斗食品株式会社"),
        ("北斗食品社", "北斗食品株式会社"),
        ("金融研究会", "日本金融研究会"),
        ("早大", "早川大学"),
        ("風見台市教委", "風見台市教育委員会"),
        ("北斗市", "星川県北斗市"),
    ],
)
def test_abbreviations_are_the_same_organisation(read, first, second):
    assert len(organisations(read(f"[ORG {first}]と[ORG {second}]。"))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("北斗食品", "南星電機"),
        ("星川県", "北斗県"),
        ("青大", "早川大学"),
        ("社", "北斗社"),
        ("電機", "南星電機"),
    ],
)
def test_other_names_are_other_organisations(read, first, second):
    assert len(organisations(read(f"[ORG {first}]と[ORG {second}]。"))) == 2


def test_a_short_name_that_is_introduced(read):
    named = organisations(
        read("[ORG Polar Forensics株式会社](以下、「[ORG PF社]」)に依頼し、[ORG PF社]が調べた。")
    )
    assert [len(one.mentions) for one in named] == [3]
