"""Counting what articles would suggest, in a process of its own."""

import io
import json

import msgspec
import pytest

from extract.extractor import Extractor
from extract.lessons import Lessons, Tally, Term
from store.article import Article
from store.schemas.loading import load_schema
from tui.review import counting
from tui.review.article_queue import Counted

TEXTS = ("北斗フーズは2024年5月7日に電話番号500件の誤送信を公表した。", "そよかぜ便は停止。", "。")
LESSONS = Lessons({Term("そよかぜ便", "SERVICE"): Tally(3, 3)})


def expected(article: Article) -> Counted:
    found = Extractor(load_schema(), LESSONS).suggest(article.text, article.published)
    scores = [one.score for one in (*found.spans, *found.values) if one.score is not None]
    undecided = len(found.spans) + len(found.values)
    return Counted(article.id, len(found.spans), undecided, min(scores, default=None))


async def test_counts_are_those_of_the_suggestions_that_opening_makes() -> None:
    articles = [Article.from_text(text) for text in TEXTS]
    found = [one async for one in counting.counts(load_schema(), LESSONS, articles)]
    assert found == [expected(article) for article in articles]
    assert found[1].spans == 1, "what was learned is among them"


async def test_a_process_that_ends_before_its_time_leaves_the_rest_uncounted(monkeypatch) -> None:
    monkeypatch.setattr(counting.sys, "executable", "/bin/false")
    articles = [Article.from_text(text) for text in TEXTS]
    assert [one async for one in counting.counts(load_schema(), LESSONS, articles)] == []


def test_the_process_ends_with_its_input() -> None:
    begin = counting.Begin(load_schema(), msgspec.msgpack.encode(LESSONS))
    asked = counting.Asked("a", TEXTS[0], None)
    target = io.BytesIO()
    counting.answer(io.BytesIO(msgspec.json.encode(begin) + b"\n" + msgspec.json.encode(asked)), target)
    (line,) = target.getvalue().splitlines()
    assert json.loads(line)["article"] == "a" and json.loads(line)["undecided"] > 3
    with pytest.raises(msgspec.DecodeError):
        counting.answer(io.BytesIO(b""), target)
