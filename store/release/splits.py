"""Splits into train, validation and test by hash of an article's group: they stay when data grows."""

import re
from collections.abc import Iterable
from hashlib import sha256

import msgspec

from store.article import Article
from store.errors import UsageError
from store.release.near_duplicates import groups

NAMES = ("train", "validation", "test")
_RANGE = 2**64
_NUMBER = re.compile(r"\s*\d{1,9}\s*")


class Shares(msgspec.Struct, frozen=True):
    """How much goes where, as shares of one, and the seed of the drawing."""

    train: float
    validation: float
    test: float
    seed: int = 0


def shares(text: str, seed: int = 0) -> Shares:
    """Read shares such as `80/10/10`.

    Raises:
        UsageError: they aren't three numbers of which one is more than zero.
    """
    parts = [int(part) for part in text.split("/") if _NUMBER.fullmatch(part)]
    if text.count("/") != 2 or len(parts) != 3 or not any(parts):
        raise UsageError(
            f"--split {text}: write three numbers for train, validation and test, such as 80/10/10"
        )
    train, validation, test = (part / sum(parts) for part in parts)
    return Shares(train, validation, test, seed)


def split_of(group: str, how: Shares) -> str:
    """Return the split that a group belongs to, the same at any time and on any machine."""
    drawn = int.from_bytes(sha256(f"{how.seed}:{group}".encode()).digest()[:8], "big") / _RANGE
    if drawn < how.train:
        return "train"
    return "validation" if drawn < how.train + how.validation else "test"


def splits(articles: Iterable[Article], how: Shares) -> dict[str, str]:
    """Return the split of each article by its id; near-duplicates are in one split."""
    return {article_id: split_of(group, how) for article_id, group in groups(articles).items()}
