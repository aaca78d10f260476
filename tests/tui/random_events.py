"""What a hand, a mouse and a terminal can send, drawn by chance: keys of the table, Japanese, resizes."""

import random
from collections.abc import Sequence

from textual import events
from textual.geometry import Size
from textual.keys import _character_to_key

SIZES = [(120, 30), (80, 24), (60, 20), (160, 48), (45, 12), (100, 24), (20, 6)]
TYPED = "北斗食品ガｶﾞ𠮷々ー、。か゛令和６年5月20日葛\U000e0100件 　0123abcxz[]()-"
PASTED = ("北斗食品株式会社", "令和6年5月20日", "12,345件", "かな\nカナ", "\x1b[31m赤\u202e逆", "[bold]印")
BURST = 5
"""At most so many events come at once, faster than the app can work them off."""


class RandomEvents:
    """Draws events.

    Args:
        chance: where they come from.
        keys: the key table's keys, each as often as actions have it.
        leave: the key that leaves the program, drawn rarely, for every leaving costs a start.
    """

    def __init__(self, chance: random.Random, keys: Sequence[str], leave: str) -> None:
        self._chance = chance
        self._keys = [key for key in keys if key != leave]
        self._leave = leave

    def draw(self, size: Size) -> list[events.Event]:
        """Return what comes at once: mostly one event, sometimes a few, on a screen of so many cells."""
        count = self._chance.randint(2, BURST) if self._chance.random() < 0.05 else 1
        return [event for _ in range(count) for event in self._one(size)]

    def _one(self, size: Size) -> list[events.Event]:
        chance, dice = self._chance, self._chance.random()
        if dice < 0.001:
            return [key_event(self._leave)]
        if dice < 0.02:
            return [resize(Size(*chance.choice(SIZES)))]
        if dice < 0.10:
            return self._mouse(size)
        if dice < 0.11:
            return [events.Paste(chance.choice(PASTED))]
        return [key_event(chance.choice(TYPED if dice < 0.22 else self._keys))]

    def _mouse(self, size: Size) -> list[events.Event]:
        first, last = self._place(size), self._place(size)
        kind = self._chance.choice(("click", "click", "double", "drag", "drag", "wheel", "hover", "right"))
        if kind == "wheel":
            wheel = self._chance.choice((events.MouseScrollDown, events.MouseScrollUp))
            return [mouse(wheel, *first, button=0)]
        if kind == "hover":
            return [mouse(events.MouseMove, *first, button=0)]
        if kind == "drag":
            return [
                mouse(events.MouseDown, *first),
                mouse(events.MouseMove, *last),
                mouse(events.MouseUp, *last),
            ]
        button = 3 if kind == "right" else 1
        return [
            mouse(each, *first, button=button)
            for _ in range(2 if kind == "double" else 1)
            for each in (events.MouseDown, events.MouseUp)
        ]

    def _place(self, size: Size) -> tuple[int, int]:
        return self._chance.randrange(max(size.width, 1)), self._chance.randrange(max(size.height, 1))


def key_event(key: str) -> events.Key:
    """Return the event of a key by its name or character."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    return events.Key(name, key if len(key) == 1 else None)


def mouse(kind: type[events.MouseEvent], x: int, y: int, button: int = 1) -> events.MouseEvent:
    """Return an event of the mouse at a cell of the screen."""
    return kind(None, x, y, 0, 0, button, False, False, False)


def resize(size: Size) -> events.Resize:
    """Return the event of another size of the terminal."""
    return events.Resize(size, size)
