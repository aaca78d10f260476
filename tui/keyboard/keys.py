"""The key table: every action with its keys, where they work, and what they say in both languages.

Bindings, the line of keys at the foot, help, palette, docs and the check of a keymap are all made from it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, get_args

import msgspec

from store.schema import Names

Place = Literal["text", "form", "edit", "queue", "preview", "search", "note", "choice", "question", "help"]
"""Where keys can work: the article pane, the record form, a field being typed, the queue, and the dialogs."""

PLACES: tuple[Place, ...] = get_args(Place)

TYPING_PLACES: frozenset[Place] = frozenset({"edit", "search", "note", "choice"})
"""Places where printable keys are text; no action can have one there."""

LABEL_KEYS = "1234567890"
"""The digits of labels, in the order of the keys of `span.label`."""

LABEL_RANGE = "1-9"
"""How the foot tells them."""

_SHOWN = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "pageup": "PgUp", "pagedown": "PgDn", "escape": "Esc",
    "enter": "Enter", "tab": "Tab", "space": "Space", "home": "Home", "end": "End", "delete": "Del",
    "backspace": "BS", "insert": "Ins",
}  # fmt: skip


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that a person can do by key."""

    id: str
    """Fixed for ever: users' keymap files name it."""
    keys: tuple[str, ...]
    """As the framework spells them: `a`, `A`, `[`, `ctrl+s`, `shift+left`, `f1`."""
    where: tuple[Place, ...]
    name: Names
    """A word or two, for foot and palette."""
    tooltip: Names
    """A sentence, for help and docs."""
    changes: bool = False
    """Whether it changes an article; where a dataset is only read, it is refused."""
    foot: int | None = None
    """Rank in the line at the foot, lowest first; none keeps it out of there."""
    foot_at: tuple[Place, ...] = ()
    """The places whose foot tells it, where those are not all at which it works."""
    group: str | None = None
    """Actions of one group share one entry at the foot."""
    short: Names | None = None
    """The name at the foot, where there is a shorter one."""


class FootEntry(msgspec.Struct, frozen=True):
    """One entry of the line of keys: what to press and what for."""

    keys: tuple[tuple[str, str], ...]
    """Each key as people write it, with the id of its action."""
    name: Names

    @property
    def is_way_out(self) -> bool:
        """Whether it must be told in any case: the help, or how to leave."""
        return any(action in ("help", "quit") or action.endswith(".leave") for _, action in self.keys)


class KeyTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All actions, in the order of help and docs."""

    actions: tuple[Action, ...]
    groups: dict[str, Names] = {}

    def action(self, action_id: str) -> Action | None:
        """Return the action of that id, if there is one."""
        return next((action for action in self.actions if action.id == action_id), None)

    def at(self, place: Place) -> tuple[Action, ...]:
        """Return the actions that work at a place, in order."""
        return tuple(action for action in self.actions if place in action.where)

    def foot(self, place: Place, *, every: bool = False, read_only: bool = False) -> tuple[FootEntry, ...]:
        """Return the entries of the line of keys at a place, the most needed first.

        Args:
            place: where the keys work.
            every: whether to tell every key of an action, not only its first.
            read_only: whether to leave out what changes an article.
        """
        entries: dict[str, FootEntry] = {}
        for action in sorted(self.at(place), key=lambda action: action.foot or 0):
            if action.foot is None or (action.foot_at and place not in action.foot_at):
                continue
            if read_only and action.changes:
                continue
            key = action.group or action.id
            name = self.groups[action.group] if action.group else action.short or action.name
            before = entries[key].keys if key in entries else ()
            told = action.keys if every else action.keys[:1]
            shown = (LABEL_RANGE,) if action.keys == tuple(LABEL_KEYS) else map(shown_key, told)
            entries[key] = FootEntry((*before, *((one, action.id) for one in shown)), name)
        return tuple(entries.values())

    def first_keys(self) -> dict[str, str]:
        """Return the first key of each action as people write it, by the action's id."""
        return {action.id: shown_key(action.keys[0]) for action in self.actions}

    def remapped(self, keys: Mapping[str, Iterable[str]]) -> "KeyTable":
        """Return the table with the keys of some actions replaced; ids that it has not are left aside."""
        changed = (
            msgspec.structs.replace(action, keys=tuple(keys[action.id])) if action.id in keys else action
            for action in self.actions
        )
        return KeyTable(tuple(changed), self.groups)


def shown_key(key: str) -> str:
    """Return a key as people write it: `ctrl+s` is `^S`, `left` is `←`."""
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    name = _SHOWN.get(last, last.upper() if len(last) > 1 and last.startswith("f") else last)
    if modifiers == ["ctrl"] and len(name) == 1:
        return f"^{name.upper()}"
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def shown_keys(action: Action) -> str:
    """Return all keys of an action as people write them; the ten label keys as one range."""
    if action.keys == tuple(LABEL_KEYS):
        return "1-9 0"
    return " ".join(shown_key(key) for key in action.keys)


def load_keys() -> KeyTable:
    """Return the table that ships with akapen."""
    text = Path(__file__).with_name("keys.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), KeyTable)
