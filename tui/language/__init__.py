"""The interface's two languages: every text that the screens show, by key, from `ja.toml` and `en.toml`."""

import os
import tomllib
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Literal

from store.schema import Names

Tongue = Literal["ja", "en"]


class Count(int):
    """A number that picks the word that goes with it: `{count:place|places}`."""

    def __format__(self, spec: str) -> str:
        """Return the word for one or for more, or the number itself."""
        one, bar, more = spec.partition("|")
        return (one if self == 1 else more) if bar else super().__format__(spec)


class Language:
    """The texts of one language."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue: Tongue = tongue
        self._keys: Mapping[str, str] = {}
        text = Path(__file__).with_name(f"{tongue}.toml").read_text("utf-8")
        self.texts: dict[str, str] = _flat(tomllib.loads(text))

    def with_keys(self, keys: Mapping[str, str]) -> "Language":
        """Return it with what texts call the keys of actions, by the actions' ids: `{key[quit]}`."""
        named = copy(self)
        named._keys = keys
        return named

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key, its places filled in; `{count:place|places}` takes the fitting word.

        Raises:
            KeyError: there is no such text.
        """
        counted = {name: Count(value) if isinstance(value, int) else value for name, value in values.items()}
        return self.texts[key].format_map({"key": self._keys, **counted})

    def name(self, names: Names) -> str:
        """Return the name of a label, field, code or action in this language."""
        return names.ja if self.tongue == "ja" else names.en

    def both(self, names: Names) -> str:
        """Return a name in this language and then, if it differs, in the other."""
        first, second = (names.ja, names.en) if self.tongue == "ja" else (names.en, names.ja)
        return first if first == second else f"{first} {second}"


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    texts: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            texts |= _flat(value, f"{prefix}{key}.")
        else:
            texts[prefix + key] = str(value)
    return texts


def preferred(environment: Mapping[str, str] = os.environ) -> Tongue:
    """Return the language that the locale asks for: Japanese for any `ja…`, English else."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(variable):
            return "ja" if locale.lower().startswith("ja") else "en"
    return "en"
