"""Organisations and services as texts bring them in, to their edges (`tests/data/names*.txt`)."""

from pathlib import Path

import pytest

from extract.document import Document
from extract.names.organisations import find_organisations
from extract.names.services import find_services
from extract.overlap import resolve

FILES = sorted((Path(__file__).parents[1] / "data").glob("names*.txt"))
LABELS = {"[": "ORG", "{": "SERVICE"}


def sentences():
    lines = [line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
    return [line.replace(r"\n", "\n") for line in lines if line and not line.startswith("#")]


def read(sentence):
    text, marked, opened = "", [], ("", 0)
    for character in sentence:
        if character in LABELS:
            opened = LABELS[character], len(text)
        elif character in "]}":
            marked.append((*opened, len(text)))
        else:
            text += character
    return text, marked


@pytest.mark.parametrize("sentence", sentences())
def test_names_are_found_to_their_edges(sentence):
    text, expected = read(sentence)
    document = Document(text)
    found = resolve([*find_organisations(document), *find_services(document)], ["ORG", "SERVICE"])
    assert [(one.label, one.start, one.end) for one in found] == expected
