"""Findings: what an examination of a gold file has found wrong, and what a repair does about it."""

from typing import Literal

import msgspec

Fate = Literal["kept", "mended", "lost"]
"""kept: as it is, for a person to decide; mended: set right without loss; lost: it could not be saved."""


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong."""

    place: str
    """As `annotations[12].spans[3]`; `file` for the file as a whole."""
    problem: str
    fate: Fate

    def __str__(self) -> str:
        """On one line."""
        return f"{self.place}: {self.problem} ({self.fate})"
