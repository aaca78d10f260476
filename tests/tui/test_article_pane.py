"""The article pane's cursor and selection, driven by keys in a small app."""

from typing import ClassVar

import pytest
from textual.app import App
from textual.binding import Binding
from textual.geometry import Offset

from store.schemas.loading import load_schema
from store.span import Span
from tui.widgets.article_pane import ArticlePane

TEXT = "北斗食品株式会社\n\n不正アクセスにより👨‍👩‍👧情報が漏えいした。\n終わり\n"
MORPHEMES = (0, 2, 4, 8, 10, 12, 16, 19, 24, 26, 27, 30, 32, 34)


class PaneApp(App):
    BINDINGS: ClassVar = [
        *(Binding(key.replace("_", ""), f"move('{key}', False)") for key in ("left", "right", "up", "down")),
        *(Binding("shift+" + key, f"move('{key}', True)") for key in ("left", "right", "up", "down")),
        Binding("home", "move('line_start', False)"),
        Binding("end", "move('line_end', False)"),
        Binding("pagedown", "move('page_down', False)"),
        Binding("pageup", "move('page_up', False)"),
        Binding("ctrl+home", "move('text_start', False)"),
        Binding("ctrl+end", "move('text_end', False)"),
        Binding("v", "select"),
        Binding("escape", "drop"),
    ]

    def __init__(self, text=TEXT, spans=(), boundaries=MORPHEMES):
        super().__init__()
        self.text, self.spans, self.boundaries = text, spans, boundaries
        self.messages = []

    def compose(self):
        yield ArticlePane(id="article")

    def on_mount(self):
        pane = self.query_one(ArticlePane)
        pane.show(self.text, self.spans, load_schema(), self.boundaries)
        pane.focus()

    def action_move(self, name: str, select: bool):
        getattr(self.query_one(ArticlePane), f"action_cursor_{name}")(select)

    def action_select(self):
        self.query_one(ArticlePane).start_selection()

    def action_drop(self):
        self.query_one(ArticlePane).drop_selection()

    def on_article_pane_moved(self, message):
        self.messages.append(message.offset)


async def pressed(*keys, app=None, size=(60, 12), **attributes):
    """Return the pane after some keys."""
    app = app or PaneApp()
    async with app.run_test(size=size) as pilot:
        pane = app.query_one(ArticlePane)
        for name, value in attributes.items():
            setattr(pane, name, value)
        await pilot.press(*keys)
        await pilot.pause()
        assert app._exception is None
        return pane


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (["left"], 0),
        (["right"], 2),
        (["right", "right"], 4),
        (["right"] * 3, 10),
        (["right", "left"], 0),
        (["end"], 4),
        (["down"], 9),
        (["down", "down"], 10),
        (["down", "down", "end"], 32),
        (["ctrl+end"], 34),
        (["ctrl+end", "right"], 34),
        (["ctrl+end", "ctrl+home"], 0),
        (["pagedown"], 34),
        (["pagedown", "pageup"], 0),
        (["ctrl+end", "home"], 34),
    ],
)
async def test_keys_move_the_cursor_by_morpheme_row_and_page(keys, cursor):
    morphemes = tuple(place for place in MORPHEMES if place != 8)
    assert (await pressed(*keys, app=PaneApp(boundaries=morphemes))).cursor == cursor


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [(["right"], 1), (["down", "down", *["right"] * 9], 19), (["down", "down", *["right"] * 10], 24)],
)
async def test_by_character_clusters_are_stepped_over_whole(keys, cursor):
    assert (await pressed(*keys, step="character")).cursor == cursor


async def test_up_and_down_keep_to_the_column_in_cells():
    app = PaneApp("漢字漢字漢字\nab\nabcdefghijkl", boundaries=())
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(ArticlePane)
        columns = []
        for key in ("right", "right", "right", "down", "down", "up", "up"):
            await pilot.press(key)
            columns.append(pane.cursor_screen_offset.x - pane.gutter_cells)
        assert columns == [2, 4, 6, 1, 6, 1, 6]


@pytest.mark.parametrize(
    ("keys", "selection"),
    [
        (["shift+right"], (0, 2)),
        (["shift+right", "shift+right"], (0, 4)),
        (["shift+right", "shift+right", "shift+left"], (0, 2)),
        (["right", "right", "shift+left"], (2, 8)),
        (["right", "shift+right", "shift+left", "shift+left"], (0, 4)),
        (["right", "shift+down"], (2, 9)),
        (["v"], (0, 2)),
        (["v", "right", "right"], (0, 8)),
        (["v", "right", "escape"], None),
        (["v", "right", "escape", "right"], None),
        (["shift+right", "shift+right", "right"], None),
    ],
)
async def test_shift_or_v_selects_whole_morphemes(keys, selection):
    assert (await pressed(*keys)).selection == selection


async def test_a_selection_leaves_white_space_behind_it_out():
    pane = await pressed("v", "right", app=PaneApp("北斗 食品　の\n次", boundaries=(0, 3, 6, 8)))
    assert pane.selection == (0, 5)


async def test_every_move_is_told():
    app = PaneApp()
    await pressed("right", "right", "left", app=app)
    assert app.messages == [2, 4, 2]


async def test_a_place_set_from_outside_is_kept_within_the_text_and_off_clusters():
    pane = await pressed()
    assert (pane.validate_cursor(-3), pane.validate_cursor(999), pane.validate_cursor(22)) == (0, 37, 19)


async def test_an_empty_text_can_be_moved_about_in():
    keys = [binding.key for binding in PaneApp.BINDINGS]
    pane = await pressed(*keys, app=PaneApp("", boundaries=()))
    assert pane.cursor == 0


async def test_another_text_starts_afresh():
    app = PaneApp()
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(ArticlePane)
        await pilot.press("ctrl+end", "v")
        pane.current, pane.matches, pane.evidence = "x", ((0, 1),), frozenset("x")
        pane.show("短い", (), load_schema(), ())
        await pilot.press("shift+right")
        assert (pane.cursor, pane.selection, pane.current) == (0, (0, 1), None)
        assert (pane.matches, pane.evidence, pane.selecting) == ((), frozenset(), False)


async def test_the_terminal_cursor_follows_moves_scrolls_and_resizes():
    text = "\n".join(f"第{number}段落の文です。" for number in range(60))
    app = PaneApp(text, boundaries=())
    async with app.run_test(size=(60, 12)) as pilot:
        pane = app.query_one(ArticlePane)
        await pilot.press("right", "down")
        assert app.cursor_position == Offset(pane.gutter_cells + 2, 1)
        pane.scroll_to(y=1, animate=False)
        await pilot.pause()
        assert app.cursor_position == Offset(pane.gutter_cells + 2, 0)
        await pilot.press(*["down"] * 20)
        await pilot.resize_terminal(60, 8)
        await pilot.pause()
        row = pane.rows.row(pane.cursor) - pane.scroll_offset.y
        assert 0 <= row < 8
        assert app.cursor_position == Offset(pane.gutter_cells + 2, row)


async def test_a_span_under_the_cursor_can_be_asked_for():
    spans = (Span("a", 0, 8, "ORG", TEXT[:8]), Span("b", 2, 4, "ORG", TEXT[2:4]))
    pane = await pressed(app=PaneApp(spans=spans))
    assert [span and span.id for span in map(pane.span_at, (0, 2, 8))] == ["a", "b", None]
