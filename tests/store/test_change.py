"""Changes are exact: applied they give the one state, reverted the other, order included."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from store.annotation import Annotation
from store.change import Change
from store.history import History
from store.span import Span
from store.value import FieldValue

IDS = st.text("abcdef", min_size=1, max_size=1)
SPANS = st.builds(
    Span, IDS, st.integers(0, 3), st.integers(4, 6), st.sampled_from(["ORG", "DATE"]), st.just("北斗")
)
VALUES = st.builds(FieldValue, IDS, st.just("victim"), st.sampled_from(["北斗食品", 12, None]))
ANNOTATIONS = st.builds(
    Annotation,
    st.just("a1"),
    st.just("花子"),
    spans=st.lists(SPANS, unique_by=lambda span: span.id).map(tuple),
    values=st.lists(VALUES, unique_by=lambda value: value.id).map(tuple),
    status=st.sampled_from(["pending", "draft", "confirmed"]),
    note=st.text(max_size=2),
    seconds=st.floats(0, 9),
)


def content(annotation: Annotation) -> tuple[object, ...]:
    return annotation.spans, annotation.values, annotation.status, annotation.note


@given(ANNOTATIONS, ANNOTATIONS)
def test_apply_and_revert_are_exact_inverses(before: Annotation, after: Annotation) -> None:
    change = Change.between(before, after)
    assert content(change.apply(before)) == content(after)
    assert content(change.revert(after)) == content(before)
    assert change.revert(change.apply(before)) == before


@given(ANNOTATIONS, st.lists(SPANS, max_size=2), st.data())
def test_exact_also_where_most_is_shared(before: Annotation, new: list[Span], data: st.DataObject) -> None:
    kept = [span for span in before.spans if data.draw(st.integers(0, 3))]
    for span in new:
        kept = [one for one in kept if one.id != span.id]
        kept.insert(data.draw(st.integers(0, len(kept))), span)
    after = msgspec.structs.replace(before, spans=tuple(kept))
    change = Change.between(before, after)
    assert change.apply(before) == after
    assert change.revert(after) == before


@given(ANNOTATIONS, ANNOTATIONS)
def test_a_change_survives_being_written(before: Annotation, after: Annotation) -> None:
    change = Change.between(before, after)
    assert msgspec.json.decode(msgspec.json.encode(change), type=Change) == change


@given(ANNOTATIONS)
def test_nothing_changed_is_falsy(annotation: Annotation) -> None:
    later = msgspec.structs.replace(
        annotation, seconds=annotation.seconds + 1, updated="2026-01-01T00:00:00+09:00"
    )
    assert not Change.between(annotation, later)


def test_only_what_differs_is_kept() -> None:
    spans = tuple(Span(str(number), number, number + 1, "ORG", "北") for number in range(50))
    moved = msgspec.structs.replace(spans[20], end=22)
    before = Annotation("a1", "花子", spans=spans)
    after = Annotation("a1", "花子", spans=(*spans[:20], moved, *spans[21:]))
    change = Change.between(before, after)
    assert [(edit.before, edit.after) for edit in change.spans] == [(spans[20], moved)]


def test_times_and_revision_are_left_alone() -> None:
    before = Annotation("a1", "花子", status="confirmed", revision=3, updated="t1", seconds=8.0)
    change = Change.between(before, msgspec.structs.replace(before, status="draft", revision=0, updated="t2"))
    assert change.apply(before) == msgspec.structs.replace(before, status="draft")


@given(st.lists(ANNOTATIONS, min_size=1, max_size=6), st.data())
def test_history_walks_back_and_forth(states: list[Annotation], data: st.DataObject) -> None:
    history, now = History(), states[0]
    for state in states[1:]:
        history = history.push("span.accept", "北斗", "t", Change.between(now, state))
        now = history.steps[-1].change.apply(now)
    at = len(states) - 1
    for back in data.draw(st.lists(st.booleans(), max_size=12)):
        history, now = history.undo(now) if back else history.redo(now)
        at = max(0, at - 1) if back else min(len(states) - 1, at + 1)
        assert content(now) == content(states[at])
        assert history.position == at


def test_a_new_step_drops_what_could_be_redone() -> None:
    a, b, c = (Annotation("a1", "花子", note=note) for note in "abc")
    history = History().push("x", "", "t1", Change.between(a, b)).push("x", "", "t2", Change.between(b, c))
    history, now = history.undo(c)
    history = history.push("y", "", "t3", Change.between(now, a))
    assert [(step.number, step.action, step.time) for step in history.steps] == [
        (1, "x", "t1"),
        (2, "y", "t3"),
    ]
    assert history.next is None


def test_undo_of_nothing_changes_nothing() -> None:
    annotation = Annotation("a1", "花子")
    assert History().undo(annotation) == History().redo(annotation) == (History(), annotation)
