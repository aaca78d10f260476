"""Other tools take what we export; those that aren't installed are said when skipped."""

import re

import pytest

from store.annotation import Annotation
from store.article import Article
from store.formats.conll import BEGINNING
from store.formats.piece import Part, Settings
from store.formats.registry import FORMATS
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

TEXT = "𠮷野食品は4月5日、氏名を公表。\n北斗食品も公表。"
TOKENS = [found.span() for found in re.finditer(r"𠮷野|食品|北斗|\S", TEXT)]


@pytest.fixture
def item():
    article = Article.from_text(TEXT, external_id="007")
    places = [(0, 4, "ORG"), (5, 9, "DATE"), (17, 21, "ORG")]
    spans = tuple(
        Span(f"s{number}", start, end, label, TEXT[start:end], status="accepted")
        for number, (start, end, label) in enumerate(places, 1)
    )
    values = (
        FieldValue("v1", "victim", "𠮷野食品", ("s1",), status="accepted"),
        FieldValue("v2", "affected_count", 5, status="accepted"),
    )
    return article, Annotation(article.id, "hanako", spans, values, note="=SUM(1)", status="confirmed")


def written(name, *items):
    settings = Settings(load_schema(), lambda text: TOKENS, FORMATS[name].units[0])
    return b"".join(piece.data for piece in FORMATS[name].write(items, settings) if isinstance(piece, Part))


def test_pandas_reads_our_csv(item, tmp_path):
    pandas = pytest.importorskip("pandas")
    (tmp_path / "a.csv").write_bytes(written("csv", item))
    frame = pandas.read_csv(tmp_path / "a.csv", dtype={"id": str}, keep_default_na=False)
    assert frame.loc[0, "id"] == "007"
    assert frame.loc[0, "victim evidence"] == "𠮷野食品 (0-4)"
    assert frame.loc[0, "affected_count"] == 5
    assert frame.loc[0, "note"] == "'=SUM(1)"
    assert frame.loc[0, "text"] == TEXT


def test_seqeval_finds_the_entities_of_our_iob2(item):
    pytest.importorskip("seqeval")
    from seqeval.metrics.sequence_labeling import get_entities

    lines = written("conll", item).removeprefix(BEGINNING).decode().split("\n")
    sentences = "\n".join(lines).split("\n\n")
    tags = [[line.split(" ")[3] for line in sentence.split("\n") if line] for sentence in sentences]
    assert [get_entities(sentence) for sentence in tags if sentence] == [
        [("ORG", 0, 1), ("DATE", 3, 6)],
        [("ORG", 0, 1)],
    ]
