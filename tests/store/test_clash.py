"""What two annotations differ in where their gold is the same."""

import msgspec
import pytest

from store.annotation import Annotation
from store.gold.clash import differences
from store.span import Span
from store.value import FieldValue

ORG = Span("s1", 0, 4, "ORG", "北斗食品")
DATE = Span("s2", 5, 9, "DATE", "5月1日")
VICTIM = FieldValue("v1", "victim", "北斗食品", ("s1",))


def changed(item, **parts):
    return msgspec.structs.replace(item, **parts)


def sides(one, other):
    [found] = differences(*(Annotation("a", "花子", *parts) for parts in (one, other)))
    assert (found.kind, found.key) == ("annotation", "suggestions")
    return found.before, found.after


def test_numbers_of_decisions_tell_where_they_differ():
    assert sides(((ORG, DATE),), ((ORG, changed(DATE, status="rejected")),)) == (
        "0 accepted, 0 rejected, 2 suggested",
        "0 accepted, 1 rejected, 1 suggested",
    )


@pytest.mark.parametrize(
    ("one", "other", "before", "after"),
    [
        (
            ((changed(ORG, status="rejected"), DATE),),
            ((ORG, changed(DATE, status="rejected")),),
            "rejected ORG 0-4 '北斗食品', suggested DATE 5-9 '5月1日'",
            "suggested ORG 0-4 '北斗食品', rejected DATE 5-9 '5月1日'",
        ),
        (((ORG,),), ((changed(ORG, label="SERVICE"),),), "suggested ORG 0-4", "suggested SERVICE 0-4"),
        (((DATE,),), ((changed(DATE, end=8, text="5月1"),),), "suggested DATE 5-9", "suggested DATE 5-8"),
        (
            ((), (VICTIM,)),
            ((), (changed(VICTIM, value="北斗マルシェ"),)),
            "suggested victim: 北斗食品",
            "suggested victim: 北斗マルシェ",
        ),
        (((ORG,),), ((changed(ORG, score=0.5),),), "score of spans and values", "otherwise"),
        (((ORG, DATE),), ((DATE, ORG),), "the order of spans and values", "otherwise"),
    ],
)
def test_items_are_named_where_the_numbers_are_the_same(one, other, before, after):
    found = sides(one, other)
    assert found[0].startswith(before)
    assert found[1].startswith(after)


@pytest.mark.parametrize(("count", "more"), [(9, ", 6 more"), (4, ", 1 more"), (3, "")])
def test_of_many_the_first_are_named(count, more):
    spans = tuple(changed(ORG, id=f"s{at}", start=at, end=at + 1, text="北") for at in range(count))
    before, after = sides((spans,), (tuple(changed(span, label="DATE") for span in spans),))
    assert before == f"suggested ORG 0-1 '北', suggested ORG 1-2 '北', suggested ORG 2-3 '北'{more}"
    assert after.count("DATE") == 3
