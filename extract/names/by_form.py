"""Firms and bodies told by their form or their signature, which organisations and services both ask for."""

from extract.document import Document
from extract.mention import Mention
from extract.names.institutions import find_institutions
from extract.names.legal import find_legal_names
from extract.names.signatures import find_signatures
from extract.names.stretches import name_patterns


def legal_names(document: Document) -> tuple[Mention, ...]:
    """Return the names with a legal form."""
    return tuple(find_legal_names(document))


def institutions(document: Document) -> tuple[Mention, ...]:
    """Return the names with an institution's ending."""
    return tuple(find_institutions(document))


def signatures(document: Document) -> tuple[Mention, ...]:
    """Return the names that sign the text."""
    return tuple(find_signatures(document))


def told_by_form(document: Document) -> frozenset[str]:
    """Return all these names as they are written, with their legal form and without it."""
    told = (*document.once(legal_names), *document.once(institutions), *document.once(signatures))
    names = {document.folded[mention.start : mention.end] for mention in told}
    bare = {name_patterns().legal_form.sub("", name).strip() for name in names}
    return frozenset(names | bare)
