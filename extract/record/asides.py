"""What an article says beside its incident: advice, other cases, teasers to other articles."""

from extract.record.cues import judge
from extract.record.rulebook import pattern
from extract.record.surroundings import Surroundings

_TEASERS_FROM = 150
"""Code points: a box of links at the very top doesn't end the article."""


def tail_of(folded: str) -> int:
    """Return where teasers to other articles begin in a folded text, its length if there are none."""
    teasers = pattern("asides", "teasers").search(folded, min(_TEASERS_FROM, len(folded)))
    return teasers.start() if teasers else len(folded)


def is_other_case(around: Surroundings) -> bool:
    """Tell whether a sentence speaks of other incidents or of the future: 類似事例, 他社, 将来的に."""
    return judge("asides", "other_case", around) is not None


def is_of_others(heading: str) -> bool:
    """Tell whether folded headings stand above other incidents: 業界で相次ぐ被害, 過去の事例."""
    return pattern("asides", "of_others").search(heading) is not None


def is_advice(around: Surroundings) -> bool:
    """Tell whether a sentence advises or promises: 推奨, 必要である, 再発防止に努め."""
    return judge("asides", "advice", around) is not None
