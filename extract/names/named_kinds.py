"""Quoted names right behind a noun, which says what they are the names of: 園芸用品「みどりの手」."""

from extract.lazy_pattern import lazy
from extract.names.cues import name_cues
from extract.names.phrases import is_phrase
from extract.names.stretches import name_patterns
from extract.names.words import WORDS
from extract.tokens import tagger

_NOUN = lazy("[一-龠々ァ-ヺーA-Za-z]{2,}\\Z")
_SAID = WORDS.lazy(r"{said}\Z")
"""Behind these, quotation brackets hold what somebody says or writes, or a part of something."""
_NOUN_FEATURE = lazy("名詞,(?!普通名詞,副詞可能|数詞)|接尾辞,名詞的")
_LONGEST = 16
_SHORTEST = 3


def is_named_kind(before: str, words: str) -> bool:
    """Tell whether quoted words are the name of what the noun before the bracket says.

    Args:
        before: what stands up to the opening bracket.
        words: what stands between the brackets.
    """
    kind = _NOUN.search(before)
    title = name_cues().no_title.search(words) or words in name_patterns().generic
    if not kind or _SAID.search(kind[0]) or title or not _SHORTEST <= len(words) <= _LONGEST:
        return False
    *_, last = tagger()(kind[0])
    return bool(_NOUN_FEATURE.match(last.feature_raw)) and not _is_said(words)


def _is_said(words: str) -> bool:
    """Tell whether words are a clause or one common noun rather than a name."""
    nodes = tagger()(words)
    common = len(nodes) == 1 and nodes[0].feature_raw.startswith("名詞,普通名詞")
    return common or is_phrase(words)
