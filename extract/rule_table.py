"""The table of a module's rules: why each holds, how often, and what it finds and leaves alone."""

from functools import cache

import msgspec

from extract.data_file import read_data


class RuleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule as its data file states it."""

    id: str
    score: float
    """How often it is right, 0 to 1, as estimated on annotated texts."""
    reason: str
    """Source or reason."""
    hits: tuple[str, ...]
    """Texts in which `[` and `]` enclose what it finds."""
    misses: tuple[str, ...]
    """Texts in which it finds nothing."""


@cache
def rule_table(name: str) -> dict[str, RuleEntry]:
    """Return the rules of `data/<name>.toml` by id, read the first time only."""
    entries = msgspec.convert(read_data(name)["rules"], tuple[RuleEntry, ...])
    return {entry.id: entry for entry in entries}
