import time

from extract.document import Document
from extract.record.reading import MARK, READ_UP_TO, Reading
from store.span import Span


def test_the_words_around_a_span_are_those_of_its_sentence(read):
    reading = read("前の文。名簿の[COUNT 12件]が流出した。次の文。")
    around = reading.around(reading.spans[0])
    assert (around.before, around.surface, around.after) == ("名簿の", "12件", "が流出した。")


def test_they_end_at_the_neighbours_that_are_asked_for(read):
    reading = read("会員[COUNT 12件]と職員[COUNT 3件]が流出した。")
    first, second = reading.spans
    assert reading.around(first, "COUNT").after == "と職員"
    assert reading.around(second, "COUNT").before == "と職員"
    assert reading.around(second).before == "会員12件と職員"


def test_they_are_folded(read):
    reading = read("ＵＳＢメモリの[COUNT １２件]が流出した。")
    around = reading.around(reading.spans[0])
    assert (around.before, around.surface) == ("USBメモリの", "12件")


def test_a_line_cut_in_mid_sentence_goes_on_in_the_next(read):
    reading = read("弊社が運営する通販サイトで\n[COUNT 12件]が流出した。")
    assert reading.around(reading.spans[0]).before == "弊社が運営する通販サイトで\n"


def test_a_title_is_a_sentence_of_its_own(read):
    reading = read("情報の流出について\n[COUNT 12件]が流出した。")
    assert reading.around(reading.spans[0]).before == ""


def test_other_spans_can_be_marked(read):
    reading = read("[ORG 北斗]は[ORG 青葉]に委託した。")
    assert reading.around_marked(reading.spans[0], "ORG").after == f"は{MARK}に委託した。"


def test_another_organisations_case_is_beside(read):
    reading = read("[ORG 北斗]で流出した。[ORG 青葉]も3月に流出させた。")
    assert [reading.is_beside(span.start) for span in reading.spans] == [False, True]


def test_what_lies_far_into_a_text_is_left_out():
    text = "流出した。" * READ_UP_TO
    spans = (Span("s1", 0, 2, "CAUSE", "流出"), Span("s2", READ_UP_TO, READ_UP_TO + 2, "CAUSE", "流出"))
    assert [span.id for span in Reading(Document(text), spans).spans] == ["s1"]


def test_the_record_of_a_long_text_costs_no_more_than_that_of_its_first_part(fill):
    story = (
        "[ORG 北斗食品]は[DATE 2024年4月5日]、"
        "顧客[COUNT 12件]の[DATA 氏名]が[CAUSE 不正アクセス]で流出したと発表した。"
    )
    whole = READ_UP_TO // 50
    cost = {}
    for times in (whole, 4 * whole):
        began = time.perf_counter()
        fill(story * times)
        cost[times] = time.perf_counter() - began
    assert cost[4 * whole] < 4 * cost[whole] + 1
