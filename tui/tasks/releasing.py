"""A release: a dataset frozen into a folder of data, guidelines, card and checksums."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.formats.piece import Loss, Part, Piece
from store.gold.checked import checked
from store.gold.dataset import GoldDataset
from store.labelled import Labelled
from store.measures.agreement import Agreement, agreement
from store.measures.figures import figures
from store.release.card import Contents, card
from store.release.guidelines import guidelines
from store.schema import Schema
from tui.tasks.exporting import Parts, Target, pieces_of
from tui.tasks.morphemes import tokenise

WHOLE = "all"
"""What the data are called where there are no splits."""


class Release(msgspec.Struct, frozen=True):
    """What is to be released."""

    parts: Parts
    """What each split holds; the whole under the empty name."""
    targets: tuple[Target, ...]
    """One a format; their places don't matter here."""
    schema: Schema
    schema_file: str
    """The schema as a file."""
    version: str
    """Of akapen."""


def release(dataset: GoldDataset, asked: Release) -> Iterator[Piece]:
    """Yield the files of a release, and what its formats could not hold. The same input gives the same bytes.

    Raises:
        AkapenError: a format can hold none of the annotations.
    """
    named = {name or WHOLE: keys for name, keys in asked.parts.items()}
    sums: dict[str, Any] = {}
    losses: dict[str, Counter[str]] = {target.format.name: Counter() for target in asked.targets}
    for target in asked.targets:
        for piece in pieces_of(dataset, named, target, asked.schema):
            if isinstance(piece, Loss):
                losses[target.format.name][piece.what] += 1
                yield Loss(piece.article, f"{piece.what} ({target.format.name})", piece.annotator)
            else:
                yield _summed(Part(piece.data, f"data/{target.format.name}/{piece.file}"), sums)
    contents = _contents(dataset, named, asked, losses)
    for name, text in (
        ("README.md", card(contents)),
        ("guidelines.md", guidelines(asked.schema)),
        ("schema.toml", asked.schema_file),
    ):
        yield _summed(Part(text.encode("utf-8", "replace"), name), sums)
    listing = "".join(f"{digest.hexdigest()}  {name}\n" for name, digest in sorted(sums.items()))
    yield Part(listing.encode(), "SHA256SUMS")


def _summed(part: Part, sums: dict[str, Any]) -> Part:
    """Add the bytes of a part to the checksum of its file."""
    sums.setdefault(part.file, sha256()).update(part.data)
    return part


def _contents(
    dataset: GoldDataset, parts: Parts, asked: Release, losses: dict[str, Counter[str]]
) -> Contents:
    items = [checked(dataset, *key) for keys in parts.values() for key in keys]
    annotations = [annotation for _, annotation in items]
    articles = {article.id for article, _ in items}
    splits = {article: name for name, keys in parts.items() for article, _ in keys}
    return Contents(
        asked.schema,
        items,
        figures(annotations, len(articles), asked.schema),
        _agreement(items, asked.schema) if len(articles) < len(items) else None,
        splits if WHOLE not in parts else {},
        losses,
        asked.version,
    )


def _agreement(items: Sequence[tuple[Article, Annotation]], schema: Schema) -> Agreement:
    work: dict[str, dict[str, Labelled]] = {}
    for article, annotation in items:
        work.setdefault(annotation.annotator, {})[article.id] = Labelled.gold(article, annotation)
    return agreement(dict(sorted(work.items())), tokenise, schema)
