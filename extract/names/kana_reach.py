"""How far a name with hiragana reaches, where no mark ends it: ひかりの里 of ひかりの里の職員が."""

from typing import NamedTuple

from extract.lazy_pattern import lazy
from extract.names.cues import name_cues
from extract.names.stretches import name_patterns
from extract.names.words import WORDS
from extract.tokens import tagger

_END = lazy("助詞,(?!接続助詞|終助詞)|助動詞|接続詞|補助記号|空白|連体詞")
_SUFFIXES = frozenset(("ら", "さん", "さま", "たち", "ども", "様", "側", "等"))
_TOGETHER = lazy("で[はのも]|に[はも]|と[はのも]|への|へ[はも]|から[のはも]|よりの")
"""Particles that follow one another; of any others the first is a part of the name: たまごや|は."""
_SHORTEST = 2
_JOINER = lazy(r"[ぁ-ん]{2,7}\Z|\A[一-龠]\Z")
"""Only a short word stands before a の within a name."""
_TAIL = lazy(r"[一-龠ァ-ヺー]{1,10}|[ぁ-ん]{1,2}(?=[\s)、。」]|\Z)|[ぁ-ん]{1,4}[一-龠ァ-ヺー]{1,8}")
_PART = WORDS.lazy("{firm_parts}")
"""What follows a firm's name by の, and is no part of it."""
_PURPOSE = lazy(
    r"[^はがに、。「」]{2,14}を[ぁ-ん一-龠]{2,5}(?<=[うくぐすつぬぶむる])"
    r"(?:会|ネットワーク|ネット|プロジェクト|センター|ひろば|広場)"
)
"""What a society is for is its name: みんなの居場所をつくる会."""


class _Word(NamedTuple):
    surface: str
    feature: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.surface)


def name_reach(rest: str) -> int:
    """Return where the name ends that a text begins with, in code points; 0 where it begins with grammar.

    A particle ends a name; the dictionary tells most, though it reads some into names as well.
    """
    purpose = _PURPOSE.match(rest)
    passed = purpose.end() if purpose else 0
    words = _words(rest)
    for number, word in enumerate(words):
        if word.start < passed or not _may_end(word):
            continue
        behind = words[number + 1] if number + 1 < len(words) else None
        if word.start < _SHORTEST:
            if not rest[: word.start].strip() and not _misread(behind):
                return 0
            continue
        inner = _inner(rest, word, behind)
        if not inner:
            return word.start
        passed = inner
    return len(rest.rstrip("\n "))


def _words(rest: str) -> list[_Word]:
    words, at = [], 0
    for node in tagger()(rest):
        at += len(node.white_space)
        words.append(_Word(node.surface, node.feature_raw, at))
        at += len(node.surface)
    return words


def _may_end(word: _Word) -> bool:
    return bool(_END.match(word.feature)) or (word.feature.startswith("接尾辞") and word.surface in _SUFFIXES)


def _misread(behind: _Word | None) -> bool:
    """Tell whether the particle that a name seems to begin with is a piece of a word that isn't known."""
    return behind is not None and behind.feature.startswith("記号")


def _inner(rest: str, word: _Word, behind: _Word | None) -> int:
    """Return how far a particle and what follows it belong to the name, 0 where it ends there."""
    if not word.feature.startswith(("助詞", "助動詞")) or behind is None:
        return 0
    if word.surface == "の":
        return _joined(rest, word)
    is_grammar = behind.feature.startswith("助詞") and behind.start == word.end
    return word.end if is_grammar and not _TOGETHER.fullmatch(word.surface + behind.surface) else 0


def _joined(rest: str, word: _Word) -> int:
    """Return how far a の belongs to the name, as in ひまわりの会; 0 where the firm has what follows."""
    tail = _TAIL.match(rest, word.end)
    if not tail or not _JOINER.search(rest[: word.start].strip()):
        return 0
    owned = name_cues().after_organisation.match(rest, word.start)
    part = _PART.fullmatch(tail[0]) or name_patterns().stop.fullmatch(tail[0])
    return 0 if owned or part else word.end + 1
