"""The mouse on the article pane."""

import pytest
from textual.app import App
from textual.strip import Strip

from store.schemas.loading import load_schema
from store.span import Span
from tui.widgets.article_pane import ArticlePane

TEXT = "北斗食品は情報が漏えいした。\n👨‍👩‍👧a\n"
SPANS = (Span("org", 0, 4, "ORG", TEXT[:4]), Span("inner", 2, 4, "ORG", TEXT[2:4]))
GUTTER = 3


class PaneApp(App):
    def __init__(self, boundaries=()):
        super().__init__()
        self.boundaries, self.messages = boundaries, []

    def compose(self):
        yield ArticlePane()

    def on_mount(self):
        pane = self.query_one(ArticlePane)
        pane.show(TEXT, SPANS, load_schema(), self.boundaries)
        pane.focus()

    def on_article_pane_clicked(self, message):
        self.messages.append(message.span_id)

    def on_article_pane_selected(self, message):
        self.messages.append((message.start, message.end))


async def dragged(start, end, boundaries=()):
    """Return the pane and messages after a drag from one cell to another, counted from the text's first."""
    app = PaneApp(boundaries)
    async with app.run_test(size=(40, 8)) as pilot:
        pane = app.query_one(ArticlePane)
        await pilot.pause()
        await pilot.mouse_down(pane, offset=(start[0] + GUTTER, start[1]))
        if end != start:
            await pilot.hover(pane, offset=(end[0] + GUTTER, end[1]))
        await pilot.mouse_up(pane, offset=(end[0] + GUTTER, end[1]))
        await pilot.pause()
        return pane, app.messages


@pytest.mark.parametrize(
    ("cell", "cursor"),
    [
        ((0, 0), 0),
        ((1, 0), 0),
        ((2, 0), 1),
        ((3, 0), 1),
        ((34, 0), 13),
        ((0, 1), 15),
        ((1, 1), 15),
        ((2, 1), 20),
    ],
)
async def test_both_cells_of_a_wide_character_are_its_own(cell, cursor):
    pane, _ = await dragged(cell, cell)
    assert pane.cursor == cursor


async def test_a_click_in_the_gutter_or_below_the_text_goes_to_the_nearest_character():
    assert (await dragged((-2, 1), (-2, 1)))[0].cursor == 15
    assert (await dragged((1, 6), (1, 6)))[0].cursor == 15


async def test_a_click_tells_the_shortest_span_there_or_that_there_is_none():
    assert (await dragged((1, 0), (1, 0)))[1] == ["org"]
    assert (await dragged((5, 0), (5, 0)))[1] == ["inner"]
    assert (await dragged((20, 0), (20, 0)))[1] == [None]


async def test_a_drag_selects_the_characters_at_both_ends_whole():
    pane, messages = await dragged((1, 0), (4, 0))
    assert pane.selection == (0, 3)
    assert messages == [(0, 3)]


async def test_a_drag_to_the_left_selects_the_same():
    assert (await dragged((4, 0), (1, 0)))[1] == [(0, 3)]


async def test_a_drag_over_morphemes_selects_them_whole():
    assert (await dragged((3, 0), (15, 0), (0, 2, 4, 5, 7, 8, 11, 13, 15)))[1] == [(0, 7)]


async def test_a_drag_over_rows_takes_the_newline_along():
    assert (await dragged((26, 0), (0, 1)))[1] == [(12, 20)]


async def test_a_click_drops_the_selection():
    app = PaneApp()
    async with app.run_test(size=(40, 8)) as pilot:
        pane = app.query_one(ArticlePane)
        pane.start_selection()
        await pilot.click(pane, offset=(10, 0))
        await pilot.pause()
        assert pane.selection is None
        assert not pane.selecting


async def test_the_wheel_scrolls_without_moving_the_cursor():
    app = PaneApp()
    async with app.run_test(size=(40, 8)) as pilot:
        pane = app.query_one(ArticlePane)
        pane.show("行\n" * 100, (), load_schema(), ())
        await pilot.pause()
        pane.scroll_down(animate=False)
        await pilot.pause()
        assert pane.scroll_offset.y == 1
        assert pane.cursor == 0


async def test_what_is_under_the_mouse_can_be_asked_for_before_the_first_paint():
    app = PaneApp()
    async with app.run_test(size=(40, 8)):
        fresh = ArticlePane()
        await app.mount(fresh)
        fresh.show(TEXT, SPANS, load_schema(), ())
        assert isinstance(fresh.render_line(0), Strip)
