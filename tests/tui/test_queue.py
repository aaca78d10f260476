"""The queue: its model, and its screen by keys."""

from store.annotation import Annotation
from store.gold.summary import Summary
from tui.review.article_queue import ArticleQueue, View

SUMMARIES = [
    Summary("a", "北斗マルシェの件", "x.example.jp", "2023-01-01", "confirmed", 3),
    Summary("b", "ＡＢＣ商会の件", "", "2024-01-01", "draft", 3, 2, 0.5),
    Summary("c", "カード漏えい", "", None, "pending", 9, 9, 0.2),
    Summary("d", "誤送信", "", "2022-01-01", "flagged", 1, 1, 0.9, note="要確認"),
]


def test_views_filter_and_sort() -> None:
    queue = ArticleQueue(SUMMARIES)
    assert queue.order == ("a", "b", "c", "d")
    for view, order in {
        View("unfinished"): ("b", "c"),
        View("flagged"): ("d",),
        View(sort="undecided"): ("c", "b", "d", "a"),
        View(sort="score"): ("c", "b", "d", "a"),
        View(sort="date"): ("b", "a", "d", "c"),
        View(words="abc 件"): ("b",),
        View(words="かーど"): ("c",),
        View(words="要確認"): ("d",),
    }.items():
        queue.arrange(view)
        assert queue.order == order, view


def test_the_next_unfinished_goes_round() -> None:
    queue = ArticleQueue(SUMMARIES)
    assert queue.next_unfinished() == "b"
    assert queue.next_unfinished("c") == "b"
    queue.update(Annotation("b", "me", status="confirmed"))
    queue.update(Annotation("c", "me", status="skipped"))
    assert queue.next_unfinished("c") is None
    assert queue.finished == 3, "a flagged article waits for a second look"
    assert queue.counts["confirmed"] == 2


async def test_the_queue_opens_an_article(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("q")
        await sitting.sees("0/2 finished")
        await sitting.press("j", "enter")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.press("q", "q")
        await sitting.until(lambda: sitting.app.screen is sitting.review)


async def test_the_queue_filters_sorts_and_jumps(sit) -> None:
    async with sit() as sitting:
        await sitting.press("q", "f")
        await sitting.sees("status: unfinished")
        await sitting.press("s")
        await sitting.sees("sort: most undecided")
        await sitting.press("/")
        await sitting.write("知らせ２")
        await sitting.press("enter")
        await sitting.sees("1/2")
        await sitting.press("/", "escape", "n")
        assert sitting.app.session.queue.view.words == ""


async def test_when_everything_is_finished_it_is_said(sit) -> None:
    async with sit() as sitting:
        await sitting.press("s", "s")
        await sitting.sees("every article is finished")
        await sitting.press("q")
        await sitting.sees("2/2 finished")


async def test_keys_do_nothing_while_no_article_is_open(sit) -> None:
    async with sit() as sitting:
        await sitting.press("s", "s")
    async with sit() as sitting:
        await sitting.sees("2/2 finished")
        await sitting.press("q")
        for key in ("a", "c", "u", "tab", "/", "m", "*", "j", "i", "ctrl+s", "right", ">"):
            await sitting.press(key)
            assert sitting.app.screen is sitting.review and not sitting.app.session.is_open
        await sitting.sees("no article is open")
        await sitting.press("q", "enter")
        await sitting.until(lambda: sitting.app.session.is_open)
