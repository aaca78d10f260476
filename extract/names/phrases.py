"""Phrases: words that hold grammar, as clauses and descriptions do and names don't."""

from extract.lazy_pattern import lazy
from extract.tokens import tagger

_GRAMMAR = lazy("助詞,(?!格助詞)|助動詞|接続詞|代名詞|連体詞|副詞|感動詞")
_CASE = lazy("助詞,格助詞")
_JOINT = "の"


def is_phrase(words: str, *, cases: bool = False) -> bool:
    """Tell whether UniDic finds grammar in some words other than の, which joins the parts of names, too.

    Args:
        words: what may be a name.
        cases: whether the name may hold particles of case, as societies' names do: ひとみを守る会.
    """
    features = (node.feature_raw for node in tagger()(words) if node.surface != _JOINT)
    return any(_GRAMMAR.match(feature) or (not cases and _CASE.match(feature)) for feature in features)
