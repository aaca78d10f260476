import pytest

from extract.document import Document
from extract.folding import fold

HEADINGS = [
    "1.経緯",
    "(2)対象期間",
    "１　発生日時",
    "2 発覚時期",
    "①流出した情報",
    "■漏えいした可能性のある情報",
    "【お問い合わせ窓口】",
    "三、対応",
    "## 原因",
    "対象期間",
    "流出した可能性のある情報",
    "お問い合わせ先",
]

NO_HEADINGS = [
    "1.5万件の情報が流出した。",
    "2023年4月5日",
    "3 名が対象となった",
    "11月19日 書類が未着であることが判明",
    "・氏名、住所",
    "弊社では再発防止に取り組んでまいります。",
    "このたび、弊社が運営する「北斗マルシェ」におきまして、",
    "氏名:北斗太郎",
    "",
]


def outlines(text):
    return [section.outline for section in Document(text).sections]


@pytest.mark.parametrize("line", HEADINGS)
def test_headings(line):
    assert outlines(line) == [fold(line).strip()]


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_other_lines(line):
    assert outlines(line) == [""]


def test_the_outline_names_the_headings_above():
    text = "前文\n1.経緯\n説明\n2.対象\n(1)期間\n2024年\n(2)件数\n3件\n3.原因\n不明\n"
    document = Document(text)
    assert document.section_at(text.index("説明")).outline == "1.経緯"
    assert document.section_at(text.index("2024")).outline == "2.対象\n(1)期間"
    assert document.section_at(text.index("3件")).outline == "2.対象\n(2)件数"
    assert document.section_at(text.index("不明")).outline == "3.原因"
    assert document.section_at(0).outline == ""


def test_a_text_without_headings_is_one_section():
    document = Document("本文だけの記事です。\n次の段落です。\n")
    assert len(document.sections) == 1
    assert (document.sections[0].start, document.sections[0].end) == (0, len(document.text))
