"""Word lists as data files: rules with their terms and patterns, found in one pass over a text."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from extract.data_file import read_data
from extract.document import Document, Stretch
from extract.lazy_pattern import lazy
from extract.letters import is_kanji, is_katakana, is_latin
from extract.needed import needed
from extract.rule_table import RuleEntry
from extract.triggers import Triggers
from extract.word_search import WordSearch

_HEADS = frozenset("元旧現対")
"""What may stand directly before a term that stands apart: 元日通社員."""


class LexicalRule(RuleEntry, frozen=True, forbid_unknown_fields=True):
    """Words of one kind, with the reason why they are of that kind."""

    terms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    apart: bool = False
    """Whether its terms are too short to be told within longer words: 日通, but not 毎日通う."""


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A data file: its rules, longer words that hold a term by chance, and files that go on with it."""

    rules: tuple[LexicalRule, ...]
    exclude: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()
    """What may directly follow a term that stands apart: 日通社員."""
    parts: tuple[str, ...] = ()
    """Names of further data files of this form, whose rules belong to the list."""


class Found(NamedTuple):
    """A word in a text, half-open in code points."""

    start: int
    end: int
    rule: LexicalRule


class Lexicon:
    """A compiled word list; `find` is linear in the text."""

    def __init__(self, words: WordList) -> None:
        self._rules = {term: rule for rule in words.rules for term in rule.terms}
        self._terms = frozenset((*self._rules, *words.exclude))
        self._search = WordSearch(self._terms)
        self._followers = words.followers
        self._patterns = [(lazy(pattern), rule) for rule in words.rules for pattern in rule.patterns]
        self._triggers = Triggers([needed(pattern) for rule in words.rules for pattern in rule.patterns])

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is one of its terms."""
        return word in self._rules

    def find(self, document: Document) -> Iterator[Found]:
        """Find its words in a document; hits of terms and of patterns may overlap.

        A katakana or Latin term must not be the tail of a longer word, a Latin one not the head of one either
        (ワーム isn't in フレームワーム). Patterns are matched one by one, those of which the text has a word.
        """
        living = self._triggers.living_by(document.words)
        return self._found(document.folded, document.words.spans(self._terms), living)

    def find_in(self, name: str) -> Iterator[Found]:
        """Find its words in a folded name, as in a document."""
        return self._found(name, self._search.spans(name), self._triggers.living(name))

    def _found(self, folded: str, terms: Iterable[Stretch], living: int) -> Iterator[Found]:
        """Yield the terms that stand alone, and the matches of the patterns that are alive."""
        for start, end in terms:
            known = self._rules.get(folded[start:end])
            if (
                known
                and stands_alone(folded, start, end)
                and not (known.apart and self._is_part(folded, start, end))
            ):
                yield Found(start, end, known)
        for number, (pattern, rule) in enumerate(self._patterns):
            if living >> number & 1:
                for match in pattern.finditer(folded):
                    yield Found(match.start(), match.end(), rule)

    def _is_part(self, folded: str, start: int, end: int) -> bool:
        """Tell whether kanji or a digit touch a word from before, or what may not follow it from behind."""
        before, after = folded[start - 1 : start], folded[end : end + 1]
        cut = is_kanji(folded[start]) and is_kanji(before) and before not in _HEADS
        if cut or before.isdigit():
            return True
        goes_on = is_kanji(after) or is_katakana(after) or after == "."
        return goes_on and not folded.startswith(self._followers, end)


def stands_alone(folded: str, start: int, end: int) -> bool:
    """Tell whether a katakana or Latin word isn't cut out of a longer one of the same letters."""
    before, first = folded[start - 1 : start], folded[start]
    if (is_katakana(first) and is_katakana(before)) or (is_latin(first) and is_latin(before)):
        return False
    return not (is_latin(folded[end - 1]) and is_latin(folded[end : end + 1]))


@cache
def lexicon(name: str) -> Lexicon:
    """Return the compiled word list of a data file of this package, read the first time only."""
    return Lexicon(word_list(name))


def word_list(name: str) -> WordList:
    """Return the word list of a data file of this package, its parts joined to it."""
    words = msgspec.convert(read_data(name), WordList)
    lists = (words, *map(word_list, words.parts))
    return WordList(
        tuple(rule for part in lists for rule in part.rules),
        tuple(word for part in lists for word in part.exclude),
        tuple(word for part in lists for word in part.followers),
    )
