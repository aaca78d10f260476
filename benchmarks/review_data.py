"""Datasets for the benchmarks of the review screen: one long article, or a long queue of short ones."""

from pathlib import Path

from benchmarks.sample_text import sample_spans, sample_text
from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue, Value

ANNOTATOR = "花子"
SAMPLES: dict[str, Value] = {"text": "北斗食品株式会社", "integer": 2577, "date": "2023-04-05"}
ARTICLE_CHARACTERS = 1_500


def one_long(path: Path, characters: int, count: int) -> None:
    """Make a dataset of one article with so many suggested spans, and a value for every field."""
    schema = load_schema()
    text, starts = sample_text(characters)
    spans = sample_spans(text, starts, count, schema)
    article = Article.from_text(text, title="長い知らせ", published="2023-04-05")
    values = []
    for field in schema.fields:
        content = field.codes[0].id if field.codes else SAMPLES[field.type]
        evidence = _evidence(spans, field.labels)
        values.append(FieldValue(f"v{field.id}", field.id, content, evidence, "sample.rule", 0.8))
    annotation = Annotation(article.id, ANNOTATOR, tuple(spans), tuple(values), schema=schema.stamp)
    with GoldDataset.open(path, annotator=ANNOTATOR) as gold:
        gold.add([article])
        gold.save(annotation)


def _evidence(spans: list[Span], labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of two spans that a field may rest on, the first of the text and one in its middle."""
    fitting = [span.id for span in spans if span.label in labels]
    return tuple(dict.fromkeys((*fitting[:1], *fitting[len(fitting) // 2 :][:1])))


def long_queue(path: Path, articles: int) -> None:
    """Make a dataset of so many short articles, none of them opened yet."""
    text, _ = sample_text(ARTICLE_CHARACTERS)
    with GoldDataset.open(path, annotator=ANNOTATOR) as gold:
        gold.add(
            Article.from_text(f"第{number}報\n{text}", title=f"知らせ{number}", published="2023-04-05")
            for number in range(articles)
        )
