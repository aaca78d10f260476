"""What an expression of a date is read in the light of: the dates told before it, and the publication."""

from typing import NamedTuple

from extract.dates.calendar import PartialDate, days_between, is_possible
from extract.dates.expression import DateExpression
from extract.lazy_pattern import lazy

_SENTENCE = 60
"""Code points within which a date of another time than the story's own still lends its year."""
_STORY = 200
"""Days before publication that the story of an article spans; earlier dates are of its background."""
_YEARS = 730
"""Days before publication beyond which a stretch is of data, not of events."""
STORY_OF_OLD = 150
"""Code points for which the year of a story of long ago lends itself: 2016年の秋、… 10月13日に…."""
_AT_ONCE = 5
"""Code points within which the other end of a stretch follows."""
_HOLDS_ON = lazy(r"[ \n、のはも]")
"""After a year alone: it goes on to what follows; 2018年に belongs to its own verb."""
_OF_PERIOD = lazy(r" ?(?:以降|以前|以後|から|より|まで|~|-)")
_LATEST_YEAR = 2099


class Setting(NamedTuple):
    """What an expression is read in the light of."""

    told: PartialDate | None = None
    """The last date told."""
    told_end: int = 0
    lends_until: int | None = None
    """Where the sentence ends beyond which the date told, a month or one end of a stretch, lends nothing."""
    is_lender: bool = True
    """False where the date told, a year alone, belongs to its own verb: 2018年に導入."""
    sentence_end: int = -1
    """Where the sentence of the date told ends; beyond it a month without a day lends none to a bare day."""
    story: PartialDate | None = None
    """The last date told that lies within the story's own time."""
    era: str | None = None
    """The era last counted in."""
    published: PartialDate | None = None
    anchor: PartialDate | None = None
    """The publication date, else the first full date of the text."""

    def after(self, expression: DateExpression, date: PartialDate, folded: str) -> "Setting":
        """Return the setting once an expression has told a date in a folded text."""
        is_story = self.anchor is not None and 0 <= gap(date, self.anchor) <= _STORY
        is_stretch = self.published is not None and _OF_PERIOD.match(folded, expression.end) is not None
        is_month = self.published is not None and date.day is None and expression.year is not None
        is_background = (is_stretch or is_month) and not is_story
        sentence_end = folded.find("。", expression.end)
        is_lender = _is_lender(expression, date, folded)
        is_of_old = is_lender and not is_stretch and date.month is None and self.story is None
        return self._replace(
            told=date,
            told_end=expression.end,
            lends_until=self._lends_until(expression, date, sentence_end, is_of_old)
            if is_background
            else None,
            is_lender=is_lender,
            sentence_end=sentence_end,
            story=date if is_story else self.story,
            era=expression.era or self.era,
        )

    def _lends_until(
        self, expression: DateExpression, date: PartialDate, sentence_end: int, is_of_old: bool
    ) -> int:
        """Return where a date of the background stops lending: at once where it is years ago.

        Not so soon the year of a story of long ago, the first that is told: 2016年の秋、….
        """
        is_old = self.published is not None and gap(date, self.published) > _YEARS
        if is_old and is_of_old:
            return expression.end + STORY_OF_OLD
        return expression.end + _AT_ONCE if is_old else sentence_end

    def lender(self, start: int) -> PartialDate | None:
        """Return the date told before that lends year and month to an expression at an offset."""
        if self.lends_until is not None and 0 <= self.lends_until < start:
            return self.story
        if self.story and start - self.told_end > _SENTENCE:
            return self.story
        return self.told

    def month_lender(self, start: int) -> PartialDate | None:
        """Return the date told before that lends its month to a bare day, as newspapers leave it out.

        A month without a day does so within its sentence and the story's own time only; beyond that a bare
        day is one of the month of publication.
        """
        lender = self.lender(start)
        if lender is None or lender.day is not None or self.published is None:
            return lender
        is_near = self.sentence_end < 0 or start < self.sentence_end
        return lender if is_near and lender == self.story else None

    def latest(self) -> int:
        """Return the last year that a short year can mean."""
        return self.anchor.year + 1 if self.anchor else _LATEST_YEAR


def _is_lender(expression: DateExpression, date: PartialDate, folded: str) -> bool:
    """Tell whether a date lends its year to what follows: one with a month does, 2023年度の名簿 doesn't."""
    goes_on = expression.rule != "date.fiscal" and _HOLDS_ON.match(folded, expression.end) is not None
    return date.month is not None or goes_on


def gap(earlier: PartialDate, later: PartialDate) -> int:
    """Return the days between two dates, zero where one of them isn't on the calendar."""
    if not (is_possible(earlier) and is_possible(later)):
        return 0
    return days_between(earlier, later)
