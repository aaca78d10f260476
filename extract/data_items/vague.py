"""Words that are items only beside others, and what shows that they are items by themselves."""

from extract.data_items.item import Item
from extract.data_items.item_words import WORDS
from extract.lazy_pattern import lazy

_WEAK_LIST = 3
"""So many items that count only beside others make a list of their own."""
_PLAIN_ALONE = frozenset(("ID", "名札", "残高", "所得", "収入", "点数", "得点", "給与"))
"""Words that count beside others only, save where the text tells their fate."""
_THING = (
    r"(?:\([^()\n]{0,16}\))?(?:(?:など|等)(?:の[^。、\n]{0,8}(?:資料|情報|データ|文書|書類|ファイル))?|の一部|の全部|とみられる(?:ファイル|データ))?"
    r"(?:約?[\d,万]+(?:[件点枚]|ファイル|[MGT]B)(?:の(?:ファイル|データ|文書|書類))?)?(?:[がはもを]|まで|に[はも])"
)
_DIRECTLY = WORDS.lazy(_THING + r"[^。、\n]{0,10}{befalls}")
"""What has to follow words that only end like items, so that they are items by themselves."""
_SIDE_BY_SIDE = WORDS.lazy(
    _THING + r"、?[^。、\n]{0,10}(?:{befalls}|{list_fates})|という(?:列|欄|項目)|{sums}"
)
"""What has to follow several of them."""
_SPARED = WORDS.lazy(
    r"(?:など|等)?(?:の情報)?(?:について)?(?:まで)?は(?:(?:[^。、\n]{0,24}(?:ため|ので|ことから)、)?[^。、\n]{0,30}?{spares}[^。、]{0,8}"
    r"(?:な[いかく]|ませ|ず[、。に])|な[いか]|あり?ませ|ござい?ませ)"
)
"""What follows words that were spared, wherever in the sentence: 審査の結果は、出先の端末に入れていない."""
_FATE = WORDS.lazy(
    r"(?:など|等)?(?:、?約?[0-9,]+[枚件点])?[がはをも][^。、\n]{0,10}"
    "{fates}"
    r"|(?:など|等)?[がもは][^。、はを\n]{0,6}{sights}"
    r"|(?:流出|漏え|漏洩)"
    r"|(?:(?<=写真)|(?<=画像)|(?<=映像)|(?<=動画))(?:入り|(?:、?約?[0-9,]+[枚件点])?[がはをも][^。、\n]{0,10}(?:保存[しさ]|記録[しさ]|入って|入れた|残って|残され))"
)
"""What has to follow words that else count only beside others, where の says whose they are: 社員の連絡先."""
_HEADLINE = lazy("(?:(?:等|など)の)?(?:流出|漏え?い|漏洩|紛失)(?!し|さ)")
"""An act right behind such a word, as headlines have it: アドレス流出."""
_OF_OTHERS = lazy(r"(?:他人|別人|(?:別|ほか|他|隣)の[^。、\n]{1,6}|[0-9](?:世帯|人|名|件)分)の\Z")
_SENT = lazy(r"[をが][^。、\n]{0,12}(?:送|入|届|渡|混)|、[^。\n]{0,8}誤って")
"""Around a paper that went to someone else: 他人の明細書を入れて送った."""
_IN_BRACKETS = lazy("(?:個人|顧客|会員|お客様|患者)の?情報[(「]\\Z")
"""Before what an item is told to be: 個人情報(名前)."""
_NAMED = WORDS.lazy(
    r"{leaked}[ぁ-ん]{0,14}(?:の|もの|情報|データ|項目|内容)(?:と(?:いた)?しまして)?は、?(?:[^。、\n]{0,20}[のた])?\Z"
)
"""Before several of them, what names them as what leaked or stood there: 外に出たのは."""
_REACH = 48
"""How far before such words, in code points, what tells of them may begin."""


def is_vague(folded: str, items: list[Item]) -> bool:
    """Tell whether a list has none but such words, too few of them, and nothing shows them to be items.

    Args:
        folded: the folded text.
        items: the items of one list, in text order.
    """
    is_enough = sum(item.known for item in items) >= _WEAK_LIST
    return all(item.weak for item in items) and not (is_enough or _is_shown(folded, items))


def _is_shown(folded: str, items: list[Item]) -> bool:
    """Tell whether what stands beside such words shows them to be items."""
    first, last, is_single = items[0].start, items[-1].end, len(items) == 1
    before = folded[max(0, first - _REACH) : first]
    is_whose = not is_single or before[-1:] in ("の", "で")
    return bool(
        (is_single and folded[first:last] in _PLAIN_ALONE)
        or _IN_BRACKETS.search(before)
        or _is_told(folded, items)
        or (not is_single and _NAMED.search(before))
        or (items[0].headed and _OF_OTHERS.search(before) and _SENT.match(folded, last))
        or (is_whose and _FATE.match(folded, last))
        or (not items[-1].headed and _HEADLINE.match(folded, last))
    )


def _is_told(folded: str, items: list[Item]) -> bool:
    """Tell whether what follows words that only end like items makes them items; three may be of any kind."""
    last, is_headed = items[-1].end, any(item.headed for item in items)
    if len(items) == 1:
        return is_headed and bool(_DIRECTLY.match(folded, last) or _SPARED.match(folded, last))
    if not is_headed and len(items) < _WEAK_LIST:
        return False
    return bool(_SIDE_BY_SIDE.match(folded, last) or _SPARED.match(folded, last))
