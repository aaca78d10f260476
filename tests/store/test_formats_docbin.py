"""spaCy takes our DocBin: the same texts and spans, `debug data` and a training run on them."""

import re
import subprocess
import sys

import pytest

from store.annotation import Annotation
from store.article import Article
from store.formats.docbin import SPANS, write_docbin
from store.formats.piece import Loss, Part, Settings
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

TEXT = "𠮷野食品が「が👨‍👩‍👧」\u3000は4月5日、\n髙橋様の氏名を\t公表。\n\n（Payment Card Co）  と A B。"
PLACES = [(0, 4, "ORG"), (6, 13, "SERVICE"), (15, 23, "PERIOD"), (25, 27, "DATA"), (34, 37, "ORG")]


def tokens(text):
    return [found.span() for found in re.finditer(r"𠮷野|食品|[0-9]+|[A-Za-z]+|\S", text)]


def spans_at(text, places):
    return tuple(
        Span(f"s{number}", start, end, label, text[start:end], status="accepted")
        for number, (start, end, label) in enumerate(places, 1)
    )


def item(text=TEXT, places=PLACES, **more):
    article = Article.from_text(text, title="題", source="例", published="2023-04-06", external_id="no-1")
    return article, Annotation(article.id, "花子", spans_at(text, places), status="confirmed", **more)


def written(*items):
    pieces = list(write_docbin(items, Settings(load_schema(), tokens, "")))
    data = b"".join(piece.data for piece in pieces if isinstance(piece, Part))
    return data, [piece for piece in pieces if isinstance(piece, Loss)]


def documents(data, folder):
    """The documents as spaCy loads them from a file, and their places."""
    spacy = pytest.importorskip("spacy")
    path = folder / "gold.spacy"
    path.write_bytes(data)
    return list(spacy.tokens.DocBin().from_disk(path).get_docs(spacy.vocab.Vocab()))


def places(spans):
    return [(span.start_char, span.end_char, span.label_) for span in spans]


def test_spacy_loads_the_same_text_and_entities(tmp_path):
    values = (
        FieldValue("v1", "victim", "𠮷野食品", ("s1",), status="accepted"),
        FieldValue("v2", "contact", None, status="accepted"),
    )
    data, losses = written(item(values=values, note="メモ"))
    [document] = documents(data, tmp_path)
    assert document.text == TEXT
    assert places(document.ents) == PLACES
    assert [span.text for span in document.ents] == [TEXT[start:end] for start, end, _ in PLACES]
    assert places(document.spans[SPANS]) == PLACES
    assert losses == []
    about = document.user_data
    assert (about["id"], about["annotator"], about["note"]) == ("no-1", "花子", "メモ")
    assert about["record"] == {"victim": "𠮷野食品"}
    assert [list(place) for place in about["evidence"]["victim"]] == [[0, 4]]
    assert list(about["not_stated"]) == ["contact"]


def test_overlapping_spans_are_kept_aside_and_said(tmp_path):
    overlapping = [(0, 4, "ORG"), (2, 4, "SERVICE"), (15, 19, "DATE")]
    data, losses = written(item(places=overlapping))
    [document] = documents(data, tmp_path)
    assert places(document.ents) == [(0, 4, "ORG"), (15, 19, "DATE")]
    assert places(document.spans[SPANS]) == overlapping
    assert [loss.what for loss in losses] == [
        'overlapping span (in doc.spans["sc"] with all spans, not in doc.ents)'
    ]


def test_half_a_surrogate_pair_does_no_harm(tmp_path):
    [document] = documents(written(item("北斗\ud800食品", [(0, 2, "ORG")]))[0], tmp_path)
    assert (document.text, document.ents[0].text) == ("北斗?食品", "北斗")


def test_the_same_articles_give_the_same_bytes():
    pytest.importorskip("spacy")
    assert written(item(), item("別の記事", [])) == written(item(), item("別の記事", []))


def spacy_says(*arguments):
    command = [sys.executable, "-m", "spacy", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_spacy_finds_no_fault_with_the_data_and_trains_on_it(tmp_path):
    pytest.importorskip("spacy")
    pytest.importorskip("sudachipy", reason="spaCy's Japanese needs sudachipy and sudachidict-core")
    notices = [f"{number}番の北斗食品は{TEXT}" for number in range(130)]
    articles = [item(text, [(text.index("北"), text.index("は"), "ORG")]) for text in notices]
    train, dev, config = tmp_path / "train.spacy", tmp_path / "validation.spacy", tmp_path / "config.cfg"
    train.write_bytes(written(*articles[:100])[0])
    dev.write_bytes(written(*articles[100:])[0])
    spacy_says("init", "config", config, "--lang", "ja", "--pipeline", "ner")
    paths = "--paths.train", train, "--paths.dev", dev
    said = spacy_says("debug", "data", config, *paths)
    assert "100 training docs" in said
    assert "No entities consisting of or starting/ending with whitespace" in said
    spacy_says("train", config, "--output", tmp_path / "model", *paths, "--training.max_epochs", 1)
    assert (tmp_path / "model" / "model-last" / "ner").is_dir()
