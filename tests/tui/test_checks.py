"""Which values of a record are marked as lacking evidence."""

from store.annotation import Annotation
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue
from tui.review.checks import findings

SPAN = Span("s1", 0, 2, "ORG", "北斗", status="rejected")
TOLD = FieldValue("v1", "discovered_by", "card_company", origin="record.told", why=("カード会社から",))


def unsupported(value: FieldValue) -> bool:
    annotation = Annotation("x", "me", (SPAN,), (value,))
    found = findings(annotation, load_schema(), None, lambda field, span: (), annotation.span)
    return [one.key for one in found] == ["mark.no_evidence"]


def test_words_that_no_span_is_made_of_are_reason_enough_for_a_suggestion():
    assert not unsupported(TOLD)


def test_a_suggestion_that_lost_its_span_lacks_evidence():
    assert unsupported(FieldValue("v1", "victim", "北斗", ("s1",), origin="record.victim", why=("発表",)))


def test_what_a_person_states_needs_evidence():
    assert unsupported(FieldValue("v1", "discovered_by", "police"))
    assert unsupported(
        FieldValue(
            "v1", "discovered_by", "police", origin="record.told", why=("カード",), suggested="customer"
        )
    )


def test_a_suggestion_without_any_words_lacks_evidence():
    assert unsupported(FieldValue("v1", "victim", "北斗", origin="record.victim"))
