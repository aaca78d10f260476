"""What each format is given comes back: through our export and our import, with texts that break others."""

import csv
import json
import re

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.formats.fitting import Fitting, squeezed
from store.formats.foreign_import import READERS, read_foreign
from store.formats.piece import Loss, Part, Settings
from store.formats.registry import FORMATS
from store.formats.sink import write_file, write_folder
from store.schemas.loading import load_schema
from store.span import Extent, Span
from store.value import FieldValue

SCHEMA = load_schema()
TEXT = "𠮷野食品が「が👨‍👩‍👧」\u3000は4月5日、\n髙橋様の氏名を公表。\n（Payment Card Co）"
TOKENS = [match.span() for match in re.finditer(r"𠮷野|食品|[0-9]+|[A-Za-z]+|\S", TEXT)]
PLACES = [(0, 4, "ORG"), (6, 13, "SERVICE"), (15, 19, "DATE"), (25, 27, "DATA"), (33, 48, "ORG")]


def annotated(places=PLACES, text=TEXT, **about):
    article = Article.from_text(text, title="題", source="例", published="2023-04-06", external_id="no-1")
    spans = tuple(
        Span(f"s{number}", start, end, label, text[start:end], status="accepted")
        for number, (start, end, label) in enumerate(places, 1)
    )
    return article, Annotation(
        article.id, "hanako", spans, status="confirmed", confirmed="2024-01-01T00:00:00+00:00", **about
    )


def export(folder, name, *items, unit=None):
    format_ = FORMATS[name]
    settings = Settings(SCHEMA, lambda text: TOKENS, unit or format_.units[0])
    out = folder / f"out.{name}"
    write = write_folder if format_.is_folder else write_file
    return out, write(format_.write(items, settings), out, force=False)


def pieces(name, *items, unit=None):
    settings = Settings(SCHEMA, lambda text: TOKENS, unit or FORMATS[name].units[0])
    return list(FORMATS[name].write(items, settings))


def read(path, name, **fitting):
    return list(read_foreign(path, name, Fitting(SCHEMA, "taro", **fitting)))


def places(annotation):
    return [(span.start, span.end, span.label) for span in annotation.spans]


@pytest.mark.parametrize("name", [name for name in READERS if name not in ("conll", "jsonl")])
def test_text_and_spans_come_back(tmp_path, name):
    out, losses = export(tmp_path, name, annotated())
    article, annotation = read(out, name)
    assert article.text == TEXT
    assert places(annotation) == PLACES
    assert [span.text for span in annotation.spans] == [TEXT[start:end] for start, end, _ in PLACES]
    assert (annotation.annotator, annotation.status, annotation.revision) == ("hanako", "confirmed", 1)
    assert losses == []
    if name != "brat":
        assert (article.external_id, article.title, article.source) == ("no-1", "題", "例")


def test_our_own_lines_come_back_whole(tmp_path):
    article, annotation = annotated(note="メモ")
    rejected = Span("s9", 20, 21, "ORG", TEXT[20:21], "org.rule", 0.5, status="rejected")
    item = article, msgspec.structs.replace(annotation, spans=(*annotation.spans, rejected))
    out, losses = export(tmp_path, "jsonl", item)
    assert (*read(out, "jsonl"), losses) == (*item, [])


@pytest.mark.parametrize("unit", ["token", "character"])
def test_iob2_comes_back_to_the_article_that_is_there(tmp_path, unit):
    item = annotated()
    out, losses = export(tmp_path, "conll", item, unit=unit)
    article, annotation = read(out, "conll", known={squeezed(TEXT): item[0]})
    assert losses == []
    assert article == item[0]
    assert places(annotation) == PLACES
    assert (annotation.annotator, annotation.article) == ("taro", item[0].id)


def test_iob2_alone_gives_the_text_without_its_white_space(tmp_path):
    out, _ = export(tmp_path, "conll", annotated())
    article, annotation = read(out, "conll")
    assert article.text == "𠮷野食品が「が👨‍👩‍👧」は4月5日、\n髙橋様の氏名を公表。\n（Payment Card Co）"
    assert [(span.text, span.label) for span in annotation.spans] == [
        (TEXT[start:end], label) for start, end, label in PLACES
    ]


@pytest.mark.parametrize("name", ["doccano", "prodigy", "label-studio"])
def test_the_record_comes_back_typed(tmp_path, name):
    values = (
        FieldValue("v1", "victim", "𠮷野食品", ("s1",), status="accepted"),
        FieldValue("v2", "cause", "malware", status="accepted"),
        FieldValue("v3", "cause", "other", status="accepted"),
        FieldValue("v4", "affected_count", 12345, status="accepted"),
        FieldValue("v5", "published_on", "2023-04", status="accepted"),
        FieldValue("v6", "service", TEXT[6:13], ("s2",), status="accepted"),
        FieldValue("v7", "contact", None, status="accepted"),
    )
    out, losses = export(tmp_path, name, annotated(values=values, note="一行\n二行"))
    _, annotation = read(out, name)
    assert losses == []
    assert annotation.values == values
    assert annotation.note == "一行\n二行"


@pytest.mark.parametrize("name", ["doccano", "prodigy", "label-studio"])
def test_a_value_among_several_is_supported_by_the_spans_that_say_the_same(tmp_path, name):
    values = (
        FieldValue("v1", "service", TEXT[6:13], ("s2",), status="accepted"),
        FieldValue("v2", "service", "別のもの", ("s1",), status="accepted"),
    )
    out, _ = export(tmp_path, name, annotated(values=values))
    _, annotation = read(out, name)
    assert [value.evidence for value in annotation.values] == [("s2",), ()]


@pytest.mark.parametrize("name", READERS)
def test_suggestions_are_left_undecided_for_us(tmp_path, name):
    out, _ = export(tmp_path, name, annotated())
    _, annotation = read(out, name, kind="suggestions")
    assert (annotation.annotator, annotation.status) == ("taro", "pending")
    assert {(span.status, span.origin) for span in annotation.spans} == {("suggested", f"import.{name}")}


def lost(found):
    return [piece.what for piece in found if isinstance(piece, Loss)]


def test_losses_are_said():
    places = [(0, 4, "ORG"), (2, 6, "DATE"), (1, 2, "CAUSE")]
    rejected = Span("s9", 20, 21, "ORG", TEXT[20:21], "org.rule", 0.5, status="rejected")
    values = (
        FieldValue("v1", "victim", "𠮷野食品", status="accepted"),
        FieldValue("v2", "contact", None, status="accepted"),
    )
    article, annotation = annotated(places, values=values, note="メモ")
    item = article, msgspec.structs.replace(annotation, spans=(*annotation.spans, rejected))
    shared = ["rejected suggestion"]
    assert lost(pieces("jsonl", item)) == []
    assert lost(pieces("conll", item)) == [
        "overlapping span", "overlapping span", "record value", "field marked as not stated", "note", *shared,
    ]  # fmt: skip
    assert lost(pieces("doccano", item)) == shared
    assert lost(pieces("prodigy", item)) == shared
    assert lost(pieces("label-studio", item)) == shared
    assert lost(pieces("csv", item)) == ["span that supports no field"] * 3 + shared
    assert lost(pieces("brat", item)) == ["record value", "field marked as not stated", *shared]


def test_an_articles_further_data_are_only_in_our_own():
    article, annotation = annotated()
    item = msgspec.structs.replace(article, meta={"掲載": "新聞"}), annotation
    assert lost(pieces("jsonl", item)) == []
    for name in ("doccano", "prodigy", "label-studio", "brat", "conll", "csv"):
        assert lost(pieces(name, item)).count("further data of the article") == 1


def test_iob2_says_which_spans_are_within_tokens():
    item = annotated([(0, 1, "ORG"), (15, 19, "DATE")])
    assert lost(pieces("conll", item)) == ["span that begins or ends within a token"]
    assert lost(pieces("conll", item, unit="character")) == []


def test_doccano_counts_in_the_unit_asked():
    [part] = pieces("doccano", annotated([(15, 19, "DATE")]), unit="utf-16")
    assert json.loads(part.data)["label"] == [[19, 23, "DATE"]]


@pytest.mark.parametrize("unit", ["code-point", "utf-16"])
def test_doccano_comes_back_whatever_it_counts(tmp_path, unit):
    out, _ = export(tmp_path, "doccano", annotated(), unit=unit)
    _, annotation = read(out, "doccano")
    assert places(annotation) == PLACES


def test_iob2_has_four_columns_and_blank_lines_between_sentences():
    [part] = pieces("conll", annotated())
    lines = part.data.decode().split("\n")
    assert lines[:4] == ["-DOCSTART- -X- -X- O", "", "𠮷野 -X- _ B-ORG", "食品 -X- _ I-ORG"]
    assert lines[lines.index("髙 -X- _ O") - 1] == ""
    assert all(len(line.split(" ")) == 4 for line in lines if line)


def test_prodigy_has_inclusive_token_ends_and_signed_hashes():
    [part] = pieces("prodigy", annotated([*PLACES, (25, 26, "DATA")]))
    task = json.loads(part.data)
    span = task["spans"][0]
    assert (span["token_start"], span["token_end"]) == (0, 1)
    assert task["tokens"][1] == {"text": "食品", "start": 2, "end": 4, "id": 1, "ws": False}
    assert "".join(token["text"] + " " * token["ws"] for token in task["tokens"]) == TEXT
    within = task["spans"][-1]
    assert task["tokens"][within["token_start"]]["text"] == within["text"] == TEXT[25]
    assert all(-(2**31) <= task[key] < 2**31 for key in ("_input_hash", "_task_hash"))
    assert (task["answer"], task["_timestamp"]) == ("accept", 1704067200)


def test_prodigy_takes_a_time_that_is_none_for_the_oldest():
    article, annotation = annotated()
    [part] = pieces("prodigy", (article, msgspec.structs.replace(annotation, confirmed="昨日")))
    assert json.loads(part.data)["_timestamp"] == 0


def test_where_a_value_stands_goes_with_it():
    values = (FieldValue("v1", "victim", "𠮷野食品", ("s1",), status="accepted"),)
    item = annotated([(0, 4, "ORG"), (15, 19, "DATE")], values=values)
    [line] = pieces("doccano", item, unit="utf-16")
    assert json.loads(line.data)["evidence"] == {"victim": [[0, 5]]}
    [line] = pieces("prodigy", item)
    assert json.loads(line.data)["evidence"] == {"victim": [[0, 4]]}
    [task] = json.loads(b"".join(piece.data for piece in pieces("label-studio", item)[1:]))
    first, second, _ = task["annotations"][0]["result"]
    assert (first["meta"], "meta" in second) == ({"text": ["victim"]}, False)


def test_label_studio_keeps_predictions_apart_from_gold():
    article, annotation = annotated([(0, 4, "ORG")])
    machine = Span(
        "s2",
        15,
        19,
        "DATE",
        TEXT[15:19],
        "date.rule",
        0.5,
        status="rejected",
        suggested=Extent(15, 18, "DATE"),
    )
    item = article, msgspec.structs.replace(annotation, spans=(*annotation.spans, machine), extractor="1")
    parts = {}
    for piece in pieces("label-studio", item):
        if isinstance(piece, Part):
            parts[piece.file] = parts.get(piece.file, b"") + piece.data
    [task] = json.loads(parts["tasks.json"])
    assert [one["value"]["start"] for one in task["annotations"][0]["result"]] == [0]
    [prediction] = task["predictions"]
    assert (prediction["model_version"], prediction["score"]) == ("akapen 1", 0.5)
    assert prediction["result"][0]["value"] == {
        "start": 15,
        "end": 18,
        "text": TEXT[15:18],
        "labels": ["DATE"],
    }
    assert b'<Label value="ORG" hotkey="1" background="#2C4BB3"/>' in parts["config.xml"]


def test_brat_splits_spans_at_line_ends(tmp_path):
    out, losses = export(tmp_path, "brat", annotated([(15, 23, "DATE")], note="一行\n二行"))
    [file] = out.rglob("*.ann")
    assert file.read_text("utf-8") == (
        f"T1\tDATE 15 20;21 23\t{TEXT[15:20]} {TEXT[21:23]}\n#1\tAnnotatorNotes T1\t一行 二行\n"
    )
    assert [loss.what for loss in losses] == ["line end within a span (the span is in fragments)"]
    _, annotation = read(out, "brat")
    assert places(annotation) == [(15, 23, "DATE")]


def test_brat_gets_no_line_for_a_span_of_nothing_but_line_ends(tmp_path):
    """Its lines can't say one, and one that says nothing would be refused by every reader."""
    ends = [(20, 21, "DATE"), (25, 27, "DATA")]
    out, losses = export(tmp_path, "brat", annotated(ends, note="覚え"))
    assert [loss.what for loss in losses] == ["span of nothing but line ends"]
    *_, annotation = read(out, "brat")
    assert (places(annotation), annotation.note) == ([(25, 27, "DATA")], "覚え")


def test_csv_has_a_row_an_article_and_no_formulas(tmp_path):
    values = (
        FieldValue("v1", "victim", "𠮷野食品", ("s1",), status="accepted"),
        FieldValue("v2", "contact", "+81-3-0000-0000", status="accepted"),
        FieldValue("v3", "service", None, status="accepted"),
    )
    out, _ = export(tmp_path, "csv", annotated([(0, 4, "ORG")], values=values, note="=1+1"))
    with out.open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["id"], row["victim"], row["victim evidence"]) == ("no-1", "𠮷野食品", "𠮷野食品 (0-4)")
    assert (row["note"], row["contact"], row["service"]) == ("'=1+1", "'+81-3-0000-0000", "(not stated)")
    assert row["text"] == TEXT
