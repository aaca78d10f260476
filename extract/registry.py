"""Which function finds what: ids that a schema's labels name, and the modules that are imported for them."""

from collections.abc import Callable, Iterator
from importlib import import_module

from extract.document import Document
from extract.mention import Mention

Rule = Callable[[Document], Iterator[Mention]]

_RULES = {
    "dates": "extract.dates.points:find_dates",
    "periods": "extract.dates.periods:find_periods",
    "counts": "extract.amounts.counts:find_counts",
    "money": "extract.amounts.money:find_money",
    "contacts": "extract.contacts:find_contacts",
    "organisations": "extract.names.organisations:find_organisations",
    "services": "extract.names.services:find_services",
    "data_items": "extract.data_items.items:find_data_items",
    "causes": "extract.causes:find_causes",
}

RULE_IDS = frozenset(_RULES)
"""What a schema may name as an extractor of a label."""


def rule(rule_id: str) -> Rule:
    """Return the function that an id stands for, importing its module now.

    Raises:
        KeyError: no rule has that id.
    """
    module, name = _RULES[rule_id].split(":")
    function: Rule = getattr(import_module(module), name)
    return function
