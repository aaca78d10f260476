"""When things happened, as VERIS says it: a date of the incident, and durations from there."""

from datetime import date
from typing import Any

from store.annotation import Record
from store.published import iso_date

BEGINNINGS = ("occurred_on", "exposure_start", "discovered_on", "published_on")
"""Fields that date an incident, the best first."""


def timeline(record: Record, published: str | None) -> dict[str, Any] | None:
    """Return the timeline of an incident, none when nothing tells its year.

    Args:
        record: of the incident schema.
        published: when the article was published, which dates the incident for want of better.
    """
    dates = [one for one in (*(_text(record, field) for field in BEGINNINGS), published) if one]
    if not dates:
        return None
    found: dict[str, Any] = {"incident": parts(dates[0])}
    begun = _text(record, "occurred_on") or _text(record, "exposure_start")
    known = _text(record, "discovered_on")
    stopped = _text(record, "payment_stopped_on") or _text(record, "site_closed_on")
    for name, start, end in (("discovery", begun, known), ("containment", known, stopped)):
        if (days := _days(start, end)) is not None:
            found[name] = {"unit": "Days", "value": days}
    return found


def parts(stated: str) -> dict[str, int]:
    """Return year, month and day of an ISO 8601 date, as far as it states them."""
    return dict(zip(("year", "month", "day"), map(int, stated.split("-")), strict=False))


def _text(record: Record, field: str) -> str:
    value = record.get(field)
    return iso_date(value) or "" if isinstance(value, str) else ""


def _days(start: str, end: str) -> int | None:
    """Days from one date to a later one, both stated to the day."""
    try:
        days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return None
    return days if days >= 0 else None
