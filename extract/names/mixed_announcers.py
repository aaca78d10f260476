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
from extract.names.stretches import is_place, is_proper
from extract.names.words import WORDS

_REACH = 400
_TOPIC = lazy(
    r"(?:\A|(?<=[\n。])|(?<=する)|(?<=ている)|(?<=を営む))(?:[^\s。、]{0,9}\d{1,2}日(?:に|夜|朝)?、?)? *"
    r"(?P<name>(?=[^は。\n]*[ぁ-ん])[一-龠々ァ-ヺーA-Za-zぁ-ん&・]{3,24}?)(?:\([^()\n]{1,24}\))?"
    r"(?=は(?:\d{1,4}年|\d{1,2}月)*\d{1,2}日[、にま夜]|(?P<source>によ(?:ると|れば|りますと)))"
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
_RUNS = lazy(
    "(?:.*[をの])?(?:(?:運営|経営|展開|提供|販売|開発|管理|主催|製造|発行)(?:する|している|した|していた)|営む|手がける|手掛ける|扱う)(?=..)"
)
_HOUSE = WORDS.lazy(r".*(?:{houses}|{institutes}|政党|ホーム|旅館|団体|[一-龠]園|[一-龠]院)")
"""Who announces, by its kind: 水族館の, 政党の."""
_SOCIETY = lazy("[会家里丘森友園郷杜湯宿苑荘]")
"""Behind の the end of a name: 日本野鳥の会."""
_SAYING = lazy(
    "(?:話|調べ|説明|発表|まとめ|証言|報告|知らせ|訴え|届け出|届け|取り決め|決まり|書き込み|ブログ|メモ|コメント)\\Z"
)
"""What somebody says is no name, though something is told by it."""
_DEICTIC = WORDS.lazy("{pointing_words}")


def find_mixed_announcers(document: Document) -> Iterator[Mention]:
    """Find the topic of a sentence that announces, without the trade that stands before it by の."""
    folded = document.folded
    for match in _TOPIC.finditer(folded, 0, _REACH):
        name = _untraded(match["name"])
        start = match.end("name") - len(name)
        told = match["source"] or name_cues().speaks.match(folded, match.end())
        if told and _is_name(name) and not (match["source"] and _SAYING.search(name)):
            yield name_mention("ORG", "org.announcer", start, match.end("name"), folded[match.end("name")])


def _untraded(name: str) -> str:
    """Return a topic without what it runs, and without its trade or kind: 宿を営むX, 政党のX."""
    cues, runs = name_cues(), _RUNS.match(name)
    name = name[runs.end() :] if runs else name
    while joint := _JOINT.fullmatch(name):
        led = joint["head"] + "の"
        kind = (
            cues.trades.search(led) or cues.before_organisation.search(led) or _HOUSE.fullmatch(joint["head"])
        )
        if not kind:
            break
        name = joint["rest"]
    return name


def _is_name(name: str) -> bool:
    """Tell whether a topic with hiragana is a name: short, no clause, no part of a place or of somebody."""
    joint = _JOINT.fullmatch(name)
    if not _KANA.search(name) or len(name) > _LONGEST or _DEICTIC.match(name):
        return False
    if not is_announcer(name) and not (joint and _is_society(joint["head"], joint["rest"])):
        return False
    if joint:
        most = _HEAD if _KANA.search(joint["rest"]) else _PLAIN_HEAD
        if (
            (len(joint["head"]) > most and not _SOCIETY.fullmatch(joint["rest"]))
            or _OWNER.search(joint["head"])
            or _is_known(joint["head"])
        ):
            return False
    return not is_phrase(name)


def _is_society(head: str, rest: str) -> bool:
    """Tell whether の joins a proper or a long word to what societies' and homes' names end in."""
    return bool(_SOCIETY.fullmatch(rest)) and (len(head) > _HEAD or is_proper(head))


def _is_known(head: str) -> bool:
    return is_place(head) or head in lexicon("organisations")
