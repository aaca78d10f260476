import pytest

LEAK = "情報が流出した。"

HITS = [
    (["北斗マルシェ"], "「[SERVICE 北斗マルシェ]」への不正アクセスが発生した。"),
    (["北斗マルシェ"], "弊社が運営する「[SERVICE 北斗マルシェ]」をご利用のお客様が対象です。"),
    (
        ["北斗オンラインマルシェ"],
        "[SERVICE マルシェ]、すなわち[SERVICE 北斗オンラインマルシェ]が攻撃を受けた。",
    ),
    (["北斗マルシェ", "北斗ポイント"], "[SERVICE 北斗マルシェ]と[SERVICE 北斗ポイント]から情報が漏れた。"),
    (
        ["ソラモリンク"],
        "「[SERVICE ソラモリンク]」(以下「[SERVICE SL]」)から漏れた。[SERVICE SL]は停止中。",
    ),
    (["ソラモリンク"], "「[SERVICE ソラモリンク]([SERVICE SL])」から漏れた。"),
]

MISSES = [
    "ファイル共有ソフト「[SERVICE 共有くん]」を介して名簿が流出した。",
    "名簿は[SERVICE 共有くん]のネットワーク上で広がり、流出した。",
    "「[SERVICE 南星マルシェ]」と被害の時期が一致する。",
    "「[SERVICE 北斗カフェ]」は対象外です。不正アクセスは受けていません。",
    "類似事例として「[SERVICE 南星マルシェ]」の流出がある。",
]


@pytest.mark.parametrize(("services", "text"), HITS)
def test_services_that_were_affected(record, services, text):
    assert record(LEAK + text).get("service") == services


@pytest.mark.parametrize("text", MISSES)
def test_services_that_were_not(record, text):
    assert "service" not in record(LEAK + text)


CONTACTS = [
    (["0120-000-418"], "お問い合わせ窓口\n電話:[CONTACT 0120-000-418]"),
    (["info@hokuto.example.jp"], "問い合わせは[CONTACT info@hokuto.example.jp]まで。"),
    (["0120-000-418"], "電話 [CONTACT 0120-000-418] FAX [CONTACT 0120-000-419]"),
    (None, "詳しくは[CONTACT https://www.hokuto.example.jp/info]をご覧ください。"),
    (None, "迷惑メールの送信元は[CONTACT fake@hokuto.example.jp]である。"),
]


@pytest.mark.parametrize(("contacts", "text"), CONTACTS)
def test_contacts_for_enquiries(record, contacts, text):
    assert record(LEAK + "\n" + text).get("contact") == contacts
