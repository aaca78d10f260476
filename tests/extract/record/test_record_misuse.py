import pytest

LEAK = "情報が流出した。"

CASES = [
    ("confirmed", "ポイントが不正に使用され、被害額は約64万円に上る。"),
    ("confirmed", "一部のカードで不正利用が確認されている。"),
    ("confirmed", "不正利用は27件発生している。"),
    ("confirmed", "第三者に勝手に使用される被害が報告されている。"),
    ("confirmed", "取引先に不審なメールが送られているのが確認された。フィッシングメールも確認されている。"),
    ("confirmed", "元社員は名簿を複数の業者に売却していた。"),
    ("confirmed", "元従業員は名簿を転職先の営業に使用していた。"),
    ("confirmed", "全国の会員から不正利用の被害が相次いで報告されている。"),
    ("none_found", "現時点で不正利用は確認されていない。"),
    ("none_found", "個人情報が悪用された事実は確認されておりません。"),
    ("none_found", "二次被害の報告はありません。"),
    ("none_found", "情報の不正利用は未確認だが、閲覧の可能性は否定できない。"),
    ("possible", "流出した情報が悪用されるおそれがある。"),
    ("possible", "情報の悪用リスクが高い。"),
    ("possible", "カード情報が不正利用された可能性があります。"),
    ("possible", "なりすましのメールが出回る可能性がございます。"),
]

SILENT = [
    "攻撃者は脆弱性を悪用した。",
    "職員のアカウントが不正利用された。",
    "原因は調査中である。",
    "類似事例では二次被害も報告されており、注意が必要である。",
    "システム本体への影響は確認されていない。",
]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_what_the_text_says_of_misuse(record, code, text):
    assert record(LEAK + text).get("misuse") == code


@pytest.mark.parametrize("text", SILENT)
def test_it_says_nothing(record, text):
    assert "misuse" not in record(LEAK + text)


def test_what_happened_outweighs_a_denial_and_a_fear(record):
    assert (
        record(
            LEAK + "悪用されるおそれがあります。"
            "店舗では被害は確認されていませんが、通販では不正利用が確認されました。"
            "二次被害の報告はありません。"
        )["misuse"]
        == "confirmed"
    )


def test_a_denial_outweighs_a_fear(record):
    made = record(LEAK + "悪用されるおそれがありますが、現時点で不正利用は確認されておりません。")
    assert made["misuse"] == "none_found"
