"""Members of a list that no word list knows: what stands among items, between the same marks, is one too."""

from collections.abc import Iterator

from extract.lazy_pattern import lazy

_NOUN = (
    r"(?!未)(?:ご|お)?[一-龠々ァ-ヶーA-Za-z0-9]{2,10}?"
    r"(?:の(?!上|際|ため|他|よう|通り|ファイル|データ|一部|写真)[一-龠々ァ-ヶーA-Za-z]{1,8}?)?"
)
_REMARK = r"(?:\([^()\n]{0,24}\))?"
_MARK = r"(?:[、・,]|\s*\n\s*・\s*|及び|および|並びに|ならびに|のほか、|や|と)"
_AFTER = lazy(
    rf"{_REMARK}{_MARK}(?P<member>{_NOUN})"
    rf"(?={_REMARK}(?:[、・,。\n]|など|等|及び|および|並びに|ならびに|です|でし|であ|[がはもを](?=[^。、\n]{{0,16}}(?:含|流出|漏|記載|記録|保存|登録|閲覧|表示|見え|入って|載って|盗|奪|中心|対象|印字|書[いか]))|といった|\Z))"
)
_BEFORE = lazy(rf"(?:\A|[\n、:]\s*・?\s*)(?P<member>{_NOUN}){_REMARK}{_MARK}\Z")
_MOST = 6
_WINDOW = 40
_DIGIT = lazy(r"[0-9]")
_MEASURE = lazy("[0-9]{1,4}(?=[a-z])")
"""A number with its unit may begin a member: 50m走のタイム."""


def members_beside(folded: str, start: int, end: int, banned: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield nouns that continue a list of items to its right and left, half-open in code points.

    Args:
        folded: the folded text.
        start: where the list's first known item starts.
        end: where its last known item ends.
        banned: nouns that are no items, such as people and collective words.
    """
    for _ in range(_MOST):
        match = _AFTER.match(folded, end)
        if not match or not _fit(match["member"], banned):
            break
        yield match.span("member")
        end = match.end("member")
    for _ in range(_MOST):
        origin = max(0, start - _WINDOW)
        match = _BEFORE.search(folded[origin:start])
        if not match or not _fit(match["member"], banned):
            break
        yield origin + match.start("member"), origin + match.end("member")
        start = origin + match.start("member")


def _fit(noun: str, banned: frozenset[str]) -> bool:
    return (
        not _DIGIT.search(_MEASURE.sub("", noun))
        and noun not in banned
        and not any(noun.endswith(word) for word in banned if len(word) > 1)
    )
