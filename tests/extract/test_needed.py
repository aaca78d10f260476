import pytest

from extract.needed import needed

LISTS = {"found": (frozenset(("判明", "発覚")),)}


def sets(pattern: str) -> set[frozenset[str]]:
    return set(needed(pattern, LISTS))


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("紛失", ["紛失"]),
        ("(?<=紛)失?", ["紛"]),
        ("紛失|盗難", ["紛失 盗難"]),
        ("紛失(?:した|て)?", ["紛失"]),
        ("紛失し?", ["紛失"]),
        ("紛失+", ["紛失"]),
        ("[紛盗]難", ["紛 盗", "難"]),
        ("{found}.{0,3}紛失", ["判明 発覚", "紛失"]),
        ("紛{1,2}?盗", ["紛", "盗"]),
        (r"\(紛失\)", ["紛失"]),
        ("◎の紛失", ["の紛失"]),
    ],
)
def test_what_every_match_holds_is_needed(pattern, wanted):
    assert sets(pattern) == {frozenset(words.split()) for words in wanted}


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "紛?",
        "紛*",
        "紛{0,2}",
        "(?:紛|)",
        "(?!紛)",
        "(?<!紛)難?",
        "(?<!紛)",
        r"\d",
        ".",
        "[^紛]",
        "[一-龥]",
        "◎",
        "(?i)紛",
        "(?i:紛)",
        "{none}",
    ],
)
def test_what_a_match_can_do_without_is_not_needed(pattern):
    assert sets(pattern) == set()


def test_the_words_that_fewest_sentences_hold_come_first():
    assert needed("情.紛失", {}) == (frozenset(("紛失",)), frozenset("情"))


def test_words_that_nearly_every_sentence_holds_are_not_asked_for():
    assert needed("[のはが]", {}) == ()
