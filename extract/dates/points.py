"""DATE: points in time that can be placed on a calendar: at least a day, a month or a year."""

from collections.abc import Iterator

from extract.dates.expression import CLOCK
from extract.dates.expressions import expressions
from extract.document import Document
from extract.mention import Mention
from extract.rule_table import rule_table


def find_dates(document: Document) -> Iterator[Mention]:
    """Find points in time, those that bound a PERIOD among them; a clock time alone is none."""
    rules = rule_table("date_rules")
    for found in document.once(expressions):
        if found.rule != CLOCK:
            yield Mention(found.start, found.end, "DATE", found.rule, rules[found.rule].score, found.why)
