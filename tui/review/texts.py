"""The texts of the queue's articles, read while a review goes on."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from store.article import Article
from store.errors import AkapenError
from tui.review.session import ReviewSession
from tui.text.folding import search_key


def articles(session: ReviewSession, article_ids: Iterable[str]) -> Iterator[Article]:
    """Yield articles, read one by one; a damaged one is left out, and told when it is opened."""
    for article_id in article_ids:
        with suppress(AkapenError):
            with session.saver.gate:
                article = session.dataset.article(article_id)
            yield article


def search_keys(session: ReviewSession) -> dict[str, str]:
    """Return what a search for words looks at in all articles' texts; meant for a thread of its own."""
    with session.saver.gate:
        found = dict.fromkeys(session.dataset.article_ids(), "")
    return found | {article.id: search_key(article.text) for article in articles(session, tuple(found))}
