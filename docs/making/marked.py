"""Texts whose spans are marked in place, as `[ORG 北斗食品]は`: a wording shows what a role rule sees."""

import re

from store.span import Span

_MARK = re.compile(r"\[(ORG|SERVICE|DATE|PERIOD|COUNT|MONEY|DATA|CAUSE|CONTACT) ([^\]]+)\]")


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return a marked text without its marks, and its spans, named s1, s2 and so on."""
    text, done, spans = "", 0, list[Span]()
    for number, match in enumerate(_MARK.finditer(marked), start=1):
        text += marked[done : match.start()]
        spans.append(Span(f"s{number}", len(text), len(text) + len(match[2]), match[1], match[2]))
        text, done = text + match[2], match.end()
    return text + marked[done:], tuple(spans)
