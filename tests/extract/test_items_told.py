"""Items told as affected, as spared, or again, in more roundabout words; and what forms ask in general."""

import pytest

from extract.data_items.items import find_data_items
from extract.document import Document
from extract.overlap import resolve


def items(text):
    return [text[one.start : one.end] for one in resolve(find_data_items(Document(text)), ["DATA"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会員の表示名と応援メッセージが一日中さらされた。", ["表示名", "応援メッセージ"]),
        (
            "外から読めたのは添削の講評、教員からの助言、受講率だった。",
            ["添削の講評", "教員からの助言", "受講率"],
        ),
        (
            "農家の圃場の位置、作付け量、機械の稼働時間が取得された。",
            ["圃場の位置", "作付け量", "機械の稼働時間"],
        ),
        ("登録者の姓と会員番号、購入日が別の方に届いた。", ["姓", "会員番号", "購入日"]),
        ("飼い主の氏名、ペットの名前が含まれていた。", ["氏名", "ペットの名前"]),
        ("氏名、搬送先の病院名が書かれていた。", ["氏名", "搬送先の病院名"]),
        ("氏名と血圧の推移が書かれていた。", ["氏名", "血圧の推移"]),
    ],
)
def test_several_that_only_end_like_items(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "氏名、最後に来店した日、よく選ぶ品の分類が含まれる。",
            ["氏名", "最後に来店した日", "よく選ぶ品の分類"],
        ),
        (
            "会員の給与台帳と査定の記号、有給休暇の残りを入れた媒体",
            ["給与台帳", "査定の記号", "有給休暇の残り"],
        ),
        ("漏れたのは氏名、人数、部屋タイプの三つでございます。", ["氏名", "人数", "部屋タイプ"]),
        ("一部は氏名も判別できる状態であった。", ["氏名"]),
    ],
)
def test_members_that_a_clause_or_a_sum_makes_plain(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("資格の審査結果は同封しておりません。", ["資格の審査結果"]),
        (
            "自撮り写真と免許証の裏面画像は、外部の確認サービスに保存されていた。",
            ["自撮り写真", "免許証の裏面画像"],
        ),
        ("見本には識別コード、採血の日時という列が見える。", ["識別コード", "採血の日時"]),
        ("法人の申告所得金額、調査着手の予定日、この二つを伝えた。", ["申告所得金額", "調査着手の予定日"]),
        ("預かり品管理表が漏れた。", ["預かり品管理表"]),
        ("社員の連絡先が読み取れた。", ["連絡先"]),
        ("社員の連絡先が必要になる。", []),
        ("友の会情報が流出した。", []),
        ("他人の課税明細書を入れて送る誤りがあった。", ["課税明細書"]),
        ("休職の理由まで同僚に読まれた者の身になってほしいと求められた。", ["休職の理由"]),
    ],
)
def test_what_only_ends_like_items_is_told(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("利用者の氏名は伏せてあり、", ["氏名"]),
        ("成績表を別の家庭に郵送していた。", ["成績表"]),
        ("職員が取引明細を持ち出した件で、処分はあるのでしょうか。", ["取引明細"]),
        ("電子カルテが使えなくなった問題についてお尋ねします。", ["電子カルテ"]),
        ("8件は氏名を推測できる状態だった。", ["氏名"]),
        ("パスワードが暗号化されずに保存されていた。", ["パスワード"]),
        ("山行の計画書に書かれた予定が残っていた。", []),
        ("名簿は氏名のみとする。", []),
        ("電話帳には300人が登録されていた。", []),
        ("患者の氏名は別の台帳にあった。", ["氏名"]),
        ("箱には送り主の電話番号もあった。", ["電話番号"]),
        ("届け出た方の本人確認書類は写しを取っていない。", ["本人確認書類"]),
    ],
)
def test_one_item_and_its_fate(text, expected):
    assert items(text) == expected


def test_pictures_named_again():
    text = "園児の写真、40枚が保存されていた。一部の写真では名札が読める。写真館に問い合わせた。"
    assert items(text) == ["写真", "写真"]


@pytest.mark.parametrize(
    "text",
    [
        "入会の際には住所と氏名を書いていただきます。",
        "申込みには氏名と生年月日の記入が必要です。",
        "名前と電話番号だけで借りられる手軽さが売りである。",
        "見学者には氏名と住所を書いてもらっている。",
        "規約には、氏名や住所、年齢を書面で届け出るとある。",
        "表の閲覧にはパスワードを設けていた。",
        "この法律にいう、閲覧履歴や購買履歴を指す言葉です。",
        "窓口で聞かれる氏名、住所は控えない決まりである。",
    ],
)
def test_what_is_asked_in_general(text):
    assert items(text) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("氏名と滑走記録が盗まれた。滑走記録とは、いつ乗ったかの記録である。", 2),
        ("氏名と滑走記録が盗まれた。滑走記録の保存は十年に及ぶ。", 1),
        ("氏名と滑走記録が盗まれた。滑走記録を残さないよう呼びかけた。", 1),
    ],
)
def test_an_uncommon_item_named_again(text, times):
    assert items(text).count("滑走記録") == times
