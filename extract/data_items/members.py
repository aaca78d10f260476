"""Members of a list that no word list knows: what stands among items, between the same marks, is one too."""

from extract.data_items.item import Item
from extract.data_items.item_words import WORDS
from extract.document import Stretch
from extract.lazy_pattern import lazy

_UNIT = "(?:ご|お)?(?:[一-龠々ァ-ヶーA-Za-z0-9]|(?<=[一-龠])[いえきぎけしちみりれ](?=[一-龠の])){1,12}?"
_LINK = "{links}"
_NO_NOUN = r"未|それ|(?:流出|漏|盗|紛失)[ぁ-ん]{0,3}た|[^、。\n]{0,12}[0-9][人名件]分?の"
_CLAUSE_OF = (
    r"(?!(?:[^、。\n]{0,6}[をにでと])?{no_clauses})(?:よく|いつも)?(?:[一-龠ァ-ヶー]{1,6}(?:を|に|で|と|から))?"
    r"[一-龠]{1,2}[ぁ-ん]{0,3}(?:[たうくぐすつぬぶむる]|ている|ていた|ない)"
)
_KANA = "の(?:てんまつ|やりとり|いきさつ|あらまし|ありさま|つながり|ようす)"
_NOUN = rf"(?!{_NO_NOUN})(?=[^、。\n]{{2}})(?:{_CLAUSE_OF})?{_UNIT}(?:{_LINK}{_UNIT}){{0,2}}?(?:{_KANA})?"
_REMARK = r"(?:\([^()\n]{0,24}\))?"
_MARK = r"(?:[、・,/]{joints}?、?|\s*\n\s*・\s*|{joints}、?)"
_FATE = "{member_fates}"
_AFTER = WORDS.lazy(
    rf"{_REMARK}{_MARK}(?P<member>{_NOUN}(?:(?<=[一-龠])[りみきけい](?=[をがはもだで]))?)"
    rf"(?={_REMARK}(?:[、・,/。\n)]|など|等|や(?!り)|及び|および|並びに|ならびに|です|でし|であ|でござ|だった|だ[。と]|だけ|{{sums}}|という(?:列|欄|項目)"
    rf"|[がはもを](?=[^。、\n]{{0,16}}{_FATE}|(?:約|計|延べ)?[\d,万]+[件人名])|まで(?=[^。、\n]{{0,12}}{_FATE})|といった|[〕】」]|\Z))"
)
_BEFORE = WORDS.lazy(rf"(?:\A|[\n、:は]\s*・?\s*|[0-9][人名件]分?の)(?P<member>{_NOUN}){_REMARK}{_MARK}\Z")
_BETWEEN = lazy(r"、(?P<member>[^、。\n「」()はがを]{2,12}?)(?:、|や|と|及び|および)[ごお]?")
"""What stands between two known items of one list is a member, with whatever letters."""
_MARK_END = lazy(r"[、・,/びにらやと\s]")
"""With what marks end: most words are passed over by that alone."""
_CLAUSE = lazy("(?:[るた]|ている)\\Z")
_NO_CLAUSE = lazy("(?:[たるう]|ない)(?:状態|場合|ため|ところ|よう|通り|際|とき|人物|仕組み)\\Z")
"""What a clause is before that tells nothing of data: 判別できる状態."""
_HEADS = ("期間", "内容")
"""No members by themselves, but what they are of is: 入院期間."""
_SHORT = frozenset("姓")
"""Nouns of one letter that are members all the same."""
_MOST = 6
_WINDOW = 40
_DIGIT = lazy(r"[0-9]")
_PEOPLE = lazy("[者員客様方]\\Z")
"""Whose data is listed, as in 購入者・配送先情報."""
_WHOSE = lazy("[^のを]{0,12}?(?:[者員客様方徒童生民]|さん|さま|顧客|農家|全員)の")
"""The persons whose a member is: 読者の姓 is 姓."""
_MEASURE = lazy("[0-9]{1,4}(?=[a-z])")
"""A number with its unit may begin a member: 50m走のタイム."""


def members_after(folded: str, end: int, stop: int, banned: frozenset[str]) -> list[Item]:
    """Return the unknown nouns that continue a list to its right.

    Args:
        folded: the folded text.
        end: where the list's last known item ends, in code points.
        stop: where the next known item starts.
        banned: nouns that are no items, such as people and collective words.
    """
    found: list[Item] = []
    for _ in range(_MOST):
        match = _AFTER.match(folded, end)
        if not match or match.end("member") > stop or not _fit(match["member"], banned):
            break
        found.append(_member(folded, match.span("member")))
        end = match.end("member")
    return found


def member_between(folded: str, end: int, start: int, banned: frozenset[str]) -> list[Item]:
    """Return the one unknown member between two known items, from one's end to the other's start."""
    match = _BETWEEN.fullmatch(folded, end, start)
    return [_member(folded, match.span("member"))] if match and _fit(match["member"], banned) else []


def with_clause(folded: str, end: int, item: Item) -> Item | None:
    """Return an item with the clause that says of what, where it so continues a list: 受給している手当の種類.

    Args:
        folded: the folded text.
        end: where the list's last item ends, in code points.
        item: a word that is no item by itself; whose it is makes none: 退会した会員の番号.
    """
    match = _AFTER.match(folded, end) if item.headed or item.weak else None
    if not match or match.end("member") != item.end:
        return None
    is_clause = _CLAUSE.search(folded, match.start("member"), item.start)
    return item._replace(start=match.start("member")) if is_clause else None


def members_before(folded: str, start: int, stop: int, banned: frozenset[str]) -> list[Item]:
    """Return the unknown nouns that stand in a list before its first known item, which starts at `start`."""
    found: list[Item] = []
    for _ in range(_MOST):
        origin = max(stop, start - _WINDOW)
        match = _BEFORE.search(folded[origin:start]) if _MARK_END.match(folded, start - 1) else None
        if not match or not _fit(match["member"], banned):
            break
        start = origin + match.start("member")
        found.insert(0, _member(folded, (start, origin + match.end("member"))))
    return found


def _member(folded: str, stretch: Stretch) -> Item:
    start, end = stretch
    whose = _WHOSE.match(folded, start, end - 1)
    return Item(whose.end() if whose else start, end, weak=True, known=False)


def _fit(noun: str, banned: frozenset[str]) -> bool:
    return (
        (len(noun) > 1 or noun in _SHORT)
        and not _DIGIT.search(_MEASURE.sub("", noun))
        and noun not in banned
        and not _PEOPLE.search(noun)
        and not _NO_CLAUSE.search(noun)
        and not any(noun.endswith(word) for word in banned if len(word) > 1 and word not in _HEADS)
    )
