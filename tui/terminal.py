"""Mends of the terminal framework, for Japanese: every reach into Textual's private parts is in this module.

Each mend is for Textual 8.2.8 and later releases of 8.2, and is left out elsewhere. The tests show for each
that the fault is there without it and gone with it, so that a newer Textual tells when to drop it.
"""

import os
import selectors
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import textual
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from textual import constants
from textual._compositor import ChopsUpdate, Compositor
from textual.app import App
from textual.drivers._writer_thread import WriterThread
from textual.geometry import Offset, Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widgets import Input

from tui.input_decoder import InputDecoder
from tui.look.background import is_remote
from tui.text.cells import Cells

FIRST_MENDED, FIRST_UNKNOWN = (8, 2, 8), (8, 3)
"""Releases of Textual from the first up to the second, left out, are mended."""

LOCAL_ESCAPE, REMOTE_ESCAPE = 0.012, 0.025
"""Seconds to wait for the rest of a key that begins with Esc; over a network it comes less close."""

LONGEST_COMMIT = 4096
"""Characters of one escape sequence; an input method's commit under the kitty protocol takes six a kanji."""

CUTS_KEPT = 4096
"""Cuts of segments that are remembered, for a screen is often cut as it was before."""

_TAKEN = Strip([], 0)


def mend() -> bool:
    """Mend Textual for this process, before the app is made.

    Returns:
        whether this release of Textual is one of those to mend.
    """
    if not FIRST_MENDED <= release() < FIRST_UNKNOWN:
        return False
    mend_overlays()
    mend_cuts()
    mend_scroll_bars()
    if sys.platform != "win32":
        mend_input_methods()
        mend_escape()
        mend_broken_input()
        mend_closed_terminal()
    return True


def release() -> tuple[int, ...]:
    """Return the release of Textual that is installed, as `(8, 2, 8)`.

    The folder of its metadata beside it says so at once; asking the package costs a tenth of the start.
    """
    beside = Path(textual.__file__).parent.parent.glob("textual-*.dist-info")
    names = [folder.name.removeprefix("textual-").removesuffix(".dist-info") for folder in beside]
    version = names[0] if len(names) == 1 else textual.__version__
    return tuple(int(part) for part in version.split(".")[:3])


def mend_input_methods() -> None:
    """Have input methods commit plain text, of any length.

    Under two flags of the kitty protocol, commits come as escape sequences. The parser gives up on those of
    more than 32 characters (five kanji), and iTerm2 sends none. The flag that tells Esc apart stays.
    """
    import textual._xterm_parser as parser
    import textual.drivers.linux_driver as driver

    vars(driver).update(KITTY_REPORT_ALL_KEYS=0, KITTY_REPORT_ASSOCIATED_TEXT=0)
    vars(parser).update(_MAX_SEQUENCE_SEARCH_THRESHOLD=LONGEST_COMMIT)


def mend_escape(environ: Mapping[str, str] = os.environ) -> None:
    """Have Esc act at once in terminals without the kitty protocol, where it took 100 ms.

    The driver looks for input every 100 ms only, so that a shorter `ESCDELAY` had no effect. A delay that the
    user has set is kept.
    """
    import textual.drivers.linux_driver as driver

    usual = REMOTE_ESCAPE if is_remote(environ) else LOCAL_ESCAPE
    delay = constants.ESCAPE_DELAY if "ESCDELAY" in environ else usual
    vars(constants).update(ESCAPE_DELAY=delay)

    class QuickSelector(selectors.SelectSelector):
        """Waits for input no longer than the delay after which a lone Esc is a key."""

        def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
            return super().select(min(delay, timeout) if timeout is not None else delay)

    quick = SimpleNamespace(SelectSelector=QuickSelector, EVENT_READ=selectors.EVENT_READ)
    vars(driver).update(selectors=quick)


def mend_broken_input() -> None:
    """Have bytes that are no UTF-8 come in as U+FFFD, where they ended the program, and answers not as keys.

    Terminals set to another encoding send such bytes, for characters and for keys pressed with Meta.
    """
    import textual.drivers.linux_driver as driver

    vars(driver).update(getincrementaldecoder=lambda encoding: InputDecoder)


def mend_closed_terminal() -> None:
    """Have writing go on into nothing once the terminal is gone.

    The thread that writes ended, and the program waited for ever for it to take more, its dataset locked.
    """
    import textual.drivers.linux_driver as driver

    vars(driver).update(WriterThread=SteadyWriter)


class SteadyWriter(WriterThread):
    """Writes what is handed to it, to a terminal that may go away."""

    def run(self) -> None:
        """Write until told to stop, into nothing where there is no terminal; flush when nothing waits."""
        while (text := self._queue.get()) is not None:
            with suppress(OSError):
                self._file.write(text)
                if self._queue.empty():
                    self._file.flush()
        with suppress(OSError):
            self._file.flush()


def mend_overlays() -> None:
    """Have overlays keep their wide characters (Textual issue 6357): all screens get the compositor below."""
    import textual.screen as screen

    vars(screen).update(Compositor=WholeCompositor)


def mend_cuts() -> None:
    """Have text be cut between characters as readers see them (the family of Textual issue 5243).

    Rich cuts within an emoji family or before a combining mark, and the row then is a cell too short.
    """
    cut = lru_cache(CUTS_KEPT)(cut_whole)
    Segment._split_cells = classmethod(lambda cls, segment, at: cut(segment, at))  # type: ignore[assignment, method-assign]


def mend_scroll_bars() -> None:
    """Have a scroll bar paint rows that are alike once: they took longer than the text beside it."""
    ScrollBar.render_lines = scroll_bar_lines  # type: ignore[assignment, method-assign]


def scroll_bar_lines(bar: ScrollBar, crop: Region) -> list[Strip]:
    """Return rows of a scroll bar, of which there are five kinds at most."""
    options = bar.app.console_options.update(width=bar.size.width, height=bar.size.height)
    whole = bar.post_render(bar.render(), bar.visual_style.rich_style)
    rows = [row for row in bar.app.console.render(whole, options) if row.text != "\n"]
    strips = {row: Strip([row], bar.size.width).crop(*crop.column_span) for row in set(rows)}
    for colours in bar.get_line_filters():
        strips = {row: strip.apply_filter(colours, bar.background_colors[1]) for row, strip in strips.items()}
    return [strips[rows[y]] for y in crop.line_range]


def cut_whole(segment: Segment, at: int) -> tuple[Segment, Segment]:
    """Cut a segment at so many cells; a character that lies across becomes blanks on both sides."""
    text, style, control = segment
    cells = Cells.of(text)
    used = place = 0
    while place < len(text) and used + cells.widths[place] <= at:
        used += cells.widths[place]
        place = cells.end(place)
    before, after = text[:place], text[place:]
    if used < at and place < len(text):
        before += " " * (at - used)
        after = " " * (used + cells.widths[place] - at) + text[cells.end(place) :]
    return Segment(before, style, control), Segment(after, style, control)


class WholeCompositor(Compositor):
    """Cuts a widget's row only where another widget lies over it, not at edges of widgets underneath.

    A wide character on a needless cut became two blanks. Rows that others cover, or that have not changed,
    are not asked for: on a screen full of widgets that is most of the work of a repaint.
    """

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        for widget, (region, clip) in self.visible_widgets.items():
            area = region.intersection(clip)
            lines = [y for y in area.line_range if is_rendered_line(y) and _has_room(chops[y], area)]
            if lines:
                top, height = lines[0], lines[-1] + 1 - lines[0]
                strips = widget.render_lines(Region(area.x - region.x, top - region.y, area.width, height))
                for y in lines:
                    _lay(chops[y], strips[y - top], *area.column_span)
        return [
            {x: strip for x, strip in line.items() if strip is not _TAKEN and strip is not None}
            for line in chops
        ]

    def render_partial_update(self) -> ChopsUpdate | None:
        """Render what has changed since the last time, if anything has."""
        update = super().render_partial_update()
        if update is None:
            return None
        ends = [[*list(line)[1:], self.size.width] for line in update.chops]
        return WholeUpdate(update.chops, update.spans, ends)


def _has_room(line: dict[int, Strip | None], area: Region) -> bool:
    """Whether anything of a widget's row would be seen."""
    return any(strip is None and area.x <= column < area.right for column, strip in line.items())


def _lay(line: dict[int, Strip | None], strip: Strip, first: int, last: int) -> None:
    """Lay a widget's row, columns `first` to `last`, into what is still free of a line, in few pieces."""
    columns = [column for column in line if first <= column < last]
    starts: list[int] = []
    for column in columns:
        if not starts or (line[column] is None) != (line[starts[-1]] is None):
            starts.append(column)
    if not starts:
        return
    width = min(strip.cell_length, last - first)
    cuts = [start - first for start in starts[1:] if start - first < width]
    pieces = strip.divide([*cuts, width]) if cuts or width < strip.cell_length else [strip]
    whole = {start: piece for start, piece in zip(starts, pieces, strict=False) if line[start] is None}
    for column in columns:
        if line[column] is None:
            line[column] = whole.get(column, _TAKEN)


class WholeUpdate(ChopsUpdate):
    """Repaints every piece of a row that touches what has changed in full, so that none is cut."""

    def render_segments(self, console: Console) -> str:
        """Render for the terminal."""
        return "".join(self._pieces(console))

    def _pieces(self, console: Console) -> Iterator[str]:
        for y, left, right in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is not None and x < right and end > left:
                    yield Control.move_to(x, y).segment.text
                    yield strip.render(console)


class TerminalApp(App[None]):
    """An app whose terminal cursor is always where the focused widget's is: there an input method opens.

    A widget tells by `cursor_screen_offset`. Textual itself notes the place only when that cursor moves, so
    that it is stale after a resize or scroll; and at the end of an `Input` it is a cell too far to the right.
    """

    def __init__(self, **options: Any) -> None:
        self._parked = Offset(0, 0)
        super().__init__(**options)

    def paint_when_resumed(self) -> None:
        """Paint the whole screen when the program goes on after a stop: Textual paints what has changed."""
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())

    @property
    def cursor_position(self) -> Offset:
        """The screen's cell to put the terminal's cursor to, asked for at each repaint."""
        focused = self.screen.focused if self.is_running and self._screen_stack else None
        offset = getattr(focused, "cursor_screen_offset", None)
        if not isinstance(offset, Offset):
            return self._parked
        return offset - (1, 0) if isinstance(focused, Input) and focused.cursor_at_end else offset

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._parked = offset
