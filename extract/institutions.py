"""Names that end as names of institutions do: 北斗大学, みなみ市教育委員会, 星川県警."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from extract.alternation import alternation
from extract.data_file import read_data
from extract.document import Document
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names import RUN, is_odd, is_place, is_proper, kana_stem, name_patterns, without_head

_NUMERIC = re.compile(r"^\d+[年月日件名人]+(?:\d+[年月日])*")
_AREA_ACTS = re.compile(
    r"(?:は|が|では|(?:および|及び|と|、)[^。\n]{0,20}に[はも]?[^。\n]{0,16}報告|によると|によれば|から(?:の|委託|業務)|に対し|より業務)|立(?:の|小|中|学|保|図|病|幼|認定|高)|(?:職員|役所|当局|教委|議会)"
    r"|の(?:元?職員|市?職員|システム|サーバ|事務局|教育委員会|指定管理|公式|ホームページ|ウェブ|WEB|Web|サイト|委託|情報|個人情報|業務|担当|ふるさと納税|給付金|広報|発表|説明)"
)
_PUBLIC = re.compile(
    "立\\Z|^[市県区町村府都国公私]立(?:小|中|高|各|小中)?\\Z|^(?:各|某|両(?!国|毛|備)|全(?!国|日|農|労|建|漁|酪))"
)
_ACTS = re.compile(r"[はが][^。\n]{0,60}(?:発表し|公表し|明らかにし|届け出|謝罪し|お詫び)")
"""What only organisations do; before it a common noun is a name: 北斗自動車が…発表した."""
_COMMON_STEM = re.compile(
    "(?:冷凍|加工|健康|電気|中古|大型|小型|国産|輸入|総合|生鮮|介護|格安|海外|国内|地方|都市|大手|普通|軽|家庭|業務|専門|一般|公共|民間|地元|関係|各種|同|当|本|監督|担当|捜査|外部|調査)\\Z"
)
_REST = re.compile("[一-龠]{2,4}(?![一-龠ァ-ヺ])")
_LONG_STEM = 4
_LONG_ENDING = re.compile("(?:協会|連盟|財団|機構|研究所|研究会|学会|協議会|公社|事業団|振興会|連合会)\\Z")
"""Bodies whose names are made of common nouns alone, once these are many: 金融財政事情研究会."""
_FIRM = re.compile(r"(?:[ァ-ヺー・]{3,}|[A-Z][A-Za-z0-9&.+-]+)社")
_INN = re.compile(
    "(ホテル|旅館|民宿|ペンション)(?!予約|宿泊|業|側|内|名|関係|客|施設|事業|運営|業界|情報|各|チェーン|サイト|システム|グループ|リスト)[一-龠ァ-ヺー]{2,10}"
)
_SCHOOL_SHORT = re.compile(
    r"[一-龠]{2,4}(?<![最拡増甚重膨巨莫過肥絶短強多長広])大(?=[はがのでにと、」)]|によ)"
)


_OTHERS = ("グループ", "大", "ホテル", "旅館", "民宿", "ペンション", "社")


class InstitutionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file `institutions.toml`; its comments say what each list is for."""

    plain: tuple[str, ...]
    proper: tuple[str, ...]
    areas: tuple[str, ...]
    departments: tuple[str, ...]
    not_departments: tuple[str, ...]


class Endings(NamedTuple):
    """The lists, compiled: each pattern reads a run up to the last ending in it."""

    any: re.Pattern[str]
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
        re.compile(alternation((*words.plain, *words.proper, *words.areas, *_OTHERS))),
        re.compile(f"(.*)(?:{alternation(words.plain)})(?![生祭入])"),
        re.compile(f"(.*)(?:{alternation(words.proper)}|グループ(?!会社|各社|企業|内|全体|ウェア|\\d))"),
        re.compile(r"(?:[一-龠ヶ]{1,3}[都道府県])?[一-龠ヶァ-ヺ]{1,6}[市区町村]|[一-龠]{2,3}[県府道都]"),
        re.compile(rf"(?:お客様|お客さま|こども|子ども|子育て)?[一-龠々ァ-ヺーA-Z]{{0,14}}{department}"),
        re.compile(
            r"(?<![一-龠ァ-ヺー])(?:子育て|子ども|こども|まちづくり|くらし|暮らし|みどり|いきいき|ふるさと|すこやか|しごと|お客様|お客さま)"
            r"[一-龠ァ-ヺー]{1,10}(?:課|室|部|局)(?![一-龠々ァ-ヺー])"
            r"|(?<![一-龠々ァ-ヺーA-Za-zおごてりまもし])(?:[一-龠々]{2,10}(?:部|課|局|委員会|博物館|美術館|室)(?![一-龠々ァ-ヺー])"
            r"|[一-龠々]{2,10}[課局](?=長)|[一-龠々]{4,10}センター(?![ァ-ヺー])|[一-龠々ァ-ヺー]{3,12}(?:課|室)(?![一-龠々ァ-ヺー])"
            r"|[一-龠々ァ-ヺー]{2,12}科(?=の(?:職員|医師|看護|患者)|医師))"
        ),
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
    if not endings().any.search(run):
        return
    for pattern, rule, score, strict in (
        (endings().plain, "org.institution", 0.92, False),
        (endings().proper, "org.institution_proper", 0.88, True),
    ):
        match = pattern.match(run)
        if match and (extent := _named(folded, start, match, strict)):
            yield Mention(*extent, "ORG", rule, score, (run[match.end(1) : match.end()],))
    if _FIRM.fullmatch(run):
        yield Mention(start, end, "ORG", "org.firm_word", 0.85, ("社",))
    if inn := _INN.match(run):
        yield Mention(start, start + inn.end(), "ORG", "org.inn", 0.75, (inn[1],))
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
    if len(without_head(stem)) > 1:
        skipped = max(skipped, len(whole) - len(without_head(whole)))
    name, stem, begin, end = whole[skipped:], stem[skipped:], start + skipped, start + match.end()
    if _PUBLIC.search(stem) or name_patterns().legal_form.search(whole):
        return None
    kana = None if skipped else kana_stem(folded, start)
    if kana is not None:
        return kana, end
    rest = _REST.match(folded, end)
    if not strict and rest and is_place(rest[0]):
        end = rest.end()
    if len(stem) < 2 or name in name_patterns().generic or stem in name_patterns().generic:
        return None
    many = len(stem) >= _LONG_STEM and _LONG_ENDING.search(whole)
    acts = _ACTS.match(folded, end) and not _COMMON_STEM.search(stem)
    return (begin, end) if not strict or many or _is_name(stem) or acts else None


def _is_name(stem: str) -> bool:
    return is_proper(stem) or is_odd(stem) or stem in lexicon("organisations")
