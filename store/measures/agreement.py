"""Agreement: how far several annotators of the same texts mark the same, span by span, token by token.

Tokens are judged by the labels of the spans that touch them; a token that no span touches is judged too, as
bearing none. Fields are judged once an article, `nothing stated` being a judgement as well.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from store.measures.coefficients import Figure, Units, alpha, kappa
from store.measures.judgements import (
    Record,
    Tokenise,
    Work,
    fold_pair,
    fold_to,
    judge_field,
    judge_tokens,
    record,
)
from store.measures.score import LabelTally, score_spans
from store.order import in_order
from store.schema import Schema


class FieldAgreement(msgspec.Struct, frozen=True):
    """One field over the articles of two annotators."""

    stated: int = 0
    """Articles where at least one gives it a value."""
    same: int = 0
    """Those where both give the same value, or for a list field the same values."""

    @property
    def share(self) -> float | None:
        """The share of the same; none where neither ever stated it."""
        return self.same / self.stated if self.stated else None


class PairAgreement(msgspec.Struct, frozen=True):
    """Two annotators. F1 is symmetric: it doesn't matter which of them counts as gold."""

    first: str
    second: str
    articles: int
    """How many both have annotated."""
    kappa: Figure
    """Cohen's, on tokens."""
    spans: LabelTally
    labels: dict[str, LabelTally]
    fields: dict[str, FieldAgreement]


class Agreement(msgspec.Struct, frozen=True):
    """All annotators together."""

    annotators: dict[str, int]
    """How many articles each has annotated."""
    articles: int
    """How many at least two have annotated."""
    tokens: int
    """In those."""
    alpha: Figure
    """Krippendorff's, nominal, on tokens."""
    labels: dict[str, Figure]
    """Alpha of one label against all else."""
    fields: dict[str, Figure]
    """Alpha of a field's values over articles."""
    pairs: tuple[PairAgreement, ...]


def agreement(work: Mapping[str, Work], tokenise: Tokenise, schema: Schema) -> Agreement:
    """Compare annotators.

    Args:
        work: each one's articles.
        tokenise: gives start and end of the tokens of a text.
        schema: gives the order of labels and fields.
    """
    works = list(work.values())
    counted = Counter(article for articles in works for article in articles)
    shared = [article for article, count in counted.items() if count > 1]
    units = judge_tokens(works, shared, tokenise)
    records = [[record(one[article]) if article in one else None for one in works] for article in shared]
    labels = {label for pattern in units for one in pattern if one for label in one}
    fields = {field for row in records for one in row if one for field in one}
    return Agreement(
        annotators={name: len(articles) for name, articles in work.items()},
        articles=len(shared),
        tokens=sum(units.values()),
        alpha=alpha(units),
        labels={label: alpha(fold_to(units, label)) for label in _labels(labels, schema)},
        fields={field: alpha(judge_field(records, field)) for field in _fields(fields, schema)},
        pairs=tuple(_pairs(work, units, schema)),
    )


def _pairs(work: Mapping[str, Work], units: Units, schema: Schema) -> list[PairAgreement]:
    found = []
    for (first, one), (second, other) in combinations(enumerate(work), 2):
        both = [article for article in work[one] if article in work[other]]
        sides = [[work[name][article] for article in both] for name in (one, other)]
        spans = score_spans(*([labelled.spans for labelled in side] for side in sides))
        found.append(
            PairAgreement(
                one,
                other,
                len(both),
                kappa(fold_pair(units, first, second)),
                sum(spans.values(), LabelTally()),
                {label: spans[label] for label in _labels(spans, schema)},
                _agreeing(*([record(labelled) for labelled in side] for side in sides), schema=schema),
            )
        )
    return found


def _agreeing(
    ones: Sequence[Record], others: Sequence[Record], *, schema: Schema
) -> dict[str, FieldAgreement]:
    stated, same = Counter[str](), Counter[str]()
    for one, other in zip(ones, others, strict=True):
        stated.update(one.keys() | other.keys())
        same.update(field for field, values in one.items() if other.get(field) == values)
    return {field: FieldAgreement(stated[field], same[field]) for field in _fields(stated, schema)}


def _labels(names: Mapping[str, object] | set[str], schema: Schema) -> list[str]:
    return in_order(names, [label.id for label in schema.labels])


def _fields(names: Mapping[str, object] | set[str], schema: Schema) -> list[str]:
    return in_order(names, [field.id for field in schema.fields])
