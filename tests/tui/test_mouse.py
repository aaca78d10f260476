"""What a mouse can do on the screens: every key that is told is a button too."""

from textual.widget import Widget

from tui.widgets.article_list import ArticleList
from tui.widgets.bar import Bar
from tui.widgets.lines import Lines
from tui.widgets.place_list import PlaceList
from tui.widgets.record_form import RecordForm


async def click(sitting, words: str, times: int = 1) -> None:
    """Click the first place of some words on the screen."""
    for y, row in enumerate(sitting.rows):
        if words in row:
            place = sum(2 if ord(letter) > 0x2E80 else 1 for letter in row[: row.index(words)])
            await sitting.pilot.click(offset=(place, y), times=times)
            await sitting.pilot.pause()
            return
    raise AssertionError(f"not on the screen: {words}\n{sitting.text}")


async def test_keys_at_the_foot_are_buttons(sit) -> None:
    async with sit() as sitting:
        await click(sitting, "accept  x")
        await sitting.until(lambda: sitting.span("s1").status == "accepted")
        await click(sitting, "u undo")
        await sitting.until(lambda: sitting.span("s1").status == "suggested")
        await click(sitting, "? help")
        await sitting.sees("Esc close")
        await click(sitting, "Esc close")
        await sitting.until(lambda: sitting.app.screen is sitting.review)


async def test_each_key_of_a_group_is_a_button_of_its_own(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j")
        await click(sitting, "] edges")
        await sitting.until(lambda: sitting.span("s2").text == "北斗食品株式会社は")


async def test_a_dragged_selection_is_labelled_by_the_mouse_alone(sit) -> None:
    async with sit() as sitting:
        pane, gutter = sitting.review.pane, sitting.review.pane.gutter_cells
        await sitting.pilot.mouse_down(pane, offset=(gutter + 16, 0))
        await sitting.pilot.hover(pane, offset=(gutter + 22, 0))
        await sitting.pilot.mouse_up(pane, offset=(gutter + 22, 0))
        await sitting.until(lambda: pane.selection is not None)
        await click(sitting, "1-9 label")
        await sitting.sees("DATA data")
        await click(sitting, "DATA data")
        await sitting.until(lambda: any(span.origin == "human" for span in sitting.annotation.spans))
        made = next(span for span in sitting.annotation.spans if span.origin == "human")
        assert made.label == "DATA" and made.text in sitting.app.session.article.text


async def test_no_span_is_decided_but_the_one_that_was_clicked_or_dragged_from(sit) -> None:
    async with sit() as sitting:
        pane = sitting.review.pane
        await sitting.pilot.click(pane, offset=(pane.gutter_cells + 22, 0))
        await sitting.sees("no span")
        await sitting.press("x", "j")
        assert sitting.annotation.undecided == 17 and pane.current == "s2"
        start = sitting.app.session.article.text.index("お知らせ")
        await drag(sitting, start, start + 3)
        await sitting.press("x")
        assert sitting.annotation.undecided == 17 and pane.selection == (start, start + 4)


async def test_answers_of_a_question_are_buttons(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await click(sitting, "c confirm")
        await sitting.sees("before confirming")
        await click(sitting, "accept all and confirm")
        await sitting.until(lambda: sitting.annotation.article != first)


async def test_a_click_takes_a_place_out_of_everywhere(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "*")
        await sitting.sees("2/2 places")
        await sitting.pilot.click(PlaceList, offset=(5, 1))
        await sitting.sees("1/2 places")
        await click(sitting, "Enter accept  s")
        await sitting.until(lambda: sitting.app.screen is sitting.review)
        assert [sitting.span(span).status for span in ("s2", "s9")] == ["accepted", "suggested"]


async def test_a_form_row_is_clicked_and_edited_by_a_double_click(sit) -> None:
    async with sit() as sitting:
        await sitting.pilot.click(RecordForm, offset=(5, 1))
        await sitting.until(lambda: sitting.review.focused is sitting.review.form)
        assert sitting.review.form.current.field.id == "service"
        assert sitting.review.pane.evidence == {"s4"}
        await sitting.pilot.click(RecordForm, offset=(5, 1), times=2)
        await sitting.until(lambda: sitting.review.editor.is_open)
        await click(sitting, "Esc leave")
        await sitting.until(lambda: not sitting.review.editor.is_open)


async def test_a_double_click_opens_an_article_of_the_queue(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("q")
        await sitting.pilot.click(ArticleList, offset=(5, 1), times=2)
        await sitting.until(lambda: sitting.annotation.article != first)


async def test_a_click_on_an_article_keeps_the_words_and_gives_the_list_the_keys(sit) -> None:
    async with sit() as sitting:
        await sitting.press("q", "/")
        await sitting.write("知らせ")
        await sitting.pilot.click(ArticleList, offset=(5, 1))
        assert sitting.app.screen.place == "queue" and sitting.app.screen.list.cursor == 1
        await sitting.sees("words: 知らせ")
        await sitting.press("k", "enter")
        await sitting.sees("1/2 filtered of 2")


async def test_a_click_on_words_without_an_action_does_nothing(sit) -> None:
    async with sit() as sitting:
        before = sitting.annotation
        for bar in sitting.app.screen.query(Bar):
            if bar.id not in ("foot",) and bar.size.height and not isinstance(bar, Lines):
                assert isinstance(bar, Widget)
                await sitting.pilot.click(bar, offset=(2, 0))
        assert sitting.annotation is before and sitting.app.screen is sitting.review


async def drag(sitting, first: int, last: int) -> None:
    """Drag from one code point of the text to another."""
    pane = sitting.review.pane
    places = []
    for offset in (first, last):
        row = pane.rows.row(offset)
        start, _ = pane.rows.extent(row)
        spans = pane._layer.between(start, offset)
        tags = sum(start < span.end <= offset for span in spans)
        places.append((pane.gutter_cells + pane.cells.width(start, offset) + tags, row))
    await sitting.pilot.mouse_down(pane, offset=places[0])
    await sitting.pilot.hover(pane, offset=places[1])
    await sitting.pilot.mouse_up(pane, offset=places[1])
    await sitting.pilot.pause()


async def test_an_edge_of_the_current_span_is_dragged(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await sitting.press("j", "t")
        span = sitting.span("s2")
        await drag(sitting, span.end - 1, span.end)
        assert sitting.span("s2").text == "北斗食品株式会社は" and sitting.review.pane.selection is None
        await sitting.sees("victim followed")
        await drag(sitting, span.end, span.end - 5)
        assert sitting.span("s2").text == "北斗食品"
        await drag(sitting, span.start, span.start + 2)
        assert sitting.span("s2").text == "食品"
        await sitting.press("u", "u")
        await sitting.sees("undid end left")
        await sitting.press("u")
        assert sitting.span("s2") == span


async def test_a_dragged_edge_stops_before_another_span(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await sitting.press("j", "t")
        before = sitting.annotation
        await drag(sitting, sitting.span("s2").end - 1, sitting.span("s3").start + 2)
        await sitting.sees("is in the way")
        assert sitting.annotation is before


async def test_a_drag_from_a_span_that_is_not_current_selects(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        start, end = sitting.span("s2").start, sitting.span("s2").end
        await drag(sitting, end - 1, end)
        assert sitting.review.pane.selection is not None and sitting.span("s2").end == end > start


async def test_a_click_elsewhere_does_not_take_the_keys_from_a_value_being_typed(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home", "enter", "ctrl+u", *"abc")
        pane, form = sitting.review.pane, sitting.review.form
        await sitting.pilot.click(pane, offset=(pane.gutter_cells + 22, 0))
        await sitting.press(*"de")
        await sitting.pilot.click(form, offset=(3, 4), times=2)
        await sitting.press(*"fg", "enter")
        assert sitting.value("victim").value == "abcdefg"
        assert form.current.field.id == "victim" and sitting.review.focused is form


async def test_a_click_elsewhere_ends_a_search(sit) -> None:
    async with sit() as sitting:
        pane = sitting.review.pane
        await sitting.press("/")
        await sitting.write("北斗")
        await sitting.pilot.click(pane, offset=(pane.gutter_cells + 1, 0))
        assert sitting.review.place == "text" and sitting.review.span == sitting.span("s1")
        await sitting.press("n")
        await sitting.sees("match 2/3")
        await sitting.press("/")
        await sitting.pilot.click(sitting.review.form, offset=(3, 4))
        assert sitting.review.place == "form"
