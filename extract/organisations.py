"""Named organisations: every way to tell one, then their repeats and short forms over the document."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from extract.aliases import spread
from extract.credits import find_credits
from extract.document import Document
from extract.institutions import find_institutions
from extract.known_names import find_departments, find_known_names, with_departments
from extract.legal_names import find_legal_names
from extract.mention import Mention
from extract.quoted_names import find_quoted_names
from extract.roles_of_names import find_roles

_ADDRESS = re.compile(r"https?://[!-~]+|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")


def find_organisations(document: Document) -> Iterator[Mention]:
    """Find named organisations, the longest proper name with its legal form (guidelines.md, ORG).

    Generic words such as 弊社 or クレジットカード会社 are none (`data/names.toml`).
    """
    yield from document.once(organisations)


def organisations(document: Document) -> tuple[Mention, ...]:
    """Return what `find_organisations` yields; kept once per document, for other rules ask for it as well."""
    direct = chain(find_legal_names(document), find_known_names(document), find_institutions(document))
    told = chain(
        find_quoted_names(document),
        find_credits(document),
        with_departments(document, direct),
        find_roles(document),
    )
    named = tuple(_outside_addresses(document, told))
    repeated = chain(spread(document, named, "ORG", "org"), find_departments(document))
    return (*named, *_outside_addresses(document, repeated))


def _outside_addresses(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Pass over what is only a part of a web or e-mail address."""
    addresses = document.once(_addresses)
    for mention in mentions:
        index = bisect_right(addresses, (mention.start, mention.start + 1_000_000)) - 1
        if index < 0 or addresses[index][1] <= mention.start:
            yield mention


def _addresses(document: Document) -> list[tuple[int, int]]:
    return [match.span() for match in _ADDRESS.finditer(document.folded)]
