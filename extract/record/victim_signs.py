"""Signs: what there is to weigh of an organisation that may be the victim, each with a weight in a data file.

A cue, a place, what follows the name, what the name ends in: each alone proves little. How much, the weights
say, which `docs/making/victims.py` learned from annotated texts (`data/victim_weights.toml`).
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import msgspec

from extract.data_file import read_data
from extract.document import Stretch
from extract.lazy_pattern import lazy
from extract.record.cues import judge, judge_all
from extract.record.names import Organisation, core_of
from extract.record.reading import Reading
from extract.record.rulebook import pattern, rulebook
from extract.record.victim_places import places
from store.span import Span

BOOK = "victim"
MOST = 3
"""How often one sign counts for one organisation, so that a long text doesn't outvote its lead."""
_LAST = 4
"""The order from which on organisations are alike: the fourth that a text names, or a later one."""
_REACH = 220
"""Code points behind a name in which 同社 may stand for it."""
_THEN = lazy(
    r" ?[」』]?(?:\([^()]*\))?"
    r"(?:(?P<kanji>[一-龠])|(?P<katakana>[ァ-ヺ])|(?P<mark>から|[はがのでにとをもへや、。(「]))"
)
_OWNED = 8
"""Code points behind の that say what is meant."""
_SCRIPTS = {
    "katakana": lazy("[ァ-ヺー・]+"),
    "Latin": lazy("[A-Za-z0-9 .&-]+"),
    "mixed": lazy(".*[ァ-ヺA-Za-z].*"),
}
_BY_HAND = 0.5
"""What the score of a cue weighs that was too rare to be learned from."""
_LEAD = 1.5
"""How much likelier than none of a text one has to be: fewer are wrong by it, as many right (measured)."""
_OTHERS = {"contractor": -2.5, "investigator": -2.0}
"""The same for cues of other parts in the incident."""


class _Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file; its comments say what each part is for."""

    none: float
    endings: tuple[str, ...]
    behind: tuple[str, ...]
    owned: dict[str, str]
    called: dict[str, str]
    signs: dict[str, float]


@cache
def _weights() -> _Weights:
    return msgspec.convert(read_data("victim_weights"), _Weights)


@cache
def by_hand() -> Mapping[str, float]:
    """Return what the scores of cues are worth as weights: all that is known of the rare ones."""
    cues = ((role, cue) for role in ("mention", "kind") for cue in rulebook(BOOK).roles[role])
    others = ((role, cue) for role in _OTHERS for cue in rulebook("partners").roles[role])
    by_part = {f"{role}.{cue.id}": _OTHERS[role] for role, cue in others}
    return by_part | {f"{role}.{cue.id}": _BY_HAND * cue.score for role, cue in cues}


@cache
def _known() -> Mapping[str, float]:
    return {**by_hand(), **_weights().signs}


def enough() -> float:
    """Return the weight beyond which an organisation is held for the victim."""
    return _weights().none + _LEAD


def weight(signs: Counter[str]) -> float:
    """Return what the signs of an organisation come to, in log odds."""
    known = _known()
    return math.fsum(known.get(sign, 0.0) * min(times, MOST) for sign, times in signs.items())


def signs(reading: Reading, organisation: Organisation, order: int) -> Counter[str]:
    """Return how often each sign is there.

    Args:
        reading: the text.
        organisation: one that the text names.
        order: 0 for the one that is named first.
    """
    told: Counter[str] = Counter()
    for span in organisation.mentions:
        if not reading.is_beside(span.start):
            told.update(_of_mention(reading, span))
    told.update(_of_name(reading, organisation, order))
    return told


def _of_mention(reading: Reading, span: Span) -> Iterator[str]:
    whole = with_members(reading, span)
    around = reading.around_stretch(whole) if whole[1] > span.end else reading.around(span)
    yield from (verdict.rule for verdict in judge_all(BOOK, "mention", around))
    yield from places(reading, span)
    yield from _as_partner(reading, span)
    if span.origin.startswith("org."):
        yield f"found by {span.origin}"
    yield from _beside(around.before, around.after)


def _as_partner(reading: Reading, span: Span) -> Iterator[str]:
    """Yield its part in another's incident: through whose system it happened, or who looked into it."""
    around = reading.around_marked(span, "ORG")
    verdict = judge("partners", "contractor", around) or judge("partners", "investigator", around)
    if verdict:
        yield verdict.rule


def _beside(before: str, after: str) -> Iterator[str]:
    """Yield what stands right before and behind a name, and what is said to be its own."""
    then = _THEN.match(after)
    yield f"then {then['mark'] or then.lastgroup}" if then else "then nothing"
    words = next((words for words in _weights().behind if before.endswith(words)), "other words")
    yield f"behind {words if before else 'nothing'}"
    if then and then["mark"] == "の":
        owned = after[then.end() : then.end() + _OWNED]
        yield from (f"its {kind}" for kind, words in _weights().owned.items() if _kind(words).search(owned))


def _of_name(reading: Reading, organisation: Organisation, order: int) -> Iterator[str]:
    """Yield what the name says by itself, once however often it stands there."""
    verdicts = (judge(BOOK, "kind", reading.around(span)) for span in organisation.mentions)
    told = min(filter(None, verdicts), key=lambda verdict: verdict.score, default=None)
    if told:
        yield told.rule
    name = organisation.fullest
    yield f"ends in {_ending(core_of(name))}"
    yield f"number {min(order + 1, _LAST)}"
    if pattern("names", "legal_form").search(name):
        yield "legal form"
    if is_unit(reading, organisation):
        yield "unit"
    if _is_called(reading, organisation):
        yield "called 同社"


def _is_called(reading: Reading, organisation: Organisation) -> bool:
    """Tell whether words such as 同社 or 同大 stand for it soon after it is named."""
    called = _callings(core_of(organisation.fullest))
    behind = (reading.folded[span.end : span.end + _REACH] for span in organisation.mentions)
    return bool(called) and any(word in words for words in behind for word in called)


@lru_cache(maxsize=1024)
def _callings(name: str) -> tuple[str, ...]:
    return tuple(word for word, ends in _weights().called.items() if _kind(ends).search(name))


@lru_cache(maxsize=1024)
def _ending(name: str) -> str:
    """Return the longest ending of those that tell what a name is of, else the letters that it is made of."""
    endings = (ending for ending in _weights().endings if name.endswith(ending))
    scripts = (script for script, letters in _SCRIPTS.items() if letters.fullmatch(name))
    return max(endings, key=len, default=None) or next(scripts, "kanji")


@cache
def _kind(words: str) -> "re.Pattern[str]":
    return lazy(words)


def is_unit(reading: Reading, organisation: Organisation) -> bool:
    """Tell whether an organisation's fullest name is that of a department, a section or a desk."""
    full = next(span for span in organisation.mentions if span.text == organisation.fullest)
    return judge(BOOK, "unit", reading.around(full)) is not None


def with_members(reading: Reading, span: Span) -> Stretch:
    """Return the stretch of a name with a group's unnamed members after it: 〜グループ会社, 〜関連3社."""
    members = pattern(BOOK, "members").match(reading.folded, span.end)
    return span.start, members.end() if members else span.end
