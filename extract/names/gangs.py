"""Gangs that bear the name of their malware, told by what they do."""

from collections.abc import Iterator

from extract.causes import cause_words
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.mention import name_mention

_SPEAKS = lazy(
    r"」?(?:[をと]名乗る|が犯行|(?:による|の)犯行|が(?:関与|主張|声明|公開し|ダーク|リーク|[^。、\n]{1,20}(?:リークサイト|掲載|公開し|盗ん|奪っ|脅迫))|の(?:活動|メンバー|リークサイト|一味)"
    r"|(?:と(?:呼ばれ|み)る)?(?:グループ|集団|一味|ギャング))"
)
_GANG = lazy(r"(?:グループ|集団|組織|犯行グループ)(?:の|である|、)?「?\Z")
_WINDOW = 10


def find_gangs(document: Document) -> Iterator[Mention]:
    """Find LockBit and the like where a gang is meant; elsewhere the name is its malware, a CAUSE."""
    folded = document.folded
    for start, end, rule in document.once(cause_words):
        if rule.id == "cause.malware_name":
            cue = _SPEAKS.match(folded, end) or _GANG.search(folded[max(0, start - _WINDOW) : start])
            if cue:
                yield name_mention("ORG", "org.gang", start, end, cue[0])
