"""A terminal that swallows what an app paints, and the time from a key to the end of the repaint.

The whole way is taken: key, binding, layout, compositor, escape sequences; only the write is left out.
"""

import asyncio
import time
from typing import Any, NamedTuple

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.keys import _character_to_key

WIDTH, HEIGHT = 120, 40
QUIET = 0.05
"""Seconds without a repaint after which a key is answered; a frame's pause after each is Textual's own."""
LIMIT = 10.0


class NullDriver(Driver):
    """Not headless for Textual, so that it renders; writes go nowhere."""

    def write(self, data: str) -> None:
        """Swallow output."""

    def flush(self) -> None:
        """Have nothing to flush."""

    def start_application_mode(self) -> None:
        """Tell the size."""
        self.resize(WIDTH, HEIGHT)

    def resize(self, width: int, height: int) -> None:
        """Be another size from now on."""
        self.send_message(events.Resize(Size(width, height), Size(width, height)))

    def disable_input(self) -> None:
        """Have no input to disable."""

    def stop_application_mode(self) -> None:
        """Have nothing to restore."""


class Answer(NamedTuple):
    """What an app's answer to a key took, in milliseconds."""

    wall: float
    """From the key to the end of the last repaint that it led to."""
    work: float
    """The processor's time of it in the app's own thread: what of it other programs had no part in."""


class Stopwatch:
    """Runs an app on the null driver and times its answers to keys."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self.repaints = 0
        self.last = self.last_work = 0.0
        app.driver_class = NullDriver
        app.post_display_hook = self._repainted  # type: ignore[method-assign]

    def _repainted(self) -> None:
        self.repaints += 1
        self.last, self.last_work = time.perf_counter(), time.thread_time()

    async def __aenter__(self) -> "Stopwatch":
        self.task = asyncio.create_task(self.app.run_async())
        while not self.repaints:
            await asyncio.sleep(0.001)
            if self.task.done():
                self.task.result()
                raise RuntimeError("the app ended before it painted anything")
        await self.settle(0.2)
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.app.exit()
        await self.task

    async def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing has been repainted for so many seconds."""
        while True:
            before = self.repaints
            await asyncio.sleep(quiet)
            if self.repaints == before:
                return

    async def key(self, key: str) -> Answer:
        """Press a key; return what the answer took."""
        event = events.Key(_character_to_key(key), key) if len(key) == 1 else events.Key(key, None)
        return await self._timed(key, lambda: self._driver.send_message(event))

    async def resize(self, width: int, height: int) -> Answer:
        """Resize the terminal; return what the answer took."""
        return await self._timed("a resize", lambda: self._driver.resize(width, height))

    @property
    def _driver(self) -> NullDriver:
        driver = self.app._driver
        assert isinstance(driver, NullDriver)
        return driver

    async def _timed(self, what: str, act: Any) -> Answer:
        before, start, work = self.repaints, time.perf_counter(), time.thread_time()
        act()
        while self.repaints == before:
            await asyncio.sleep(0)
            if time.perf_counter() > start + LIMIT:
                raise TimeoutError(f"nothing was repainted after {what}")
        await self.settle()
        return Answer((self.last - start) * 1000, (self.last_work - work) * 1000)


def percentile(times: list[float], share: float) -> float:
    """Return the time that a share of all, 0 to 1, doesn't exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
