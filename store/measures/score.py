"""Score: how far predicted labels agree with gold, a label and a field at a time.

Spans count as in the usual entity scores: exact (start, end and label equal) and overlapping (label equal,
at least one character shared, each gold span found once). Records count as (field, value) pairs an article.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from store.labelled import Labelled
from store.measures.calibration import Bin, calibrate
from store.order import in_order
from store.schema import Schema
from store.span import Span
from store.value import FieldValue, Value


class Tally(msgspec.Struct, frozen=True):
    """How many were right of those predicted and of those in the gold."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Sum two tallies."""
        return Tally(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """The share of the predicted that is right; none when nothing was predicted."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; none when there is no gold."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; none when there is neither gold nor prediction."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else None


class LabelTally(msgspec.Struct, frozen=True):
    """The two ways of counting the spans of one label."""

    exact: Tally = Tally()
    overlap: Tally = Tally()

    def __add__(self, other: "LabelTally") -> "LabelTally":
        """Sum two tallies."""
        return LabelTally(self.exact + other.exact, self.overlap + other.overlap)


class Score(msgspec.Struct, frozen=True):
    """The whole comparison. Totals are micro-averages: the sums over labels and over fields."""

    articles: int
    """How many texts the gold has."""
    annotations: int
    """How many annotations of them: with several annotators more than articles, each counted."""
    missing: tuple[str, ...]
    """Articles of the gold for which nothing was predicted; they count as found empty."""
    unknown: tuple[str, ...]
    """Predicted articles that the gold doesn't have; they don't count."""
    unlike: tuple[str, ...]
    """Articles whose prediction is of another text, so that its offsets don't mean the same; they count."""
    labels: dict[str, LabelTally]
    spans: LabelTally
    fields: dict[str, Tally]
    groups: dict[str, Tally]
    """Sums over kinds of fields: `dates`."""
    record: Tally
    calibration: tuple[Bin, ...]


def score_spans(gold: Iterable[Sequence[Span]], predicted: Iterable[Sequence[Span]]) -> dict[str, LabelTally]:
    """Compare the spans of each article with those predicted for it, by label in order of appearance."""
    totals: dict[str, LabelTally] = {}
    for ours, theirs in zip(gold, predicted, strict=True):
        for label in dict.fromkeys(span.label for span in (*ours, *theirs)):
            one = _compare(
                sorted({(span.start, span.end) for span in ours if span.label == label}),
                sorted({(span.start, span.end) for span in theirs if span.label == label}),
            )
            totals[label] = totals.get(label, LabelTally()) + one
    return totals


def _compare(gold: list[tuple[int, int]], predicted: list[tuple[int, int]]) -> LabelTally:
    sizes = (len(predicted), len(gold))
    return LabelTally(
        exact=Tally(len(set(gold) & set(predicted)), *sizes),
        overlap=Tally(_overlapping(gold, predicted), *sizes),
    )


def _overlapping(gold: list[tuple[int, int]], predicted: list[tuple[int, int]]) -> int:
    """Count pairs that share a character, every span in at most one pair, both lists in text order."""
    pairs = i = j = 0
    while i < len(gold) and j < len(predicted):
        if gold[i][0] < predicted[j][1] and predicted[j][0] < gold[i][1]:
            pairs, i, j = pairs + 1, i + 1, j + 1
        elif gold[i][1] <= predicted[j][1]:
            i += 1
        else:
            j += 1
    return pairs


def pairs(values: Iterable[FieldValue]) -> frozenset[tuple[str, Value]]:
    """Return the (field, value) pairs that count; a field marked *not stated* has none."""
    return frozenset((value.field, value.value) for value in values if value.value is not None)


def score_records(
    gold: Iterable[Sequence[FieldValue]], predicted: Iterable[Sequence[FieldValue]]
) -> dict[str, Tally]:
    """Compare the record of each article with the one predicted for it, by field, as (field, value) pairs."""
    totals: dict[str, Tally] = {}
    for ours, theirs in zip(gold, predicted, strict=True):
        want, have = pairs(ours), pairs(theirs)
        for field, group in groupby(sorted({*want, *have}, key=_by_field), key=lambda pair: pair[0]):
            found = set(group)
            one = Tally(len(want & have & found), len(have & found), len(want & found))
            totals[field] = totals.get(field, Tally()) + one
    return totals


def _by_field(pair: tuple[str, Value]) -> tuple[str, str]:
    return pair[0], str(pair[1])


def align(gold: Sequence[Labelled], predicted: Sequence[Labelled]) -> list[tuple[Labelled, Labelled]]:
    """Pair each gold article with what was predicted for it; an empty prediction where there is none."""
    found = _found(gold, predicted)
    return [(one, two or Labelled(one.article, (), ())) for one, two in zip(gold, found, strict=True)]


def _found(gold: Sequence[Labelled], predicted: Sequence[Labelled]) -> list[Labelled | None]:
    """Return what was predicted for each gold article: for its very text, else under its id.

    Sources number their articles each for itself, so an id may mean several texts, and then tells nothing.
    """
    by_name = {_name(one): one for one in predicted}
    by_text = {one.article.id: one for one in predicted}
    texts = {one.article.id for one in gold}
    others = [one for one in predicted if one.article.id not in texts]
    times = Counter(one.key for one in others)
    by_key = {one.key: one for one in others if times[one.key] == 1}
    return [by_name.get(_name(one)) or by_text.get(one.article.id) or by_key.get(one.key) for one in gold]


def _name(one: Labelled) -> tuple[str, str]:
    return one.article.id, one.key


def score(gold: Sequence[Labelled], predicted: Sequence[Labelled], schema: Schema) -> Score:
    """Score predictions against gold, matched by text or id, in the schema's order of labels and fields."""
    found = _found(gold, predicted)
    paired = align(gold, predicted)
    used = {_name(two) for two in found if two}
    labels = score_spans([one.spans for one, _ in paired], [two.spans for _, two in paired])
    fields = score_records([one.values for one, _ in paired], [two.values for _, two in paired])
    dates = [tally for field, tally in fields.items() if _is_date(schema, field)]
    return Score(
        articles=len({*map(_name, gold)}),
        annotations=len(gold),
        missing=_keys(one for one, two in zip(gold, found, strict=True) if two is None),
        unknown=_keys(one for one in predicted if _name(one) not in used),
        unlike=_keys(one for one, two in paired if one.article.text != two.article.text),
        labels={name: labels[name] for name in in_order(labels, [label.id for label in schema.labels])},
        spans=sum(labels.values(), LabelTally()),
        fields={name: fields[name] for name in in_order(fields, [field.id for field in schema.fields])},
        groups={"dates": sum(dates, Tally())},
        record=sum(fields.values(), Tally()),
        calibration=calibrate(paired),
    )


def _keys(articles: Iterable[Labelled]) -> tuple[str, ...]:
    """Return what some articles are known by, each once."""
    return tuple({_name(one): one.key for one in articles}.values())


def _is_date(schema: Schema, field_id: str) -> bool:
    field = schema.field(field_id)
    return field is not None and field.type == "date"
