"""Files damaged by chance, the same for the same seed."""

import random

PIECES = (
    b"\x00",
    b"\xff",
    b'"',
    b"\r",
    b"\n",
    b"{",
    b"[",
    b"<!--",
    b"<",
    b"&#x110000;",
    b"\x1b$B",
    b",",
    b"\\u",
    b"\t",
    b"-1",
    b"9" * 6000,
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Put hostile pieces into bytes and take others out, up to eight times."""
    for _ in range(chance.randrange(1, 9)):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        end = min(end, at + chance.randrange(9))
        piece = chance.choice((b"", chance.choice(PIECES) * chance.choice((1, 1, 99)), chance.randbytes(4)))
        data = data[:at] + piece + data[end:]
    return data
