"""Item words in a text, each with the words beside it that make its kind plain."""

import re
from collections.abc import Iterator

from extract.alternation import either
from extract.data_items.item import Item
from extract.data_items.item_words import WORDS
from extract.data_items.narrowing import beside, concerning, kin_before, narrowing, owner_before
from extract.data_items.words import Patterns
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.letters import is_kanji
from extract.lexicon import stands_alone

_LONGEST_WORD = 9
_BEFORE = 18
"""How far words before an item reach that belong to it, in code points."""
_RUN = lazy(r"(?<![一-龠ァ-ヶー])[一-龠ァ-ヶー]{0,6}\Z")
_KANA = lazy(r"(?<![ァ-ヺー])[ァ-ヺー]{2,8}\Z")
_CLOSED = lazy(r"[^一-龠ァ-ヶーA-Za-z]|流出|漏[えら]|漏洩|紛失|窃取|持ち出し|入り|等|\Z")
_LEAK = lazy("流出|漏[えら]|漏洩|紛失|窃取|入り|等の|約?[0-9]")
"""What follows an item without a particle, acts as headlines have them, and numbers."""
_HEADED = lazy(
    r"(?:(?<![一-龠々ァ-ヶーA-Za-z0-9])|(?<=その他))(?:ご|お)?"
    r"(?:[一-龠々ァ-ヶーA-Za-z]|障がい|(?<=[一-龠])[かきけさまめらわ]?[いえきぎけしちみりれ](?=[一-龠])){1,12}(?:(?<=[一-龠])[いえけしちみりれ])?\Z"
)
"""What stands before a head in its word, verbs' endings within it too: 引き落とし額."""
_HEADED_END = lazy("[一-龠々ァ-ヶーA-Za-zいえけしちみりれ]")
"""What it ends with: most words are passed over by that alone."""
_CONTENTS = frozenset(("情報", "データ"))
_NO_ITEM = WORDS.lazy(r"{no_items}\Z|\A(?:当該|同|本|各|全)(?!意|名|人)")
"""Collective words and others that only end like items."""
_VAGUE = lazy(r"(?:情報|データ|資料|書|票)\Z")
"""Ends of words that are plain enough, or not plain even with what の puts before them."""
_SUCH = lazy(r"(?:など|等|といった)の\Z")
_NOUN_BEFORE = lazy(r"(?<![一-龠々ァ-ヶーA-Za-z0-9])ご?[一-龠々ァ-ヶー]{2,6}\Z")
_NO_NOUN = WORDS.lazy("{no_nouns}")
_OWNS = lazy(
    r"と?の|ら|\s*\(?約?\d[\d,万]*[人名]|[、・とや](?:ご|お)?(?:子[供様さどま]|こども|家族|親族|同居|配偶者|本人)[^、。]{0,4}の"
    r"|、[^、。]{1,8}(?:など|ら|等)[^。、]{0,4}(?:\d[\d,万]*|[一二三四五六七八九十百千万〇]+)[人名]"
)
"""The same persons' items, or how many they are: 家族2,300人."""
_NO_MORE = lazy("者(?!名)|[欄録]|なし|の?有り|さま|様|の個人情報|の皆|のお客")
"""What makes another word of an item, or a person: 回答者, 住所欄, お届け先さま."""
_MORE = WORDS.lazy(
    "[先額率料費証票簿歴](?![一-龠々])|の(?:写し|コピー|控え|回答|記号番号|サムネイル|全桁|{parts})"
)
"""What belongs to an item behind it: 進路希望先, 指導要録の写し."""
_ABOUT = WORDS.lazy(r"に(?:関する|関わる|係る)|についての|の(?!{no_wholes})[一-龠ァ-ヶ]")
"""Before these a word that is no item by itself only says of what: 金融機関に関する, 学級の児童名."""
_PEOPLE = ("家族", "配偶者", "世帯員", "世帯主", "担当医", "勤務先", "所属先", "届け先")
"""Items that are persons, whose own items の may follow: 家族の氏名."""
_SUMS = ("情報", "内容", "データ")
_SUM = lazy(
    rf"(?:(?:など|等|といった)の|といった)(?!決済情)(?:[一-龠]{{2,4}}に(?:関する|関わる|係る)|[一-龠]{{0,4}}){either(_SUMS)}\Z"
)
"""What sums up the items before it: 口座番号などの信用情報."""
_VERB = lazy("書[かきくけこい]")
_DIGITS = lazy(r"の(?:下|末尾|上)[\d一二三四五六]{1,2}桁")
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
    about = concerning(before, patterns) if word in _CONTENTS else 0
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
        led = led or _compound(before, patterns)
    return Item(start - len(led[0]) if led else start, more.end() if more else end, weak)


def _compound(before: str, patterns: Patterns) -> "re.Match[str] | None":
    """Match the noun that an item ends: 主治医 of 主治医氏名; another item stands beside it for itself."""
    run = _NOUN_BEFORE.search(before)
    if not run or _NO_NOUN.search(run[0]):
        return None
    return None if beside(before, patterns) else run


def _cut(before: str, patterns: Patterns) -> bool:
    """Tell whether a word is only the end of another: 学校 of 同中学校."""
    letter = bool(before) and _is_of_noun(before[-1])
    return letter and not _compound(before, patterns) and not beside(before, patterns)


def _headed(folded: str, start: int, end: int, before: str, patterns: Patterns) -> Item | None:
    """Return a word that ends like an item, with what stands before its end: 貯金残高, 問診内容."""
    if not _CLOSED.match(folded, end) or _VERB.match(folded, end - 1):
        return None
    run = _HEADED.search(before) if _HEADED_END.match(before[-1:]) else None
    if not run:
        return None
    first = _unparted(run[0], patterns)
    word = run[0][first:] + folded[start:end]
    if word in patterns.no_headed or _NO_ITEM.search(word) or _SUCH.search(before, 0, run.start()):
        return None
    return Item(start - len(run[0]) + first, end, folded[start:end] != "番号", True)


def _unparted(run: str, patterns: Patterns) -> int:
    """Return where the last word of a run begins if other items that nothing parts stand before it.

    One alone may be its first part: 住所変更 of 住所変更日, but 氏名住所 of 氏名住所契約日.
    """
    place, found = 0, 0
    while place < len(run):
        sizes = range(_LONGEST_WORD, 1, -1)
        size = next((n for n in sizes if patterns.category.get(run[place : place + n]) == "strong"), 0)
        if not size:
            break
        place, found = place + size, found + 1
    return place if found > 1 else 0


def _between(folded: str, start: int, end: int, patterns: Patterns) -> bool:
    """Tell whether a word stands between items that nothing parts: 氏名年代メールアドレス."""
    sizes, strong = range(2, _LONGEST_WORD), patterns.category.get
    after = any(strong(folded[end : end + size]) == "strong" for size in sizes)
    return after and any(strong(folded[start - size : start]) == "strong" for size in sizes if size <= start)


def _owned(folded: str, item: Item, patterns: Patterns) -> Item:
    """Return a headed item with the word that narrows it by の: 地質探査の観測データ."""
    before = folded[max(0, item.start - _BEFORE) : item.start]
    word = folded[item.start : item.end]
    kin = kin_before(before, word)
    if kin:
        return item._replace(start=item.start - kin)
    if _VAGUE.search(word) and not patterns.related.search(word):
        return item
    return item._replace(start=item.start - narrowing(before, patterns))


def _owner(folded: str, start: int, end: int, patterns: Patterns, before: str) -> int:
    """Return how many code points before an item narrow it; what goes on behind it is another word."""
    kin = kin_before(before, folded[start:end])
    if kin or not _CLOSED.match(folded, end):
        return kin
    return owner_before(before, folded[start:end], patterns)


def _is_of_noun(letter: str) -> bool:
    return is_kanji(letter) or "ァ" <= letter <= "ヶ" or letter == "ー"
