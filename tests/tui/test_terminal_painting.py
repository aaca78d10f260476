"""The mends of what Textual paints: each fault is there without its mend, and gone with it."""

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from tui import terminal


def rows(app):
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


class Panes(App):
    """A text and a list side by side, whose edges lie under overlays."""

    CSS = """
    #left { width: 48; overflow-y: scroll; }
    #right { width: 1fr; border-left: solid red; }
    """

    def compose(self):
        with Horizontal():
            with VerticalScroll(id="left"):
                yield Static("日本語の本文。" * 200)
            with VerticalScroll(id="right"):
                yield Static("項目\n" * 40, id="items")


MESSAGE = "a保存しました、全部で三件です"


async def toasted(app, pilot):
    app.notify(MESSAGE)
    for _ in range(100):
        await pilot.pause(0.02)
        shown = [row for row in rows(app) if "保存" in row]
        if shown:
            return shown
    raise AssertionError("no toast was shown")


async def test_a_toast_loses_kanji_without_the_mend(restored):
    async with Panes().run_test(size=(80, 24), notifications=True) as pilot:
        assert not any(MESSAGE in row for row in await toasted(pilot.app, pilot))


async def test_a_toast_keeps_its_kanji(restored):
    terminal.mend_overlays()
    async with Panes().run_test(size=(80, 24), notifications=True) as pilot:
        assert any(MESSAGE in row for row in await toasted(pilot.app, pilot))
        assert {cell_len(row) for row in rows(pilot.app)} == {80}


class Question(ModalScreen[None]):
    CSS = "Question { align: center middle; } #box { width: 31; height: 7; background: $surface; }"

    def compose(self):
        with VerticalScroll(id="box"):
            yield Label("保存しますか。まだ保存していない変更があります")


@pytest.mark.parametrize("text", ["か\u3099き\u3099" * 200, "👨‍👩‍👧" * 200, "日本a" * 200])
async def test_rows_under_a_modal_keep_their_width(restored, text):
    terminal.mend_overlays()
    async with Panes().run_test(size=(81, 24)) as pilot:
        pilot.app.query_one("#left Static", Static).update(text)
        await pilot.app.push_screen(Question())
        await pilot.pause()
        assert {cell_len(row) for row in rows(pilot.app)} == {81}


async def test_a_partial_repaint_leaves_an_overlay_on_the_same_row_alone(restored):
    terminal.mend_overlays()

    class Layered(App):
        CSS = (
            "Screen { layers: low high; } #low { width: 80; } #high { layer: high; offset: 60 0; width: 10; }"
        )

        def compose(self):
            yield Static("下" * 40, id="low")
            yield Static("上上上", id="high")

    async with Layered().run_test(size=(80, 3)) as pilot:
        compositor = pilot.app.screen._compositor
        low = pilot.app.query_one("#low")
        compositor._dirty_regions = {low.region._replace(width=4)}
        update = compositor.render_partial_update()
        assert "上" in "".join(strip.text for strip in update.chops[0].values())
        assert "上" not in update.chops[0][0].text
        assert update.chops[0][0].cell_length == 60


async def test_rows_that_are_covered_or_unchanged_are_not_asked_for(restored):
    terminal.mend_overlays()
    asked = []

    class Row(Static):
        def render_line(self, y):
            asked.append(self.id)
            return super().render_line(y)

    class Stacked(App):
        CSS = "Screen { layers: low high; } Row { height: 1; } #top { layer: high; }"

        def compose(self):
            yield Row("下", id="under")
            yield Row("次", id="next")
            yield Row("上", id="top")

    async with Stacked().run_test(size=(20, 3)) as pilot:
        assert set(asked) == {"top", "next"}
        asked.clear()
        pilot.app.query_one("#next").update("変")
        await pilot.pause()
        assert asked == ["next"]


class Scrolling(App):
    def compose(self):
        with VerticalScroll():
            yield Static("\n" * 300)


@pytest.mark.parametrize("place", [0, 1, 7, 120, 288])
async def test_a_scroll_bar_looks_as_it_did(restored, place):
    async with Scrolling().run_test(size=(30, 12)) as pilot:
        scroll = pilot.app.query_one(VerticalScroll)
        scroll.scroll_to(y=place, animate=False)
        await pilot.pause()
        bar = scroll.vertical_scrollbar
        bar.refresh()
        stock = bar.render_lines(bar.size.region)
        terminal.mend_scroll_bars()
        mended = bar.render_lines(bar.size.region)
        assert [list(strip) for strip in mended] == [list(strip) for strip in stock]
        assert len(set(map(id, mended))) <= 5 < len(set(map(id, stock)))
