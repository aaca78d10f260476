"""Who announces at the beginning of a text, whatever its name is made of: 桜冠は4月5日、…と発表した."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.kind_heads import kind_head
from extract.names.mention import name_mention
from extract.names.stretches import is_family, is_full_name, is_place, is_proper, name_patterns, without_head
from extract.names.words import WORDS
from extract.tokens import tagger

_REACH = 400
"""Code points from the beginning: there nothing has been named yet that a common noun could stand for."""
_DAY = r"(?:(?:[^\s。、ぁ-んァ-ヺ]{0,9}\d{1,2}月)?\d{1,2}日(?:に|夜|朝)?、?)?"
_NAME = (
    r"(?P<name>[一-龠々ヶァ-ヺーA-Za-z0-9・&'+-]{2,20}"
    r"|[ぁ-ん]{2,7}[一-龠ァ-ヺー]{0,8}|[一-龠]{1,2}[りきぎしちびみいえけげせてべめれ][ァ-ヺー]{3,8})"
)
_RUNS = "(?<=[営開供管]する)|(?<=を営む)|(?<=手がける)|(?<=手掛ける)"
_SUBJECT = lazy(
    rf"(?:\A|(?<=[\n。])|(?<=として、)|(?<=[一-龠ァ-ヺー]の)|{_RUNS})"
    rf" *{_DAY}{_NAME}(?:\([^()\n]{{1,24}}\))?"
    r"(?=(?P<cue>[はが]|によ(?:ると|れば|りますと))"
    r"(?P<dated>(?:\d{1,4}年|\d{1,2}月)*\d{1,2}日[、に夜朝午付ま(])?)"
)
_OWNER = WORDS.lazy(
    rf"(?:[^\n。]{{4,90}}\n+)?\s*{_DAY}{_NAME}"
    r"(?=(?P<cue>の{own_uses}{0,3}用?{own_systems}[にがでへの、]))"
)
"""Whose server it is, at the very beginning of a text or below its headline."""
_SPEAKER = lazy(
    r"(?<![一-龠々ヶァ-ヺーA-Za-z0-9])(?P<name>[一-龠々ヶァ-ヺーA-Za-z0-9・&]{2,20})(?P<cue>の)"
    r"(?P<who>[一-龠]{1,4}(?: ?[一-龠ぁ-ん]{1,4})?)"
    r"(?:です|でございます|と申します)(?=[。、])"
)
"""Who speaks says for whom: 北斗電話の山田と申します."""
_KANA = lazy("[ぁ-ん]+")
_NO_KANA = WORDS.lazy("{no_announcers_in_kana}")
_ROLE = WORDS.lazy(r"{parts_and_kinds}\Z")
"""Who acts by his part or kind, and what doesn't act; a name that ends so is told by other rules."""
_TWO = lazy("[一-龠]・|・[一-龠]")
"""Two names side by side."""
_SAYS = WORDS.lazy(r"[はが][^。\n]{0,160}{also_says}")
"""What who speaks on a day does beside announcing."""
_WORD = 2
"""A shorter single word is a common noun: 大学."""


def find_announcers(document: Document) -> Iterator[Mention]:
    """Find the subject of a first sentence that says it announced something, or whose server was struck.

    Firms bear common nouns and hiragana as names (桜冠, ひなげ), which no dictionary tells from words.
    """
    folded = document.folded
    for match in _SUBJECT.finditer(folded, 0, _REACH):
        source = match["cue"].startswith("に")
        says = name_cues().speaks.match(folded, match.end())
        if source or says or (match["dated"] and _SAYS.match(folded, match.end())):
            certain = source or bool(match["dated"]) or _recurs(folded, match["name"])
            yield from _told(match["name"], match.start("name"), match["cue"], certain)
    for match in _SPEAKER.finditer(folded, 0, _REACH):
        if is_family(match["who"]) or is_full_name(match["who"]):
            yield from _told(match["name"], match.start("name"), match["cue"], certain=True)
    if owner := _OWNER.match(folded):
        yield from _told(owner["name"], owner.start("name"), owner["cue"], certain=True)


def _told(name: str, start: int, cue: str, certain: bool) -> Iterator[Mention]:
    if kind := kind_head(name):
        name, start = name[kind.end() :], start + kind.end()
    if _is_name(name, certain):
        yield name_mention("ORG", "org.announcer", start, start + len(name), cue)


def _recurs(folded: str, name: str) -> bool:
    """Tell whether a word in hiragana stands in the text more than once, as a name does."""
    return bool(_KANA.match(name)) and folded.count(name) > 1


def is_announcer(name: str) -> bool:
    """Tell whether words are no role, no common noun and no two names, so that they may be who announces."""
    common = name in name_patterns().common or without_head(name) != name
    return not (common or _TWO.search(name) or _ROLE.search(name) or name_cues().no_names.search(name))


def _is_name(name: str, certain: bool) -> bool:
    """Tell whether words may be a name; common nouns are where what stands around them leaves no doubt."""
    if not is_announcer(name):
        return False
    if (
        is_place(name)
        or is_full_name(name)
        or is_family(name)
        or name_patterns().deictic.match(name + "。。")
    ):
        return False
    if _KANA.match(name):
        return certain and not _NO_KANA.match(name)
    if is_proper(name):
        return True
    common = name_cues().no_bare.search(name)
    return certain and not common and (len(name) > _WORD or len(tagger()(name)) > 1)
