"""The report of an export: lines on what was lost, who shares articles, and how splits came out."""

from collections import Counter
from collections.abc import Iterable, Iterator

from store.formats.piece import Loss
from store.gold.reader import GoldReader
from store.plural import number_of
from store.schema import Schema
from tui.tasks.exporting import Exported, Key, Parts, Selection

_EMPTY = "no annotation fell to it; nothing is written for it"
"""What is said of a split without annotations."""


def loss_report(losses: Iterable[Loss], limit: int = 20) -> Iterator[str]:
    """Yield a line for each annotation with losses, up to a limit, and one for the rest."""
    by_annotation: dict[Key, list[str]] = {}
    for loss in losses:
        by_annotation.setdefault((loss.article, loss.annotator), []).append(loss.what)
    several = len({annotator for _, annotator in by_annotation}) > 1
    for (article, annotator), what in list(by_annotation.items())[:limit]:
        counts = (f"{count} {'× ' if count > 1 else ''}{one}" for one, count in Counter(what).items())
        whose = f"{article} by {annotator}" if several else article
        yield f"{whose}: lost {', '.join(counts)}"
    if len(by_annotation) > limit:
        yield f"and losses in {number_of(len(by_annotation) - limit, 'more annotation')}"


def sharing_report(dataset: GoldReader, selection: Selection) -> Iterator[str]:
    """Yield a line where several people's annotations of one article are selected: it is written for each."""
    people: dict[str, list[str]] = {}
    for article, annotator in dataset.index.annotations:
        mine = selection.annotator in (None, annotator)
        if mine and dataset.status(article, annotator) in selection.statuses:
            people.setdefault(article, []).append(annotator)
    shared = [names for names in people.values() if len(names) > 1]
    if shared:
        who = ", ".join(sorted({name for names in shared for name in names}))
        articles = number_of(len(shared), "article is", "articles are")
        told = f"{articles} annotated by several people ({who})"
        yield f"{told}: each is written once a person; --annotator NAME takes one's"


def empty_report(parts: Parts) -> Iterator[str]:
    """Yield a line for each split that nothing fell to."""
    for name, keys in parts.items():
        if not keys:
            yield f"{name}: {_EMPTY}"


def split_report(exported: Exported, schema: Schema) -> Iterator[str]:
    """Yield a line for each split: its size, and its share of each label's spans."""
    total = Counter[str]()
    for part in exported.parts.values():
        total.update(part.labels)
    for name, part in exported.parts.items():
        if not part.annotations:
            yield f"{name}: {_EMPTY}"
            continue
        balance = (
            f"{label.id} {part.labels.get(label.id, 0) / total[label.id]:.0%}"
            for label in schema.labels
            if total[label.id]
        )
        spans = ", ".join(balance) or "there are none"
        yield f"{name}: {number_of(part.annotations, 'annotation')}; of all spans: {spans}"
