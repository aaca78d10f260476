"""Item words in a text, each with the words beside it that make its kind plain."""

import re
from collections.abc import Iterator

from extract.alternation import either
from extract.data_items.item import Item
from extract.data_items.item_words import WORDS
from extract.data_items.words import Patterns
from extract.document import Document
from extract.lazy_pattern import lazy, sparing
from extract.letters import is_kanji
from extract.lexicon import stands_alone

_LONGEST_WORD = 9
_BEFORE = 18
"""How far words before an item reach that belong to it, in code points."""
_RUN = lazy(r"(?<![一-龠ァ-ヶー])[一-龠ァ-ヶー]{0,6}\Z")
_KANA = lazy(r"(?<![ァ-ヺー])[ァ-ヺー]{2,8}\Z")
_CLOSED = lazy(r"[^一-龠ァ-ヶーA-Za-z]|流出|漏え|漏洩|紛失|窃取|等|\Z")
_LEAK = lazy("流出|漏え|漏洩|紛失|窃取")
"""Acts that follow an item without a particle, as headlines have them."""
_HEADED = lazy(
    r"(?:(?<![一-龠々ァ-ヶーA-Za-z0-9])|(?<=その他))(?:ご|お)?"
    r"(?:[一-龠々ァ-ヶーA-Za-z]|障がい|(?<=[一-龠])[いえきけしちみりれ](?=[一-龠])){1,12}(?:(?<=[一-龠])[いえけしちみりれ])?\Z"
)
"""What stands before a head in its word, verbs' endings within it too: 引き落とし額."""
_HEADED_END = lazy("[一-龠々ァ-ヶーA-Za-zいえけしちみりれ]")
"""What it ends with: most words are passed over by that alone."""
_OWNER = lazy(
    r"(?<![一-龠々ァ-ヶーA-Za-z0-9])ご?(?P<owner>(?:お子[様さ]ま?|[家顔体庭歯肌傷]|[一-龠々ァ-ヶーA-Za-z]{2,8}(?:ごと)?))の\Z"
)
_KIN = lazy("(?<!当該の)(?:ご)?(?:扶養)?(?:家族|配偶者|世帯主|お子(?:様|さま|さん))の\\Z")
"""Whose items are of another kind than the person's own: 家族の氏名."""
_TOWARDS = sparing(
    "(?<![一-龠々ァ-ヶーA-Za-z0-9])(?:[一-龠々ァ-ヶー]{2,12}用の)?[一-龠々ァ-ヶー]{2,8}への\\Z"
)
"""Whom it is meant for, persons too: 講師への要望; and for what: 再設定用の質問への回答."""
_NO_ITEM = WORDS.lazy(r"{no_items}\Z|\A(?:当該|同|本|各|全)(?!意|名|人)")
"""Collective words and others that only end like items."""
_CONCERNING = lazy(
    "(?<![一-龠々ァ-ヶーA-Za-z0-9])(?P<owner>[一-龠々ァ-ヶーA-Za-z]{2,12})に(?:関する|係る|関わる)\\Z"
)
"""What the data tell of: サービス利用に係る情報."""
_NO_MATTER = WORDS.lazy(r"{no_matters}\Z")
"""Persons, and what an incident is about: what tells of these is no kind of data."""
_CONTENTS = frozenset(("情報", "データ"))
_WHETHER = "有無"
"""Of what, and of what in turn: 奨学金の受給の有無."""
_BARE = "番号"
"""Tells no kind by itself: 病室の番号."""
_VAGUE = lazy(r"(?:情報|データ|資料|書|票)\Z")
"""Ends of words that are plain enough, or not plain even with what の puts before them."""
_SUCH = lazy(r"(?:など|等|といった)の\Z")
_NOUN_BEFORE = lazy(r"(?<![一-龠々ァ-ヶーA-Za-z0-9])ご?[一-龠々ァ-ヶー]{2,6}\Z")
_NO_NOUN = WORDS.lazy("{no_nouns}")
_OWNS = lazy(r"と?の|\s*\(?約?\d[\d,万]*[人名]")
"""The same persons' items, or how many they are: 家族2,300人."""
_NO_MORE = lazy("者(?!名)|[欄録]|なし|の?有り|さま|様|の個人情報|の皆|のお客")
"""What makes another word of an item, or a person: 回答者, 住所欄, お届け先さま."""
_MORE = lazy("[先額率料費証票簿歴](?![一-龠々])|の(?:写し|コピー|控え|回答|記号番号|サムネイル|全桁)")
"""What belongs to an item behind it: 進路希望先, 指導要録の写し."""
_ABOUT = WORDS.lazy(r"に(?:関する|係る)|についての|の(?!{no_wholes})[一-龠ァ-ヶ]")
"""Before these a word that is no item by itself only says of what: 金融機関に関する, 学級の児童名."""
_PEOPLE = ("家族", "配偶者", "世帯員", "世帯主", "担当医", "勤務先", "所属先", "届け先")
"""Items that are persons, whose own items の may follow: 家族の氏名."""
_SUMS = ("情報", "内容", "データ")
_SUM = lazy(rf"(?:(?:など|等|といった)の|といった)(?!決済)[一-龠]{{0,4}}{either(_SUMS)}\Z")
"""What sums up the items before it: 口座番号などの信用情報."""
_VERB = lazy("書[かきくけこい]")
_DIGITS = lazy(r"の(?:下|末尾|上)\d{1,2}桁")
_PERSON = lazy(r"(?:[者客員人徒童児民族生様方]|子ども|子供|さん|さま)の\Z")


def items_of(document: Document, patterns: Patterns) -> Iterator[Item]:
    """Yield the items of a text in order; a word that holds an item by chance is none."""
    folded = document.folded
    for start, end in document.words.spans(patterns.words):
        if patterns.category[folded[start:end]] != "none":
            item = _item(folded, start, end, patterns)
            if item and stands_alone(folded, item.start, item.end):
                yield item


def _item(folded: str, start: int, end: int, patterns: Patterns) -> Item | None:
    """Return the item with the words beside it that make its kind plain; none if it only begins a noun."""
    word, before = folded[start:end], folded[max(0, start - _BEFORE) : start]
    category = patterns.category[word]
    if word.endswith(_PEOPLE) and _OWNS.match(folded, end):
        return None
    if folded.endswith(_SUMS, 0, end) and _SUM.search(before + word):
        return None
    if _NO_MORE.match(folded, end) or (category == "weak" and _ABOUT.match(folded, end)):
        return None
    owner = _owner(folded, start, end, patterns, before) if before.endswith("の") else 0
    if owner:
        return Item(start - owner, end, category in ("weak", "headed"), True)
    about = _concerning(before, patterns) if word in _CONTENTS else 0
    if about:
        return Item(start - about, end, True)
    if category == "headed" or (category == "weak" and word in patterns.heads):
        headed = _headed(folded, start, end, before, patterns)
        if headed or category == "headed":
            return headed and _owned(folded, headed, patterns)
    if category == "composed":
        run = _RUN.search(before)
        return Item(start - len(run[0]), end, False) if run and _CLOSED.match(folded, end) else None
    led = patterns.modifiers.search(before) if before[-1:] in patterns.modifier_ends else None
    led = led or (_KANA.search(before) if word == "ID" else None)
    if category == "strong" and not led:
        led = _compound(before, patterns)
    person = word == "名前" and _PERSON.search(before)
    if category == "weak" and not led and not person and _cut(before, patterns):
        return None
    begins_noun = not (led or person or _LEAK.match(folded, end)) and _is_of_noun(folded[end : end + 1])
    if category == "weak" and begins_noun and not _between(folded, start, end, patterns):
        return None
    more = _DIGITS.match(folded, end) or (_MORE.match(folded, end) if category == "strong" else None)
    weak = category == "weak" and not person and (not led or led[0].endswith("用の"))
    if weak and _CLOSED.match(folded, end):
        led = _compound(before, patterns)
    return Item(start - len(led[0]) if led else start, more.end() if more else end, weak)


def _compound(before: str, patterns: Patterns) -> "re.Match[str] | None":
    """Match the noun that an item ends: 主治医 of 主治医氏名; another item stands beside it for itself."""
    run = _NOUN_BEFORE.search(before)
    if not run or _NO_NOUN.search(run[0]):
        return None
    return None if _beside(before, patterns) else run


def _cut(before: str, patterns: Patterns) -> bool:
    """Tell whether a word is only the end of another: 学校 of 同中学校."""
    letter = bool(before) and _is_of_noun(before[-1])
    return letter and not _compound(before, patterns) and not _beside(before, patterns)


def _beside(before: str, patterns: Patterns) -> bool:
    """Tell whether another item ends where a word begins."""
    return any(
        patterns.category.get(before[-size:]) in ("strong", "weak") for size in range(2, _LONGEST_WORD)
    )


def _headed(folded: str, start: int, end: int, before: str, patterns: Patterns) -> Item | None:
    """Return a word that ends like an item, with what stands before its end: 貯金残高, 問診内容."""
    if not _CLOSED.match(folded, end) or _VERB.match(folded, end - 1):
        return None
    run = _HEADED.search(before) if _HEADED_END.match(before[-1:]) else None
    if not run:
        return None
    word = run[0] + folded[start:end]
    if word in patterns.no_headed or _NO_ITEM.search(word) or _SUCH.search(before, 0, run.start()):
        return None
    return Item(start - len(run[0]), end, folded[start:end] != "番号", True)


def _between(folded: str, start: int, end: int, patterns: Patterns) -> bool:
    """Tell whether a word stands between items that nothing parts: 氏名年代メールアドレス."""
    sizes, strong = range(2, _LONGEST_WORD), patterns.category.get
    after = any(strong(folded[end : end + size]) == "strong" for size in sizes)
    return after and any(strong(folded[start - size : start]) == "strong" for size in sizes if size <= start)


def _owned(folded: str, item: Item, patterns: Patterns) -> Item:
    """Return a headed item with the word that narrows it by の: 地質探査の観測データ."""
    before = folded[max(0, item.start - _BEFORE) : item.start]
    word = folded[item.start : item.end]
    kin = _KIN.search(before)
    if kin:
        return item._replace(start=item.start - len(kin[0]))
    if _VAGUE.search(word) and not patterns.related.search(word):
        return item
    return item._replace(start=item.start - _narrowing(before, patterns))


def _owner(folded: str, start: int, end: int, patterns: Patterns, before: str) -> int:
    """Return how many code points before an item narrow it: 出欠の記録, 講師への要望, but not 生徒の成績."""
    kin = _KIN.search(before)
    if kin:
        return len(kin[0])
    if not _CLOSED.match(folded, end):
        return 0
    word = folded[start:end]
    towards = _TOWARDS.search(before) if patterns.category[word] != "strong" else None
    if towards:
        return len(towards[0])
    if word != _BARE and not patterns.related.search(word):
        return 0
    narrowing = _narrowing(before, patterns)
    return (
        narrowing + _narrowing(before[: len(before) - narrowing], patterns) if word == _WHETHER else narrowing
    )


def _concerning(before: str, patterns: Patterns) -> int:
    """Return how many code points say what data tell of; an item there or a person tells it by itself."""
    told = _CONCERNING.search(before)
    if not told or _NO_MATTER.search(told["owner"]):
        return 0
    return 0 if _beside(told["owner"], patterns) else len(told[0])


def _narrowing(before: str, patterns: Patterns) -> int:
    """Return how many code points at the end of some words are a noun with の that is no person or whole."""
    owner = _OWNER.search(before)
    return len(owner[0]) if owner and not patterns.owners.search(owner["owner"]) else 0


def _is_of_noun(letter: str) -> bool:
    return is_kanji(letter) or "ァ" <= letter <= "ヶ" or letter == "ー"
