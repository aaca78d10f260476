import pytest

from extract.record.codes import code_of

LEAK = "名簿が流出した。"

CODES = [
    ("氏名", "name"),
    ("担当者氏名", "name"),
    ("ご住所", "address"),
    ("配送先住所", "delivery"),
    ("会社メールアドレス", "email"),
    ("ハッシュ化パスワード", "password"),
    ("メールアドレスのパスワード", "password"),
    ("ID", "login_id"),
    ("ＩＤ", "login_id"),
    ("統合認証ID", "login_id"),
    ("患者ID", None),
    ("学籍番号", None),
    ("クレジットカード番号", "card_number"),
    ("名義人の名前", "card_holder"),
    ("セキュリティコード", "card_security_code"),
    ("保護者氏名", "name"),
    ("健康診断の結果", "medical"),
    ("成績の途中評価", "grades"),
    ("給与情報", "income"),
    ("マイナンバーカード", "my_number"),
    ("顔写真", "photo"),
    ("役職", "affiliation"),
    ("在籍高校", "affiliation"),
    ("生まれた年", "birth_date"),
    ("予防接種歴", "medical"),
    ("お届け先の住所", "delivery"),
    ("アドレス", "email"),
    ("ログイン用のID", "login_id"),
    ("診察券番号", "other"),
    ("血液型", "medical"),
    ("扶養家族の氏名", "family"),
    ("施術所名", "affiliation"),
    ("住民税額", "income"),
    ("固定資産の税額", "other"),
    ("同居人", "family"),
    ("返礼品の品名", "order"),
    ("IPアドレス", "other"),
]

AFFECTED = [
    "[DATA 氏名]が流出した。",
    "流出したのは[DATA 氏名]、住所などである。",
    "[DATA 氏名]は含まれるが、カード番号は含まれていない。",
    "[DATA 氏名]の流出の可能性は否定できない。",
    "[DATA 氏名]が対象で、口座番号は保管されていなかった。",
    "[DATA 氏名](住所は含まれていません。)が流出した。",
    "[DATA 氏名]が流出した件数は特定できていない。",
]

SPARED = [
    "[DATA 氏名]は含まれておりません。",
    "[DATA 氏名]、住所などは含まれていない。",
    "[DATA 氏名]や住所、連絡先を特定する個人情報は含まれていない。",
    "[DATA 氏名]については流出していない。",
    "[DATA 氏名]への影響は確認されていない。",
    "[DATA 氏名]は別に管理されており、流出していない。",
    "[DATA 氏名]は別のサーバーで守られていた。",
    "[DATA 氏名]の記載はありません。",
    "[DATA 氏名]は対象外である。",
    "[DATA 氏名]は調査票の項目にありません。",
    "[DATA 氏名]は別の帳簿で管理しており、載っていません。",
    "[DATA 氏名]は別のシステムで管理され、含まれていなかった。",
    "[DATA 氏名]も住所も別の場所にあり、流出しなかった。",
    "[DATA 氏名]は番号をマスキングしてお渡ししておりましたので、流出はございません。",
    "[DATA 氏名]や暗証番号は預けていない。",
]


@pytest.mark.parametrize(("surface", "code"), CODES)
def test_the_code_of_an_item(schema, surface, code):
    assert code_of(schema.field("data_types"), surface) == code


@pytest.mark.parametrize("text", AFFECTED)
def test_items_that_were_affected(record, text):
    assert record(LEAK + text)["data_types"] == ["name"]


@pytest.mark.parametrize("text", SPARED)
def test_items_that_were_spared(record, text):
    assert "data_types" not in record(LEAK + text)


def test_only_the_topic_of_the_denial_is_spared(record):
    made = record(LEAK + "流出情報は[DATA 氏名]と[DATA 住所]で[DATA 口座番号]は含まれていない。")
    assert made["data_types"] == ["name", "address"]


def test_an_item_without_a_code_is_other(record):
    assert record(LEAK + "[DATA 学籍番号]が流出した。")["data_types"] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "対策として[DATA パスワード]の変更を呼びかけている。",
        "他社から流出した[DATA パスワード]を使ったとみられる。",
        "類似事例では[DATA パスワード]が流出した。",
    ],
)
def test_items_in_advice_and_other_cases(record, text):
    assert "data_types" not in record(LEAK + text)


def test_a_number_beside_items_of_a_card_is_the_card_number(record):
    made = record(LEAK + "[DATA 番号]、[DATA 名義]、[DATA 期限]、[DATA セキュリティコード]が抜き取られた。")
    assert made["data_types"] == ["card_number", "card_holder", "card_expiry", "card_security_code"]


def test_a_number_beside_other_items_is_none(record):
    assert record(LEAK + "[DATA 氏名]と[DATA 番号]が流出した。")["data_types"] == ["name", "other"]
