"""Items with the words that say of what they are, and items that nothing parts from each other."""

import pytest

from extract.data_items.items import find_data_items
from extract.document import Document
from extract.overlap import resolve


def items(text):
    return [text[one.start : one.end] for one in resolve(find_data_items(Document(text)), ["DATA"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("利用者の氏名と借りていた本の題名が流出した。", ["氏名", "借りていた本の題名"]),
        ("氏名、預金や融資の残高が記載されていた。", ["氏名", "預金や融資の残高"]),
        ("氏名、血液検査の値、医師の所見が記されていた。", ["氏名", "血液検査の値", "医師の所見"]),
        ("氏名、奨学金の振込先が記載されていた。", ["氏名", "奨学金の振込先"]),
        ("年齢、配偶者と子どもの有無が含まれる。", ["年齢", "配偶者と子どもの有無"]),
        ("氏名、奨学金の受給の有無が含まれる。", ["氏名", "奨学金の受給の有無"]),
        ("会員300人の氏名住所電話番号機器型番が閲覧された。", ["氏名", "住所", "電話番号", "機器型番"]),
        ("氏名、住所、保護者の氏名が記載されていた。", ["氏名", "住所", "保護者の氏名"]),
        ("氏名と工房の電話番号が記載されていた。", ["氏名", "工房の電話番号"]),
        ("流出したのは氏名、ログイン用のIDなど。", ["氏名", "ログイン用のID"]),
        ("氏名、土地の所在地が記載されていた。", ["氏名", "土地の所在地"]),
        ("漏れたのは氏名、暗号化されていないパスワード。", ["氏名", "暗号化されていないパスワード"]),
        ("患者120人の氏名年齢手術映像が記録されていた。", ["氏名", "年齢", "手術映像"]),
    ],
)
def test_items_and_what_narrows_them(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("氏名と漏れた本の題名が並んでいた。", ["氏名", "本の題名"]),
        ("名前と内視鏡の所見が流出した。", ["名前", "内視鏡の所見"]),
        ("氏名と生徒の振込先が記載されていた。", ["氏名", "振込先"]),
        ("氏名、直近の注文履歴が記載されていた。", ["氏名", "注文履歴"]),
        ("流出したのは、氏名、星川県警の捜査資料などである。", ["氏名", "捜査資料"]),
        ("氏名、北斗大学の成績表が流出した。", ["氏名", "成績表"]),
        ("書かれていたのは配偶者、お子様の氏名、住所である。", ["氏名", "住所"]),
        ("外から見えたのは海外のIPアドレス、氏名。", ["IPアドレス", "氏名"]),
        ("住所変更日と氏名が流出した。", ["住所変更日", "氏名"]),
    ],
)
def test_what_does_not_belong_to_an_item(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("職員が偽の画面にIDとパスワードを入力した。", ["ID", "パスワード"]),
        ("偽サイトで会員がカード番号を入力している。", ["カード番号"]),
        ("職員は疑わずにパスワードを入れてしまった。", ["パスワード"]),
        ("偽の通知でパスワードを入力させる手口が多い。", []),
        ("偽の画面では暗証番号を入力しないでください。", []),
        ("購入の際にカード番号を入力した方へ", []),
    ],
)
def test_items_typed_into_a_false_page(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("旅券の写しが流出した。旅券の写しはなりすましに悪用されやすい。", 2),
        ("旅券の写しが流出した。旅券の写しを大切に扱いたい。", 1),
        ("旅券の写しはなりすましに悪用されやすい。", 0),
    ],
)
def test_an_item_whose_misuse_is_feared(text, times):
    assert items(text).count("旅券の写し") == times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("紛失した端末から、県は園児の連絡先電話番号を控えていたと話す。", ["連絡先電話番号"]),
        ("県は園児の連絡先電話番号を控えたいと話す。", []),
        ("組合員の残高が漏れた。", ["残高"]),
        ("組合員の残高を確かめた。", []),
    ],
)
def test_a_single_item_by_what_its_sentence_tells(text, expected):
    assert items(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "IDとパスワードを複数人が共有していた。",
        "カード番号を自社に保存していなくても被害に遭う。",
        "案内が旧住所に届いていた。",
        "電子カルテの障害について報告書を公開した。",
        "お客様千二百名の情報が流出した。",
        "同大の経営情報学部は、管理が甘く漏れたと陳謝した。",
        "市民は実名で報道され、秘密は漏れた。",
        "健診情報の漏えいリスクは残る。",
        "認証がパスワードのみであったことが被害を許した。",
    ],
)
def test_what_leaks_nothing(text):
    assert items(text) == []
