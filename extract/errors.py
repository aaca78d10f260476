"""What can go wrong while suggesting.

store.errors.AkapenError
└── SlowPatternError   a schema's pattern ran out of time on a text
"""

from store.errors import AkapenError


class SlowPatternError(AkapenError):
    """A pattern of a schema took too long; names the label and the pattern."""

    title = "slow pattern"

    def __init__(self, label: str, pattern: str, seconds: float) -> None:
        super().__init__(
            f"label {label}: the pattern {pattern!r} took over {seconds:g} s on one text; make it simpler"
        )
        self.label = label
        self.pattern = pattern
