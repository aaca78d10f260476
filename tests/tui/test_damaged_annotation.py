"""An annotation that doesn't fit its text is told with its place, not shown, and left as it is."""

from pathlib import Path

import pytest

from store.annotation import Annotation
from store.article import Article
from store.errors import DatasetError
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from store.span import Span
from tests.tui.conftest import TEXT, Sitting
from tui.app import AkapenApp
from tui.keyboard.keys import load_keys
from tui.language import Language
from tui.review.session import ReviewSession

BROKEN = {
    "outside of the text": (Span("s1", 900, 905, "DATE", "4月5日"), "spans[0]: 900-905 lies outside"),
    "its end before its start": (Span("s1", 8, 0, "ORG", TEXT[:8]), "spans[0]: 8-0 lies outside"),
    "another surface": (Span("s1", 0, 4, "ORG", "別の会社"), "spans[0]: says '別の会社'"),
}


def damage(path: Path, span: Span) -> Annotation:
    """Give the first of two articles an annotation that doesn't fit it."""
    with GoldDataset.open(path, annotator="tester") as dataset:
        articles = [Article.from_text(TEXT), Article.from_text(TEXT + "\n第二報。")]
        dataset.add(articles)
        annotation = Annotation(articles[0].id, "tester", (span,))
        dataset.save(annotation)
    return annotation


@pytest.mark.parametrize(("span", "problem"), BROKEN.values(), ids=BROKEN)
def test_it_is_refused_with_its_place(span: Span, problem: str, tmp_path: Path) -> None:
    annotation = damage(tmp_path / "gold.json", span)
    with GoldDataset.open(tmp_path / "gold.json", annotator="tester") as dataset:
        session = ReviewSession(dataset, load_schema(), lambda report: None)
        with pytest.raises(DatasetError) as refused:
            session.prepare(annotation.article)
        session.saver.close()
        assert f"annotation of {annotation.article} by tester.{problem}" in refused.value.message
        assert "akapen doctor" in refused.value.message
        assert dataset.annotation(annotation.article) == annotation


async def test_the_review_goes_on_with_the_others(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    annotation = damage(path, BROKEN["outside of the text"][0])
    with GoldDataset.open(path, annotator="tester") as dataset:
        app = AkapenApp(dataset, load_schema(), load_keys(), Language("en"))
        async with app.run_test(size=(100, 24)) as pilot:
            sitting = Sitting(app, pilot, dataset)
            await sitting.sees("900-905 lies outside the text of")
            await sitting.press("q", "down", "enter")
            await sitting.until(lambda: app.session.is_open)
            assert app.session.article.text.endswith("第二報。")
        app.session.saver.close()
        assert dataset.annotation(annotation.article) == annotation
