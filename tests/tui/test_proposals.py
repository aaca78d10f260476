"""What a field's value could be instead: the second choice first, then what the spans of its labels say."""

import pytest

from store.annotation import Annotation
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue
from tui.review.proposals import Proposal, proposals

SCHEMA = load_schema()
SPANS = (
    Span("s1", 0, 4, "ORG", "北斗食品"),
    Span("s2", 5, 9, "ORG", "星空電機"),
    Span("s3", 10, 14, "ORG", "北斗食品"),
    Span("s4", 15, 19, "ORG", "青葉銀行", status="rejected"),
    Span("s5", 20, 24, "ORG", "月代物産"),
    Span("s6", 25, 27, "SERVICE", "市場"),
)


def of(field_id, value, spans=SPANS):
    field = SCHEMA.field(field_id)
    return proposals(Annotation("a", "me", spans, (value,)), field, value, lambda _, span: (span.text,))


def test_every_surface_is_proposed_once_without_what_is_there_and_what_was_rejected():
    assert of("victim", FieldValue("v1", "victim", "北斗食品")) == (
        Proposal("星空電機", ("s2",)),
        Proposal("月代物産", ("s5",)),
    )


@pytest.mark.parametrize(
    ("second", "first"),
    [("月代物産", Proposal("月代物産", ("s5",))), ("静海新聞", Proposal("静海新聞"))],
)
def test_the_second_choice_comes_first_also_where_no_span_says_it(second, first):
    found = of("victim", FieldValue("v1", "victim", "北斗食品", runner_up=second))
    assert found[0] == first
    assert len({one.value for one in found}) == len(found)


def test_a_rejected_value_is_proposed_again():
    rejected = FieldValue("v1", "victim", "北斗食品", status="rejected")
    assert of("victim", rejected)[0] == Proposal("北斗食品", ("s1",))


def test_codes_have_none_and_a_long_text_no_endless_list():
    assert of("cause", FieldValue("v1", "cause", "loss", runner_up="theft")) == ()
    many = tuple(Span(f"s{at}", at, at + 1, "ORG", str(at)) for at in range(5000))
    assert 50 < len(of("victim", FieldValue("v1", "victim", "北斗食品"), many)) < 1000


async def test_a_chosen_proposal_is_set_with_its_span_as_evidence(sit):
    async with sit() as sitting:
        await sitting.go_to("affected_count")
        await sitting.press("enter", "down")
        await sitting.sees("▶ 2,577")
        await sitting.sees("1/1")
        await sitting.press("enter")
        value = sitting.value("affected_count")
        assert (value.value, value.evidence, value.status) == (2577, ("s6",), "accepted")
        assert value.suggested == 12345
        assert sitting.span("s6").status == "accepted"
        await sitting.press("u")
        assert sitting.value("affected_count").evidence == ("s7",)


async def test_what_is_typed_after_a_choice_is_nobodys_proposal(sit):
    async with sit() as sitting:
        await sitting.go_to("affected_count")
        await sitting.press("enter", "up")
        await sitting.sees("▶ 2,577")
        await sitting.press("backspace")
        await sitting.sees("–/1")
        await sitting.press("enter")
        assert sitting.value("affected_count").value == 257
        assert sitting.value("affected_count").evidence == ("s7",)


async def test_leaving_after_a_choice_changes_nothing(sit):
    async with sit() as sitting:
        before = sitting.annotation
        await sitting.go_to("published_on")
        await sitting.press("enter", "down", "escape")
        assert sitting.annotation == before
        assert sitting.review.focused is sitting.review.form


async def test_an_empty_field_proposes_too(sit):
    async with sit() as sitting:
        await sitting.go_to("occurred_on")
        await sitting.press("enter")
        await sitting.sees("–/1")
        await sitting.press("down", "enter")
        assert sitting.value("occurred_on").value == "2023-04-05"
        assert sitting.value("occurred_on").evidence == ("s3",)
