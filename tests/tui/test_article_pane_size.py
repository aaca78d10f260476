"""Sizes: terminals that are resized, and texts of any length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App

from store.schemas.loading import load_schema
from store.span import Span
from tui.text.cells import Cells
from tui.widgets.article_pane import ArticlePane
from tui.widgets.text_layout import TextLayout

PARAGRAPH = "北斗食品株式会社は、通販サイトへの不正アクセスにより情報が漏えいしたおそれがあると公表した。"


class PaneApp(App):
    def __init__(self, text, spans=(), boundaries=()):
        super().__init__()
        self.text, self.spans, self.boundaries = text, spans, boundaries

    def compose(self):
        yield ArticlePane()

    def on_mount(self):
        self.query_one(ArticlePane).show(self.text, self.spans, load_schema(), self.boundaries)


async def test_the_text_at_the_top_stays_there_through_any_sizes():
    async with PaneApp((PARAGRAPH + "\n") * 200).run_test(size=(80, 24)) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        await pilot.pause()
        pane.scroll_to(y=100, animate=False)
        await pilot.pause()
        top = pane.rows.extent(100)[0]
        for width, height in ((60, 24), (133, 40), (30, 10), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            start, end = pane.rows.extent(pane.scroll_offset.y)
            assert start <= top < end
        assert start == top


async def test_a_cursor_in_view_stays_in_view_when_the_terminal_shrinks():
    async with PaneApp((PARAGRAPH + "\n") * 50).run_test(size=(80, 24)) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        await pilot.pause()
        pane.cursor = pane.rows.extent(20)[0]
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        row = pane.rows.row(pane.cursor) - pane.scroll_offset.y
        assert 0 <= row < 8


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (10, 3)])
async def test_the_smallest_terminals_are_survived(size):
    async with PaneApp(PARAGRAPH, (Span("a", 0, 8, "ORG", PARAGRAPH[:8]),)).run_test(size=size) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        for _ in range(5):
            pane.action_cursor_down()
            await pilot.pause()
        assert pilot.app._exception is None


@pytest.mark.parametrize("unit", [PARAGRAPH + "\n", PARAGRAPH, "abc def ", "a", "か\u3099"])
async def test_half_a_million_characters_can_be_moved_about_in(unit):
    text = unit * (500_000 // len(unit))
    spans = tuple(Span(f"s{n}", n, n + 2, "ORG", text[n : n + 2]) for n in range(0, len(text) - 2, 50))
    async with PaneApp(text, spans).run_test(size=(80, 24)) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        await pilot.pause()
        pane.action_cursor_text_end()
        await pilot.pause()
        last = pane.cells.start(len(text.rstrip("\n")) - 1)
        assert pane.cursor in (last, len(text) - 1)
        assert pane.rows.row(pane.cursor) < pane.scroll_offset.y + pane.size.height
        pane.update_spans(spans[:-1], (spans[-1].start, spans[-1].end))
        pane.action_cursor_page_up()
        await pilot.pause()
        assert pilot.app._exception is None


async def test_revealing_scrolls_only_to_what_is_out_of_view():
    async with PaneApp((PARAGRAPH + "\n") * 100).run_test(size=(80, 24)) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        await pilot.pause()
        pane.reveal(0, 5)
        assert pane.scroll_offset.y == 0
        far = pane.rows.extent(120)[0]
        pane.reveal(far, far + 5)
        await pilot.pause()
        assert 0 < 120 - pane.scroll_offset.y < pane.size.height
        pane.reveal(far, len(pane.cells.text))
        await pilot.pause()
        assert pane.scroll_offset.y == 120


TEXTS = st.text(st.sampled_from("漢かー、「」。a1 \n👩\u200d\u3099\t"), max_size=150)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(4, 20))
def test_rows_and_places_lead_to_each_other(text, width):
    cells = Cells.of(text)
    layout = TextLayout(cells)
    layout.wrap(width)
    covered = [place for row in range(len(layout)) for place in range(*layout.extent(row))]
    assert covered == [place for place, letter in enumerate(text) if letter != "\n"]
    for place in covered:
        row = layout.row(place)
        start, end = layout.extent(row)
        assert start <= place < end
        assert layout.offset_at(row, layout.column(place)) == cells.start(place)
        assert layout.column(place) < layout.row_cells(row) <= width + 1


@settings(max_examples=300, deadline=None)
@given(TEXTS.filter(bool), st.integers(4, 20), st.data())
def test_tags_rewrap_as_wrapping_anew_does(text, width, data):
    layout, fresh = TextLayout(Cells.of(text)), TextLayout(Cells.of(text))
    places = st.integers(0, len(text) - 1)
    layout.wrap(width)
    for place in data.draw(st.lists(places, max_size=8)):
        layout.add_tags([(place, 1)])
        before = list(layout.starts)
        assert layout.rewrap(place, place + 1) is (layout.starts != before)
        fresh.add_tags([(place, 1)])
        fresh.wrap(width)
        assert layout.starts == fresh.starts
