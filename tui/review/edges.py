"""Where a span's edges go by one step; neither ever comes to rest on white space."""

from typing import Literal

from tui.text.steps import Steps

Edge = Literal["start_left", "start_right", "end_left", "end_right"]


def moved(edge: Edge, text: str, steps: Steps, start: int, end: int) -> tuple[int, int]:
    """Return the stretch with one edge moved by one step; unchanged where there is no room.

    Args:
        edge: which edge, and where to.
        text: the article's text.
        steps: morphemes or characters.
        start: the stretch as it is, in code points.
        end: half-open.
    """
    new_start, new_end = start, end
    if edge == "start_left":
        while new_start > 0 and text[new_start - 1].isspace():
            new_start -= 1
        new_start = steps.before(new_start)
    elif edge == "start_right":
        new_start = steps.after(start)
        while new_start < end and text[new_start].isspace():
            new_start += 1
    elif edge == "end_left":
        new_end = steps.before(end)
        while new_end > start and text[new_end - 1].isspace():
            new_end -= 1
    else:
        while new_end < len(text) and text[new_end].isspace():
            new_end += 1
        new_end = steps.unit(new_end)[1]
    return (new_start, new_end) if new_start < new_end else (start, end)
