"""Names: the mentions of one organisation brought together, however they are abbreviated."""

from functools import cached_property, lru_cache
from itertools import pairwise

import msgspec

from extract.folding import fold
from extract.lazy_pattern import lazy
from extract.record.reading import Reading
from extract.record.rulebook import pattern
from store.span import Span

_LEAD = 8
_GLOSS_ENDS = (")", "、")
"""What stands behind a short name in brackets; its seat may follow it there."""
_TOWN_ENDS = frozenset("都道府県市区町村")
"""A town is the same with its prefecture rather than what is called after it: 青葉市検証委員会."""
_PREFECTURE_ENDS = frozenset("都道府県")
_HIRAGANA = lazy("[ぁ-ん]")
"""In what stands before a name, no part of it."""
_KANJI_WORD = lazy("[一-龠]{2,4}")
_COUNCIL = "議会"
"""A town is another than its council, before which its mishaps are told."""
_SHORTEST_WHOLE = 3
"""Code points of a name that departments can belong to, such as 警視庁; shorter ones merely begin alike."""


class Organisation(msgspec.Struct, frozen=True, dict=True):
    """One organisation of a text: its core name and all its mentions in text order."""

    core: str
    mentions: tuple[Span, ...]

    @cached_property
    def fullest(self) -> str:
        """The longest name that occurs; a desk or department of it (〜課, 〜センター) isn't the organisation.

        A department counts where the text begins with it (警視庁公安部), a desk (〜課, 〜窓口) never does.
        """
        names = list(dict.fromkeys(span.text for span in self.mentions))
        plain = [name for name in names if not (name.endswith("社") and name[:-1] in names)]
        units = [name for name in plain if self._is_unit(name, plain)]
        whole = [name for name in plain if not any(unit.endswith(name) for unit in units)]
        return max(whole or plain, key=len)

    def _is_unit(self, name: str, names: list[str]) -> bool:
        core = core_of(name)
        wholes = (core_of(other) for other in names if len(core_of(other)) >= _SHORTEST_WHOLE)
        rests = (_behind(core, whole) for whole in wholes if whole != core)
        kind = "unit" if name == self.mentions[0].text else "any_unit"
        return any(rest != core and pattern("names", kind).search(rest) for rest in rests)


@lru_cache(maxsize=1024)
def core_of(name: str) -> str:
    """Return a folded name without its legal form: 株式会社, 学校法人, 一般社団法人…, and without spaces."""
    folded = fold(name).replace(" ", "")
    return pattern("names", "legal_form").sub("", folded) or folded


def organisations(reading: Reading) -> tuple[Organisation, ...]:
    """Group mentions: a name with those that abbreviate it, and with what (以下「…」) introduces after it.

    A name shorter than two characters stands for itself. Groups come in the order of their first mention.
    """
    by_core: dict[str, list[Span]] = {}
    aliases = _aliases(reading)
    apart = {core_of(span.text) for span in reading.of("ORG") if _is_subsidiary(reading, span)}
    for span in reading.of("ORG"):
        core = core_of(span.text)
        by_core.setdefault(aliases.get(core, core), []).append(span)
    groups: dict[str, list[Span]] = {}
    for core in sorted(by_core, key=lambda core: -len(core)):
        longer = [] if core in apart else [other for other in groups if _abbreviates(core, other)]
        whole = (other for other in longer if _is_same_town(core, other))
        owner = next(whole, longer[0] if longer else core)
        groups.setdefault(owner, []).extend(by_core[core])
    made = (Organisation(core, _in_order(mentions)) for core, mentions in groups.items())
    return tuple(sorted(made, key=lambda organisation: organisation.mentions[0].start))


def _is_subsidiary(reading: Reading, span: Span) -> bool:
    """Tell whether a name is a subsidiary's, which may begin like its parent's: 子会社の北斗食品."""
    before = reading.folded[max(0, span.start - _LEAD) : span.start]
    return pattern("names", "subsidiary").search(before) is not None


def _aliases(reading: Reading) -> dict[str, str]:
    """The cores of short names that a text introduces, each with the core of the name before it."""
    spans = reading.of("ORG")
    introduced = pattern("names", "introduced")
    return {
        core_of(alias.text): core_of(name.text)
        for name, alias in pairwise(spans)
        if introduced.fullmatch(reading.folded[name.end : alias.start]) or _is_gloss(reading, name, alias)
    }


def _is_gloss(reading: Reading, name: Span, alias: Span) -> bool:
    """A short name in brackets right after the name: 南星電機産業(南電)は; a firm in full runs it."""
    opens = reading.folded[name.end : alias.start] == "("
    in_full = pattern("names", "legal_form").search(fold(alias.text))
    ends = reading.folded[alias.end : alias.end + 1] in _GLOSS_ENDS
    fits = len(alias.text) < len(name.text) or _shares_letters(name.text, alias.text)
    return opens and ends and fits and not in_full


def _shares_letters(name: str, longer: str) -> bool:
    """A longer name in brackets is the same in full if letters recur in a row: JR東国(東国旅客鉄道)."""
    return any(first + second in longer for first, second in pairwise(name))


def _in_order(mentions: list[Span]) -> tuple[Span, ...]:
    return tuple(sorted(mentions, key=lambda span: span.start))


def _abbreviates(short: str, long: str) -> bool:
    """北斗 of 北斗食品, 金融研究会 of 日本金融研究会, 早大 of 早稲田大学, 〜市教委 of 〜市教育委員会."""
    stem = short.removesuffix("社")
    if set(stem).isdisjoint(long):
        return False
    whole = pattern("names", "owner").sub("", long.removesuffix("社"))
    if len(stem) < 2 or (stem[-1] in _TOWN_ENDS and whole.removeprefix(stem) == _COUNCIL):
        return False
    if _is_desk_of(long, short) or _is_desk_of(short, long) or _is_town_of(stem, long):
        return True
    is_end = (len(stem) >= 4 or (len(stem) == 3 and stem[-1] in "市区町村局署庁")) and whole.endswith(stem)
    return (
        long.startswith(stem)
        or whole.startswith(stem)
        or is_end
        or (whole.endswith(stem) and pattern("names", "brand").fullmatch(whole) is not None)
        or _is_initials(short, long)
        or _is_contracted(stem, whole)
        or _is_clipped(short, long)
    )


def is_whole_of(whole: str, core: str) -> bool:
    """Tell whether a name is what another is a section of, or the same one in full.

    In full it bears its prefecture or its town in front, or what firms add behind: 北斗コーポレーション.
    """
    if _is_desk_of(core, whole) or _is_same_town(core, whole):
        return True
    if whole.startswith(core):
        return pattern("names", "corporate").fullmatch(whole, len(core)) is not None
    return whole.endswith(core) and not _HIRAGANA.search(whole, 0, len(whole) - len(core))


def _is_same_town(core: str, whole: str) -> bool:
    return core[-1] in _TOWN_ENDS and whole.endswith(core)


def _is_town_of(core: str, whole: str) -> bool:
    """境町 of 茨城県境町: behind its prefecture, so that even two letters are no chance end."""
    return _is_same_town(core, whole) and whole[: -len(core)][-1:] in _PREFECTURE_ENDS


def _is_desk_of(core: str, whole: str) -> bool:
    rest = _behind(core, whole)
    return rest != core and pattern("names", "unit").search(rest) is not None


def _behind(core: str, whole: str) -> str:
    """What stands in a name behind another or an end of it: 医事課 of みなと病院医事課, 青空会みなと病院."""
    if core[: min(_SHORTEST_WHOLE, len(whole))] not in whole:
        return core
    starts = range(max(1, len(whole) - _SHORTEST_WHOLE))
    start = next((start for start in starts if core.startswith(whole[start:])), None)
    return core if start is None else core[len(whole) - start :]


def _is_contracted(short: str, long: str) -> bool:
    """〜市教委 of 〜市教育委員会: the same beginning, and the rest in order with characters left out."""
    if len(short) < 4 or short[:3] != long[:3]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def _is_clipped(short: str, long: str) -> bool:
    """国交省 of 国土交通省, 日経 of 日本経済新聞社: the first of each pair of kanji."""
    return _KANJI_WORD.fullmatch(short) is not None and long[::2].startswith(short)


def _is_initials(short: str, long: str) -> bool:
    """早大 of 早稲田大学: the first character of the name and of its kind."""
    return len(short) == 2 and short[1] in "大高中小" and long[0] == short[0] and short[1] + "学" in long[1:]
