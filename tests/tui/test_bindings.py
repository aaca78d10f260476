"""Every key does something that the key table tells, and the table tells nothing that no key does."""

import pytest
from textual.screen import Screen
from textual.widgets import Input

from tui.keyboard.keys import PLACES, load_keys
from tui.screens.choice import ChoiceScreen
from tui.screens.everywhere import EverywhereScreen
from tui.screens.help import PageScreen
from tui.screens.keyed import KeyedScreen, method_of
from tui.screens.note import NoteScreen
from tui.screens.question import QuestionScreen
from tui.screens.queue import QueueScreen
from tui.screens.review import ReviewScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.page import Page
from tui.widgets.place_list import PlaceList
from tui.widgets.record_form import RecordForm

SCREENS = [ReviewScreen, QueueScreen, EverywhereScreen, ChoiceScreen, QuestionScreen, NoteScreen, PageScreen]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_action_has_its_method_and_every_method_its_action(screen: type[KeyedScreen[object]]) -> None:
    listed = {method_of(action.id) for place in screen.PLACES for action in load_keys().at(place)}
    made = {name for name in dir(screen) if name.startswith("do_")}
    assert made == listed


def test_every_place_has_its_screen() -> None:
    assert {place for screen in SCREENS for place in screen.PLACES} == set(PLACES)


@pytest.mark.parametrize("widget", [ArticlePane, RecordForm, ArticleList, PlaceList, Page])
def test_widgets_bind_no_keys_of_their_own(widget: type) -> None:
    assert not list(widget._merge_bindings())  # type: ignore[attr-defined]


async def test_the_running_app_binds_only_what_the_table_tells(sit) -> None:
    async with sit() as sitting:
        keys = sitting.app.keys
        table = {(action.id, key) for action in keys.actions for key in action.keys}
        chain = sitting.app.screen._binding_chain
        for node, bindings in chain:
            for _, binding in bindings:
                assert isinstance(node, Screen), (node, binding)
                assert binding.priority and binding.description and binding.tooltip
        ids = {binding.id for _, bindings in chain for _, binding in bindings}
        assert ids == {
            action for action, _ in table if set(keys.action(action).where) & set(ReviewScreen.PLACES)
        }


async def test_in_an_entry_only_editing_keys_are_the_entrys_own(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "enter")
        nodes = {type(node) for node, bindings in sitting.app.screen._binding_chain if list(bindings)}
        assert {node for node in nodes if not issubclass(node, Screen)} <= {type(sitting.review.editor.entry)}
        assert issubclass(type(sitting.review.editor.entry), Input)


@pytest.mark.parametrize("tongue", ["ja", "en"])
async def test_help_shows_every_key_of_the_review(sit, tongue: str) -> None:
    async with sit(tongue=tongue) as sitting:
        await sitting.press("?")
        page = sitting.app.screen.query_one(Page)
        for action in load_keys().at("text") + load_keys().at("form") + load_keys().at("edit"):
            tooltip = action.tooltip.ja if tongue == "ja" else action.tooltip.en
            assert tooltip in page.text, action.id
        await sitting.press("escape")
        assert sitting.app.screen is sitting.review


async def test_remapped_keys_work_and_show(sit) -> None:
    async with sit(keymap='"span.accept" = "y"\n"span.reject" = "a"\n') as sitting:
        await sitting.press("y", "a")
        assert [span.status for span in sitting.annotation.spans[:2]] == ["accepted", "rejected"]
        await sitting.sees("y accept  a reject")


async def test_the_palette_finds_actions_by_name(sit) -> None:
    async with sit() as sitting:
        await sitting.press("ctrl+p")
        await sitting.write("accept all")
        await sitting.sees("accept all  A")
        await sitting.press("enter")
        await sitting.until(lambda: sitting.annotation.undecided == 0)


async def test_info_shows_definition_and_confirmed_examples(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("A", "c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.press("j", "i")
        page = sitting.app.screen.query_one(Page)
        assert "longest proper name" in page.text and "北斗食品株式会社  ×2" in page.text
        await sitting.press("escape", "tab", "i")
        assert "2,577" not in sitting.app.screen.query_one(Page).text
        assert "北斗食品株式会社 ← 北斗食品株式会社  ×1" in sitting.app.screen.query_one(Page).text


async def test_the_theme_can_be_switched(sit) -> None:
    async with sit() as sitting:
        before = sitting.app.theme
        await sitting.press("f2")
        assert sitting.app.theme != before
        await sitting.sees("theme: ")


async def test_help_shows_which_digit_is_which_label_and_what_signs_mean(sit) -> None:
    async with sit() as sitting:
        for keys in (("?",), ("tab", "?")):
            await sitting.press(*keys)
            page = sitting.app.screen.page.text
            assert "\n3 DATE date 日付\n" in page
            assert "\n✓ accepted" in page
            await sitting.press("escape")
