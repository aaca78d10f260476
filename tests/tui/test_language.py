import re
from string import Formatter

import pytest

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
