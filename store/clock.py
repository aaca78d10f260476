"""The time as akapen writes it down."""

from datetime import datetime


def now() -> str:
    """Return the present time in ISO 8601, to the second, with the offset from UTC."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def moment(time: str) -> float:
    """Return when a written time was, in seconds; one that can't be read counts as the oldest, 0."""
    try:
        return datetime.fromisoformat(time).timestamp()
    except ValueError:
        return 0.0
