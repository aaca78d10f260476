import pytest

from extract.record.needed import needed

LISTS = {"found": (frozenset("判発"),)}


def sets(pattern: str) -> set[str]:
    return {"".join(sorted(one)) for one in needed(pattern, LISTS)}


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("紛", {"紛"}),
        ("紛|盗", {"".join(sorted("紛盗"))}),
        ("紛(?:失|れ)?", {"紛"}),
        ("[紛盗]難", {"".join(sorted("紛盗")), "難"}),
        ("{found}.{0,3}紛", {"".join(sorted("判発")), "紛"}),
        ("紛{1,2}?盗", {"紛", "盗"}),
        (r"\(紛\)", {"紛"}),
    ],
)
def test_what_every_match_holds_is_needed(pattern, wanted):
    assert sets(pattern) == wanted


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "紛?",
        "紛*",
        "紛{0,2}",
        "(?:紛|)",
        "(?!紛)",
        "(?<!紛)",
        r"\d",
        ".",
        "[^紛]",
        "[一-龥]",
        "(?i)紛",
        "{none}",
    ],
)
def test_what_a_match_can_do_without_is_not_needed(pattern):
    assert sets(pattern) == set()


def test_the_characters_that_fewest_sentences_hold_come_first():
    assert needed("の情紛", {})[0] == frozenset("紛")
