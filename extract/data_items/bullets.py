"""Items that have a marked line for themselves: what stands in the marked lines below is an item too."""

from extract.data_items.item import Item
from extract.lazy_pattern import lazy

_MARK = r"[ \t]*(?P<mark>[・●○■□◆◇*\-]|\(?[0-9a-zア-オ]{1,2}[).]|[①-⑳])[ \t]*"
_REMARK = r"(?:\([^()\n]{0,24}\))?[ \t]*"
_OWN_LINE = lazy(rf"{_MARK}(?P<content>[^\n。、:]{{2,24}})")
_LINE_END = lazy(rf"{_REMARK}(?=\n|\Z)")
_NEXT_LINE = lazy(rf"{_REMARK}\n{_MARK}(?P<content>[^\n。、:0-9()]{{2,20}}?){_REMARK}(?=\n|\Z)")
_SENTENCE = lazy("[ぁ-ん方件人]\\Z")
"""What ends a line that tells or counts something."""
_NUMBERED = lazy(r"[0-9a-zア-オ①-⑳]+")


def lines_below(folded: str, item: Item, stop: int, banned: frozenset[str]) -> list[Item]:
    """Return what stands in the lines below an item's own marked line, up to an offset in code points."""
    line = _own_line(folded, item)
    found: list[Item] = []
    end = item.end
    while line:
        below = _NEXT_LINE.match(folded, end)
        if not below or below.end("content") > stop or _kind(below["mark"]) != line:
            break
        if below["content"] in banned or _SENTENCE.search(below["content"]):
            break
        found.append(Item(*below.span("content"), weak=True, known=False))
        end = below.end("content")
    return found


def whole_line(folded: str, item: Item, last: int) -> Item:
    """Return an item known by its last part alone with all of its marked line: 奨学金の受給の有無.

    Args:
        folded: the folded text.
        item: the item.
        last: where the item before it ends, in code points.
    """
    start = folded.rfind("\n", 0, item.start) + 1
    line = _OWN_LINE.match(folded, start, item.end) if item.headed and last <= start else None
    if line and line.end() == item.end and _LINE_END.match(folded, item.end):
        return item._replace(start=line.start("content"))
    return item


def _own_line(folded: str, item: Item) -> str | None:
    """Return the kind of mark of the line that an item ends and has for itself or shares by 、."""
    start = folded.rfind("\n", 0, item.start) + 1
    line = _OWN_LINE.match(folded, start)
    if line and line.start("content") <= item.start and _LINE_END.match(folded, item.end):
        return _kind(line["mark"])
    return None


def _kind(mark: str) -> str:
    return _NUMBERED.sub("1", mark)
