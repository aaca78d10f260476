"""Which encoding Japanese bytes are in: strict trial decoding, and a look at which reading is Japanese.

Shift_JIS text is hardly ever valid EUC-JP: the lead bytes of its kana and common kanji (0x81-0x9F) don't
occur there. EUC-JP text is often valid Shift_JIS, but reads as half-width katakana. So the reading with the
larger share of everyday characters wins, and one without enough of them is refused.
"""

import codecs
import re
from collections import Counter

MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
"""Byte order marks, codecs and names; UTF-32 before UTF-16, whose mark is the beginning of its own."""

_ESCAPED = ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004")
_EUC = ("euc_jp", "euc_jis_2004")
_SHIFTED = ("cp932", "shift_jis_2004")

_ENOUGH = 0.7
"""The share of characters beyond ASCII that must be everyday Japanese."""
_LEVEL_2 = 0.7
"""The weight of a kanji beyond the common ones: real texts have few, misread ones many."""
_RARE = 0.3
"""The weight of half-width katakana, Greek, Cyrillic and box drawing."""

_CONTROLS = frozenset({*map(chr, range(0x20)), "\x7f"} - {*"\t\n\r\f"})
_UNLIKELY = re.compile("[\u0180-\u036f\u0530-\u07ff]")


def decode_japanese(data: bytes) -> tuple[str, str] | None:
    """Return the text and its encoding's name, or none when no reading of the bytes is Japanese."""
    if b"\x1b$" in data:
        text = _first(data, _ESCAPED)
        return (text, "ISO-2022-JP") if text is not None else None
    readings = [(_first(data, _EUC), "EUC-JP"), (_first(data, _SHIFTED), "Shift_JIS")]
    ranked = [(_share(text), text, name) for text, name in readings if text is not None]
    best = max(ranked, key=lambda reading: reading[0], default=None)
    return (best[1], best[2]) if best and best[0] >= _ENOUGH else None


def is_nearly_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 with a few damaged characters, rather than another encoding."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - damaged
    return whole > 4 * damaged


def is_utf8_by_luck(text: str) -> bool:
    """Tell whether a text that UTF-8 gave holds no Japanese but letters that no one here would write.

    Two bytes of an EUC-JP kanji may make a combining mark or a letter of Latin Extended-B to N'Ko.
    """
    return bool(_UNLIKELY.search(text)) and max(text) < "\u0800"


def _first(data: bytes, encodings: tuple[str, ...]) -> str | None:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _share(text: str) -> float:
    """The share of everyday Japanese among characters beyond ASCII; none with control characters."""
    counts = Counter(text)
    if any(character in _CONTROLS for character in counts):
        return 0.0
    beyond = [(character, count) for character, count in counts.items() if character > "\x7f"]
    total = sum(count for _, count in beyond)
    return sum(_weight(character) * count for character, count in beyond) / total if total else 0.0


def _weight(character: str) -> float:
    """How everyday a character is, by its row in JIS X 0208: symbols, kana, kanji of level 1 and 2."""
    try:
        row = character.encode("euc_jp")[0] - 0xA0
    except UnicodeEncodeError:
        return 0.0 if "\ue000" <= character <= "\uf8ff" else 1.0
    if row <= 0:
        return _RARE
    return 1.0 if row <= 5 or 16 <= row <= 47 else _LEVEL_2 if row >= 48 else _RARE
