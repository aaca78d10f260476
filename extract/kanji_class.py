"""Classes of kanji in patterns: written as the common ones, 一-龠, they hold all.

Names are written with rarer ones as well, such as 﨑 and 𠮷, which Unicode has elsewhere.
"""

_COMMON = "一-龠"
_ALL = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The unified kanji with extension A before them, the compatible ones, and those beyond the first plane."""


def with_rare_kanji(pattern: str) -> str:
    """Return a pattern whose classes of kanji hold rare ones, too."""
    return pattern.replace(_COMMON, _ALL)
