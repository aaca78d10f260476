"""Folding of character variants, one code point to one, so that offsets stay those of the stored text."""

import re
import unicodedata

from extract.lazy_pattern import lazy

_DASHES = "‐‑‒–—―−－─"
_TILDES = "～〜∼"
_BULLETS = "•◦‣▪▸∙·･"


def _table() -> dict[str, str]:
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    table |= dict.fromkeys(_DASHES, "-") | dict.fromkeys(_TILDES, "~")
    table |= dict.fromkeys(_BULLETS, "・")
    return table | {"\u3000": " ", "\u00a0": " ", "￥": "¥"}


_FOLDED = _table()
_VARIANT = lazy(f"[{re.escape(''.join(_FOLDED))}]")


_COMMA = lazy("，(?![0-9０-９])|(?<![0-9０-９])，")
_STOP = lazy("(?<=[ぁ-んァ-ヶー一-龠）」』])．(?![0-9０-９])")
"""Commas and full stops of texts punctuated as public offices and scholars do; others stand in numbers."""


def fold(text: str) -> str:
    """Return the text with width variants, dashes, tildes, bullets and Kangxi radicals made one; same length.

    Full-width ASCII becomes half-width, save commas and full stops that punctuate: they become 、 and 。.
    Every dash becomes `-`, every tilde `~`, every small bullet `・`, the ideographic space a space.
    Radicals such as U+2F47 come from PDF copies and look like 日. The prolonged sound mark ー stays: it is
    a letter.
    """
    if "，" in text:
        text = _COMMA.sub("、", text)
    if "．" in text:
        text = _STOP.sub("。", text)
    for variant in set(_VARIANT.findall(text)):
        text = text.replace(variant, _FOLDED[variant])
    return text
