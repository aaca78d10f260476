"""Rulebooks: the data files of the role rules under `extract/data/record`, read when first asked for.

A file holds `[words]`, named lists of alternatives (regular expressions), and roles, each a list of cues.
A name in braces, as `{found}`, stands for the list of that name, defined above it in the same file, or in
the file that `words_of` names.
"""

import re
from functools import cache, lru_cache

import msgspec

from extract.data_file import read_data
from extract.lazy_pattern import lazy
from extract.needed import Needs, needed
from extract.word_lists import expand


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of a role. Patterns are searched for; `$` in `before` and `^` in `after` touch the span."""

    id: str
    score: float
    """How often values by this cue are right, 0 to 1, as estimated on annotated texts."""
    before: str | None = None
    after: str | None = None
    surface: str | None = None
    sentence: str | None = None
    heading: str | None = None
    unless_before: str | None = None
    unless_after: str | None = None
    unless_surface: str | None = None
    unless_sentence: str | None = None
    unless_heading: str | None = None
    hint: str | None = None
    """What any sentence has where the cue holds: searched for before the others, for it is missed sooner."""


class Rulebook(msgspec.Struct, frozen=True):
    """One file: its words, expanded, and its roles."""

    words: dict[str, str]
    roles: dict[str, tuple[Cue, ...]]
    """The cues of each, the best-scored first."""
    needs: dict[str, Needs]
    """What any match of a word list must hold."""

    def expanded(self, pattern: str) -> str:
        """Return a pattern with the names in braces replaced by their alternatives."""
        return expand(pattern, self.words)


@lru_cache(maxsize=32)
def rulebook(name: str) -> Rulebook:
    """Return the rulebook of that name, the file's name without its ending."""
    table = read_data(f"record/{name}")
    shared = rulebook(table.pop("words_of")) if "words_of" in table else None
    words: dict[str, str] = dict(shared.words) if shared else {}
    needs: dict[str, Needs] = dict(shared.needs) if shared else {}
    for key, alternatives in table.pop("words", {}).items():
        joined = "|".join(alternatives)
        words[key] = expand(joined, words)
        needs[key] = needed(joined, needs)
    roles = msgspec.convert(table, dict[str, tuple[Cue, ...]])
    return Rulebook(words, {role: _best_first(cues) for role, cues in roles.items()}, needs)


def _best_first(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    return tuple(sorted(cues, key=lambda cue: -cue.score))


@cache
def needs_of(book: str, pattern: str) -> Needs:
    """Return what any match of a cue's pattern must hold."""
    return needed(pattern, rulebook(book).needs)


@lru_cache(maxsize=128)
def pattern(book: str, words: str) -> re.Pattern[str]:
    """Return one word list of a rulebook as a compiled expression."""
    return lazy(rulebook(book).words[words], rulebook(book).needs[words])
