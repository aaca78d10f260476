"""What was confirmed in one article is suggested in the next ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from store.span import Span
from tui.review import learning
from tui.review.edits import accept_all, add_span, new_span
from tui.review.session import ReviewSession

NAME = "そよかぜ便"
TEXTS = [f"{NAME}で不具合。{NAME}は停止。", f"きょうも{NAME}は停止。", f"あすから{NAME}を再開。"]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ReviewSession]:
    with GoldDataset.open(tmp_path / "gold.json", annotator="花子") as dataset:
        dataset.add(map(Article.from_text, TEXTS))
        sitting = ReviewSession(dataset, load_schema(), lambda report: None)
        yield sitting
        sitting.saver.close()


def enter(session: ReviewSession, index: int) -> None:
    session.enter(session.prepare(session.dataset.article_ids()[index]))


def mark(session: ReviewSession) -> Annotation:
    """Label all places of the name by hand."""
    text, annotation = session.article.text, session.annotation
    start = text.find(NAME)
    while start >= 0:
        span = new_span(annotation, text, start, start + len(NAME), "SERVICE")
        annotation = add_span(annotation, span, overlap=False)
        start = text.find(NAME, start + 1)
    session.do("span.label", NAME, accept_all(annotation))
    return annotation


def learned(session: ReviewSession) -> list[Span]:
    return [span for span in session.annotation.spans if span.origin == "learned"]


def test_a_name_that_was_confirmed_is_suggested_in_the_next_article(session: ReviewSession) -> None:
    enter(session, 0)
    assert learned(session) == []
    mark(session)
    session.confirm()
    session.saver.flush(timeout=5)
    enter(session, 1)
    [span] = learned(session)
    assert (span.text, span.label, span.status, span.why) == (NAME, "SERVICE", "suggested", ("2/2",))


def test_a_draft_teaches_nothing(session: ReviewSession) -> None:
    enter(session, 0)
    mark(session)
    session.saver.flush(timeout=5)
    enter(session, 1)
    assert learned(session) == []


def test_suggestions_that_are_there_already_are_not_touched(session: ReviewSession) -> None:
    enter(session, 1)
    before = session.annotation.spans
    enter(session, 0)
    mark(session)
    session.confirm()
    session.saver.flush(timeout=5)
    enter(session, 1)
    assert session.annotation.spans == before


def test_what_was_confirmed_in_an_earlier_sitting_teaches(tmp_path: Path) -> None:
    with GoldDataset.open(tmp_path / "gold.json", annotator="花子") as dataset:
        dataset.add(map(Article.from_text, TEXTS))
        first = ReviewSession(dataset, load_schema(), lambda report: None)
        enter(first, 0)
        mark(first)
        first.confirm()
        first.saver.close()
        second = ReviewSession(dataset, load_schema(), lambda report: None)
        enter(second, 1)
        second.saver.close()
        assert [span.text for span in learned(second)] == [NAME]


def test_only_the_last_articles_of_earlier_sittings_teach(
    session: ReviewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "LOOKED_AT", 1)
    for index in (0, 1):
        session.dataset.confirm(
            Annotation(
                session.dataset.article_ids()[index],
                "花子",
                tuple(_marks(TEXTS[index])) if index == 0 else (),
            )
        )
    sitting = ReviewSession(session.dataset, load_schema(), lambda report: None)
    enter(sitting, 2)
    sitting.saver.close()
    assert learned(sitting) == []


def _marks(text: str) -> Iterator[Span]:
    for number, start in enumerate((0, text.rindex(NAME)), 1):
        yield Span(f"s{number}", start, start + len(NAME), "SERVICE", NAME, status="accepted")
