"""Judgements: what each of several annotators says of each token and each field of the same texts."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from store.labelled import Labelled
from store.measures.coefficients import Units
from store.measures.score import pairs
from store.value import Value

Work = Mapping[str, Labelled]
"""One annotator's articles by id, which follows from the text: equal ids have equal offsets."""
Tokenise = Callable[[str], Sequence[tuple[int, int]]]
Record = dict[str, frozenset[Value]]

NOTHING: frozenset[str] = frozenset()
"""The category of tokens that no span touches, and of fields without a value."""


def judge_tokens(works: Sequence[Work], articles: Iterable[str], tokenise: Tokenise) -> Units:
    """Count the patterns of labels on the tokens of some articles, one set of labels an annotator."""
    judged: Counter[tuple[frozenset[str] | None, ...]] = Counter()
    for article in articles:
        given = [work.get(article) for work in works]
        tokens = tokenise(next(one.article.text for one in given if one))
        columns = [[None] * len(tokens) if one is None else _labels(one, tokens) for one in given]
        judged.update(zip(*columns, strict=True))
    return judged


def _labels(labelled: Labelled, tokens: Sequence[tuple[int, int]]) -> list[frozenset[str] | None]:
    """Return the labels of the spans that touch each token."""
    found: list[frozenset[str] | None] = [NOTHING] * len(tokens)
    for span in labelled.spans:
        at = bisect_right(tokens, span.start, key=lambda token: token[1])
        while at < len(tokens) and tokens[at][0] < span.end:
            found[at] = frozenset((*(found[at] or ()), span.label))
            at += 1
    return found


def fold_to(units: Units, label: str) -> Units:
    """Return the same judgements with nothing told apart but one label from all else."""
    folded: Counter[tuple[bool | None, ...]] = Counter()
    for pattern, count in units.items():
        folded[tuple(None if one is None else label in one for one in pattern)] += count
    return folded


def fold_pair(units: Units, first: int, second: int) -> Units:
    """Return the judgements of two annotators alone."""
    folded: Counter[tuple[frozenset[str] | None, ...]] = Counter()
    for pattern, count in units.items():
        folded[pattern[first], pattern[second]] += count
    return folded


def record(labelled: Labelled) -> Record:
    """Return the values of each field that has any."""
    found: dict[str, set[Value]] = {}
    for field, value in pairs(labelled.values):
        found.setdefault(field, set()).add(value)
    return {field: frozenset(values) for field, values in found.items()}


def judge_field(records: Iterable[Sequence[Record | None]], field: str) -> Units:
    """Count the patterns of one field's values over articles; no record means that there is no judgement."""
    return Counter(tuple(None if one is None else one.get(field, NOTHING) for one in row) for row in records)
