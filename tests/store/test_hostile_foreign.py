"""Other tools' files that mean harm, or that chance has damaged: fitted, or refused by a finding.

`FUZZ=10000 python -m pytest tests/store/test_hostile_foreign.py` tries more damaged files.
"""

import os
import random
from pathlib import Path

import pytest

from store.annotation import Annotation
from store.article import Article
from store.errors import DataError
from store.formats.fitting import Fitting
from store.formats.foreign_import import READERS, read_foreign
from store.formats.piece import Settings
from store.formats.reading import Finding, Notice
from store.formats.registry import FORMATS
from store.formats.sink import write_file, write_folder
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue
from tests.store.damage import damaged

FUZZ = int(os.environ.get("FUZZ", "150"))
SCHEMA = load_schema()
TEXT = "𠮷野食品は「が」\u3000を4月5日に公表、\n12件の氏名。\x1b[31m"
ENDLESS = "9" * 6000
DOCCANO = '{"text": "北斗", "label": [[0, ?, "ORG"]]}'
COUNTED = '{"text": "北斗", "label": [], "record": {"affected_count": "?"}}'
VALUE = '{"start": ?, "end": 4, "labels": ["ORG"], "text": "x"}'
TASK = (
    '[{"data": {"text": "北斗"}, "annotations": [{"result": [{"type": "labels", "value": ' + VALUE + "}]}]}]"
)
PRODIGY = '{"text": "北斗", "spans": [{"start": 0, "end": ?, "label": "ORG"}], "answer": "accept"}'
HOSTILE = {
    "doccano: an endless offset": ("doccano", DOCCANO.replace('?', ENDLESS)),
    "doccano: an infinite offset": ("doccano", '{"text": "北斗", "label": [[0, 1e999, "ORG"]]}'),
    "doccano: offsets outside": ("doccano", '{"text": "北斗", "label": [[-5, 99, "ORG"]]}'),
    "doccano: an endless count": (
        "doccano",
        COUNTED.replace('?', ENDLESS),
    ),
    "doccano: half a pair": ("doccano", '{"text": "\\ud83d", "label": []}'),
    "doccano: deep nesting": ("doccano", '{"text": "北斗", "x": ' + "[" * 99_999 + "]" * 99_999 + "}"),
    "label-studio: deep nesting": ("label-studio", "[" * 99_999 + "]" * 99_999),
    "label-studio: a word as an offset": (
        "label-studio",
        TASK.replace('?', '"x"'),
    ),
    "label-studio: an endless offset in words": (
        "label-studio",
        TASK.replace('?', f'"{ENDLESS}"'),
    ),
    "prodigy: an endless offset": (
        "prodigy",
        PRODIGY.replace('?', ENDLESS),
    ),
    "brat: an endless offset": ("brat", f"T1\tORG 0 {ENDLESS}\t北斗"),
    "brat: a line of blanks": ("brat", "T1\tORG " + " " * 99_999),
    "conll: a tag that is none": ("conll", "北斗 B-\n食品 X-ORG\n" + "社 " * 99_999),
}  # fmt: skip


def file_of(name: str, content: bytes, folder: Path) -> Path:
    """Write the file of a format; brat wants the text beside."""
    path = folder / ("a.ann" if name == "brat" else f"a.{name}")
    path.write_bytes(content)
    if name == "brat":
        (folder / "a.txt").write_text(TEXT)
    return path


def check(findings: list[Finding], path: Path) -> None:
    for one in findings:
        if isinstance(one, Annotation):
            assert all(0 <= span.start < span.end for span in one.spans)
        elif isinstance(one, DataError | Notice):
            assert path.parent.name in str(one)
        else:
            assert isinstance(one, Article)
    texts = {one.id: one.text for one in findings if isinstance(one, Article)}
    for one in findings:
        if isinstance(one, Annotation):
            assert all(texts[one.article][span.start : span.end] == span.text for span in one.spans)


@pytest.mark.parametrize(("name", "content"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_or_said(name: str, content: str, tmp_path: Path) -> None:
    path = file_of(name, content.encode(), tmp_path)
    findings = list(read_foreign(path, name, Fitting(SCHEMA, "花子")))
    check(findings, path)
    assert any(isinstance(one, DataError | Notice) for one in findings)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A sound file of each format that is read."""
    article = Article.from_text(TEXT, title="題", source="例", published="2023-04-06", external_id="no-1")
    spans = (
        Span("s1", 0, 4, "ORG", TEXT[:4], status="accepted"),
        Span("s2", 11, 15, "DATE", TEXT[11:15], status="accepted"),
    )
    values = (FieldValue("v1", "affected_count", 12, status="accepted"),)
    annotation = Annotation(article.id, "花子", spans, values, note="メモ", status="confirmed")
    files = {}
    for name in READERS:
        settings = Settings(
            SCHEMA, lambda text: [(at, at + 1) for at in range(len(text))], FORMATS[name].units[0]
        )
        out = tmp_path_factory.mktemp("sound") / name
        write = write_folder if FORMATS[name].is_folder else write_file
        write(FORMATS[name].write([(article, annotation)], settings), out, force=False)
        pattern = {"brat": "*/*.ann", "label-studio": "tasks.json"}.get(name)
        files[name] = (
            next(out.rglob("*.ann")) if name == "brat" else out / pattern if pattern else out
        ).read_bytes()
    return files


@pytest.mark.parametrize("seed", range(FUZZ))
def test_a_damaged_file_is_fitted_or_refused(seed: int, sound: dict[str, bytes], tmp_path: Path) -> None:
    name = list(READERS)[seed % len(READERS)]
    path = file_of(name, damaged(sound[name], random.Random(seed)), tmp_path)
    check(list(read_foreign(path, name, Fitting(SCHEMA, "花子"))), path)
