"""Morphemes of a text with exact code point offsets, by fugashi and unidic-lite.

Offsets hold for any Unicode text. MeCab stops at NUL, refuses lone surrogates and slows down on huge inputs;
so those characters are replaced one to one before it sees them, and long texts are cut into pieces.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extract.lazy_pattern import lazy

if TYPE_CHECKING:
    from fugashi import Tagger  # type: ignore[import-untyped]

PIECE = 2_000
"""Code points that MeCab gets at once: larger lattices cost more a character (measured)."""

_UNFIT = lazy(r"[\x00\ud800-\udfff]")
_STAND_IN = "\ufffd"


class PartOfSpeech(NamedTuple):
    """The four UniDic levels, as 名詞, 固有名詞, 地名, 一般; `*` where there is none."""

    first: str
    second: str
    third: str
    fourth: str


class Token(NamedTuple):
    """One morpheme, half-open in code points."""

    start: int
    end: int
    surface: str
    pos: PartOfSpeech


@cache
def tagger() -> "Tagger":
    """Return the one tagger of this process; it is not safe to share between threads."""
    import fugashi

    return fugashi.Tagger()


@lru_cache(maxsize=65_536)
def _part_of_speech(feature: str) -> PartOfSpeech:
    parts = [*feature.split(",", 4)[:4], "*", "*", "*", "*"]
    return PartOfSpeech(*parts[:4])


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > PIECE:
        limit = start + PIECE
        cut = max(text.rfind("\n", start, limit), text.rfind("。", start, limit)) + 1
        end = cut if cut > start else limit
        yield start, end
        start = end
    yield start, len(text)


class Tokens:
    """The morphemes of a text in order; white space belongs to none of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.poses: list[PartOfSpeech] = []
        readable = _UNFIT.sub(_STAND_IN, text)
        for start, end in _pieces(readable):
            self._read(readable[start:end], start)

    def _read(self, piece: str, offset: int) -> None:
        starts, ends, poses = self.starts, self.ends, self.poses
        for node in tagger()(piece):
            offset += len(node.white_space)
            starts.append(offset)
            offset += len(node.surface)
            ends.append(offset)
            poses.append(_part_of_speech(node.feature_raw))

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Token:
        start, end = self.starts[index], self.ends[index]
        return Token(start, end, self._text[start:end], self.poses[index])

    def __iter__(self) -> Iterator[Token]:
        return (self[index] for index in range(len(self)))

    def between(self, start: int, end: int) -> range:
        """Return the indices of the tokens that touch the half-open stretch."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def at(self, offset: int) -> int | None:
        """Return the index of the token that covers the code point, none in white space and outside."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.ends[index] else None
