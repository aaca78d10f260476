import re
from importlib.resources import files

import pytest

from extract.record.rulebook import rulebook
from extract.word_lists import expand

BOOKS = sorted(file.name.removesuffix(".toml") for file in (files("extract") / "data" / "record").iterdir())
PLACES = ("before", "after", "surface", "sentence", "heading")


@pytest.mark.parametrize("book", BOOKS)
def test_every_pattern_is_sound(book):
    made = rulebook(book)
    for words in made.words.values():
        re.compile(words)
    for cues in made.roles.values():
        for cue in cues:
            for name in (f"{prefix}{place}" for prefix in ("", "unless_") for place in PLACES):
                re.compile(made.expanded(getattr(cue, name) or ""))
            re.compile(made.expanded(cue.hint or ""))


@pytest.mark.parametrize("book", BOOKS)
def test_every_cue_has_a_name_of_its_own_and_looks_somewhere(book):
    for role, cues in rulebook(book).roles.items():
        ids = [cue.id for cue in cues]
        assert len(ids) == len(set(ids)), role
        assert all(any(getattr(cue, place) for place in PLACES) for cue in cues), role


@pytest.mark.parametrize(
    ("book", "role", "cue_id", "holds"),
    [
        (
            "discovery",
            "card_company",
            "told-through",
            "カード会社様の指摘により確認した|決済代行会社の連絡が契機となった",
        ),
        (
            "discovery",
            "contractor",
            "told-through",
            "委託先の報告で分かった|受託業者による調査の連絡が発端となった",
        ),
        (
            "discovery",
            "customer",
            "told-through",
            "お客様の問い合わせを受け調べた|利用者らの通報によって分かった",
        ),
        (
            "discovery",
            "third_party",
            "told-through",
            "外部の指摘で発覚|SNS上での投稿をきっかけに|匿名で役所に通報があり",
        ),
    ],
)
def test_a_hint_stands_wherever_its_cue_holds(book, role, cue_id, holds):
    made = rulebook(book)
    cue = next(cue for cue in made.roles[role] if cue.id == cue_id)
    for sentence in holds.split("|"):
        assert re.search(made.expanded(cue.sentence), sentence), sentence
        assert re.search(made.expanded(cue.hint), sentence), sentence
    assert not re.search(made.expanded(cue.hint), "お客様の皆様にご心配をおかけしました")


@pytest.mark.parametrize("book", BOOKS)
def test_no_repetition_is_unbounded_over_a_sentence(book):
    made = rulebook(book)
    patterns = [*made.words.values()]
    for cues in made.roles.values():
        for cue in cues:
            names = (f"{prefix}{place}" for prefix in ("", "unless_") for place in PLACES)
            patterns += [made.expanded(getattr(cue, name) or "") for name in names]
    nested = re.compile(r"\)[*+]\)[*+]")
    assert not [pattern for pattern in patterns if nested.search(pattern)]


def test_names_in_braces_stand_for_words():
    assert expand("{found}し", {"found": "確認|発見"}) == "(?:確認|発見)し"


def test_counted_repetitions_are_no_names():
    assert expand("[^。]{0,20}し", {}) == "[^。]{0,20}し"


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        expand("{nothing}", {})


def test_a_file_shares_the_words_of_another():
    assert rulebook("dates_found").words == rulebook("dates").words
    assert "discovered_on" not in rulebook("dates").roles
