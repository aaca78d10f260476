"""The pool that works in the order of its input."""

import signal
import time
from functools import partial

from tui.tasks.ordered_pool import on_all_cores

LONG = 100.0
"""Seconds, as the extraction of a text as long as a book may take."""


def test_results_come_in_the_order_of_the_input() -> None:
    assert list(on_all_cores(abs, range(-40, 0))) == list(range(40, 0, -1))


def test_work_that_nobody_waits_for_any_more_is_not_finished() -> None:
    """As at Ctrl-C, or when the reader of the output went away."""
    results = on_all_cores(time.sleep, [0.0, LONG, LONG, LONG])
    assert next(results) is None
    started = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < LONG / 4


def test_ctrl_c_reaches_no_worker_from_its_first_moment() -> None:
    """While they started they printed tracebacks."""
    asked = partial(signal.pthread_sigmask, signal.SIG_BLOCK)
    assert all(signal.SIGINT in blocked for blocked in on_all_cores(asked, [(), (), ()]))
    assert signal.SIGINT not in asked(())
