"""Kinds of houses that stand right before a name and are no part of it: 出版社北斗堂, 人気居酒屋ホシゾラ."""

import re

from extract.names.words import WORDS

_KIND = WORDS.lazy(r"{house_praise}?(?:{houses}|{apposed})(?!{behind_kinds})(?=[^\s、。・]{2})")
_BEHIND = WORDS.lazy(r"(?:{houses}|{apposed}|メーカー|大手|会社|スーパー|ドラッグストア|ホームセンター)\Z")
_SHORTEST = 4
"""Code points of the shortest kind with the shortest name: most runs are passed over by that alone."""
_REACH = 14
"""Code points that a kind takes at most."""


def kind_head(run: str) -> "re.Match[str] | None":
    """Return the kind that a stretch of letters begins with, where more follows that may be a name."""
    return _KIND.match(run) if len(run) >= _SHORTEST else None


def ends_in_kind(folded: str, start: int) -> bool:
    """Tell whether a kind stands right before a place in the text, in code points."""
    return _BEHIND.search(folded, max(0, start - _REACH), start) is not None
