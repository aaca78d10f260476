"""Publication dates as files state them, made ISO 8601 at the precision stated."""

import re
from datetime import date

_DATE = re.compile(
    r"(?P<year>\d{4})(?:[-/.年](?P<month>\d{1,2})(?:[-/.月](?P<day>\d{1,2})(?!\d)日?(?:[T ].*)?)?月?)?年?",
    re.DOTALL,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


def iso_date(text: str) -> str | None:
    """Return `2024-05-01`, `2024-05` or `2024` for a date as files write it, a time of day left out.

    Takes `2024-05-01T09:00:00+09:00`, `2024/5/1`, `2024.5.1`, `20240501`, `2024年5月1日` and shorter ones;
    none for anything else and for days that no calendar has.
    """
    text = _COMPACT.sub(r"\1-\2-\3", text.strip(), count=1)
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    parts = [f"{year:04}"] + [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)
