"""Jobs that wait for a slow disk become one without losing anything of either."""

from itertools import pairwise

from store.annotation import Annotation
from store.change import Change
from store.history import History
from tui.review.saver import Job, merged

STATES = [Annotation("a1", "花子", note=note) for note in ("", "一", "二", "三")]


def steps(count: int) -> History:
    history = History()
    for before, after in pairwise(STATES[: count + 1]):
        history = history.push("article.note", after.note, "t", Change.between(before, after))
    return history


def test_steps_add_up() -> None:
    two = steps(2).steps
    [job] = merged([Job(STATES[1], two[:1], None, 1), Job(STATES[2], two[1:], None, 2)])
    assert (job.annotation, job.steps, job.position) == (STATES[2], two, 2)


def test_what_undo_left_is_dropped() -> None:
    two = steps(2).steps
    new = History(two, 1).push("article.note", "三", "t", Change.between(STATES[1], STATES[3])).steps[-1:]
    [job] = merged([Job(STATES[2], two[1:], None, 2), Job(STATES[1], position=1), Job(STATES[3], new, 1, 2)])
    assert (job.steps, job.drop_after, job.position) == (new, 1, 2)


def test_leaving_after_undo_keeps_the_position() -> None:
    later = Annotation("a1", "花子", note="一", seconds=9.0)
    [job] = merged([Job(STATES[1], position=1), Job(later)])
    assert (job.annotation, job.position) == (later, 1)


def test_confirming_comes_in_its_turn() -> None:
    other = Annotation("a2", "花子")
    jobs = merged([Job(other), Job(STATES[1], confirm=True), Job(STATES[2])])
    assert [(job.annotation.article, job.confirm) for job in jobs] == [
        ("a1", True),
        ("a2", False),
        ("a1", False),
    ]
