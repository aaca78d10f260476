"""What the work on an article costs: keystrokes, and seconds without the pauses."""

from collections.abc import Callable

from msgspec.structs import replace

from store.annotation import Annotation

PAUSE_SECONDS = 60.0
"""A longer time without a key or a click is a pause and counts as this much."""


class Effort:
    """Counts keys and time from one charge to the next.

    Args:
        clock: monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()
        self._seconds = 0.0
        self._keystrokes = 0

    @property
    def changed(self) -> bool:
        """Whether any key was pressed since the last charge."""
        return self._keystrokes > 0

    def begin(self) -> None:
        """Start to count for another article."""
        self._last = self._clock()
        self._seconds = 0.0
        self._keystrokes = 0

    def touch(self, keystrokes: int = 0) -> None:
        """Note that the person is there, with so many keys pressed."""
        now = self._clock()
        self._seconds += min(now - self._last, PAUSE_SECONDS)
        self._last = now
        self._keystrokes += keystrokes

    def charge(self, annotation: Annotation) -> Annotation:
        """Return the annotation with what was counted added to it, and count anew."""
        self.touch()
        seconds = round(annotation.seconds + self._seconds, 1)
        charged = replace(annotation, seconds=seconds, keystrokes=annotation.keystrokes + self._keystrokes)
        self.begin()
        return charged
