"""A pool of processes that gives results in the order of the input, with a bounded number under way."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

WINDOW = 16
"""Items handed out ahead a worker, so that none idles and memory stays flat."""


def on_all_cores(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """Yield what a function makes of each item, computed by as many processes as there are cores."""
    workers = os.cpu_count() or 1
    pool = ProcessPoolExecutor(workers, get_context("spawn"))
    pending: deque[Future[Result]] = deque()
    try:
        for item in items:
            with _unreached():
                pending.append(pool.submit(work, item))
            if len(pending) > workers * WINDOW:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    except BaseException:
        for worker in active_children():  # what nobody waits for any more may take a minute an article
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _unreached() -> Iterator[None]:
    """Start processes, within a `with`, that Ctrl-C never reaches: they'd print tracebacks of their own.

    It is put off rather than ignored, so that none is lost here; what is started inherits that.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
