"""A dataset card: what a release holds, who made it and with what, as one Markdown document."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from store.annotation import Annotation
from store.article import Article
from store.measures.agreement import Agreement
from store.measures.figures import Decisions, Figures
from store.release.markdown import literal, table
from store.schema import Schema

_DECIDED = ("gold", "accepted", "edited", "added", "rejected")
_FILES = """\
`guidelines.md` says what the labels and fields mean, `schema.toml` is the schema for akapen, and `data/`
holds the articles in each of the formats below. `sha256sum -c SHA256SUMS` checks the files.
"""


class Contents(msgspec.Struct, frozen=True):
    """What a card tells of."""

    schema: Schema
    items: Sequence[tuple[Article, Annotation]]
    figures: Figures
    """Of these items alone."""
    agreement: Agreement | None
    """None where no article has two annotators."""
    splits: Mapping[str, str]
    """The split of each article by its id; empty when there are none."""
    losses: Mapping[str, Mapping[str, int]]
    """By format: what it could not hold, and how often."""
    version: str
    """Of akapen."""


def card(contents: Contents) -> str:
    """Return the card; the same contents give the same text."""
    return "\n".join(_sections(contents))


def _sections(contents: Contents) -> Iterator[str]:
    title = contents.schema.title
    yield f"# {literal(title.ja)} / {literal(title.en)}: gold dataset\n"
    yield table(("", "count"), _counts(contents))
    if contents.splits:
        yield "## Splits\n"
        yield table(("split", "articles", "spans"), _split_rows(contents))
    yield "## Labels\n"
    yield table(("label", "日本語", "English", *_DECIDED), _label_rows(contents))
    yield "## Fields\n"
    yield table(("field", "日本語", "English", *_DECIDED, "not stated"), _field_rows(contents))
    yield "## Annotators\n"
    yield table(("annotator", "articles", "hours"), _annotator_rows(contents))
    yield from _agreement(contents.agreement)
    yield "## Made with\n"
    yield table(("", "version", "annotations"), _versions(contents))
    yield "## Files\n"
    yield _FILES
    yield table(("format", "could not hold"), _loss_rows(contents.losses))


def _counts(contents: Contents) -> Iterator[tuple[str, object]]:
    items = contents.items
    articles = {article.id: article for article, _ in items}
    yield "articles", len(articles)
    yield "annotations", len(items)
    yield "characters", sum(len(article.text) for article in articles.values())
    yield "spans", sum(one.gold for one in contents.figures.labels.values())
    yield "values", sum(one.gold for one in contents.figures.fields.values())
    published = sorted(article.published for article in articles.values() if article.published)
    if published:
        yield "published", f"{published[0]} to {published[-1]}"
    confirmed = sorted(annotation.confirmed for _, annotation in items if annotation.confirmed)
    if confirmed:
        yield "confirmed", f"{confirmed[0][:10]} to {confirmed[-1][:10]}"


def _split_rows(contents: Contents) -> Iterator[tuple[object, ...]]:
    for name in dict.fromkeys(contents.splits.values()):
        mine = [item for item in contents.items if contents.splits[item[0].id] == name]
        articles = {article.id for article, _ in mine}
        yield name, len(articles), sum(len(annotation.gold_spans()) for _, annotation in mine)


def _decided(one: Decisions) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in _DECIDED)


def _label_rows(contents: Contents) -> Iterator[tuple[object, ...]]:
    for name, one in contents.figures.labels.items():
        label = contents.schema.label(name)
        yield name, label and label.name.ja, label and label.name.en, *_decided(one)


def _field_rows(contents: Contents) -> Iterator[tuple[object, ...]]:
    decisions, unstated = contents.figures.fields, contents.figures.not_stated
    for name in dict.fromkeys((*decisions, *unstated)):
        field = contents.schema.field(name)
        figures = *_decided(decisions.get(name, Decisions())), unstated.get(name, 0)
        yield name, field and field.name.ja, field and field.name.en, *figures


def _annotator_rows(contents: Contents) -> Iterator[tuple[object, ...]]:
    counted = Counter(annotation.annotator for _, annotation in contents.items)
    for name, effort in contents.figures.effort.items():
        yield name, counted[name], f"{effort.seconds / 3600:.1f}"


def _agreement(agreement: Agreement | None) -> Iterator[str]:
    if agreement is None:
        return
    yield "## Agreement\n"
    yield f"Krippendorff's alpha on tokens: {_shown(agreement.alpha.value, agreement.alpha.why)}\n"
    rows = (
        (one.first, one.second, one.articles, one.spans.exact.f1, one.spans.overlap.f1, one.kappa.value)
        for one in agreement.pairs
    )
    yield table(("annotator", "annotator", "articles", "exact F1", "overlap F1", "Cohen's kappa"), rows)
    yield table(("label", "alpha"), ((name, one.value) for name, one in agreement.labels.items()))


def _shown(value: float | None, why: str | None) -> str:
    return f"{value:.3f}" if value is not None else f"undefined, {why}"


def _versions(contents: Contents) -> Iterator[tuple[object, ...]]:
    yield "akapen", contents.version, len(contents.items)
    for what in ("schema", "extractor"):
        counted = Counter(getattr(annotation, what) for _, annotation in contents.items)
        yield from ((what, stamp or "not known", count) for stamp, count in sorted(counted.items()))


def _loss_rows(losses: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[str, str]]:
    for name, counted in losses.items():
        yield name, ", ".join(f"{count} {what}" for what, count in counted.items()) or "nothing was lost"
