"""Proper names of sites, shops, apps, systems and products that an incident touches."""

from collections.abc import Iterator

from extract.document import Document
from extract.mention import Mention
from extract.names.addresses import outside_addresses
from extract.names.aliases import introduced_services, spread
from extract.names.service_names import find_service_names


def find_services(document: Document) -> Iterator[Mention]:
    """Find names of services and their repeats, without quote marks (guidelines.md, SERVICE).

    Generic words such as 当該サイト or オンラインストア alone are none.
    """
    named = document.once(service_names)
    yield from named
    yield from outside_addresses(document, spread(document, named, "SERVICE"))


def service_names(document: Document) -> tuple[Mention, ...]:
    """Return the names as they are introduced; kept per document, for organisations must not claim them."""
    named = tuple(outside_addresses(document, find_service_names(document)))
    return (*named, *introduced_services(document, named))
