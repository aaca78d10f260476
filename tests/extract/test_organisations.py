"""Organisations over a whole document: edges, short forms, repeats, and what is none."""

import pytest

from extract.document import Document
from extract.names.organisations import find_organisations
from extract.names.services import find_services
from extract.overlap import resolve


def names(text, label="ORG"):
    document = Document(text)
    found = resolve([*find_organisations(document), *find_services(document)], ["ORG", "SERVICE"])
    return [text[one.start : one.end] for one in found if one.label == label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("北斗食品株式会社代表取締役社長", ["北斗食品株式会社"]),
        ("子会社の株式会社ほしぞらが、", ["株式会社ほしぞら"]),
        ("株式会社 東雲\n", ["株式会社 東雲"]),
        ("Hokuto Foods 株式会社の調査", ["Hokuto Foods 株式会社"]),
        ("東都商事株式会社及び株式会社東都物流に", ["東都商事株式会社", "株式会社東都物流"]),
        ("みなみ製菓株式会社より", ["みなみ製菓株式会社"]),
        ("2024年5月東都商事株式会社は", ["東都商事株式会社"]),
        ("東都商事株式会社 0120-000-123", ["東都商事株式会社"]),
        ("医療法人社団あおぞら会が運営した。", ["医療法人社団あおぞら会"]),
        ("星川県警サイバー犯罪対策課と", ["星川県警サイバー犯罪対策課"]),
        ("つばさ銀行港南支店で", ["つばさ銀行港南支店"]),
        ("財務省関税局職員が。関税局長が", ["財務省関税局", "関税局"]),
    ],
)
def test_edges_of_names(text, expected):
    assert names(text) == expected


def test_a_name_in_hiragana_ends_where_its_neighbours_change():
    text = (
        "株式会社みなとで発生。株式会社みなとの対応。「株式会社みなと」は港の食品を売る。株式会社みなととは？"
    )
    assert names(text) == ["株式会社みなと"] * 4


def test_a_short_name_that_brackets_introduce_is_found_everywhere():
    text = "調査は北斗フォレンジック株式会社（以下、HF社）が行った。HF社は報告した。"
    assert names(text) == ["北斗フォレンジック株式会社", "HF社", "HF社"]


@pytest.mark.parametrize("alias", ["当社", "弊社", "本委員会"])
def test_a_pronoun_in_brackets_is_no_short_name(alias):
    text = f"東都商事株式会社（以下「{alias}」）です。{alias}は対応します。"
    assert names(text) == ["東都商事株式会社"]


def test_the_beginning_of_a_long_name_stands_for_it():
    text = "ゾルナコーヒージャパン株式会社は。ゾルナの店で、ゾルナコーヒージャパンが。"
    assert names(text)[0] == "ゾルナコーヒージャパン株式会社"
    assert names(text)[-1] == "ゾルナコーヒージャパン"


def test_of_a_compound_only_the_name_is_taken():
    assert names("東都商事株式会社の件。東都商事元社員が。") == ["東都商事株式会社", "東都商事"]


def test_a_gang_with_the_name_of_its_malware_is_an_organisation():
    assert "Qilin" in names("ハッカー集団「Qilin」が犯行声明を出した。")


def test_a_name_used_for_a_site_is_a_service():
    text = "通販サイト「ゾルナ」に不正アクセス。ゾルナの会員情報"
    assert names(text) == []
    assert names(text, "SERVICE") == ["ゾルナ", "ゾルナ"]


@pytest.mark.parametrize(
    "text",
    [
        "弊社、当社、同社、御社、自社、他社、各社は",
        "警察、所轄警察署、クレジットカード会社、決済代行会社と",
        "第三者調査機関、第三者委員会、外部専門機関による",
        "委託先、再委託先、取引先、子会社、グループ会社が",
        "同市、本市、同大学、本学、当院、当協会では",
        "被害拡大は、規模は最大で、甚大な",
        "攻撃者は脆弱性を悪用し、利用者の情報を",
        "岐阜県岐阜市にある工場、東京都新宿区の住宅",
        "外部からの連絡で、一部が、結局は、幹部ら",
        "プリペイドカードやデビットカードを使う",
        "ECサイト、USBメモリ、VPN機器、Androidアプリ",
        "https://www.nikkei.example.jp/ と info@rakuten.example.jp",
        "リコールの対象はリコリスです。",
        "A社とB社の間で",
    ],
)
def test_what_is_no_name(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "unit", ["a", "漢", "株式会社", "警視庁部", "A.", "東都商事は", "a@", "「", "株式会社ひ"]
)
def test_hostile_texts_end(unit):
    text = (unit * 20_000)[:20_000]
    assert all(0 <= one.start < one.end <= len(text) for one in find_organisations(Document(text)))


def test_scores_mean_something_and_are_explained():
    for one in find_organisations(
        Document("東都商事株式会社は星川大学に、個人情報保護委員会へ報告したと発表した。")
    ):
        assert 0.5 <= one.score < 1
        assert all(one.why)
        assert one.rule.startswith("org.")
