"""Keys in one burst, faster than any dialog: each dialog answers once, and nothing unseen is decided."""

import time

import pytest
from textual import events

from tui.screens import everywhere
from tui.screens.question import QuestionScreen


def burst(sitting, *keys: str) -> None:
    """Send keys at once, without waiting for any to be worked through."""
    for key in keys:
        character = {"enter": "\r", "tab": "\t", "space": " "}.get(key, key if len(key) == 1 else None)
        sitting.app._driver.send_message(events.Key(key, character))


async def at_rest(sitting) -> None:
    """Wait until the burst is worked through."""
    for _ in range(3):
        await sitting.pilot.pause(0.05)
    await sitting.until(lambda: not sitting.review.is_opening)


@pytest.mark.parametrize("answer", ["aa", "xx", "yy", "ay", "xa", "aaaa", "yc"])
async def test_a_question_answers_once_and_drops_what_was_typed_ahead(sit, answer: str) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        burst(sitting, "c", *answer)
        await sitting.until(lambda: sitting.annotation.article != first)
        await at_rest(sitting)
        assert sitting.app.screen is sitting.review
        assert sitting.annotation.undecided == 17 and sitting.annotation.status == "pending"
        assert sitting.app.session.queue.summary(first).status == "confirmed"


async def test_what_is_typed_before_all_places_are_shown_decides_nothing(sit, monkeypatch) -> None:
    found = everywhere.places_in_queue

    def slowly(*arguments):
        time.sleep(0.3)
        return found(*arguments)

    monkeypatch.setattr(everywhere, "places_in_queue", slowly)
    async with sit() as sitting:
        burst(sitting, "asterisk", "asterisk", "a")
        await sitting.sees("all 2 articles, 4/4 places")
        assert sitting.span("s1").status == "suggested"
        await sitting.press("a")
        await sitting.until(lambda: sitting.span("s1").status == "accepted")


async def test_a_held_c_never_passes_an_article_with_undecided_suggestions(sit) -> None:
    async with sit() as sitting:
        burst(sitting, *"c" * 60)
        await at_rest(sitting)
        assert isinstance(sitting.app.screen, QuestionScreen)
        assert sitting.app.session.queue.counts.get("confirmed", 0) == 0
        await sitting.press("escape", "A")
        burst(sitting, *"c" * 60)
        await at_rest(sitting)
        assert isinstance(sitting.app.screen, QuestionScreen)
        assert sitting.app.session.queue.counts["confirmed"] == 1


@pytest.mark.parametrize(
    "keys",
    [
        ("c", "escape", "escape", "q", "q"),
        ("c", "q", "q", "q"),
        ("?", "escape", "escape", "?", "q", "q", "enter"),
        ("i", "i", "i", "i", "escape", "escape"),
        ("q", "enter", "enter", "escape"),
        ("q", "q", "q", "q", "escape"),
        ("m", "enter", "enter", "m", "escape", "escape"),
        ("j", "j", "j", "f", "1", "1", "enter"),
        ("j", "j", "j", "f", "enter", "enter"),
        ("j", "j", "j", "f", "escape", "escape", "escape"),
        ("*", "a", "a", "a"),
        ("*", "x", "x", "escape"),
        ("*", "escape", "escape", "q", "escape"),
        ("/", "enter", "enter", "escape"),
        ("ctrl+p", "enter", "enter", "escape", "escape"),
        ("ctrl+p", "escape", "escape"),
        ("tab", "enter", "enter", "enter", "escape", "escape"),
    ],
)
async def test_every_dialog_stands_a_burst(sit, keys: tuple[str, ...]) -> None:
    async with sit() as sitting:
        burst(sitting, *keys)
        await at_rest(sitting)
        assert sitting.app.is_running and sitting.app._exception is None
        for _ in range(4):
            if sitting.app.screen is not sitting.review:
                await sitting.press("escape")
        assert sitting.app.screen is sitting.review
        assert "akapen" in sitting.rows[0]


async def test_a_choice_takes_what_was_typed_before_enter(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "j")
        fields = sitting.app.session.schema.fields_of(sitting.review.span.label)
        wanted = fields[-1]
        burst(sitting, "f", *wanted.id, "enter")
        await at_rest(sitting)
        assert any(
            value.field == wanted.id and sitting.review.pane.current in value.evidence
            for value in sitting.annotation.values
        )


@pytest.mark.parametrize("keys", ["f", "*", "?", "m", "i", "c", "q", "A", "Ac"])
async def test_what_is_typed_behind_leaving_has_no_effect(sit, keys: str) -> None:
    async with sit() as sitting:
        before, shown = sitting.annotation, sitting.app.screen
        burst(sitting, "ctrl+q", *keys)
        await sitting.until(lambda: sitting.app._exit)
        await sitting.pilot.pause(0.05)
        assert sitting.app._exception is None
        assert sitting.app.session.annotation.spans == before.spans and shown is sitting.review
        assert not [screen for screen in sitting.app._screen_stack if screen is not shown]
