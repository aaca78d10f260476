"""Named organisations: every way to tell one, then their repeats and short forms over the document."""

from collections.abc import Iterable, Iterator
from itertools import chain

from extract.document import Document
from extract.mention import Mention
from extract.names.addresses import outside_addresses
from extract.names.aliases import spread
from extract.names.announcers import find_announcers
from extract.names.bare import find_bare_names
from extract.names.bracketed import find_bracketed_names
from extract.names.by_form import institutions, legal_names, signatures
from extract.names.credits import find_credits
from extract.names.employers import find_employers
from extract.names.gangs import find_gangs
from extract.names.headlines import find_headlined
from extract.names.kana_names import find_kana_names
from extract.names.known import find_departments, find_known_names, with_departments
from extract.names.listed import find_affairs, find_counted, find_listed
from extract.names.mixed_announcers import find_mixed_announcers
from extract.names.public_houses import find_public_houses
from extract.names.quoted import find_quoted_names
from extract.names.quoted_kinds import told_organisation
from extract.names.roles import find_roles
from extract.names.senders import find_senders
from extract.names.services import service_names
from extract.names.signatures import find_thanked
from extract.names.societies import find_societies
from extract.names.spaced import find_spaced_names
from extract.names.towns import find_towns

_BRANDS = ("org.known_retail", "org.known_travel", "org.known_it")
_BY_PLACE = frozenset(
    (
        "org.role",
        "org.opening",
        "org.institution_proper",
        "org.quoted",
        "org.inn",
        "org.kana",
        "org.bare",
        *_BRANDS,
    )
)
"""Rules that a service's name may satisfy as well: a firm's brand may be its shops' or site's."""
_ALIAS, _USED = "org.alias", "service.used"
"""A short form of a firm's name is the site's where the site is logged in to by it."""
_BEFORE = 30
_STATED = frozenset(("service.bare",))
"""Rules of services that say of what kind the name is."""


def find_organisations(document: Document) -> Iterator[Mention]:
    """Find named organisations, the longest proper name with its legal form (guidelines.md, ORG).

    Generic words such as 弊社 or クレジットカード会社 are none (`data/names.toml`).
    """
    yield from document.once(organisations)


def organisations(document: Document) -> tuple[Mention, ...]:
    """Return what `find_organisations` yields; kept once per document, for other rules ask for it as well."""
    direct = chain(document.once(legal_names), find_known_names(document), document.once(institutions))
    told = chain(
        find_quoted_names(document),
        find_gangs(document),
        find_towns(document),
        find_kana_names(document),
        document.once(signatures),
        find_senders(document),
        find_thanked(document),
        find_headlined(document),
        find_announcers(document),
        find_mixed_announcers(document),
        find_bracketed_names(document),
        find_employers(document),
        find_societies(document),
        find_public_houses(document),
        find_affairs(document),
        find_counted(document),
        find_bare_names(document),
        find_spaced_names(document),
        find_credits(document),
        with_departments(document, direct),
        find_roles(document),
    )
    known = tuple(told)
    told = chain(known, find_listed(document, known))
    named = tuple(_no_services(document, outside_addresses(document, told)))
    repeats = _no_services(document, with_departments(document, spread(document, named, "ORG")))
    repeated = chain(repeats, find_departments(document))
    return (*named, *outside_addresses(document, repeated))


def _no_services(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Pass over a name that is a site's as well, unless its form says that it is an organisation's.

    A name used for the site is SERVICE even where the company bears it too (guidelines.md, Spans).
    """
    found = document.once(service_names)
    services = {document.folded[m.start : m.end]: m.rule for m in found}
    stated = {(m.start, m.end) for m in found if m.rule in _STATED or _kind_before(document, m)}
    ends = {m.end for m in found}
    for mention in mentions:
        rule = services.get(document.folded[mention.start : mention.end])
        told = (rule or mention.end in ends) and mention.rule in _BY_PLACE
        used = rule == _USED and mention.rule == _ALIAS
        if not (told or used or (mention.start, mention.end) in stated):
            yield mention


def _kind_before(document: Document, service: Mention) -> bool:
    """Tell whether the words that made a quoted name a service stand before it: 交流サイト「X」."""
    if service.rule != "service.quoted":
        return False
    before = document.folded[max(0, service.start - _BEFORE) : service.start - 1]
    return before.endswith(service.why) and not told_organisation(document, before, service.end)
