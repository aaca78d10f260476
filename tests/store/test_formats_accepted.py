"""Other tools take what we export; those that aren't installed are said when skipped."""

import re

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.formats.conll import BEGINNING
from store.formats.piece import Part, Settings
from store.formats.registry import FORMATS
from store.formats.sink import write_folder
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


def strictly(folder, schema_labels):
    """Read a folder as brat's documentation has it, and refuse whatever strays from that."""
    configured = (folder / "annotation.conf").read_text("utf-8").split("[entities]\n")[1].split("\n\n")[0]
    assert configured.split("\n") == schema_labels
    for path in sorted(folder.rglob("*.ann")):
        text, ids, spans = path.with_suffix(".txt").read_text("utf-8"), [], []
        for line in path.read_text("utf-8").removesuffix("\n").split("\n"):
            kind, middle, surface = line.split("\t")
            if line.startswith("#"):
                assert re.fullmatch(r"#\d+", kind)
                assert re.fullmatch(rf"AnnotatorNotes ({'|'.join(ids)})", middle)
                continue
            assert re.fullmatch(r"T[1-9]\d*", kind)
            assert kind not in ids
            ids.append(kind)
            label, _, places = middle.partition(" ")
            assert label in schema_labels
            fragments = [tuple(map(int, place.split(" "))) for place in places.split(";")]
            edges = [edge for fragment in fragments for edge in fragment]
            assert edges == sorted(set(edges))
            assert " ".join(text[start:end] for start, end in fragments) == surface
            spans.append((label, fragments))
        yield text, spans


def test_a_strict_reader_of_brat_finds_the_spans(item, tmp_path):
    article, annotation = item
    over = Span("s9", 11, 21, "DATA", TEXT[11:21], status="accepted")
    annotation = msgspec.structs.replace(annotation, spans=(*annotation.spans, over))
    settings = Settings(load_schema(), lambda text: TOKENS, "")
    write_folder(FORMATS["brat"].write([(article, annotation)], settings), tmp_path / "brat", force=False)
    labels = [label.id for label in settings.schema.labels]
    [(text, spans)] = strictly(tmp_path / "brat", labels)
    assert text == TEXT
    assert spans == [
        ("ORG", [(0, 4)]), ("DATE", [(5, 9)]), ("ORG", [(17, 21)]), ("DATA", [(11, 16), (17, 21)]),
    ]  # fmt: skip


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
