"""The letters by which most runs are passed over: no cue begins or ends with another."""

from importlib import import_module

import pytest

from extract.names import role_places
from extract.names.cues import name_cues

PARSER = import_module("re._parser")
KINDS = import_module("re._constants")
NO_WIDTH = (KINDS.AT, KINDS.ASSERT, KINDS.ASSERT_NOT)
REPEATS = (KINDS.MAX_REPEAT, KINDS.MIN_REPEAT)


def edges(parsed, step, skipped=""):
    """Return the letters that matches begin (step 1) or end (-1) with, and whether they may hold none.

    Letters that are skipped count as none.
    """
    letters = set()
    for kind, content in list(parsed)[::step]:
        found, is_empty = edge(kind, content, step, skipped)
        letters |= found
        if not is_empty:
            return letters, False
    return letters, True


def edge(kind, content, step, skipped):
    if kind in NO_WIDTH:
        return set(), True
    if kind is KINDS.LITERAL:
        return {chr(content)} - set(skipped), chr(content) in skipped
    if kind is KINDS.IN:
        found = {one for member in content for one in members(*member)}
        return found - set(skipped), bool(found & set(skipped))
    if kind is KINDS.BRANCH:
        branches = [edges(branch, step, skipped) for branch in content[1]]
        return set().union(*(letters for letters, _ in branches)), any(empty for _, empty in branches)
    if kind is KINDS.SUBPATTERN:
        return edges(content[3], step, skipped)
    assert kind in REPEATS, kind
    letters, is_empty = edges(content[2], step, skipped)
    return letters, is_empty or not content[0]


def members(kind, content):
    if kind is KINDS.LITERAL:
        return {chr(content)}
    assert kind is KINDS.RANGE, kind
    return {chr(one) for one in range(content[0], content[1] + 1)}


def of(pattern, step, skipped=""):
    letters, is_empty = edges(PARSER.parse(pattern), step, skipped)
    assert not is_empty
    return letters


@pytest.mark.parametrize(
    ("pattern", "step", "skipped", "expected"),
    [
        ("(?:委託先|の子会社)(?:の|、)?", 1, "", "委の"),
        ("(?:委託先|の子会社)(?:の|、)?", -1, "の、", "先社"),
        (r"[a-c](?=北)(?:斗){0,2}\Z", -1, "", "abc斗"),
    ],
)
def test_edges(pattern, step, skipped, expected):
    assert of(pattern, step, skipped) == set(expected)


def test_cues_behind_a_name_begin_with_no_other_letter():
    assert of(name_cues().after_organisation.pattern, 1) <= role_places._CUE_BEGINS


def test_kinds_before_a_name_end_with_no_other_letter():
    found = of(name_cues().before_organisation.pattern, -1, role_places._LINKS)
    assert found <= role_places._KIND_ENDS


def test_trades_end_with_no_other_letter():
    assert of(name_cues().trades.pattern, -1, "の") <= role_places._TRADE_ENDS
