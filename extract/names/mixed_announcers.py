"""Who announces on a day under a name with hiragana in it: 月のしずく本舗は3日、…と発表した."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names.announcers import is_announcer
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.phrases import is_phrase
from extract.names.stretches import is_place
from extract.names.words import WORDS

_REACH = 400
_TOPIC = lazy(
    r"(?:\A|(?<=[\n。])|(?<=する))(?:[^\s。、]{0,9}\d{1,2}日(?:に|夜|朝)?、?)? *"
    r"(?P<name>(?=[^は。\n]*[ぁ-ん])[一-龠々ァ-ヺーA-Za-zぁ-ん&・]{3,24}?)(?:\([^()\n]{1,24}\))?"
    r"(?=は(?:\d{1,4}年|\d{1,2}月)*\d{1,2}日[、にま夜])"
)
_JOINT = lazy("(?P<head>[^の]*)の(?P<rest>.+)")
_KANA = lazy("[ぁ-ん]")
_LONGEST = 14
_HEAD, _PLAIN_HEAD = 3, 2
"""Only a short word stands before の within a name, a shorter one where の is its only hiragana."""
_OWNER = lazy(
    "(?:\\A(?:運営|開発|製造|販売|発行|主催)|[社市町村県区府都道内外部側下上前後初人者員長氏会院校園店元]|\\d[年月日]|[都道府県市区町村]立)\\Z"
)
"""Whose or where something is: 市内の, 同社の."""
_DEICTIC = WORDS.lazy("{pointing_words}")


def find_mixed_announcers(document: Document) -> Iterator[Mention]:
    """Find the topic of a sentence that announces, without the trade that stands before it by の."""
    folded = document.folded
    for match in _TOPIC.finditer(folded, 0, _REACH):
        name = _untraded(match["name"])
        start = match.end("name") - len(name)
        if name_cues().speaks.match(folded, match.end()) and _is_name(name):
            yield name_mention("ORG", "org.announcer", start, match.end("name"), "は")


def _untraded(name: str) -> str:
    cues = name_cues()
    while joint := _JOINT.fullmatch(name):
        led = joint["head"] + "の"
        if not cues.trades.search(led) and not cues.before_organisation.search(led):
            break
        name = joint["rest"]
    return name


def _is_name(name: str) -> bool:
    """Tell whether a topic with hiragana is a name: short, no clause, no part of a place or of somebody."""
    joint = _JOINT.fullmatch(name)
    if not _KANA.search(name) or len(name) > _LONGEST or _DEICTIC.match(name) or not is_announcer(name):
        return False
    if joint:
        most = _HEAD if _KANA.search(joint["rest"]) else _PLAIN_HEAD
        if len(joint["head"]) > most or _OWNER.search(joint["head"]) or _is_known(joint["head"]):
            return False
    return not is_phrase(name)


def _is_known(head: str) -> bool:
    return is_place(head) or head in lexicon("organisations")
