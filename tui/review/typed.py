"""Checking what a person types into a field: the value that it means, or why it means none."""

import re
from typing import NamedTuple

from store.published import iso_date
from store.schema import Code, Field
from store.value import Value
from tui.text.folding import folded

_NUMBER = re.compile(r"[\d〇一二三四五六七八九十百千万億兆,，.．]+")
_SOME_DAY = "2000-12-31"
"""Stands for an article's date, to tell whether a date lacks nothing but its year."""
_NO_COUNT = re.compile(r"[年月日第/：:－‐―-]")


class Typed(NamedTuple):
    """What typed text comes to: a value, or the key of the reason why not."""

    value: Value | None
    problem: str = ""


def check_typed(field: Field, text: str, published: str | None = None) -> Typed:
    """Return the value of a field that a text stands for, or the reason why it can't be one."""
    text = text.strip()
    if not text:
        return Typed(None, "check.no_text")
    if field.type == "code":
        codes = codes_for(field, text)
        return Typed(codes[0].id) if codes else Typed(None, "check.not_a_code")
    if field.type == "text":
        return Typed(text)
    from extract.normalise import normalise  # not before the first paint

    readable = field.type != "integer" or _one_number(text)
    value = normalise(field, text, published=published) if readable else None
    if field.type == "date" and value is None:
        value = iso_date(text)  # 20240501: a number to the text rules, a date to who fills in a date
    if value is not None:
        return Typed(value)
    if field.type == "integer":
        return Typed(None, "check.not_an_integer")
    lacks_year = published is None and normalise(field, text, published=_SOME_DAY) is not None
    return Typed(None, "check.no_year" if lacks_year else "check.not_a_date")


def _one_number(text: str) -> bool:
    """Whether a text has one number and nothing of a date, an ordinal or a telephone number."""
    return len(_NUMBER.findall(text)) == 1 and not _NO_COUNT.search(text)


def codes_for(field: Field, text: str) -> tuple[Code, ...]:
    """Return the codes that a text narrows to: exact ids and names first, then beginnings, then parts."""
    wanted = folded(text.strip())
    if not wanted:
        return field.codes

    def rank(code: Code) -> int:
        names = [folded(name) for name in (code.id, code.name.ja, code.name.en, *code.terms)]
        if wanted in names:
            return 0
        if any(name.startswith(wanted) for name in names):
            return 1
        return 2 if any(wanted in name for name in names) else 3

    ranked = sorted((rank(code), index) for index, code in enumerate(field.codes))
    return tuple(field.codes[index] for found, index in ranked if found < 3)
