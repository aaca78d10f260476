"""The words before an item that say of what it is, by の and the like: 出欠の記録, 借りていた本の題名."""

from extract.data_items.item_words import WORDS
from extract.data_items.words import Patterns
from extract.lazy_pattern import lazy, sparing

_LONGEST_WORD = 9
_OWNER = lazy(
    r"(?<![一-龠々ァ-ヶーA-Za-z0-9])ご?"
    r"(?P<owner>(?:お子[様さ]ま?|[家顔体庭歯肌傷本薬物品]|[一-龠々ァ-ヶーA-Za-z]{2,8}(?:ごと)?))の\Z"
)
_KIN = lazy("(?<!当該の)(?:ご)?(?:扶養)?(?:家族|配偶者|世帯主)の\\Z")
_CHILD = lazy("お子(?:様|さま|さん)の\\Z")
"""Whose items are of another kind than the person's own: 家族の氏名."""
_NAMES = frozenset(("氏名", "名前", "お名前", "愛称"))
"""What a child is listed by as the person concerned itself."""
_TOWARDS = sparing(
    "(?<![一-龠々ァ-ヶーA-Za-z0-9])(?:[一-龠々ァ-ヶー]{2,12}用の)?[一-龠々ァ-ヶー]{2,8}への\\Z"
)
"""Whom it is meant for, persons too: 講師への要望; and for what: 再設定用の質問への回答."""
_CONCERNING = lazy(
    "(?<![一-龠々ァ-ヶーA-Za-z0-9])(?P<owner>[一-龠々ァ-ヶーA-Za-z]{2,12}|[一-龠]{1,2}(?:払い|入れ|上げ|替え|扱い|取り))に(?:関する|係る|関わる)\\Z"
)
"""What the data tell of: サービス利用に係る情報."""
_NO_MATTER = WORDS.lazy(r"{no_matters}\Z")
"""Persons, and what an incident is about: what tells of these is no kind of data."""
_CLAUSE = WORDS.lazy(
    r"(?<![一-龠々ァ-ヶーA-Za-z0-9がをに])(?!{no_clauses})[一-龠]{1,4}[ぁ-ん]{0,3}(?<!れ)(?:た|ている)\Z"
)
"""What someone did with the thing that narrows an item: 借りていた本の題名."""
_SIBLING = lazy(r"(?<![一-龠々ァ-ヶーA-Za-z0-9])(?P<owner>[一-龠々ァ-ヶー]{2,8}|子ども)[やと・]\Z")
"""A noun beside the one that narrows an item: 預金や融資の残高."""
_SIBLING_PERSON = lazy(r"(?<![一-龠々ァ-ヶーA-Za-z0-9])(?:配偶者|子ども|家族|同居人|扶養親族)[やと・]\Z")
"""Persons of whom it is told together whether there are any: 配偶者と子どもの有無."""
_WHETHER = "有無"
"""Of what, persons too, and of what in turn: 奨学金の受給の有無."""
_ANY = lazy(r"(?<![一-龠々ァ-ヶーA-Za-z0-9])(?:[一-龠々ァ-ヶー]{2,8}|子ども)の\Z")
_MATTER = WORDS.lazy(r"{matters}の\Z")
"""What happens in a person's life, of which data tell: 奨学金の振込先."""
_ANY_PAPER = lazy("(?:書類|資料|文書|情報|データ)\\Z")
_AUTHOR = lazy(r"(?<![一-龠々])(?:主治医|医師|担任|教員|教諭|講師|面接官|審査員|看護師|上司)の\Z")
_OPINION = lazy("(?:総合)?(?:所見|判定|意見|見立て|評価|コメント)\\Z")
"""What is said of a person, by someone else: 医師の所見."""
_BARE = "番号"
"""Tells no kind by itself: 病室の番号."""


def kin_before(before: str, word: str) -> int:
    """Return how many code points before a word name a person's family, with の; a child has its own name."""
    kin = _KIN.search(before) or (None if word in _NAMES else _CHILD.search(before))
    return len(kin[0]) if kin else 0


def owner_before(before: str, word: str, patterns: Patterns) -> int:
    """Return how many code points before an item narrow it: 出欠の記録, 講師への要望, but not 生徒の成績."""
    towards = _TOWARDS.search(before) if patterns.category[word] != "strong" else None
    if towards:
        return len(towards[0])
    if word == _WHETHER:
        return _of_whether(before, patterns)
    author = _AUTHOR.search(before) if _OPINION.match(word) else None
    if author:
        return len(author[0])
    is_told = word == _BARE or patterns.related.search(word)
    is_matter = not is_told and not _ANY_PAPER.search(word) and _MATTER.search(before)
    return narrowing(before, patterns) if is_told or is_matter else 0


def narrowing(before: str, patterns: Patterns) -> int:
    """Return how many code points at the end of some words are a noun with の that is no person or whole.

    A noun beside it belongs to it as well, and so does what someone did with it.
    """
    owner = _OWNER.search(before)
    if not owner or patterns.owners.search(owner["owner"]):
        return 0
    start = owner.start() - _sibling(before[: owner.start()], patterns)
    clause = _CLAUSE.search(before, 0, start)
    return len(before) - (clause.start() if clause else start)


def concerning(before: str, patterns: Patterns) -> int:
    """Return how many code points say what data tell of; what only ends like an item or a person is none."""
    told = _CONCERNING.search(before)
    if not told or _NO_MATTER.search(told["owner"]):
        return 0
    if told["owner"] not in patterns.category and beside(told["owner"], patterns):
        return 0
    return len(told[0])


def beside(before: str, patterns: Patterns) -> bool:
    """Tell whether another item ends where a word begins."""
    return any(
        patterns.category.get(before[-size:]) in ("strong", "weak") for size in range(2, _LONGEST_WORD)
    )


def _of_whether(before: str, patterns: Patterns) -> int:
    owner = _ANY.search(before)
    if not owner:
        return 0
    further = before[: owner.start()]
    person = _SIBLING_PERSON.search(further)
    return len(before) - owner.start() + (len(person[0]) if person else narrowing(further, patterns))


def _sibling(before: str, patterns: Patterns) -> int:
    """Return how many code points at the end of some words are a noun with や and the like.

    An item stands there for itself; so does a person, and what ends like an item.
    """
    noun = _SIBLING.search(before)
    if not noun or patterns.owners.search(noun["owner"]) or noun["owner"] in patterns.category:
        return 0
    return 0 if any(noun["owner"].endswith(head) for head in patterns.heads) else len(noun[0])
