"""The endings of institutions' names, compiled from `data/institutions.toml`."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from extract.alternation import alternation, either, guarded
from extract.data_file import read_data
from extract.lazy_pattern import lazy
from extract.nearby import Nearby

_LONGEST = 40
"""Code points that a department's name and what stands at its edges fill at most."""
_SINGLE = ("グループ", "大", "社", "署", "校", "立", "庁", *"都道府県市区町村")


_BRANCH_SCHOOL = r"(?<=[院塾園ミル室])(?![全各両他同母本当内外])[一-龠ァ-ヺー]{1,6}校(?![長庭舎友則歌務医])"
"""One of a school's houses: 南口校 of ひなた学院."""
_WHOLE_WORD = "(?<![ァ-ヺー](?=[ァ-ヺー])(?!サービス|サポート|リース|ロジ|エンジニアリング))"
"""No katakana word ends where katakana goes on (リース of リリースノート), save in firms that go on so."""


class InstitutionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file; its comments say what each list is for."""

    plain: tuple[str, ...]
    proper: tuple[str, ...]
    trades: tuple[str, ...]
    firm_only: tuple[str, ...]
    inns: tuple[str, ...]
    no_inns: tuple[str, ...]
    homes: tuple[str, ...]
    shops: tuple[str, ...]
    own_behind: tuple[str, ...]
    common_stems: tuple[str, ...]
    sorts: tuple[str, ...]
    long_endings: tuple[str, ...]
    departments: tuple[str, ...]
    divisions: tuple[str, ...]
    kana_departments: tuple[str, ...]
    not_departments: tuple[str, ...]
    not_alone: tuple[str, ...]
    firm_ends: tuple[str, ...]
    no_firm_begins: tuple[str, ...]
    no_department_endings: tuple[str, ...]


class Endings(msgspec.Struct, frozen=True):
    """The lists, compiled."""

    all: frozenset[str]
    """A run without any of these is no institution."""
    plain: re.Pattern[str]
    """Reads a run up to the last ending in it; group 1 is what stands before."""
    proper: re.Pattern[str]
    trades: tuple[str, ...]
    firm_only: tuple[str, ...]
    inns: tuple[str, ...]
    inn: re.Pattern[str]
    home: Nearby
    """A home with the kind before its name."""
    shop: Nearby
    """A shop whose name in hiragana stands behind its kind."""
    own_behind: Nearby
    """A club, salon or school whose own name stands behind its kind."""
    area: re.Pattern[str]
    common_stem: re.Pattern[str]
    sort: re.Pattern[str]
    """Matches the whole of what stands before 病院 and the like, where that makes no name."""
    long_ending: re.Pattern[str]
    firm: re.Pattern[str]
    """Matches the whole of what may be a firm where the words before leave no doubt."""
    department: re.Pattern[str]
    """A department right behind a name."""
    alone: tuple[Nearby, ...]
    """A department named on its own."""
    not_departments: frozenset[str]
    not_alone: frozenset[str]
    no_department_endings: tuple[str, ...]


@cache
def endings() -> Endings:
    """Return the compiled lists, read the first time only."""
    words = msgspec.convert(read_data("institutions"), InstitutionWords)
    inns = alternation(words.inns)
    some = (*words.plain, *words.proper, *words.inns, *_SINGLE)
    return Endings(
        all=frozenset(some),
        plain=lazy(f"(.*){guarded(words.plain)}(?![生祭入])"),
        proper=lazy(
            rf"(.*)(?:{guarded(words.proper)}(?<!見学会)(?![売業界相]){_WHOLE_WORD}|グループ(?!会社|各社|企業|内|全体|ウェア|\d))"
        ),
        trades=words.trades,
        firm_only=words.firm_only,
        inns=words.inns,
        inn=lazy(
            f"({inns})(?!{alternation(words.no_inns)})[一-龠ァ-ヺー]{{2,10}}(?:の[凪湯宿里郷森丘杜海風月花空虹灯詩彩音家庭](?![一-龠ァ-ヺー]))?"
        ),
        home=Nearby(
            rf"(?:{alternation(words.homes)}) ?(?P<name>[一-龠ァ-ヺーぁ-ん・]{{2,14}}?"
            r"(?:[荘苑園館邸]|の[里郷家杜森丘]|ハウス|ホーム|ハイツ|ヴィラ))(?=[はがのでにをと、)\s]|から)",
            _LONGEST,
        ),
        shop=Nearby(
            rf"[ァ-ヺー一-龠]{{0,6}}(?:{alternation(words.shops)})(?P<kana>[ぁ-ん]{{2,5}}?)(?=[はがのでに])",
            _LONGEST,
        ),
        own_behind=Nearby(
            rf"(?:{alternation(words.own_behind)}) ?"
            r"(?P<name>(?P<kana>[ぁ-ん]{3,8})|[ァ-ヺー・]{2,12}[一-龠]{0,3})"
            r"(?=[はがのでにをと、」)\s(/]|から|より|へ|\Z)",
            _LONGEST,
        ),
        area=lazy(r"(?:[一-龠ヶ]{1,3}[都道府県])?[一-龠ヶァ-ヺ]{1,6}[市区町村]|[一-龠]{2,3}[県府道都]"),
        common_stem=lazy(rf"(?:{alternation(words.common_stems)})\Z"),
        sort=lazy(rf"(?:{alternation(words.sorts)}|[都道府県市区町村]立)+"),
        long_ending=lazy(rf"(?:{alternation(words.long_endings)})\Z"),
        firm=lazy(
            rf"(?!{alternation(words.no_firm_begins)})[一-龠々ァ-ヺーA-Za-z]{{2,12}}?(?:{alternation(words.firm_ends)})(?<!会社)"
        ),
        department=lazy(_department(words)),
        alone=tuple(Nearby(source, _LONGEST) for source in _alone(words)),
        not_departments=frozenset(words.not_departments),
        not_alone=frozenset(words.not_alone),
        no_department_endings=words.no_department_endings,
    )


def _department(words: InstitutionWords) -> str:
    kana = alternation(words.kana_departments)
    kinds = alternation(words.departments)
    plain = rf"(?:{kana})?[一-龠々ァ-ヺーA-Z]{{0,14}}(?:{kinds})(?![門分員屋隊舗頭内外署補])"
    return rf"(?:{plain}|{_BRANCH_SCHOOL})"


def _alone(words: InstitutionWords) -> Iterator[str]:
    """Yield the patterns of a department that no name leads; no hiragana of a verb stands before it."""
    ends = "(?:(?=以外)|(?![一-龠々ァ-ヺー]))"
    kana = alternation(words.kana_departments)
    yield rf"(?<![一-龠ァ-ヺーA-Za-z])(?:{kana}){{1,3}}[一-龠ァ-ヺー]{{0,10}}[課室部局]{ends}"
    plain = (
        rf"[一-龠々]{{2,10}}(?:[部課局室]|委員会|博物館|美術館){ends}",
        r"[一-龠々]{2,10}(?:課|(?<!事務)局)(?=長)",
        r"[一-龠々]{2,8}委員会(?=会議録|速記録|議事録|記録)",
        rf"[一-龠々]{{2,8}}(?:子ども|こども|くらし|まちづくり)[一-龠々]{{0,6}}委員会(?:(?=記録)|{ends})",
        rf"[一-龠々]{{0,6}}{either(words.divisions)}部(?=次?長)",
        rf"(?:[一-龠]{{1,8}}学部(?:[一-龠]{{2,4}}係)?|[一-龠]{{2,8}}研究科)(?:(?=長)|{ends})",
        r"[一-龠]{0,6}(?:捜査|警察|機動|警ら|警務)隊",
        r"第[1-9一-九](?:術科学校|護衛隊群|航空団|師団|旅団)",
        r"(?<=[学門]校の)[一-龠]{2,4}校(?=[はがで])",
        r"[一-龠々]{2,10}課(?=職員|窓口|次長|主幹|主任|主査|補佐|参事)",
        rf"[一-龠々]{{2,8}}課[一-龠々]{{2,6}}係{ends}",
        r"[都道府県市区町村](?:教委|選管|公安委|人事委)",
        rf"[一-龠々]{{2,10}}(?:研修所|養成所|訓練所){ends}",
        rf"[一-龠々]{{4,10}}(?:・[一-龠々]{{4,10}})?(?:審査会|審議会){ends}",
        rf"(?:シルバー人材|(?:こども|子ども|ファミリー)[一-龠ァ-ヺー]{{2,6}})センター{ends}",
        r"教育委員会[一-龠々]{2,10}課(?:[一-龠]{2,8}(?:係|担当))?(?![一-龠])",
        rf"[一-龠々]{{1,8}}・[一-龠々]{{2,8}}課{ends}",
        rf"[一-龠々]{{2,8}}(?<![部科社])・[一-龠々]{{2,8}}(?<!編集)(?<!支)[部科室]{ends}",
        r"(?:[県府]警)?(?:捜査|刑事|公安|生活安全)第?[1-4一二三四]課",
        rf"(?:[一-龠々ァ-ヺー]{{2,8}}|(?![本各全同当両他母新元前])[一-龠])(?:支店|営業所|出張所){ends}",
        r"[一-龠々]{4,10}センター(?:[一-龠]{2,8}課)?(?![ァ-ヺー])",
        r"[一-龠々]{1,4}分署(?![員長])",
        rf"[一-龠々ァ-ヺー]{{3,12}}[課室]{ends}",
        r"[一-龠々ァ-ヺー]{2,12}科(?=の(?:職員|医師|看護|患者|技師)|医師|に勤務)",
    )
    begins = r"(?:(?<=にも|では)|(?<=\nA)|(?<=[じせしいっ]て)|(?<![一-龠々ァ-ヺーA-Za-z0-9おごてりまもし]))"
    for kind in plain:
        yield begins + kind
