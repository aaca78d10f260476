"""CONTACT: telephone and fax numbers, e-mail and web addresses, bare (guidelines.md)."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from extract.data_file import read_data
from extract.document import Document
from extract.lazy_pattern import lazy, sparing
from extract.mention import Mention
from extract.rule_table import rule_table

_LOOK_BACK = 20
_LOCAL = 64
"""The longest local part of a mail address (RFC 5321)."""
_NOT_DIGIT = lazy("[^0-9]")
_CLOSING = {")": "(", "]": "["}


class ContactGrammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns over folded text; what looks back ends in `$`."""

    phone: re.Pattern[str]
    kanji_phone: re.Pattern[str]
    phone_words: re.Pattern[str]
    at: re.Pattern[str]
    local: re.Pattern[str]
    domain: re.Pattern[str]
    url: re.Pattern[str]
    cut_off: re.Pattern[str]


@cache
def contact_grammar() -> ContactGrammar:
    """Return the patterns, compiled the first time only."""
    return ContactGrammar(**{name: sparing(p) for name, p in read_data("contacts")["patterns"].items()})


def find_contacts(document: Document) -> Iterator[Mention]:
    """Find telephone and fax numbers, mail and web addresses that are whole."""
    words = contact_grammar()
    finders = (
        ("contact.phone", _phones(document.folded, words)),
        ("contact.mail", _mails(document.folded, words)),
        ("contact.web", _webs(document, words)),
    )
    rules = rule_table("contacts")
    for rule, found in finders:
        for start, end, why in found:
            yield Mention(start, end, "CONTACT", rule, rules[rule].score, (why,))


def _phones(folded: str, words: ContactGrammar) -> Iterator[tuple[int, int, str]]:
    for match in words.phone.finditer(folded):
        digits = _NOT_DIGIT.sub("", match[0].replace("+81", "0").replace("(0)", ""))
        is_plain = match[0].isdigit()
        window = max(0, match.start() - _LOOK_BACK), match.start()
        if len(digits) not in (10, 11) or (is_plain and not words.phone_words.search(folded, *window)):
            continue
        if match[0].count("(") == match[0].count(")"):
            yield *match.span(), match[0][:4]
    for match in words.kanji_phone.finditer(folded):
        yield *match.span(), match[0][:4]


def _mails(folded: str, words: ContactGrammar) -> Iterator[tuple[int, int, str]]:
    for match in words.at.finditer(folded):
        local = words.local.search(folded, max(0, match.start() - _LOCAL), match.start())
        domain = words.domain.match(folded, match.end())
        if local and domain:
            yield local.start(), domain.end(), match[0]


def _webs(document: Document, words: ContactGrammar) -> Iterator[tuple[int, int, str]]:
    for match in words.url.finditer(document.folded):
        start = match.start()
        end = _trimmed(document.text, start, match.end())
        if "." in match[0][: end - start] and not words.cut_off.match(document.text, end):
            yield start, end, match[0][:8]


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where an address ends: before another width, closing signs, brackets never opened."""
    is_ascii = text[start].isascii()
    end = next((place for place in range(start, end) if text[place].isascii() != is_ascii), end)
    while end > start and (text[end - 1] in ".,;:!?'" or _is_unbalanced(text, start, end)):
        end -= 1
    return end


def _is_unbalanced(text: str, start: int, end: int) -> bool:
    opening = _CLOSING.get(text[end - 1])
    return opening is not None and text.count(opening, start, end) < text.count(text[end - 1], start, end)
