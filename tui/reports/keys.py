"""The key table as a table on stdout."""

from rich import box
from rich.table import Table

from tui.keyboard.keys import KeyTable, shown_keys
from tui.language import preferred
from tui.printing import console, harmless


def print_keys(keys: KeyTable) -> None:
    """Print every action with its keys and what it does, in the language of the locale."""
    tongue = preferred()
    table = Table(box=box.SIMPLE_HEAD)
    for heading in ("action id", "keys", "where", "does"):
        table.add_column(heading, overflow="fold")
    for action in keys.actions:
        does = action.tooltip.ja if tongue == "ja" else action.tooltip.en
        table.add_row(action.id, harmless(shown_keys(action)), " ".join(action.where), does)
    console().print(table)
