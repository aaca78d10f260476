"""Keys that move about, and keys that work at several places, each with its effect."""

import pytest

from tui.keyboard.keys import load_keys
from tui.widgets.page import Page

OPENED_BY = {
    "text": [],
    "form": ["tab"],
    "edit": ["tab", "enter"],
    "queue": ["q"],
    "preview": ["*"],
    "search": ["/"],
    "note": ["m"],
    "choice": ["f"],
    "question": ["c"],
    "help": ["?"],
}
"""The keys that lead from an opened article to each place."""


@pytest.mark.parametrize(
    ("keys", "row", "column"),
    [
        (["ctrl+end"], -1, None),
        (["ctrl+end", "ctrl+home"], 0, 0),
        (["down"], 1, 0),
        (["down", "down", "up"], 1, 0),
        (["down", "end"], 1, None),
        (["down", "end", "home"], 1, 0),
        (["down", "right", "left"], 1, 0),
        (["pagedown"], -1, 0),
        (["pagedown", "pageup"], 0, 0),
    ],
)
async def test_the_cursor_goes_by_row_and_page(sit, keys: list[str], row: int, column: int | None) -> None:
    async with sit() as sitting:
        pane = sitting.review.pane
        await sitting.press("ctrl+home", *keys)
        at = pane.rows.row(pane.cursor)
        assert at == row % len(pane.rows)
        start, end = pane.rows.extent(at)
        assert pane.cursor == start + column if column is not None else start < pane.cursor < end


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        (["shift+right", "shift+right"], "不正アクセス"),
        (["right", "shift+left"], "不正アクセス"),
        (["shift+right", "shift+down"], "不正アクセスに関するお知らせ\n北斗"),
        (["down", "shift+right", "shift+up"], "不正アクセスに関するお知らせ\n北斗"),
    ],
)
async def test_the_selection_grows_by_step_and_row(sit, keys: list[str], selected: str) -> None:
    async with sit() as sitting:
        await sitting.press("ctrl+home", *keys)
        start, end = sitting.review.pane.selection
        assert sitting.app.session.article.text[start:end].startswith(selected)


async def test_the_form_is_gone_through_by_row_page_and_end(sit) -> None:
    async with sit(size=(80, 24)) as sitting:
        form = sitting.review.form
        await sitting.press("tab", "home", "down", "down", "up")
        assert form.cursor == 1
        await sitting.press("pagedown")
        page = form.cursor
        assert page > 5
        await sitting.press("pageup")
        assert form.cursor == 1
        await sitting.press("end")
        assert form.cursor == len(form.rows) - 1


async def test_codes_are_gone_through_round_the_first(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "end", "enter", "up", "enter")
        assert sitting.value("misuse").value == "none_found"


async def test_the_queue_is_gone_through_by_line_page_and_end(sit) -> None:
    async with sit(size=(80, 10), unseen=[f"第{number}号" for number in range(30)]) as sitting:
        await sitting.press("q", "home", "down", "down", "up")
        queue = sitting.app.screen
        assert queue.list.cursor == 1
        await sitting.press("pagedown", "pagedown")
        assert queue.list.cursor > 8
        await sitting.press("pageup", "pageup")
        assert queue.list.cursor == 1
        await sitting.press("end")
        assert queue.list.cursor == 31
        await sitting.press("home")
        assert queue.list.cursor == 0


async def test_places_are_gone_through_and_suggested(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "x")
        sitting.review.go_to_span(sitting.span("s9"))
        await sitting.press("*")
        places = sitting.app.screen.list
        assert places.cursor == 0
        await sitting.press("down")
        assert places.cursor == 1
        await sitting.press("up", "s")
        await sitting.until(lambda: sitting.span("s2").status == "suggested")
        await sitting.press("u")
        assert sitting.span("s2").status == "rejected"


async def test_a_choice_is_gone_through_both_ways(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "j", "f", "down", "down", "up", "enter")
        fields = sitting.app.session.schema.fields_of("DATE")
        assert sitting.value(fields[1].id).value == "2023-04-05"


@pytest.mark.parametrize("place", ["text", "form"])
async def test_what_acts_on_the_article_works_in_text_and_form(sit, place: str) -> None:
    async with sit() as sitting:
        first, keys = sitting.annotation.article, OPENED_BY[place]
        await sitting.press(*keys, "!")
        assert sitting.annotation.status == "flagged"
        await sitting.press("u")
        assert sitting.annotation.status == "pending"
        await sitting.press("ctrl+r")
        assert sitting.annotation.status == "flagged"
        await sitting.press("m", "あ", "enter", "A", ">")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.press(*keys, "<")
        await sitting.until(lambda: sitting.annotation.article == first)
        assert sitting.annotation.note == "あ" and not sitting.annotation.undecided
        await sitting.press(*keys, "!", "ctrl+s")
        await sitting.until(lambda: sitting.annotation.article != first)
        assert sitting.app.session.queue.summary(first).status == "confirmed"
        await sitting.press(*keys, "s")
        await sitting.sees("every article is finished")


@pytest.mark.parametrize("place", ["text", "form", "queue"])
async def test_help_palette_and_theme_are_at_hand(sit, place: str) -> None:
    async with sit(size=(80, 16)) as sitting:
        await sitting.press(*OPENED_BY[place])
        before = sitting.app.screen
        theme = sitting.app.theme
        await sitting.press("f2")
        assert sitting.app.theme != theme
        await sitting.press("ctrl+p")
        await sitting.sees("actions")
        await sitting.press("escape", "?")
        page = sitting.app.screen.query_one(Page)
        await sitting.press("down", "down", "up")
        assert page.scroll_offset.y == 1
        await sitting.press("pagedown")
        assert page.scroll_offset.y > 1
        await sitting.press("pageup")
        assert page.scroll_offset.y <= 1
        await sitting.press("escape")
        assert sitting.app.screen is before


@pytest.mark.parametrize("place", load_keys().action("quit").where)
async def test_quitting_works_everywhere(sit, place: str) -> None:
    async with sit() as sitting:
        await sitting.press(*OPENED_BY[place])
        await sitting.until(lambda: sitting.app.screen.place == place)
        await sitting.press("ctrl+q")
        await sitting.until(lambda: not sitting.app.is_running)


@pytest.mark.parametrize("key", ["r", "l"])
async def test_leaving_with_unsaved_work_asks(sit, monkeypatch, key: str) -> None:
    async with sit() as sitting:
        await sitting.saved()
        broken, save = [True], sitting.dataset.save

        def failing(*arguments: object, **options: object) -> None:
            if broken:
                raise OSError("No space left on device")
            save(*arguments, **options)

        monkeypatch.setattr(sitting.dataset, "save", failing)
        monkeypatch.setattr(sitting.app.session.saver, "flush", lambda timeout=None: not broken)
        await sitting.press("a", "ctrl+q")
        await sitting.sees("some changes are not saved")
        if key == "r":
            broken.clear()
        await sitting.press(key)
        await sitting.until(lambda: not sitting.app.is_running)
        monkeypatch.undo()
