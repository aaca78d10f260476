"""Comparison by span and field, the log made of it, and merging without loss."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from store.annotation import Annotation
from store.article import Article
from store.change import Change
from store.gold.compare import Difference, compare, compare_datasets
from store.gold.dataset import GoldDataset
from store.gold.log import log
from store.gold.merge import merge
from store.history import History
from store.span import Span
from store.value import FieldValue

TEXT = "北斗食品株式会社は5月1日に公表した。"
ARTICLE = Article.from_text(TEXT)
ORG = Span("s1", 0, 8, "ORG", "北斗食品株式会社", status="accepted")
DATE = Span("s2", 9, 13, "DATE", "5月1日", status="accepted")
VICTIM = FieldValue("v1", "victim", "北斗食品株式会社", status="accepted")

Make = Callable[..., GoldDataset]


def annotation(*spans: Span, values: tuple[FieldValue, ...] = (), **more: object) -> Annotation:
    return msgspec.structs.replace(Annotation(ARTICLE.id, "花子", spans, values), **more)


def shown(before: Annotation, after: Annotation) -> list[str]:
    return [str(one).split(" ", 3)[0] + " " + str(one).split(" ", 3)[3] for one in compare(before, after)]


def test_equal_gold_has_no_difference_whatever_the_ids() -> None:
    other = msgspec.structs.replace(ORG, id="x9", origin="organisations", score=0.3)
    suggestion = Span("s3", 0, 2, "SERVICE", "北斗")
    assert shown(annotation(ORG, suggestion), annotation(other)) == []


def test_spans_are_compared_by_place_and_label() -> None:
    short = msgspec.structs.replace(ORG, end=4, text="北斗食品")
    named = msgspec.structs.replace(ORG, label="SERVICE")
    assert shown(annotation(ORG), annotation(ORG, DATE)) == ["+ span DATE: DATE 9-13 5月1日"]
    assert shown(annotation(ORG, DATE), annotation(DATE)) == ["- span ORG: ORG 0-8 北斗食品株式会社"]
    assert shown(annotation(ORG), annotation(short)) == [
        "~ span ORG: ORG 0-8 北斗食品株式会社 → ORG 0-4 北斗食品"
    ]
    assert shown(annotation(ORG), annotation(named)) == [
        "~ span ORG: ORG 0-8 北斗食品株式会社 → SERVICE 0-8 北斗食品株式会社"
    ]


def test_spans_that_only_touch_do_not_take_each_others_place() -> None:
    first, second = (Span("s1", at, at + 4, "ORG", TEXT[at : at + 4], status="accepted") for at in (0, 4))
    assert shown(annotation(first), annotation(second)) == [
        "- span ORG: ORG 0-4 北斗食品",
        "+ span ORG: ORG 4-8 株式会社",
    ]
    assert shown(annotation(second), annotation(first)) == [
        "+ span ORG: ORG 0-4 北斗食品",
        "- span ORG: ORG 4-8 株式会社",
    ]


def test_fields_are_compared_by_value() -> None:
    none = msgspec.structs.replace(VICTIM, value=None)
    two = msgspec.structs.replace(VICTIM, id="v2", value="北斗マルシェ")
    one_way = annotation(values=(VICTIM, two))
    assert shown(one_way, annotation(values=(two, VICTIM))) == []
    assert shown(annotation(values=(VICTIM,)), annotation(values=(none,))) == [
        "~ field victim: 北斗食品株式会社 → not stated"
    ]
    assert shown(annotation(), annotation(values=(VICTIM,))) == ["+ field victim: 北斗食品株式会社"]


def test_status_and_note_count() -> None:
    assert shown(annotation(), annotation(status="draft", note="確認")) == [
        "~ status: pending → draft",
        "~ note:  → 確認",
    ]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def make(name: str, *annotations: Annotation, articles: tuple[Article, ...] = (ARTICLE,)) -> GoldDataset:
        gold = GoldDataset.open(tmp_path / name, annotator="花子")
        gold.add(articles)
        for one in annotations:
            empty = Annotation(one.article, one.annotator)
            gold.save(one, History().push("x", name, "t", Change.between(empty, one)).steps)
        return gold

    return make


def test_datasets_are_compared_article_by_article(make: Make) -> None:
    more = Article.from_text("別の記事")
    renamed = msgspec.structs.replace(ARTICLE, title="題")
    theirs = annotation(DATE, annotator="太郎", status="draft")
    with (
        make("a.json", annotation(ORG)) as one,
        make("b.json", annotation(ORG, DATE), theirs, articles=(renamed, more)) as other,
    ):
        found = list(compare_datasets(one, other))
    assert [(each.kind, each.key, each.annotator) for each in found] == [
        ("article", "title", ""),
        ("annotation", "", "太郎"),
        ("span", "DATE", "花子"),
        ("article", "", ""),
    ]
    assert found[1] == Difference(ARTICLE.id, "太郎", "annotation", "", None, "draft, 1 span, 0 values")


def test_the_log_tells_what_each_revision_changed(make: Make) -> None:
    with make("a.json") as gold:
        first = gold.confirm(annotation(ORG))
        gold.confirm(msgspec.structs.replace(first, spans=(ORG, DATE)))
        gold.delete(ARTICLE.id)
        entries = log(gold, ARTICLE.id)
    assert [(entry.event, entry.revision, entry.by) for entry in entries] == [
        ("confirm", 1, "花子"),
        ("confirm", 2, "花子"),
        ("delete", 3, "花子"),
    ]
    assert [one.after for one in entries[1].changes] == ["DATE 9-13 5月1日"]
    assert entries[2].changes == ()


def test_merging_joins_without_conflict(make: Make, tmp_path: Path) -> None:
    mine, theirs = annotation(ORG), annotation(DATE, annotator="太郎")
    more = Article.from_text("別の記事")
    with (
        make("a.json", mine) as one,
        make("b.json", theirs, articles=(more, ARTICLE)) as other,
        make("c.json", articles=()) as into,
    ):
        confirmed = other.confirm(theirs)
        assert merge(one, other, into) == ()
        assert into.article_ids() == (ARTICLE.id, more.id)
        assert list(into.annotations()) == [mine, confirmed]
        assert into.history(ARTICLE.id, "太郎") == other.history(ARTICLE.id, "太郎")
        assert into.revisions() == other.revisions()
        assert [str(one) for one in compare_datasets(other, into) if one.annotator == "太郎"] == []


def test_the_later_of_two_wins_and_the_other_is_kept(make: Make) -> None:
    old = annotation(ORG, updated="2026-01-02T00:00:00+09:00")
    new = annotation(DATE, updated="2026-01-01T18:00:00+00:00")
    for first, second in ((old, new), (new, old)):
        name = f"{first.updated[8:10]}-"
        with (
            make(name + "a.json", first) as one,
            make(name + "b.json", second) as other,
            make(name + "c.json", articles=()) as into,
        ):
            conflicts = merge(one, other, into)
            assert {conflict.key for conflict in conflicts} == {"ORG", "DATE"}
            assert into.annotation(ARTICLE.id) == new
            assert into.history(ARTICLE.id).steps[0].change.spans[0].after == DATE
            assert [(kept.event, kept.annotation) for kept in into.revisions()] == [("merge", old)]


def test_an_import_does_not_win_over_reviewed_work(make: Make) -> None:
    time = "2099-01-01T00:00:00+09:00"
    poor = annotation(
        DATE,
        status="confirmed",
        revision=1,
        created=time,
        updated=time,
        confirmed=time,
        schema="incident 1.2",
    )
    with make("a.json") as one, make("b.json") as other, make("c.json", articles=()) as into:
        rich = one.confirm(annotation(ORG, DATE))
        other.save(poor)
        for first, second in ((one, other), (other, one)):
            conflicts = merge(first, second, into)
            assert [(conflict.kind, conflict.key) for conflict in conflicts] == [("span", "ORG")]
            assert into.annotation(ARTICLE.id) == rich
            assert poor in [kept.annotation for kept in into.revisions()]


def test_decisions_on_suggestions_that_differ_are_a_conflict(make: Make) -> None:
    rejected = msgspec.structs.replace(DATE, origin="date", status="rejected")
    with (
        make("a.json", annotation(ORG)) as one,
        make("b.json", annotation(ORG, rejected)) as other,
        make("c.json", articles=()) as into,
    ):
        [conflict] = merge(one, other, into)
    assert str(conflict).endswith(
        "annotation suggestions: 1 accepted, 0 rejected, 0 suggested → 1 accepted, 1 rejected, 0 suggested"
    )


def test_merging_a_copy_adds_nothing(make: Make) -> None:
    with make("a.json", annotation(ORG)) as one, make("c.json", articles=()) as into:
        one.confirm(annotation(ORG))
        assert merge(one, one, into) == ()
        assert into.revisions() == one.revisions()
        assert list(compare_datasets(one, into)) == []
