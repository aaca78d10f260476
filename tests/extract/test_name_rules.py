"""Every rule of ORG, SERVICE, DATA and CAUSE finds its hits and leaves its misses alone."""

import pytest

from extract.document import Document
from extract.lexicon import word_list
from extract.registry import rule
from extract.rule_table import rule_table

TABLES = {"organisation_rules": "organisations", "service_rules": "services", "data_rules": "data_items"}
WORDS = {"causes": "causes", "organisations": "organisations", "services": "services"}
RULES = [(finder, entry) for table, finder in TABLES.items() for entry in rule_table(table).values()] + [
    (finder, entry) for words, finder in WORDS.items() for entry in word_list(words).rules
]
HITS = [(finder, entry, text) for finder, entry in RULES for text in entry.hits]
MISSES = [(finder, entry, text) for finder, entry in RULES for text in entry.misses]


@pytest.mark.parametrize(("finder", "entry", "marked"), HITS, ids=[f"{e.id}-{text}" for _, e, text in HITS])
def test_hits(finder, entry, marked):
    start, end = marked.index("["), marked.rindex("]") - 1
    text = marked[:start] + marked[start + 1 : end + 1] + marked[end + 2 :]
    found = {(one.start, one.end, one.rule): one for one in rule(finder)(Document(text))}
    assert (start, end, entry.id) in found
    assert found[start, end, entry.id].score <= entry.score
    assert all(found[start, end, entry.id].why)


@pytest.mark.parametrize(("finder", "entry", "text"), MISSES, ids=[f"{e.id}-{text}" for _, e, text in MISSES])
def test_misses(finder, entry, text):
    assert [text[one.start : one.end] for one in rule(finder)(Document(text)) if one.rule == entry.id] == []


@pytest.mark.parametrize(("finder", "entry"), RULES, ids=[entry.id for _, entry in RULES])
def test_each_rule_has_a_reason_hits_and_as_many_misses(finder, entry):
    assert len(entry.reason) > 10
    assert entry.hits
    assert len(entry.misses) >= min(len(entry.hits), 2)
    assert 0.5 <= entry.score < 1
