"""Merging: two datasets into a third without loss; what conflicts is said and kept as a revision."""

from collections.abc import Iterable, Iterator
from itertools import count

from store.annotation import Annotation
from store.change import Change
from store.clock import moment, now
from store.gold.clash import differences
from store.gold.codec import encode
from store.gold.compare import Difference, compare_datasets
from store.gold.dataset import GoldDataset
from store.gold.file import TABLES
from store.gold.index import Key
from store.gold.journal import Operation
from store.gold.own_schema import TABLE
from store.gold.reader import GoldReader
from store.gold.revision import Revision


def merge(first: GoldReader, second: GoldReader, into: GoldDataset) -> tuple[Difference, ...]:
    """Put all articles and everyone's work of two datasets into a third, in one durable step.

    Where both have one person's annotation of one article, the one that follows from the other wins without
    a word. Where neither does, that is a conflict: work that went through the review wins over what an import
    brought, then the later confirmation, revision and update; the other is kept as a revision. Where a schema
    that both hold differs, or an article's title or the like, that of the first stands. So does its source,
    without a word: it is a path on somebody's machine. Tables that are not ours come along.

    Returns:
        What differed.

    Raises:
        DatasetError: one is damaged, or the third can't be written.
    """
    conflicts: list[Difference] = []
    held = second.schemas() | first.schemas()
    with into.group():
        into.storage.put(
            (TABLE, at, encode(schema, into.path, f"{TABLE}[{at}]"))
            for at, schema in enumerate(held.values(), 1)
        )
        into.add([*first.articles(), *second.articles()])
        for difference in compare_datasets(first, second):
            in_both = difference.before is not None and difference.after is not None
            if in_both and _told_of_one(difference):
                conflicts.append(difference)
        for key in dict.fromkeys((*_keys(first), *_keys(second))):
            conflicts += _merge_annotation(key, first, second, into)
        for gold in (first, second):
            into.storage.put([*_foreign_documents(gold, into)])
    return tuple(conflicts)


def _told_of_one(difference: Difference) -> bool:
    """Whether a difference is one of a schema or an article, and not just of where its file lay."""
    kind, key = difference.kind, difference.key
    return kind == "schema" or (kind == "article" and key != "source")


def _foreign_documents(gold: GoldReader, into: GoldDataset) -> Iterator[Operation]:
    """Carry over tables that are not ours; another document under a number that is taken gets a new one."""
    for name in gold.storage.tables.keys() - set(TABLES):
        taken, table = into.storage.tables.get(name, {}), gold.storage.tables[name]
        free = count(max((0, *taken, *table)) + 1)
        for number, raw in table.items():
            if number not in taken:
                yield name, number, raw
            elif bytes(taken[number]) != bytes(raw):
                yield name, next(free), raw


def _keys(gold: GoldReader) -> Iterator[Key]:
    yield from gold.index.annotations
    yield from gold.index.revisions


def _merge_annotation(
    key: Key, first: GoldReader, second: GoldReader, into: GoldDataset
) -> Iterable[Difference]:
    revisions = _revisions(first.revisions(*key), second.revisions(*key))
    one, other = first.annotation(*key), second.annotation(*key)
    winner, loser, clash = _settled(one, other, first.revisions(*key), second.revisions(*key))
    if winner is None:
        into.keep(revisions)
        return ()
    if clash and loser and not _known(loser, revisions):
        number = len(revisions) + 1
        revisions.append(Revision(*key, number, "merge", now(), into.annotator, loser))
    source = first if winner is one else second
    into.restore(winner, source.history(*key))
    into.keep(revisions)
    return differences(one, other) if clash and one and other else ()


def _settled(
    one: Annotation | None,
    other: Annotation | None,
    ones: Iterable[Revision],
    others: Iterable[Revision],
) -> tuple[Annotation | None, Annotation | None, bool]:
    """Return who wins, who does not, and whether neither follows from the other."""
    if not (one and other):
        return one or other, None, False
    if not Change.between(one, other):
        return (*_ranked(one, other), False)
    if _known(one, others) != _known(other, ones):
        return (other, one, False) if _known(one, others) else (one, other, False)
    return (*_ranked(one, other), True)


def _known(annotation: Annotation, revisions: Iterable[Revision]) -> bool:
    """Whether a state is one of the revisions."""
    return any(not Change.between(annotation, revision.annotation) for revision in revisions)


def _ranked(one: Annotation, other: Annotation) -> tuple[Annotation, Annotation]:
    return (one, other) if _rank(one) >= _rank(other) else (other, one)


def _rank(one: Annotation) -> tuple[bool, int, float, int, float]:
    """How much an annotation weighs: a person's work before an import, of imports the richer."""
    worked = one.status != "pending" and not _came_by_import(one)
    size = 0 if worked else len(one.gold_spans()) + len(one.gold_values())
    return worked, size, moment(one.confirmed or ""), one.revision, moment(one.updated)


def _came_by_import(one: Annotation) -> bool:
    """Whether nobody has worked on it: an import gives it one time for all, and no effort."""
    untouched = bool(one.created) and one.created == one.updated and one.confirmed in (None, one.created)
    return untouched and not one.seconds and not one.keystrokes


def _revisions(first: Iterable[Revision], second: Iterable[Revision]) -> list[Revision]:
    """Both lists in order of time, what is in both but once."""
    firsts, only = list(first), []
    left = {number: (one.event, one.time, one.annotation) for number, one in enumerate(firsts)}
    for one in second:
        same = (number for number, known in left.items() if known == (one.event, one.time, one.annotation))
        twin = next(same, None)
        if twin is None:
            only.append(one)
        else:
            del left[twin]
    return sorted((*firsts, *only), key=lambda revision: moment(revision.time))
