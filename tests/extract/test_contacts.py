import pytest

from extract.contacts import find_contacts
from extract.document import Document


def contacts(text: str) -> list[str]:
    return sorted(text[found.start : found.end] for found in find_contacts(Document(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("フリーダイヤル 0120-000-418（9:00〜17:00）", ["0120-000-418"]),
        (
            "TEL０３－００００－５６７８ FAX０３－００００－５６７９",
            ["０３－００００－５６７８", "０３－００００－５６７９"],
        ),
        ("(0120)000577", ["(0120)000577"]),
        ("0120・000・577まで", ["0120・000・577"]),
        ("（055）000-0147", ["（055）000-0147"]),
        ("050(0000)2718", ["050(0000)2718"]),
        ("電話：0120000577", ["0120000577"]),
        ("03ー0000ー1234", ["03ー0000ー1234"]),
        ("〇三―〇〇〇〇―七七一四", ["〇三―〇〇〇〇―七七一四"]),
        ("info@example.co.jp（担当）", ["info@example.co.jp"]),
        ("メール:cc-help_1@mail.example.jp。", ["cc-help_1@mail.example.jp"]),
        ("ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ", ["ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ"]),
        (
            "詳細はhttps://www.example.co.jp/news/a_1.pdf?x=1をご覧",
            ["https://www.example.co.jp/news/a_1.pdf?x=1"],
        ),
        ("（https://example.jp/）", ["https://example.jp/"]),
        ("[案内](https://example.jp/2024/05/20)", ["https://example.jp/2024/05/20"]),
        ("https://example.jp/wiki/A_(b)。", ["https://example.jp/wiki/A_(b)"]),
        ("www.example.jp、hokuto.example.co.jp", ["hokuto.example.co.jp", "www.example.jp"]),
    ],
)
def test_numbers_and_addresses(text: str, found: list[str]) -> None:
    assert contacts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "https://w […]",
        "https://example.jp/abc…",
        "http:// と https://",
        "〒100-0001 東京都",
        "2024-05-20、09-10-2024",
        "会員番号 0312345678",
        "注文番号 00-12345-678901-2",
        "0120-XXX-XXX",
        "192.168.10.1",
        "@hokuto_shop",
        "単価@500円",
        "user@localhost",
        "価格.comで",
        "消費生活センター188、警察110番",
        "カード番号 4111-1111-1111-1111",
        "3,000件 0.5% 0.7-1.2",
    ],
)
def test_what_is_neither(text: str) -> None:
    assert contacts(text) == []
