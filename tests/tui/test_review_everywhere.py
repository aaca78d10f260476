"""The same words everywhere: what is decided at their places, and how the review goes on."""

from extract.document import Document
from store.annotation import Annotation
from store.article import Article
from store.span import Span
from tui.review.everywhere import places


async def test_everywhere_accepts_all_places_but_the_vetoed_as_one_step(sit) -> None:
    async with sit() as sitting:
        await sitting.press("*")
        await sitting.sees("2/2 places")
        await sitting.press("space")
        await sitting.sees("1/2 places")
        await sitting.press("a")
        await sitting.until(lambda: sitting.span("s5").status == "accepted")
        assert sitting.span("s1").status == "suggested"
        await sitting.press("u")
        await sitting.until(lambda: sitting.span("s5").status == "suggested")


async def test_everywhere_in_all_articles_undoes_as_one(sit) -> None:
    async with sit() as sitting:
        other = sitting.app.session.queue.order[1]
        await sitting.press("*", "*")
        await sitting.sees("all 2 articles, 4/4 places")
        await sitting.press("x")
        await sitting.until(lambda: sitting.span("s1").status == "rejected")
        await sitting.saved()

        def elsewhere() -> list[str]:
            annotation = sitting.dataset.annotation(other)
            assert annotation is not None
            return [span.status for span in annotation.spans if span.label == "CAUSE"]

        assert elsewhere() == ["rejected", "rejected"]
        await sitting.press("u")
        await sitting.sees("undid everywhere: 不正アクセス CAUSE ×4")
        await sitting.saved()
        await sitting.until(lambda: elsewhere() == ["suggested", "suggested"])
        assert sitting.span("s1").status == "suggested"


async def test_undo_tells_what_it_undid_and_which_articles_stay(sit) -> None:
    async with sit() as sitting:
        await sitting.press("*", "*", "a")
        await sitting.sees("applied at 4 places")
        await sitting.press("1", ">")
        await sitting.sees("2/2")
        await sitting.press("u")
        await sitting.sees("undid everywhere: 不正アクセス CAUSE ×4 · 1 article edited since stays as it is")
        await sitting.press("<")
        await sitting.sees("1/2")
        await sitting.press("u", "u")
        await sitting.sees("undid everywhere: 不正アクセス CAUSE ×4")
        assert sitting.span("s1").status == "suggested"
        assert "stays" not in sitting.text, "it was undone there before"


async def test_when_the_current_span_is_decided_with_the_others_the_next_undecided_is_current(sit) -> None:
    async with sit() as sitting:
        await sitting.press("*", "a")
        await sitting.sees("applied at 2 places")
        assert sitting.review.pane.current == "s2"
        await sitting.press("*", "space", "x")
        await sitting.sees("applied at 1 place")
        assert sitting.review.pane.current == "s2", "it was left out"
        await sitting.press("1", "*", "a")
        await sitting.sees("applied at 2 places")
        assert sitting.review.pane.current == "s2", "it was accepted before"


async def test_only_places_with_spans_are_rejected(sit) -> None:
    async with sit() as sitting:
        await sitting.press("/")
        await sitting.write("北斗")
        await sitting.press("enter", "*", "1")
        await sitting.sees("0/3 places")
        await sitting.press(*["space"] * 3, "x")
        await sitting.sees("applied at 0 places")
        assert sitting.annotation.undecided == 17


async def test_a_span_that_gets_another_label_is_no_evidence_of_fields_that_take_it_not(sit) -> None:
    async with sit() as sitting:
        sitting.review.go_to_span(sitting.span("s9"))
        await sitting.press("2", "*", "a")
        await sitting.until(lambda: sitting.span("s2").label == "SERVICE")
        assert sitting.value("victim").evidence == ()


async def test_finished_articles_that_are_drafts_again_are_told(sit) -> None:
    async with sit() as sitting:
        await sitting.press("A", "c")
        await sitting.sees("2/2")
        await sitting.press("*", "*", "x")
        await sitting.sees("applied at 4 places; 1 finished article is a draft again")


def test_where_spans_may_overlap_those_of_other_labels_neither_count_nor_lie_in_the_way() -> None:
    article = Article.from_text("北斗と北斗市")
    spans = (
        Span("a", 0, 2, "ORG", "北斗"),
        Span("b", 0, 2, "SERVICE", "北斗"),
        Span("c", 3, 6, "ORG", "北斗市"),
    )
    at = article, Document(article.text), Annotation(article.id, "tester", spans), "北斗"
    first, second = places(*at, "ORG", overlap=True)
    assert first.there == spans[0] and not first.taken and second.there is None and not second.taken
    assert [place.there for place in places(*at, "DATE", overlap=True)] == [None, None]
    assert [place.taken for place in places(*at, "DATE", overlap=False)] == [True, True]
