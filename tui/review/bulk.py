"""One act on many articles: finding a surface in all of them, and one step that undoes as one."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from store.annotation import Annotation
from store.change import Change
from store.clock import now
from store.history import History, Step
from store.span import Decision
from tui.review.everywhere import Place, decide_places, places
from tui.review.opened import Opened
from tui.review.saver import Job
from tui.review.session import ReviewSession


def places_in_queue(session: ReviewSession, surface: str, label: str) -> list[Place]:
    """Return a surface's places for a label in all articles of the queue's view but the one under review.

    Reads every text and makes suggestions where there are none yet; meant for a thread of its own.
    """
    found: list[Place] = []
    for article_id in session.queue.order:
        if article_id == session.article.id:
            continue
        with session.saver.gate:
            article = session.dataset.article(article_id)
        if surface in article.text:
            opened = session.prepare(article_id)
            overlap = session.schema.overlap
            found += places(article, opened.document, opened.annotation, surface, label, overlap=overlap)
    return found


def decide_everywhere(
    session: ReviewSession, chosen: Sequence[Place], label: str, decision: Decision, words: str
) -> Annotation:
    """Decide on places in many articles in one step; returns the annotation under review as it was.

    Args:
        session: at the article where this was asked for.
        chosen: the places.
        label: what spans there are to be.
        decision: what becomes of them.
        words: for undo to name.
    """
    before, time = session.annotation, now()
    by_article: dict[str, list[Place]] = {}
    for place in chosen:
        by_article.setdefault(place.article, []).append(place)
    opened = {article: session.prepare(article) for article in by_article if article != before.article}
    changed: dict[str, tuple[Opened, Annotation, Change]] = {}
    for article, ready in opened.items():
        after = _decided(session, ready.article.text, ready.annotation, by_article[article], label, decision)
        if change := Change.between(ready.annotation, after):
            changed[article] = ready, after, change
    here = _decided(
        session, session.article.text, before, by_article.get(before.article, ()), label, decision
    )
    articles = [*changed, *([before.article] if changed or Change.between(before, here) else [])]
    for article, (ready, after, change) in changed.items():
        also = tuple(other for other in articles if other != article)
        history = ready.history.push("span.everywhere", words, time, change, also)
        _store(session, after, history, dropped=ready.history.position if ready.history.next else None)
    session.do("span.everywhere", words, here, also=tuple(changed), time=time)
    return before


def _decided(
    session: ReviewSession,
    text: str,
    annotation: Annotation,
    chosen: Iterable[Place],
    label: str,
    decision: Decision,
) -> Annotation:
    after = decide_places(annotation, text, chosen, label, decision, session.schema)
    begun = after is not annotation and annotation.status in ("pending", "confirmed", "skipped")
    return replace(after, status="draft") if begun else after


def _store(session: ReviewSession, annotation: Annotation, history: History, dropped: int | None) -> None:
    annotation = replace(annotation, updated=now())
    step = history.last
    session.hand_in(Job(annotation, (step,) if step else (), dropped, history.position))
    session.queue.update(annotation)


def undo_twins(session: ReviewSession, step: Step) -> int:
    """Take back what a step did in other articles too; returns in how many later edits forbid it."""
    return sum(not _step_twin(session, article, step, back=True) for article in step.also)


def redo_twins(session: ReviewSession, step: Step) -> int:
    """Make again what a step did in other articles too; returns in how many that could not be done."""
    return sum(not _step_twin(session, article, step, back=False) for article in step.also)


def _step_twin(session: ReviewSession, article: str, step: Step, *, back: bool) -> bool:
    """Move over a step's twin in another article; returns whether the article stands as it should then."""
    ready = session.prepare(article)
    around = ready.history.last, ready.history.next
    twin, beyond = around if back else reversed(around)
    if beyond is not None and _key(beyond) == _key(step):
        return True  # it was moved over there already
    if twin is None or _key(twin) != _key(step):
        return False
    move = ready.history.undo if back else ready.history.redo
    history, annotation = move(ready.annotation)
    annotation = replace(annotation, updated=now())
    session.hand_in(Job(annotation, position=history.position))
    session.queue.update(annotation)
    return True


def _key(step: Step) -> tuple[str, str, str]:
    """Return what the twins of a step have in common."""
    return step.action, step.words, step.time
