"""Services named in quotation brackets, told by the words before and behind or by their own end."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.named_kinds import is_named_kind
from extract.names.quotations import quotations
from extract.names.quoted_kinds import told_organisation
from extract.names.service_shapes import fits
from extract.names.stretches import is_proper
from extract.names.words import WORDS

_OWNED = lazy(r"(?:社|[ァ-ヺーA-Za-z]{4})の\Z")
_PARTICLE = lazy("[とがにでは]")
"""星空社の「X」に: what a firm has and something happens to."""
_PARTNER = WORDS.lazy(r"(?:{partners}|(?:運営|開発)会社)(?:である|の|、)?\Z")
"""Before quotation brackets it leads to a firm, though somebody uses or runs what stands before that."""
_SOLD = lazy("(?:サイト|通販|ショップ|ストア|モール)の?\\Z")
_HOUSE_END = lazy("(?:本舗|総本家)\\Z")
"""A site may bear the name of a house: 通販サイト「星空本舗」."""
_BESIDE = lazy("」「")
"""Names that stand side by side are of one kind: 「X」「Y」で予約."""
_ANNOUNCES = lazy(
    r"は(?:\d{1,2}月)?\d{1,2}日、[^。\n]{0,120}(?:発表|公表|明らか|謝罪|届け)|は「[^「」\n]{2,90}」と(?:して|コメント|説明|話)"
)
_MEANT = lazy("(?:向け|用|専用|公式)の?\\Z")
"""For whom a site is: 会員向けの「カナリヤアプリ」."""
_FOREIGN = lazy("[ァ-ヺー]+")
_COMMON_END = lazy("(?:サービス|システム|アプリ|サイト|ポータル|ネット|クラウド)\\Z")
_SORT = lazy("[一-龠]{2}(?:システム|サービス|アプリ|サイト)")
"""A sort of system rather than one by name: 「申請システム」."""
_KIND = 6
"""Code points of the kind that are told as the reason."""
_LONG = 5
"""Words that only their own end tells have so many letters: 「星空サービス」, but not 「サービス」."""
_SHARED = frozenset(("サービス", "システム", "アプリ", "ポイント", "オンライン", "クラウド"))
"""Ends that sorts of things have as well: shorter words with these tell no name, others as 「風ナビ」 do."""


def _announcing(document: Document) -> frozenset[str]:
    """Return the quoted words that announce something on a day, as organisations do."""
    found = document.once(quotations)
    return frozenset(quote.words for quote in found if _ANNOUNCES.match(document.folded, quote.end + 1))


def find_quoted_services(document: Document) -> Iterator[Mention]:
    """Find 「X」 behind a kind of service or who runs it, before what users do, or by how it ends."""
    cues, later = name_cues(), -1
    announcing = document.once(_announcing)
    for start, end, words, before in reversed(document.once(quotations)):
        beside = _BESIDE.match(document.folded, end) if later == end + 2 else None
        announces = cues.after_quoted_organisation.match(document.folded, end + 1)
        partner = announces or _PARTNER.search(before)
        kind = None if partner else cues.before_quoted_service.search(before)
        house = told_organisation(document, before, end)
        if kind and house and kind.start() >= house.start():
            kind = None
        cue = beside or kind
        if not cue and not house and words not in announcing:
            cue = cues.after_quoted_service.match(document.folded, end + 1)
        if not cue and _OWNED.search(before):
            cue = _PARTICLE.match(document.folded, end + 1)
        end_word = None if cue else cues.service_ends.search(words)
        if not (cue or house or end_word) and is_named_kind(before, words):
            yield name_mention("SERVICE", "service.kind", start, end, before[-_KIND:])
        if end_word and len(words) < _LONG and (end_word[0] in _SHARED or len(words) < len(end_word[0]) + 2):
            end_word = None
        if (
            end_word
            and _COMMON_END.search(words)
            and (_FOREIGN.fullmatch(words) or _SORT.fullmatch(words))
            and not is_proper(words.removesuffix(end_word[0]))
            and not _MEANT.search(before)
        ):
            continue
        if (found := cue or end_word) and fits(_HOUSE_END.sub("", words) if _SOLD.search(before) else words):
            later = start
            rule = "service.quoted" if cue else "service.quoted_end"
            yield name_mention("SERVICE", rule, start, end, found[0])
