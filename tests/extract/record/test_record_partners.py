import pytest

VICTIM = "[ORG 北斗食品株式会社]は顧客情報が流出したと発表した。"

CONTRACTORS = [
    "委託先の[ORG 青葉システム]が[CAUSE 不正アクセス]を受けた。",
    "同社は発送業務を[ORG 青葉システム]に委託していた。",
    "同社が印刷を委託している[ORG 青葉システム]で起きた。",
    "システムの提供元の[ORG 青葉システム]が攻撃を受けた。",
    "当社が利用している決済サービスの[ORG 青葉システム]で流出した。",
    "予約サイト「北斗ステイ」を運営する[ORG 青葉システム]に調査を依頼した。",
    "[ORG 青葉システム]の配信基盤への攻撃により、[ORG 北斗食品株式会社]の会員情報が漏れた。",
]

NO_CONTRACTORS = [
    "詳しい原因は[ORG 青葉システム]が調べている。",
    "同社は[ORG 個人情報保護委員会]に報告した。",
    "[ORG 青葉システム]によると被害が増えている。",
    "類似事例では委託先の[ORG 青葉システム]が攻撃を受けた。",
]

INVESTIGATORS = [
    "調査機関の[ORG 青葉システム]が調べた。",
    "同社は[ORG 青葉システム]に調査を依頼した。",
    "[ORG 青葉システム]によるフォレンジック調査が行われた。",
    "同社は[ORG 青葉システム]から最終報告書を受け取った。",
]

NO_INVESTIGATORS = [
    "[ORG 星川県警]による調査が続いている。",
    "[ORG 青葉システム]に発送業務を委託していた。",
    "同社は[ORG 青葉システム]に謝罪した。",
]


@pytest.mark.parametrize("text", CONTRACTORS)
def test_contractors(record, text):
    assert record(VICTIM + text).get("contractor") == ["青葉システム"]


@pytest.mark.parametrize("text", NO_CONTRACTORS)
def test_no_contractors(record, text):
    assert "contractor" not in record(VICTIM + text)


@pytest.mark.parametrize("text", INVESTIGATORS)
def test_investigators(record, text):
    assert record(VICTIM + text).get("investigator") == "青葉システム"


@pytest.mark.parametrize("text", NO_INVESTIGATORS)
def test_no_investigators(record, text):
    assert "investigator" not in record(VICTIM + text)
