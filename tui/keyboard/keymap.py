"""A user's keymap file: other keys for some actions, refused with its place where it can't work.

The file is TOML, one line an action: `"span.accept" = "y"` or `"span.next" = ["j", "ctrl+n"]`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from store.errors import DataError
from store.source import read_utf8
from store.toml_place import line_of
from store.toml_text import toml_entries
from tui.keyboard.keys import TYPING_PLACES, Action, KeyTable, load_keys, shown_key
from tui.settings import settings_path

_NAMED = {
    "left", "right", "up", "down", "home", "end", "pageup", "pagedown", "insert", "delete",
    "escape", "enter", "tab", "space", "backspace",
} | {f"f{number}" for number in range(1, 25)}  # fmt: skip
_SHORTHAND = {
    "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+i": "tab", "ctrl+[": "escape", "ctrl+h": "backspace",
}  # fmt: skip
"""What terminals send for these can't be told from other keys."""
_TAKEN = {"ctrl+c": "copies", "ctrl+z": "stops the program in most terminals"}
_CHORD = re.compile(r"(?:(?:ctrl|alt|shift)\+)*([^+]+|\+)")


class KeymapError(DataError):
    """A keymap file names something that can't work; the place names line and key."""

    title = "keymap"


def load_keymap(path: Path | None = None) -> KeyTable:
    """Return the key table with a user's keymap laid over it.

    Args:
        path: the file; without one, the one in the user's configuration folder, if it is there.

    Raises:
        UnreadableFileError: the file is named but missing or not UTF-8.
        KeymapError: it names an unknown action, a key that can't be used, or one that is taken.
    """
    if path is None:
        path = settings_path("keymap.toml")
        if path is None or not path.is_file():
            return load_keys()
    return parse_keymap(read_utf8(path), str(path))


def parse_keymap(text: str, source: str) -> KeyTable:
    """Return the key table with the keys of a TOML text laid over it; `source` is how errors call the text.

    Raises:
        KeymapError: see `load_keymap`.
    """
    table = load_keys()
    entries = toml_entries(text, source, KeymapError)
    chosen = dict(_chosen(entries, table, text, source))
    remapped = table.remapped(chosen)
    for action in remapped.actions:
        if action.id in chosen:
            _refuse_clash(action, remapped, text, source)
    return remapped


def _chosen(
    entries: dict[str, object], table: KeyTable, text: str, source: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for action_id, entry in entries.items():
        place = f"line {line_of(text, (action_id,))}, {action_id}"
        action = table.action(action_id)
        if action is None:
            raise KeymapError(
                source, 'no such action; `akapen keys` lists them ("span.accept" in quotes)', place
            )
        keys = (entry,) if isinstance(entry, str) else entry
        if not isinstance(keys, list | tuple) or not keys or not all(isinstance(key, str) for key in keys):
            raise KeymapError(source, 'give a key or a list of keys, such as "y" or ["y", "f5"]', place)
        for key in keys:
            if reason := why_unusable(key, action):
                raise KeymapError(source, f"{key!r} can't be used: {reason}", place)
        yield action_id, tuple(keys)


def why_unusable(key: str, action: Action) -> str | None:
    """Return why an action can't have a key, or none when it can."""
    match = _CHORD.fullmatch(key)
    name = match[1] if match else ""
    if not name or not (name in _NAMED or (len(name) == 1 and name.isprintable() and name != " ")):
        return "no such key; write it as a, A, [, ctrl+s, shift+left, f5, space or pageup"
    if key in _SHORTHAND:
        return f"terminals send {_SHORTHAND[key]} for it"
    if key in _TAKEN:
        return f"it {_TAKEN[key]}"
    if key == "enter" and action.id.startswith("article.confirm"):
        return "input methods use Enter; it must never confirm an article"
    if len(name) == 1 and "+" not in key.removesuffix("+") and TYPING_PLACES & set(action.where):
        return "it is text where this action works"
    return None


def _refuse_clash(action: Action, table: KeyTable, text: str, source: str) -> None:
    for other in table.actions:
        places = set(action.where) & set(other.where)
        shared = [key for key in action.keys if key in other.keys]
        if other.id != action.id and places and shared:
            place = f"line {line_of(text, (action.id,))}, {action.id}"
            where = ", ".join(sorted(places))
            problem = f"{shown_key(shared[0])} is already {other.id} in {where}; give that another key too"
            raise KeymapError(source, problem, place)
