"""Data items: lists, single items, members of lists, and advice, where the same words are no items."""

import pytest

from extract.data_items.items import find_data_items
from extract.document import Document
from extract.overlap import resolve


def items(text):
    return [text[one.start : one.end] for one in resolve(find_data_items(Document(text)), ["DATA"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("氏名、住所、電話番号が流出した。", ["氏名", "住所", "電話番号"]),
        ("漏えいした情報は氏名住所生年月日である。", ["氏名", "住所", "生年月日"]),
        ("■漏えいした情報\n・氏名\n・メールアドレス\n", ["氏名", "メールアドレス"]),
        ("生徒の氏名と保護者の電話番号が閲覧された。", ["氏名", "電話番号"]),
        ("クレジットカード番号や有効期限は含まれておりません。", ["クレジットカード番号", "有効期限"]),
        ("カード名義人名、カード番号（下４桁）が漏えい", ["カード名義人名", "カード番号"]),
        ("会社メールアドレス、暗号化パスワードが流出", ["会社メールアドレス", "暗号化パスワード"]),
        ("氏名、病名、訓練の記録が保存されていた。", ["氏名", "病名", "訓練の記録"]),
        ("体力テストデータの漏えいについて", ["体力テストデータ"]),
        ("管理用パスワードが盗まれ、", ["管理用パスワード"]),
        ("会員ＩＤとパスワードが流出した。", ["会員ＩＤ", "パスワード"]),
    ],
)
def test_items(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "個人情報、顧客情報、会員情報、お客様情報が流出した。",
        "クレジットカード情報とカード情報が漏えいした。",
        "氏名と住所を明記のうえお送りください。",
        "IDとパスワードの使い回しは避けましょう。",
        "パスワードの定期的な変更を推奨する。",
        "有効期限切れのマイナンバーカードを紛失した。",
        "電話番号：0120-000-123\nメールアドレス：info@example.co.jp",
        "住所：星川県みなと市1-2",
        "電話番号を聞き出す電話には注意が必要です。",
        "カード番号を入力されたお客様が対象です。",
        "名前空間の設定",
    ],
)
def test_what_is_no_item(text):
    assert items(text) == []
