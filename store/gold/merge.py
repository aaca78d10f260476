"""Merging: two datasets into a third without loss; what conflicts is said and kept as a revision."""

from collections.abc import Iterable, Iterator

from store.annotation import Annotation
from store.change import Change
from store.clock import moment, now
from store.gold.dataset import GoldDataset
from store.gold.index import Key
from store.gold.reader import GoldReader
from store.gold.revision import Revision
from store.measures.compare import Difference, compare, compare_datasets


def merge(first: GoldReader, second: GoldReader, into: GoldDataset) -> tuple[Difference, ...]:
    """Put all articles and everyone's work of two datasets into a third, in one durable step.

    Where both have one person's annotation of one article, the one that was updated last wins; the other is
    kept as a revision. Where an article's title or the like differs, that of the first stands.

    Returns:
        What differed.

    Raises:
        DatasetError: one is damaged, or the third can't be written.
    """
    conflicts: list[Difference] = []
    with into.group():
        into.add([*first.articles(), *second.articles()])
        for difference in compare_datasets(first, second):
            if difference.kind == "article" and difference.key:
                conflicts.append(difference)
        for key in dict.fromkeys((*_keys(first), *_keys(second))):
            conflicts += _merge_annotation(key, first, second, into)
    return tuple(conflicts)


def _keys(gold: GoldReader) -> Iterator[Key]:
    yield from gold.index.annotations
    yield from gold.index.revisions


def _merge_annotation(
    key: Key, first: GoldReader, second: GoldReader, into: GoldDataset
) -> Iterable[Difference]:
    revisions = _revisions(first.revisions(*key), second.revisions(*key))
    one, other = first.annotation(*key), second.annotation(*key)
    winner = _winner(one, other)
    if winner is None:
        into.keep(revisions)
        return ()
    conflicts: tuple[Difference, ...] = ()
    loser = other if winner is one else one
    if one and other and loser and not _known(loser, winner, revisions):
        number = len(revisions) + 1
        revisions.append(Revision(*key, number, "merge", now(), into.annotator, loser))
        conflicts = tuple(compare(one, other))
    source = first if winner is one else second
    into.restore(winner, source.history(*key))
    into.keep(revisions)
    return conflicts


def _known(loser: Annotation, winner: Annotation, revisions: Iterable[Revision]) -> bool:
    """Whether the one that does not win is kept anyway, as the winner itself or one of the revisions."""
    kept = (winner, *(revision.annotation for revision in revisions))
    return any(not Change.between(loser, one) for one in kept)


def _winner(one: Annotation | None, other: Annotation | None) -> Annotation | None:
    if one and other:
        return max(one, other, key=lambda annotation: (moment(annotation.updated), annotation.revision))
    return one or other


def _revisions(first: Iterable[Revision], second: Iterable[Revision]) -> list[Revision]:
    """Both lists in order of time, what is in both but once."""
    found: list[Revision] = []
    for revision in sorted((*first, *second), key=lambda revision: moment(revision.time)):
        known = ((one.event, one.time, one.annotation) for one in found)
        if (revision.event, revision.time, revision.annotation) not in known:
            found.append(revision)
    return found
