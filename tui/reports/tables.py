"""Tables on stdout, all in one dress: a title, a first column of names, figures to the right."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from tui.printing import harmless

NOTHING = "–"
"""Stands where a figure is not defined."""


def table(title: str, first: str, columns: Sequence[str]) -> Table:
    """Return an empty table whose first column holds names and whose others hold figures."""
    made = Table(title=harmless(title), title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 0, 0, 1))
    made.add_column(first, overflow="fold")
    for column in columns:
        made.add_column(harmless(column), justify="right", overflow="fold")
    return made


def print_table(out: Console, one: Table) -> None:
    """Print a table below its title, which may be wider than the table."""
    if one.title:
        out.print(one.title, style="table.title", soft_wrap=True)
        one.title = None
    out.print(one)


def add_row(to: Table, name: str, figures: Sequence[object]) -> None:
    """Add a row; ratios and means are shown short, what is not defined as a dash."""
    to.add_row(harmless(name), *(shown(figure) for figure in figures))


def shown(figure: object) -> str:
    """Return a figure as a cell: ratios to the third place, other fractions to the first."""
    if figure is None:
        return NOTHING
    if isinstance(figure, float):
        return f"{figure:.3f}" if abs(figure) <= 1 else f"{figure:,.1f}"
    return harmless(str(figure))
