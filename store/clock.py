"""The time as akapen writes it down."""

from datetime import datetime


def now() -> str:
    """Return the present time in ISO 8601, to the second, with the offset from UTC."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
