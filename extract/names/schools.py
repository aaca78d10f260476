"""Schools by the short forms of newspapers: 早稲田大, 県立白鳥高, 白鳥中の教諭, and their houses: 青葉校."""

from collections.abc import Iterator

from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.mention import name_mention
from extract.names.stretches import is_place, is_proper, name_patterns

_SCHOOL = lazy(
    r"(?P<owner>[都道府県市区町村]立)?(?P<stem>[一-龠ヶ]{2,5})(?P<kind>[中高小])"
    r"(?=の?(?:\d+代)?の?(?:男性|女性|[男女]子)?(?:教諭|講師|校長|教頭|生徒|児童|教員|養護教諭))"
)
"""Newspapers shorten 中学校, 高校 and 小学校 where they speak of teachers and pupils: 白鳥中の教諭."""
_OWNED_SCHOOL = lazy(
    r"(?:[一-龠ヶァ-ヺ]{0,7}[都道府県市区町村]|私|国)立(?![小中高各全両])"
    r"(?:[一-龠ヶァ-ヺー]{2,7}?(?<![小中高各全])|(?![のがを]|[はにでともやへ][^ぁ-ん])[ぁ-ん]{2,6}[一-龠]{0,2})[中高小]"
    r"(?=[はがのでにをとへ、」)\s]|から|より|\Z)"
)
"""Behind the word that says whose it is a short form is a school's whatever follows: 県立白鳥高で."""
_SHORTEST_SCHOOL = 5
"""Code points of a school's short form with whose it is: 市立白鳥中."""
_BRANCH_SCHOOL = lazy("[一-龠ァ-ヺー]{2,6}校(?![長庭舎友則歌務医])")
"""A place before 校 makes one of a school's houses: 青葉校に在籍する."""
_SCHOOL_SHORT = lazy(r"[一-龠]{2,4}(?<![最拡増甚重膨巨莫過肥絶短強多長広])大(?=[はがのでにと、」)]|によ)")
_OPENS = ("", "\n")


def short_schools(folded: str, start: int, run: str) -> Iterator[Mention]:
    """Yield the short form of a school that a run begins with.

    Args:
        folded: the whole text.
        start: first code point of the run.
        run: letters that a name can be made of.
    """
    if (school := _SCHOOL.match(folded, start)) and (school["owner"] or is_proper(school["stem"])):
        yield name_mention("ORG", "org.school_short", start, school.end(), school["kind"])
    elif (owned := _OWNED_SCHOOL.match(folded, start)) and len(owned[0]) >= _SHORTEST_SCHOOL:
        yield name_mention("ORG", "org.school_short", start, owned.end(), owned[0][-1])
    if run[-1] == "校" and _BRANCH_SCHOOL.fullmatch(run) and is_place(run[:-1]):
        yield name_mention("ORG", "org.institution_proper", start, start + len(run), "校")
    if "大" in run and (short := _SCHOOL_SHORT.match(folded, start)) and _is_school(folded, start, short[0]):
        yield name_mention("ORG", "org.school_short", start, short.end(), "大")


def _is_school(folded: str, start: int, name: str) -> bool:
    """Tell whether a short name is a university's: a proper noun, or what opens a line."""
    if name in name_patterns().common:
        return False
    return is_proper(name[:-1]) or folded[start - 1 : start] in _OPENS
