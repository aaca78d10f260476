"""Which dates of the record a stretch of time may tell: one without an end, one of hours within a day."""

from extract.record.cues import Verdict, judge, judge_all
from extract.record.moment import Moment
from extract.record.surroundings import Surroundings

_MAY_OPEN = {"site_closed_on", "payment_stopped_on"}
"""Roles that the beginning of a stretch plays: 4月21日から使えない."""
_OPENINGS = {"occurred_on.began", "discovered_on.word-poured-in"}
"""Cues of other roles that put a day so in them: 4月21日から攻撃を受け, 4月21日以降苦情が相次ぎ."""
_LABELS = {"occurred_on.label", "occurred_on.label-heading"}
"""What puts a stretch of hours in a role, which is no point in time: 発生日時: 4月5日10時から12時まで."""


def may_open(role: str) -> bool:
    """Tell whether a role is played by beginnings of stretches, by whatever cue."""
    return role in _MAY_OPEN


def verdict_of(book: str, role: str, moment: Moment, here: Surroundings) -> Verdict | None:
    """Return the best verdict that puts a moment in a role; of a stretch only some cues can.

    Args:
        book: the rulebook with the role's cues.
        role: the role.
        moment: a point in time or a stretch.
        here: the words that belong to it.
    """
    if not moment.is_hours and (not moment.is_opening or role in _MAY_OPEN):
        return judge(book, role, here)
    if moment.is_opening and not (moment.date and moment.date.day):
        return None
    able = _OPENINGS if moment.is_opening else _LABELS
    return next((verdict for verdict in judge_all(book, role, here) if verdict.rule in able), None)
