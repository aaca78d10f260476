import pytest

LEAK = "情報が流出した。"

HITS = [
    ("internal", "内部監査で名簿の所在がわからないことが判明した。"),
    ("customer", "書類を受け取った方から申し出があり、発覚した。"),
    ("internal", "不審なログを検知し、サーバーを止めた。"),
    ("contractor", "委託先からの連絡で4月6日に判明した。"),
    ("card_company", "クレジットカード会社から流出の懸念について連絡を受けた。"),
    ("card_company", "決済代行会社より情報流出の疑いがあるとの指摘があった。"),
    ("police", "県警から、サイトが改ざんされているとの連絡を受けた。"),
    ("customer", "お客様から身に覚えのない請求があるとの問い合わせがあり、発覚した。"),
    ("customer", "児童の保護者から学校に連絡があり、判明した。"),
    ("customer", "受験生の指摘で発覚した。"),
    ("third_party", "総務省から指摘を受け、判明した。"),
    ("contractor", "委託先から不正アクセスを受けたとの報告があった。"),
    ("third_party", "外部の専門機関からの指摘を受け、調査を始めた。"),
    ("third_party", "見つけたのは社外の研究者だった。"),
    ("internal", "監視担当者がアクセスの増加に気づき、調査を始めた。"),
    ("internal", "サーバーの異常を検知した。"),
    ("internal", "出勤した職員が、USBメモリがないことに気づいた。"),
]

MISSES = [
    "お客様からの問い合わせは専用の窓口で受け付けます。",
    "対策として異常を検知する仕組みの導入が推奨される。",
    "警察に被害を相談した。",
    "委託先に調査を依頼した。",
    "感染に気づくまで半年かかった。",
    "外部の調査機関による調査の最終報告を受けた。",
]


@pytest.mark.parametrize(("code", "text"), HITS)
def test_through_whom_it_was_known(record, code, text):
    assert record(LEAK + text).get("discovered_by") == code


@pytest.mark.parametrize("text", MISSES)
def test_nobody_made_it_known_there(record, text):
    assert "discovered_by" not in record(LEAK + text)


def test_the_first_teller_of_a_sentence_counts(record):
    made = record(LEAK + "保護者から、「警察署から拾得の連絡があった」と区に通報があり判明した。")
    assert made["discovered_by"] == "customer"


def test_the_sentence_with_the_date_of_discovery_counts(record):
    made = record(
        LEAK + "後日、お客様からも複数の問い合わせがあった。"
        "[DATE 2024年4月5日]、警視庁から流出の疑いについて連絡を受けた。"
    )
    assert made["discovered_by"] == "police"


def test_a_contractor_is_known_by_name(record):
    made = record(
        "[ORG 北斗市]が印刷を委託している[ORG 青葉印刷株式会社]から情報が流出した。"
        "[ORG 青葉印刷株式会社]から市に報告があり、判明した。"
    )
    assert made["discovered_by"] == "contractor"
