"""Every rule of a table finds its hits and leaves its misses alone, as its data file says."""

import pytest

from extract.document import Document
from extract.registry import rule
from extract.rule_table import RuleEntry, rule_table

TABLES = {
    "date_rules": "dates",
    "periods": "periods",
    "counts": "counts",
    "money": "money",
    "contacts": "contacts",
}
RULES = [(finder, entry) for table, finder in TABLES.items() for entry in rule_table(table).values()]
HITS = [(finder, entry, text) for finder, entry in RULES for text in entry.hits]
MISSES = [(finder, entry, text) for finder, entry in RULES for text in entry.misses]


@pytest.mark.parametrize(("finder", "entry", "marked"), HITS, ids=[f"{e.id}-{text}" for _, e, text in HITS])
def test_hits(finder: str, entry: RuleEntry, marked: str) -> None:
    start, end = marked.index("["), marked.rindex("]") - 1
    text = marked[:start] + marked[start + 1 : end + 1] + marked[end + 2 :]
    found = {(found.start, found.end): found for found in rule(finder)(Document(text, "2024-06-01"))}
    assert (start, end) in found
    assert found[start, end].rule == entry.id
    assert found[start, end].score == entry.score
    assert found[start, end].why


@pytest.mark.parametrize(("finder", "entry", "text"), MISSES, ids=[f"{e.id}-{text}" for _, e, text in MISSES])
def test_misses(finder: str, entry: RuleEntry, text: str) -> None:
    assert [text[found.start : found.end] for found in rule(finder)(Document(text, "2024-06-01"))] == []


@pytest.mark.parametrize(("finder", "entry"), RULES, ids=[entry.id for _, entry in RULES])
def test_each_rule_has_a_reason_a_hit_and_a_miss(finder: str, entry: RuleEntry) -> None:
    assert len(entry.reason) > 20
    assert entry.hits
    assert entry.misses
    assert 0.5 <= entry.score < 1
