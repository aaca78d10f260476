"""Words that are items only beside others, and what shows that they are items by themselves."""

from extract.data_items.item import Item
from extract.data_items.item_words import WORDS
from extract.lazy_pattern import lazy

_WEAK_LIST = 3
"""So many items that count only beside others make a list of their own."""
_PLAIN_ALONE = frozenset(("ID", "残高", "所得", "収入", "点数", "得点", "給与"))
"""Words that count beside others only, save where the text tells their fate."""
_THING = (
    r"(?:\([^()\n]{0,16}\))?(?:(?:など|等)(?:の[^。、\n]{0,8}(?:資料|情報|データ|文書|書類|ファイル))?|の一部|の全部|とみられる(?:ファイル|データ))?"
    r"(?:約?[\d,万]+(?:[件点枚]|ファイル|[MGT]B)(?:の(?:ファイル|データ|文書|書類))?)?(?:[がはもを]|まで|に[はも])[^。、\n]{0,10}"
)
_DIRECTLY = WORDS.lazy(_THING + "{befalls}")
"""What has to follow words that only end like items, so that they are items by themselves."""
_SIDE_BY_SIDE = WORDS.lazy(_THING + "(?:{befalls}|{list_fates})")
"""What has to follow several of them."""
_FATE = WORDS.lazy(
    r"(?:など|等)?(?:約?[0-9,]+[枚件点])?[がはをも][^。、\n]{0,10}"
    "{fates}"
    r"|(?:流出|漏え|漏洩)"
    r"|(?:(?<=写真)|(?<=画像)|(?<=映像)|(?<=動画))[がはをも][^。、\n]{0,10}(?:保存され|記録され|入って)"
)
"""What has to follow words that else count only beside others, where の says whose they are: 社員の連絡先."""
_HEADLINE = lazy("(?:流出|漏え?い|漏洩|紛失)(?!し|さ)")
"""An act right behind such a word, as headlines have it: アドレス流出."""
_IN_BRACKETS = lazy("(?:個人|顧客|会員|お客様|患者)の?情報[(「]\\Z")
"""Before what an item is told to be: 個人情報(名前)."""
_LEAD = 12
"""How far before such a word, in code points, brackets may tell what it is."""
_NAMED = WORDS.lazy(
    r"{leaked}[ぁ-ん]{0,14}(?:の|もの|情報|データ|項目|内容)(?:と(?:いた)?しまして)?は、?(?:[^。、\n]{0,20}[のた])?\Z"
)
"""Before several of them, what names them as what leaked or stood there: 外に出たのは."""
_REACH = 48
"""How far before them, in code points, it may begin."""


def is_vague(folded: str, items: list[Item]) -> bool:
    """Tell whether a list has none but such words, too few of them, and nothing shows them to be items.

    Args:
        folded: the folded text.
        items: the items of one list, in text order.
    """
    first, last = items[0].start, items[-1].end
    if any(not item.weak for item in items) or sum(item.known for item in items) >= _WEAK_LIST:
        return False
    if len(items) == 1 and folded[first:last] in _PLAIN_ALONE:
        return False
    if _IN_BRACKETS.search(folded[max(0, first - _LEAD) : first]):
        return False
    if any(item.headed for item in items) and (_DIRECTLY if len(items) == 1 else _SIDE_BY_SIDE).match(
        folded, last
    ):
        return False
    if len(items) > 1 and _NAMED.search(folded[max(0, first - _REACH) : first]):
        return False
    told = (len(items) > 1 or folded[first - 1 : first] in ("の", "で")) and _FATE.match(folded, last)
    return not (told or (not items[-1].headed and _HEADLINE.match(folded, last)))
