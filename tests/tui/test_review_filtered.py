"""The review while the queue's filter is on."""

from store.annotation import Annotation
from store.gold.summary import Summary
from tui.review.article_queue import ArticleQueue, View


async def filtered(sitting, words: str) -> None:
    """Narrow the queue to some words and go back to the article under review."""
    await sitting.press("q", "/", "ctrl+u")
    await sitting.write(words)
    await sitting.press("enter", "q")
    await sitting.until(lambda: sitting.app.screen is sitting.review)


async def test_the_header_and_the_ends_tell_of_the_filter(sit) -> None:
    async with sit(size=(80, 24)) as sitting:
        await sitting.press("q", "q")
        await sitting.until(lambda: sitting.app.screen is sitting.review)
        assert "filtered" not in sitting.rows[0]
        await sitting.press("<")
        await sitting.sees("there is no previous article")
        await filtered(sitting, "南極")
        await sitting.sees("–/0 filtered of 2")
        await sitting.press(">")
        await sitting.sees("no next article in the filter; q changes it")
        await sitting.press("<")
        await sitting.sees("no previous article in the filter")


async def test_what_a_filter_hides_is_not_called_finished(sit) -> None:
    async with sit(size=(100, 24)) as sitting:
        await filtered(sitting, "知らせ1")
        await sitting.press("s")
        await sitting.sees("nothing unfinished is left in the filter")
        await filtered(sitting, "")
        await sitting.press("s")
        await sitting.sees("skipped: 知らせ1")
        await sitting.press("s")
        await sitting.sees("every article is finished")


def test_a_view_that_only_sorts_hides_nothing() -> None:
    queue = ArticleQueue([Summary("a", "一", "", None), Summary("b", "二", "", None)])
    assert not View(sort="date", words="　").narrows and not queue.hides_unfinished
    queue.arrange(View(words="一"))
    assert queue.view.narrows and queue.hides_unfinished
    queue.update(Annotation("b", "me", status="confirmed"))
    assert not queue.hides_unfinished
