"""Which function fills which field: ids that a schema's fields name, and the modules imported for them."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from extract.record.filling import Filling
from extract.record.reading import Reading
from store.schema import Field

Filler = Callable[[Reading, Field], tuple[Filling, ...]]

_GENERIC = "generic:fill_generic"
_FILLERS = {
    "victim": "victim:fill_victim",
    "service": "services:fill_services",
    "contractor": "partners:fill_contractors",
    "investigator": "partners:fill_investigator",
    "cause": "causes:fill_causes",
    "data_types": "data_types:fill_data_types",
    "affected_count": "counts:fill_affected",
    "card_count": "counts:fill_cards",
    "fraud_count": "counts:fill_fraud",
    "fraud_amount": "counts:fill_fraud_amount",
    "exposure_start": "exposure:fill_start",
    "exposure_end": "exposure:fill_end",
    "occurred_on": "dates:fill_date",
    "discovered_on": "dates:fill_date",
    "discovered_by": "discovery:fill_discovery",
    "payment_stopped_on": "dates:fill_date",
    "site_closed_on": "dates:fill_date",
    "investigation_completed_on": "dates:fill_date",
    "reported_ppc_on": "dates:fill_date",
    "reported_police_on": "dates:fill_date",
    "published_on": "dates:fill_date",
    "contact": "contact:fill_contact",
    "misuse": "misuse:fill_misuse",
}

FILLER_IDS = frozenset(_FILLERS)
"""What a schema may name as an extractor of a field."""

OF_ANY_DOMAIN = frozenset((None, "published_on", "contact"))
"""Extractors that say nothing of incidents: any notice has a date and a number to call."""


@cache
def filler(extractor: str | None) -> Filler:
    """Return the function that an id stands for, imported when first asked; the generic one for none.

    Raises:
        KeyError: no role rule has that id.
    """
    module, name = (_FILLERS[extractor] if extractor else _GENERIC).split(":")
    function: Filler = getattr(import_module(f"extract.record.{module}"), name)
    return function
