"""Names that end as names of institutions do: 北斗大学, みなみ市教育委員会, 星川県警."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from extract.alternation import alternation
from extract.data_file import read_data
from extract.document import Document
from extract.mention import Mention
from extract.names import RUN, is_noun, is_proper, name_patterns, without_head

_HIRAGANA_STEM = re.compile(r"(?<![ぁ-んー])[ぁ-ん]{2,6}\Z")
_NUMERIC = re.compile(r"^\d+[年月日件名人]+(?:\d+[年月日])*")
_AREA_ACTS = re.compile(
    r"(?:は|が|では|によると|によれば|から(?:の|委託|業務)|に対し|より業務)|立(?:の|小|中|学|保|図|病|幼|認定|高)|(?:職員|役所|当局|教委|議会)"
    r"|の(?:元?職員|市?職員|システム|サーバ|事務局|教育委員会|指定管理|公式|ホームページ|ウェブ|WEB|Web|サイト|委託|情報|個人情報|業務|担当|ふるさと納税|給付金|広報|発表|説明)"
)
_PUBLIC = re.compile("立\\Z|^[全各両同当本他某](?![一-龠ァ-ヺ]{0,3}[市区県町])")
_LONG_STEM = 6
_LONG_ENDING = re.compile("(?:協会|連盟|財団|機構|研究所|研究会|学会|協議会|公社|事業団|振興会|連合会)\\Z")
"""Bodies whose names are made of common nouns alone, once these are many: 金融財政事情研究会."""
_SCHOOL_SHORT = re.compile(
    r"[一-龠]{2,4}(?<![最拡増甚重膨巨莫過肥絶短強多長広])大(?=[はがのでにと、」)]|によ)"
)


class InstitutionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `institutions.toml`; its comments say what each list is for."""

    plain: tuple[str, ...]
    proper: tuple[str, ...]
    areas: tuple[str, ...]
    departments: tuple[str, ...]
    not_departments: tuple[str, ...]


class Endings(NamedTuple):
    """The lists, compiled: each pattern reads a run up to the last ending in it."""

    plain: re.Pattern[str]
    proper: re.Pattern[str]
    area: re.Pattern[str]
    department: re.Pattern[str]
    alone: re.Pattern[str]
    not_departments: frozenset[str]


@cache
def endings() -> Endings:
    """Return the compiled lists, read the first time only."""
    words = msgspec.convert(read_data("institutions"), InstitutionWords)
    department = f"(?:{alternation(words.departments)})(?![門分員屋隊舗頭内外署])"
    return Endings(
        re.compile(f"(.*)(?:{alternation(words.plain)})(?![生祭入])"),
        re.compile(f"(.*)(?:{alternation(words.proper)})"),
        re.compile(r"(?:[一-龠ヶ]{1,3}[都道府県])?[一-龠ヶァ-ヺ]{1,6}[市区町村]|[一-龠]{2,3}[県府道都]"),
        re.compile(rf"[一-龠々ァ-ヺーA-Z]{{0,14}}{department}"),
        re.compile(rf"[一-龠々]{{2,10}}(?:部|課|局|委員会|博物館|美術館|室)(?![門分員屋隊舗頭内外署])"),
        frozenset(words.not_departments),
    )


def find_institutions(document: Document) -> Iterator[Mention]:
    """Find names by the ending that says what kind of institution it is."""
    for start, end in document.once(name_runs):
        yield from _in_run(document, start, end)


def name_runs(document: Document) -> list[tuple[int, int]]:
    """Return the stretches of letters that names can be made of, half-open in code points."""
    return [match.span() for match in RUN.finditer(document.folded) if match.end() - match.start() > 1]


def _in_run(document: Document, start: int, end: int) -> Iterator[Mention]:
    folded = document.folded
    run = folded[start:end]
    for pattern, rule, score, strict in (
        (endings().plain, "org.institution", 0.92, False),
        (endings().proper, "org.institution_proper", 0.88, True),
    ):
        match = pattern.match(run)
        if match and (extent := _named(folded, start, match, strict)):
            yield Mention(*extent, "ORG", rule, score, (run[match.end(1) : match.end()],))
    short = _SCHOOL_SHORT.match(folded, start)
    if short and is_proper(short[0][:-1]):
        yield Mention(start, short.end(), "ORG", "org.school_short", 0.9, ("大",))
    area = endings().area.match(run)
    if area and _AREA_ACTS.match(folded, start + area.end()) and is_proper(area[0]):
        why = _AREA_ACTS.match(folded, start + area.end())
        yield Mention(start, start + area.end(), "ORG", "org.area", 0.85, (why[0] if why else "",))


def _named(folded: str, start: int, match: "re.Match[str]", strict: bool) -> tuple[int, int] | None:
    """Return the extent of a name whose ending matched in the run at `start`, if it is one."""
    whole, stem = match[0], match[1]
    numeric = _NUMERIC.match(whole)
    skipped = numeric.end() if numeric else 0
    skipped = max(skipped, len(whole) - len(without_head(whole))) if len(without_head(stem)) > 1 else skipped
    name, stem = whole[skipped:], stem[skipped:]
    if name in name_patterns().generic or _PUBLIC.search(stem):
        return None
    strict = strict and not (len(stem) >= _LONG_STEM and _LONG_ENDING.search(whole))
    begin = start + skipped
    if len(stem) < 2 or (strict and not is_proper(stem)):
        kana = _kana_stem(folded, begin)
        if kana is None or (strict and stem):
            return None
        begin = kana
    elif stem in name_patterns().generic or not (strict or is_proper(stem) or len(stem) > 2):
        return None
    elif begin == start:
        begin = _kana_stem(folded, begin) or begin
    return begin, start + match.end()


def _kana_stem(folded: str, begin: int) -> int | None:
    """Return where a hiragana word right before a run begins that is no grammar: すみれ of すみれ保育園."""
    match = _HIRAGANA_STEM.search(folded[max(0, begin - 7) : begin])
    return begin - len(match[0]) if match and is_noun(match[0]) else None
