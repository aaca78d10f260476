"""Names that end as names of institutions do: 北斗大学, みなみ市教育委員会, 星川県警."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy, sparing
from extract.mention import Mention
from extract.names.areas import AREA_LETTERS, acting_area
from extract.names.institution_words import endings
from extract.names.kana_stems import kana_stem
from extract.names.mention import name_mention
from extract.names.schools import short_schools
from extract.names.stations import short_stations
from extract.names.stems import STATIONS, acts_as_firm, is_specific, opens_text, tells
from extract.names.stretches import (
    RUN,
    is_family,
    is_full_name,
    is_place,
    name_patterns,
    without_head,
)
from extract.names.words import WORDS

_NUMERIC = lazy(r"^\d+[年月日件名人]+(?:\d+[年月日])*")
_PUBLIC = WORDS.sparing(
    r"(?<=[都道府県市区町村国公私合])立\Z|\A立\Z|(?:逮捕|送検|処分|謝罪|警部補?|巡査)\Z"
    r"|^[市県区町村府都道国公]営\Z|^[市県区町村府都国公私]立(?:小|中|高|各|小中)?\Z"
    r"|^(?:各|某|両(?!国|毛|備)|全(?!国|日|農|労|建|漁|酪))|^{other_houses}\d*\Z|(?<!学校)(?<!大学)・\Z"
)
"""Before 小学校, 住宅 and the like: schools or houses of some kind, none by name."""
_PLACE = lazy("[一-龠]{2,4}(?![一-龠ァ-ヺ])")
_OWNER = lazy("(?![同本当各])[一-龠ヶ]{0,6}[都道府県市区町村]立\\Z")
"""Whose school or hospital a name in hiragana is: 県立みなと高校."""
_OWNED = lazy("[都道府県市区町村]立")
"""A kind of school behind a town's name in hiragana: さくら市立|小学校."""
_KANA_TOWN = lazy("[ぁ-ん]{2,6}[一-龠]{0,2}[市区町村]立")
_PREFECTURE = lazy("(?<![一-龠])(?:北海道|東京都|京都府|大阪府|[一-龠]{2,3}県)\\Z")
"""A town in hiragana, and what may stand right before it: 星川県みなも町立."""
_BUILDING = lazy("ビル|タワー|前(?:駅|店)|駅|通り")
"""Behind a name it makes a building or a stop of it: 鷺沼センタービル."""
_HOUSE = WORDS.sparing(
    r"(?!各|全|両|当|本|同|某)[一-龠ヶァ-ヺ]{2,6}(?<!都道府)[都道府県市区町村]立{town_houses}"
)
"""A town has one, which bears no other name: 静海市立図書館."""
_REACH = 8
_GROUP = lazy("グループ(?![一-龠ァ-ヺー\\d])")
"""Behind an institution the group that bears its name: ひなた歯科グループ."""
_NATION = WORDS.sparing("{nations}(?=[ァ-ヺA-Z]|連邦|司法|国防|国務|財務|公共)")
"""Newspapers put a country's letter before a foreign name; it isn't a part of it."""
_FORMERLY = sparing("旧(?=[一-龠ァ-ヺ]{2}|[A-Z])|現(?=[ァ-ヺA-Z])")
"""Before the name of what is called otherwise now, or then."""
_FOREIGN = lazy("[ァ-ヺー・]{3,}")
_CALL = "電話"
"""Behind hiragana a call, no firm: いたずら電話."""
_IN_CHARGE = lazy("担当者?[ :(]{0,2}\\Z")
_PERSON = lazy("[一-龠々]{2,4}")
"""A desk's notice names who is in charge by the family name alone: 担当:小野寺."""
_FIRM_TAIL = lazy("(?:サービス|サポート|販売|リース|ロジ|エンジニアリング)(?![一-龠ァ-ヺーA-Za-z])")
"""Goes on with a firm's name behind its trade: 北斗電機サービス."""
_TELEVISION = "テレビ"
"""Before a place it is a station: テレビ鹿児島."""
_PLACED = "ステーション"
"""What stands behind it is a place, though the dictionary may not know: 訪問看護ステーション小金."""
_AGENCY = lazy("(?![関各])[一-龠]{3,6}(?<!省|官|公)庁(?=[はがのでにをと、]|から|によ)")
"""An agency of the state by its kind: 国土調査庁; not 監督官庁."""
_NUMBERED = sparing(r"第\d+[回次期](?=..)")
"""Before a town's council: 第6回青葉市議会."""
_FIRM = WORDS.lazy(
    r"(?:[ァ-ヺー・]{3,}|[A-Z][A-Za-z0-9&.+-]+"
    r"|[ァ-ヺー]{2,}[一-龠]{1,3}(?<![会本各他両支商同弊当自御貴数一二三四五六七八九十])(?<!{no_firms}))社"
)


def find_institutions(document: Document) -> Iterator[Mention]:
    """Find names by the ending that says what kind of institution it is."""
    for start, end in _runs_with_endings(document):
        run = document.folded[start:end]
        yield from _by_ending(document.folded, start, run)
        yield from _by_form(document.folded, start, run)


def name_runs(document: Document) -> list[tuple[int, int]]:
    """Return the stretches of letters that names can be made of, half-open in code points."""
    runs = (match.span() for match in RUN.finditer(document.folded))
    return [(start, end) for start, end in runs if end - start > 1]


def _runs_with_endings(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the runs that an ending stands in, by going through runs and endings side by side."""
    found = (start for start, _ in document.words.spans(endings().all))
    place = next(found, None)
    for start, end in document.once(name_runs):
        while place is not None and place < start:
            place = next(found, None)
        if place is None:
            return
        if place < end:
            yield start, end


def _by_ending(folded: str, start: int, run: str) -> Iterator[Mention]:
    if name_patterns().legal_form.search(run):
        return
    plain, proper = endings().plain.match(run), endings().proper.match(run)
    if plain and (extent := _named(folded, start, plain, strict=False)):
        yield name_mention("ORG", "org.institution", *extent, run[plain.end(1) : plain.end()])
    if proper and (extent := _named(folded, start, proper, strict=True)):
        yield name_mention("ORG", "org.institution_proper", *extent, run[proper.end(1) : proper.end()])


def _by_form(folded: str, start: int, run: str) -> Iterator[Mention]:
    """Find ヴェルデラ社, ホテル月代, 早稲田大 and towns that act."""
    former = _FORMERLY.match(run)
    if run[-1] == "社" and (firm := _FIRM.fullmatch(run, former.end() if former else 0)):
        yield name_mention("ORG", "org.firm_word", start + firm.start(), start + len(run), "社")
    if run.startswith(endings().inns) and (inn := endings().inn.match(folded, start)):
        yield name_mention("ORG", "org.inn", start, inn.end(), inn[1])
    yield from short_schools(folded, start, run)
    if numbered := _NUMBERED.match(run):
        start, run = start + numbered.end(), run[numbered.end() :]
    yield from short_stations(folded, start, run)
    if run.startswith(_TELEVISION) and run != _TELEVISION and is_place(run.removeprefix(_TELEVISION)):
        yield name_mention("ORG", "org.institution_proper", start, start + len(run), _TELEVISION)
    if agency := _AGENCY.match(folded, start):
        yield name_mention("ORG", "org.institution_proper", start, agency.end(), "庁")
    yield from acting_area(folded, start, run)


def _named(folded: str, start: int, match: "re.Match[str]", strict: bool) -> tuple[int, int] | None:
    """Return the extent of a name whose ending matched in the run at `start`, if it is one."""
    whole, stem = match[0], match[1]
    stem = stem.removesuffix("・") if _FOREIGN.fullmatch(stem) else stem
    numeric = _NUMERIC.match(whole)
    skipped = numeric.end() if numeric else 0
    if len(without_head(stem)) > 1 or whole.endswith(STATIONS):
        skipped = max(skipped, len(whole) - len(without_head(whole)))
    if not skipped and (_NATION.match(whole) or _FORMERLY.match(whole)):
        skipped = 1
    kana = None if skipped else kana_stem(folded, start)
    if kana is not None and not _OWNED.fullmatch(stem):
        return (
            None if whole == _CALL else (_with_owner(folded, kana), _with_place(folded, start + match.end()))
        )
    if _BUILDING.match(folded, start + match.end()):
        return None
    if _HOUSE.fullmatch(whole[skipped:]):
        return start + skipped, start + match.end()
    if _PUBLIC.search(stem[skipped:]) or _is_person(folded, start, match):
        return None
    end = start + match.end()
    if not strict:
        group = _GROUP.match(folded, end)
        end = group.end() if group else _with_place(folded, end)
    elif tail := _FIRM_TAIL.match(folded, end):
        end = tail.end()
    elif folded.endswith("ホテル", start, end):
        end = _with_place(folded, end)
    telling = (
        tells(whole[skipped:], stem[skipped:]) if strict else is_specific(whole[skipped:], stem[skipped:])
    )
    acts = strict and (acts_as_firm(folded, end, stem[skipped:]) or opens_text(folded, start, stem))
    named = telling or (acts and is_specific(whole[skipped:], stem[skipped:]))
    return (start + skipped, end) if named else None


def _with_place(folded: str, end: int) -> int:
    """Return where a name ends with the place of the house behind it: みどり薬局横浜."""
    place = _PLACE.match(folded, end)
    if place and (folded.endswith(_PLACED, 0, end) or is_place(place[0])):
        return place.end()
    return end


def _with_owner(folded: str, start: int) -> int:
    """Return where the name of a school in hiragana begins with that of who keeps it: いわき市立…."""
    owner = _OWNER.search(folded[max(0, start - _REACH) : start])
    begin = start - len(owner[0]) if owner else start
    kana = kana_stem(folded, begin) if owner and owner[0][0] in AREA_LETTERS else None
    begin = begin if kana is None else kana
    town = _KANA_TOWN.match(folded, begin)
    prefecture = _PREFECTURE.search(folded, max(0, begin - _REACH), begin) if town else None
    return prefecture.start() if prefecture else begin


def _is_person(folded: str, start: int, match: "re.Match[str]") -> bool:
    """Tell whether a name is that of who is in charge, which may end like a temple's, or a 事務局長's."""
    end = start + match.end()
    if folded.startswith(("長", "本部長"), end) and folded.endswith(("局", "警"), start, end):
        return is_full_name(match[1])
    if folded.endswith("寺", start, end) and is_family(match[0]):
        return True
    return bool(_PERSON.fullmatch(match[0]) and _IN_CHARGE.search(folded, max(0, start - _REACH), start))
