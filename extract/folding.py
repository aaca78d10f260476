"""Folding of character variants, one code point to one, so that offsets stay those of the stored text."""

import unicodedata

_DASHES = "‐‑‒–—―−－─"
_TILDES = "～〜∼"


def _table() -> dict[int, int]:
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    table |= {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)}
    table |= {ord(dash): ord("-") for dash in _DASHES}
    table |= {ord(tilde): ord("~") for tilde in _TILDES}
    table |= {ord("\u3000"): ord(" "), ord("\u00a0"): ord(" "), ord("￥"): ord("¥")}
    return table


_FOLDED = _table()


def fold(text: str) -> str:
    """Return the text with width variants, dashes, tildes and Kangxi radicals made one; same length.

    Full-width ASCII becomes half-width, every dash `-`, every tilde `~`, the ideographic space a space.
    Radicals such as U+2F47 come from PDF copies and look like 日. The prolonged sound mark ー stays: it is
    a letter.
    """
    return text if text.isascii() else text.translate(_FOLDED)
