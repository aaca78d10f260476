"""Annotations are encoded in part only, and the document is the same as if they were encoded whole."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.annotation import Annotation
from store.errors import DatasetError
from store.gold.annotation_encoder import AnnotationEncoder
from store.gold.codec import encode
from store.span import Span
from store.value import FieldValue

PATH = Path("gold.json")
SPANS = st.lists(
    st.builds(Span, st.text("ab", min_size=1), st.integers(0, 2), st.just(4), st.just("ORG"), st.text())
)
ANNOTATIONS = st.builds(
    Annotation,
    st.just("a1"),
    st.just("花子"),
    SPANS.map(tuple),
    st.lists(st.builds(FieldValue, st.text("ab"), st.just("victim"), st.text())).map(tuple),
    note=st.text(),
)


@pytest.fixture(scope="module", autouse=True)
def few() -> Iterator[None]:
    """Have annotations of one span count as such with many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("store.gold.annotation_encoder.FEW", 0)
        yield


@given(st.lists(ANNOTATIONS, max_size=4), SPANS)
def test_one_after_the_other_as_each_alone(annotations: list[Annotation], more: list[Span]) -> None:
    encoder = AnnotationEncoder(PATH)
    for annotation in annotations:
        joined = replace(annotation, spans=(*annotation.spans, *more, *annotation.spans[::-1]))
        for one in (annotation, joined, annotation):
            assert bytes(encoder.encode(one, "annotations[1]")) == msgspec.json.encode(one)


def test_only_what_has_changed_is_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    encoded: list[object] = []

    def counted(value: object, path: Path, place: str) -> msgspec.Raw:
        encoded.append(value)
        return encode(value, path, place)

    encoder = AnnotationEncoder(PATH)
    spans = tuple(Span(f"s{at}", at, at + 1, "ORG", "北") for at in range(100))
    annotation = Annotation("a1", "花子", spans)
    encoder.encode(annotation, "annotations[1]")
    monkeypatch.setattr("store.gold.annotation_encoder.encode", counted)
    accepted = replace(spans[50], status="accepted")
    encoder.encode(replace(annotation, spans=(*spans[:50], accepted, *spans[51:])), "annotations[1]")
    assert encoded == [replace(annotation, spans=()), accepted]


def test_what_is_refused_is_not_remembered() -> None:
    encoder = AnnotationEncoder(PATH)
    good, bad = Span("s1", 0, 1, "ORG", "北"), Span("s2", 1, 2, "ORG", "\ud83d")
    for _ in range(2):
        with pytest.raises(DatasetError, match=r"gold.json @ annotations\[1\].spans\[1\]: .* half of a pair"):
            encoder.encode(Annotation("a1", "花子", (good, bad)), "annotations[1]")
    after = Annotation("a1", "花子", (good, replace(bad, text="斗")))
    assert msgspec.json.decode(encoder.encode(after, "annotations[1]"), type=Annotation) == after
