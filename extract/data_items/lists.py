"""Which items stand together in one list."""

from collections.abc import Iterator

from extract.data_items.bullets import lines_below, whole_line
from extract.data_items.item import Item
from extract.data_items.item_words import WORDS
from extract.data_items.members import member_between, members_after, members_before, with_clause
from extract.data_items.nouns import items_of
from extract.data_items.words import Patterns
from extract.document import Document

_JOINT = WORDS.lazy(
    r"(?:(?<=\n)(?:[ア-オイロハニホヘトa-z][ 　.)]|[一-龠ァ-ヶー]{2,8}:)"
    r"|(?<=\n)[ ・]*[^、。「」・\n]{1,28}の(?=[ァ-ヶー一-龠A-Z]{2,8}\n)"
    r"|[\s・、,/|:;*+>\-●○■□◆◇◎※①-⑳0-9.「」\[\]]"
    r"|\([^()\n]{0,24}\)|[()]"
    r"|{joints}"
    r"|(?:、ご?)?{item_owners}の"
    r"|[、」]+「?[^、。「」\n]{1,18}の"
    r"|[一-龠ァ-ヶー]{0,8}(?:[者員人客徒童]|学生|患者|家族|世帯|会員|顧客|様|さま)の"
    r"|[一-龠ァ-ヶー]{0,8}?(?:約|計|延べ|のべ)?[\d,万]+[人名件社校]分?の"
    r"|(?:と|や|及び|および|並びに)[一-龠ァ-ヶー]{1,10}の"
    r"|(?:約|計|延べ|のべ|最大)?[\d,.万]+(?:[人名件社枚通]|口座)分?(?:以上)?"
    r"(?=[* ]*(?:[、,)・]|と|や|及び|および))"
    r"|(?:会員|顧客|個人|お客様|患者|カード)情報(?=[、・や及])|の(?:一部|全部)(?=[と、・])|その他の?|などの|等の|等|など|ご){0,20}"
)
"""What may stand between two items of one list."""

_LONGEST_JOINT = 80
_OTHERS = WORDS.lazy(
    r"(?:\([^()\n]{0,24}\)|など|等)?(?:、|(?:と|や|及び|および|並びに|、それから|、また|、さらに)(?!{item_persons}の))"
    r"(?P<owner>(?!{no_others}の)(?:[一-龠々ァ-ヶーA-Za-z]{1,8}|子ども|お子(?:様|さん|さま))の)"
)
"""Before an item within a list, whose or which it is other than those before it: 氏名、保護者の氏名."""


def data_lists(document: Document, patterns: Patterns) -> Iterator[list[Item]]:
    """Yield runs of items that only joints such as 、 や and line ends part, in text order.

    A noun that no word list has belongs to a run by its place: between items, or on at its ends.
    """
    folded, runs = document.folded, list(_runs(document, patterns))
    stops = [*(run[0].start for run in runs[1:]), len(folded)]
    banned, last = patterns.no_members, 0
    for run, stop in zip(runs, stops, strict=False):
        before = members_before(folded, run[0].start, last, banned)
        if len(run) == 1 and before and folded[before[0].start - 1 : before[0].start] in ("", "\n"):
            before = []  # a headline's 北斗水族館、顔写真が流出 lists nothing
        last = run[-1].end
        after = members_after(folded, last, stop, banned)
        below = lines_below(folded, [*run, *after][-1], stop, banned)
        yield [*before, *run, *after, *below]


def _runs(document: Document, patterns: Patterns) -> Iterator[list[Item]]:
    folded = document.folded
    items: list[Item] = []
    for found in items_of(document, patterns):
        item = whole_line(folded, found, items[-1].end if items else 0)
        if items and item.start <= items[-1].start:
            items.pop()
        elif items and _specifies(folded, items[-1], item):
            item = Item(items[-1].start, item.end, items.pop().weak, headed=True)
        elif items and not _joined(folded, items[-1].end, item.start):
            if whole := with_clause(folded, items[-1].end, item):
                item = whole
            elif between := _between(folded, items[-1].end, item.start, patterns.no_members):
                items += between
            else:
                yield items
                items = []
        items.append(_of_others(folded, items[-1].end, item) if items else item)
    if items:
        yield items


def _specifies(folded: str, before: Item, item: Item) -> bool:
    """Tell whether の joins an item to one before it: 健康状態の告知内容, 家賃の滞納額, not 氏名の二情報."""
    is_plain = item.headed or not (item.weak or before.weak)
    joins = folded[before.end : item.start] == "の"
    return is_plain and joins and not folded.endswith(("情報", "データ"), 0, item.end)


def _between(folded: str, end: int, start: int, banned: frozenset[str]) -> list[Item]:
    """Return the unknown members that join two known items, from the end of one to the start of the other."""
    found = members_after(folded, end, start, banned)
    if found and _joined(folded, found[-1].end, start):
        return found
    return member_between(folded, end, start, banned)


def _of_others(folded: str, end: int, item: Item) -> Item:
    """Return an item with what narrows it where it continues a list, whatever that is."""
    owner = _OTHERS.fullmatch(folded, end, item.start)
    return item._replace(start=owner.start("owner"), headed=True) if owner else item


def _joined(folded: str, end: int, start: int) -> bool:
    return start - end <= _LONGEST_JOINT and bool(_JOINT.fullmatch(folded, end, start))
