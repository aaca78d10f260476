"""The character tables of `characters.toml`, read when first asked for."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec


class Kinsoku(msgspec.Struct, frozen=True):
    """Which characters may not stand at the start or the end of a line, and which stay with their like."""

    no_start: tuple[str, ...]
    no_end: tuple[str, ...]
    inseparable: str


class Symbols(msgspec.Struct, frozen=True):
    """What stands for characters that can't be shown as they are."""

    tab: str
    undefined: str
    invisible: str
    line: str
    left_to_right: str
    right_to_left: str
    balance: str


class Characters(msgspec.Struct, frozen=True):
    """The whole file."""

    kinsoku: Kinsoku
    symbols: Symbols
    directions: dict[str, str]


@cache
def characters() -> Characters:
    """Return the tables; the file ships with the package."""
    text = Path(__file__).with_name("characters.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Characters)
