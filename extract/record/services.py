"""Services: the named sites, shops and systems that the incident affects, each in its fullest form."""

from collections.abc import Iterator
from itertools import pairwise

from extract.folding import fold
from extract.record.cues import judge
from extract.record.filling import Filling
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.schema import Field
from store.span import Span

_BOOK = "services"
_SURE = 0.8


def fill_services(reading: Reading, field: Field) -> tuple[Filling, ...]:
    """Return a filling a named service; an abbreviation of a name that occurs in full is left aside."""
    listed, short = _listed(reading), _short_forms(reading)
    told = _surest(tuple(_told(reading)), listed)
    names = {filling.value: fold(str(filling.value)) for filling in told}
    return tuple(
        filling
        for number, filling in enumerate(told)
        if (
            filling.value in listed
            or not any(_is_part(names[filling.value], name) for name in names.values())
        )
        and filling.value not in short
        and filling.value not in {earlier.value for earlier in told[:number]}
    )


def _surest(told: tuple[Filling, ...], listed: frozenset[str]) -> tuple[Filling, ...]:
    """Leave aside what is merely named where others are told of, unless it is listed beside one of these."""
    sure = tuple(filling for filling in told if filling.score >= _SURE)
    beside = listed if any(filling.value in listed for filling in sure) else frozenset()
    return tuple(one for one in told if one.score >= _SURE or one.value in beside) if sure else told


def _listed(reading: Reading) -> frozenset[str]:
    """The names that stand beside another one, so that neither abbreviates it: 「X」と姉妹サイト「X海外」."""
    joint = pattern(_BOOK, "joint")
    pairs = pairwise(reading.of("SERVICE"))
    return frozenset(
        one.text
        for pair in pairs
        if joint.fullmatch(reading.folded[pair[0].end : pair[1].start])
        for one in pair
    )


def _short_forms(reading: Reading) -> frozenset[str]:
    """The names that brackets give behind a longer one: SL of 「ソラモリンク」(以下「SL」)."""
    introduced = pattern("names", "introduced")
    return frozenset(
        short.text
        for name, short in pairwise(reading.of("SERVICE"))
        if len(short.text) < len(name.text)
        and (
            introduced.fullmatch(between := reading.folded[name.end : short.start])
            or (between.strip("」』 ") == "(" and reading.folded[short.end : short.end + 1] == ")")
        )
    )


def _is_part(name: str, longer: str) -> bool:
    return name != longer and name in longer


def _told(reading: Reading) -> Iterator[Filling]:
    spans = reading.of("SERVICE")
    for span in spans:
        around = reading.around(span)
        if reading.is_beside(span.start):
            continue
        verdict = judge(_BOOK, "affected", around)
        if verdict and not judge(_BOOK, "aside", around):
            yield Filling(span.text, verdict.rule, verdict.score, _all_of(spans, span), verdict.why[:3])


def _all_of(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    return tuple(other for other in spans if other.text == span.text)
