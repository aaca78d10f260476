import pytest

LEAK = "名簿が流出した。"

AFFECTED = [
    (1200, "顧客[COUNT 1,200人]の個人情報が流出した。"),
    (1200, "流出したのは[COUNT 1,200件]である。"),
    (1200, "職員[COUNT 200人]と会員[COUNT 1,200人]の情報が流出した。"),
    (1200, "個人情報[COUNT 1,200件]とカード情報[COUNT 300件]が流出した。"),
    (1400, "職員[COUNT 200人]、会員[COUNT 1,200人]の[COUNT 計1,400人]の情報が流出した。"),
    (1200, "当初、流出は[COUNT 9,000件]と公表していたが、調査の結果[COUNT 1,200件]の情報と判明した。"),
    (1200, "流出した会員の数を[COUNT 900名]としておりましたが、正しくは[COUNT 1,200名]の情報でした。"),
    (1200, "(誤) 同封した件数 [COUNT 1,500件]\n(正) 同封した件数 [COUNT 1,200件]\n流出しました。"),
    (1200, "誤って[COUNT 1,200人]にメールを送信し、アドレスが流出した。"),
]

NOT_AFFECTED = [
    "取引先[COUNT 65社]に連絡した。",
    "[COUNT 2万件]のログイン試行があった。",
    "[COUNT 3万通]の迷惑メールが送信された。",
    "迷惑メール[COUNT 3万件]が送信された。",
    "[COUNT 30件]の問い合わせが寄せられた。",
    "社員[COUNT 1,000人]が対応に当たった。",
    "端末[COUNT 2台]が感染した。",
    "[COUNT 43件]の不正利用が確認された。",
    "証明書[COUNT 503件]を回収した。",
    "昨年度は[COUNT 3件]の紛失事故が発生した。",
    "元社員ら[COUNT 3人]を逮捕した。",
    "会員数は[COUNT 90万人]に上る。",
]

CARDS = [
    (96, "顧客[COUNT 96名]のカード情報と、[COUNT 1,703名]の個人情報が流出した。"),
    (96, "個人情報[COUNT 1,703件]とクレジットカード情報[COUNT 96件]が流出した。"),
    (96, "カード情報([COUNT 96件])が流出した。"),
    (96, "流出しました。\n(1)クレジットカード情報\n対象のお客様 [COUNT 96名]"),
]

NO_CARDS = [
    "顧客[COUNT 96名]の個人情報が流出した。クレジットカード情報は含まれていない。",
    "マイナンバーカード[COUNT 1枚]を紛失した。",
    "個人情報[COUNT 1,703件]と住所録が流出した。",
]

FRAUD = [
    (27, None, "不正利用は[COUNT 27件]確認されている。"),
    (27, 1843200, "不正利用は[COUNT 27件]、総額[MONEY 1,843,200円]を確認した。"),
    (None, 214000, "[MONEY 21万4,000円]が不正に引き落とされ、被害が出た。"),
    (None, None, "不正利用の可能性がある[COUNT 27件]について、カード会社が監視している。"),
    (None, None, "最大[COUNT 24万人]が対象で、悪用の報告はない。"),
    (None, None, "特別損失として[MONEY 2,000万円]を計上する。"),
    (None, None, "脆弱性を悪用した攻撃で[COUNT 300人]の情報が漏れた。"),
]


@pytest.mark.parametrize(("count", "text"), AFFECTED)
def test_the_affected(record, count, text):
    assert record(text)["affected_count"] == count


@pytest.mark.parametrize("text", NOT_AFFECTED)
def test_counts_of_something_else(record, text):
    assert "affected_count" not in record(LEAK + text)


@pytest.mark.parametrize(("count", "text"), CARDS)
def test_cards(record, count, text):
    assert record(text)["card_count"] == count


@pytest.mark.parametrize("text", NO_CARDS)
def test_no_cards(record, text):
    assert "card_count" not in record(text)


@pytest.mark.parametrize(("count", "amount", "text"), FRAUD)
def test_misuse_in_figures(record, count, amount, text):
    made = record(LEAK + text)
    assert (made.get("fraud_count"), made.get("fraud_amount")) == (count, amount)
