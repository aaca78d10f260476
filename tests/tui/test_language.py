import re
from string import Formatter

import pytest

from tui.keyboard.keys import load_keys
from tui.language import Language, preferred


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts_with_the_same_places() -> None:
    japanese, english = Language("ja").texts, Language("en").texts
    assert japanese.keys() == english.keys()
    for key, text in japanese.items():
        assert _places(text) == _places(english[key]), key


def test_english_is_english_but_for_words_shown_as_examples() -> None:
    examples = {"line.step_morpheme", "line.step_character", "check.not_a_date", "check.not_an_integer"}
    for key, text in Language("en").texts.items():
        assert key in examples or not re.search("[ぁ-んァ-ヶ一-龠]", text), key


@pytest.mark.parametrize(
    ("environment", "tongue"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "ja_JP.UTF-8"}, "ja"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], tongue: str) -> None:
    assert preferred(environment) == tongue


def test_places_are_filled_in() -> None:
    assert Language("en")("header.saved", time="14:02:11") == "saved 14:02:11"


def test_keys_that_texts_name_are_those_of_actions() -> None:
    actions = load_keys().first_keys()
    for tongue in ("ja", "en"):
        named = {place for text in Language(tongue).texts.values() for place in _places(text) if "[" in place}
        assert {place.removeprefix("key[").removesuffix("]") for place in named} <= actions.keys()


async def test_texts_name_the_keys_of_a_keymap(sit) -> None:
    keymap = '"article.confirm" = "z"\n"queue.open" = "Q"\n"article.skip" = "f9"'
    async with sit(keymap=keymap, tongue="ja") as sitting:
        await sitting.press("A")
        await sitting.sees("z で確定します")
        await sitting.press("z", "f9")
        await sitting.until(lambda: sitting.app.session.queue.finished == 2)
        assert "c で" not in sitting.text
