"""The queue: its model, and its screen by keys."""

from extract.extractor import Extractor
from store.annotation import Annotation
from store.gold.summary import Summary
from tui.review.article_queue import ArticleQueue, Counted, View
from tui.text.folding import search_key

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
        await sitting.press("n")
        await sitting.sees("no other waits for a first verdict; f shows others")


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


def test_words_are_searched_in_texts_too_without_regard_to_width_case_and_kana() -> None:
    queue = ArticleQueue(SUMMARIES)
    queue.texts = {"a": search_key("ＵＳＢメモリー"), "d": search_key("メモリーカードを誤送信")}
    for words, order in {
        "usb": ("a",),
        "めもりー": ("a", "d"),
        "かーど 誤送信": ("d",),
        "ﾒﾓﾘｰ 北斗": ("a",),
    }.items():
        queue.arrange(View(words=words))
        assert queue.order == order, words


def test_counts_order_unseen_articles_until_they_are_opened() -> None:
    queue = ArticleQueue([*SUMMARIES, Summary("e", "新しい", "", None)])
    assert [queue.is_unseen(article) for article in "abcde"] == [False] * 4 + [True]
    queue.take_count(Counted("e", 20, 25, 0.1))
    queue.take_count(Counted("c", 1, 1, 0.9))
    queue.arrange(View(sort="undecided"))
    assert queue.order == ("e", "c", "b", "d", "a"), "what is stored counts, not what would be suggested"
    queue.update(Annotation("e", "me"))
    assert queue.summary("e").undecided == 0 and not queue.is_unseen("e")


async def test_the_queue_finds_words_of_the_text(sit) -> None:
    async with sit() as sitting:
        await sitting.press("q", "/")
        await sitting.write("第二報")
        await sitting.sees("1/2 ")
        await sitting.press("enter", "enter")
        await sitting.until(lambda: sitting.app.session.article.title == "知らせ2")


async def test_sorting_by_undecided_counts_what_nobody_has_opened_and_stores_nothing(sit) -> None:
    more = "北斗フーズは2024年5月7日に電話番号500件の誤送信を公表した。" * 40
    async with sit(unseen=(more, "。")) as sitting:
        await sitting.press("q")
        await sitting.sees("not seen")
        await sitting.press("s")
        await sitting.until(lambda: not sitting.app.screen.learning and "not seen" not in sitting.text)
        order = [sitting.app.session.queue.summary(article) for article in sitting.app.session.queue.order]
        assert [one.title for one in order] == ["知らせ3", "知らせ1", "知らせ2", "知らせ4"]
        assert order[0].undecided > 100 and order[-1].undecided == 0
        assert sitting.dataset.annotation(order[0].article) is None
        await sitting.press("enter")
        await sitting.until(lambda: sitting.app.session.article.title == "知らせ3")
        assert sitting.annotation.undecided == order[0].undecided


async def test_counting_leaves_the_search_alone_and_ends_with_the_queue(sit) -> None:
    async with sit(unseen=["北斗フーズは2024年5月7日に公表した。" * 40_000]) as sitting:
        await sitting.press("q", "s")
        await sitting.sees("counting 0/1")
        await sitting.press("/", *"北斗")
        await sitting.sees("3/3 ")
        await sitting.press("escape", "q")
        await sitting.until(lambda: sitting.app.screen is sitting.review)
        await sitting.press("q")
        await sitting.sees("counting 0/1")


async def test_an_article_that_the_extractor_falls_over_leaves_the_others_open(sit, monkeypatch) -> None:
    async with sit(unseen=["北斗フーズ"]) as sitting:
        session = sitting.app.session
        first, strange = session.article.id, session.dataset.article_ids()[-1]

        def suggest(*_: object) -> None:
            raise RecursionError("too deep")

        monkeypatch.setattr(Extractor, "suggest", suggest)
        await sitting.press("q", "end", "enter")
        await sitting.sees("the extractor can't read it (RecursionError: too deep)")
        assert sitting.review.pane.cells.text == session.article.text
        assert session.article.id == first and session.dataset.annotation(strange) is None
        await sitting.press("a")
        assert sitting.span("s1").status == "accepted"
