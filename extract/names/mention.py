"""Mentions of names with the score that their rule's table states."""

from extract.mention import Mention
from extract.rule_table import rule_table

_TABLES = {"ORG": "organisation_rules", "SERVICE": "service_rules"}


def name_mention(label: str, rule: str, start: int, end: int, why: str, most: float = 1.0) -> Mention:
    """Return a mention by a rule of the label's table.

    Args:
        label: ORG or SERVICE.
        rule: its id in the table.
        start: first code point.
        end: one past the last.
        why: the words that decided.
        most: the score is never higher, as that of a repeat is no higher than that of the name it repeats.
    """
    score = min(rule_table(_TABLES[label])[rule].score, most)
    return Mention(start, end, label, rule, score, (why,))
