"""Names of sites, shops, apps and systems by quotation brackets, by what runs them, and by their endings."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from extract.causes import causes_in
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names.cues import is_stock, name_cues
from extract.names.institution_words import endings
from extract.names.institutions import find_institutions, name_runs
from extract.names.legal import find_legal_names
from extract.names.mention import name_mention
from extract.names.named_kinds import is_named_kind
from extract.names.quotations import quotations
from extract.names.signatures import THANKED, find_signatures, is_house
from extract.names.stretches import is_coined, is_noun, is_proper, name_patterns, without_head
from extract.names.words import WORDS
from extract.nearby import Nearby

_OWNED = lazy(r"(?:社|[ァ-ヺーA-Za-z]{4})の\Z")
_PARTICLE = lazy("[とがにでは]")
"""星空社の「X」に: what a firm has and something happens to."""
_CALLED = Nearby(
    r"(?<![一-龠ァ-ヺーA-Za-z])(?P<name>[一-龠ァ-ヺー][一-龠ァ-ヺーの]{1,14}(?:システム|サービス|サイト|アプリ))"
    r"[、(]?(?P<cue>通称|愛称)[:は]?「",
    reach=40,
)
_FOREIGN = lazy("[ァ-ヺー]+")
_COMMON_END = lazy("(?:サービス|システム|アプリ|サイト|ポータル|ネット|クラウド)\\Z")
_SORT = lazy("[一-龠]{2}(?:システム|サービス|アプリ|サイト)")
"""A sort of system rather than one by name: 「申請システム」."""
_SHORTEST = 3
_BEFORE = 14
_KIND = 6
"""Code points of the kind that are told as the reason."""
_LONG = 5
"""Quoted words that only their own end tells have so many letters: 「星空サービス」, but not 「サービス」."""
_SHARED = frozenset(("サービス", "システム", "アプリ", "ポイント", "オンライン", "クラウド"))
"""Ends that sorts of things have as well: shorter words with these tell no name, others as 「風ナビ」 do."""
_DOMAIN = Nearby(
    r"(?<![A-Za-z0-9@/._-])(?P<name>(?:[A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*|(?<![一-龠])[一-龠]{2,6}|(?<![ァ-ヺー])[ァ-ヺー]{2,10})(?P<cue>\.(?:com|net|jp)|ドットコム))"
    r"(?![A-Za-z0-9./-])",
    reach=80,
)
"""A name that ends like a domain, but with letters that no address is written with: 旅比較.com."""
_CAMEL = WORDS.lazy(
    r"(?<![A-Za-z0-9@/._#%&=+-])(?P<name>(?!{common_camels})(?P<cue>[a-z]{1,10}[A-Z])[A-Za-z0-9]{2,15})(?![A-Za-z0-9@/._=+-])"
)
"""No word and no firm's name is written with a small letter before capitals; sites, apps and software are."""
_USERS = lazy(
    r"(?m)^ *【?(?P<name>[^\s。、:「」『』【】\d当弊本同各][^。、:「」『』【】\n]{2,22}?) ?】?"
    r"(?P<cue>をお?ご?(?:使い|利用|愛用|購読|持ち)"
    r"(?:の|いただいて(?:い|お)る|(?:になって)?(?:い|お)られる)(?:皆|お客|方))"
)
"""Whom a notice is for: ソラメモ をお使いの皆様へ."""
_PARTNER = WORDS.lazy(r"{partners}(?:である|の|、)?\Z")
"""Before quotation brackets it leads to a firm, though somebody uses or runs what stands before that."""
_SOLD = lazy("(?:サイト|通販|ショップ|ストア|モール)の?\\Z")
_HOUSE_END = lazy("(?:本舗|総本家)\\Z")
"""A site may bear the name of a house: 通販サイト「星空本舗」."""
_BESIDE = lazy("」「")
"""Names that stand side by side are of one kind: 「X」「Y」で予約."""
_MEANT = lazy("(?:向け|用|専用|公式)の?\\Z")
"""For whom a site is: 会員向けの「カナリヤアプリ」."""
_KANA_HEAD = lazy("[ぁ-ん]+")
_GRAMMAR = WORDS.lazy("{kana_grammar}")
"""Hiragana that begins no name: particles and endings behind a common word."""
_BRANCH = Nearby(
    r"(?<=の)(?P<name>[ァ-ヺーA-Za-z一-龠・]{3,16}(?<!支)(?P<cue>店))(?=[でがのにはへ])", reach=20
)


def find_service_names(document: Document) -> Iterator[Mention]:
    """Find names of services without looking at organisations, which lean on these."""
    cues = name_cues()
    for start, end, rule in lexicon("services").find(document):
        yield Mention(start, end, "SERVICE", rule.id, rule.score, (document.text[start:end],))
    yield from _quoted(document)
    yield from _proper(document, cues.shop, "service.shop")
    yield from _operated(document)
    yield from _proper(document, _BRANCH, "service.branch")
    yield from _proper(document, cues.latin, "service.latin")
    yield from _bare(document, cues.bare, "service.bare")
    yield from _joined(document)
    yield from _marked(cues.labelled.finditer(document), "service.labelled")
    yield from _marked(_DOMAIN.finditer(document), "service.domain")
    yield from _marked(_CAMEL.finditer(document.folded), "service.camel")
    yield from _thanked(document)
    yield from _marked(_CALLED.finditer(document), "service.called")
    yield from _for_users(document)
    yield from _bare(document, cues.offered, "service.offered")
    yield from _used(document)
    yield from _systems(document)


def _quoted(document: Document) -> Iterator[Mention]:
    cues, later = name_cues(), -1
    for start, end, words, before in reversed(document.once(quotations)):
        cue = _BESIDE.match(document.folded, end) if later == end + 2 else None
        if not cue and not cues.after_quoted_organisation.match(document.folded, end + 1):
            cue = None if _PARTNER.search(before) else cues.before_quoted_service.search(before)
        if not cue and not cues.before_quoted_organisation.search(before):
            cue = cues.after_quoted_service.match(document.folded, end + 1)
        if not cue and _OWNED.search(before):
            cue = _PARTICLE.match(document.folded, end + 1)
        end_word = None if cue else cues.service_ends.search(words)
        if not cue and not end_word and is_named_kind(before, words):
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
        if (found := cue or end_word) and _fits(_HOUSE_END.sub("", words) if _SOLD.search(before) else words):
            later = start
            rule = "service.quoted" if cue else "service.quoted_end"
            yield name_mention("SERVICE", rule, start, end, found[0])


def _proper(document: Document, pattern: Nearby, rule: str) -> Iterator[Mention]:
    """Find what a pattern's group `name` holds, where it is a proper noun or several Latin words."""
    for match in pattern.finditer(document):
        name = match["name"]
        bare = name.removesuffix(match["cue"]).strip()
        if _fits(name) and (" " in name or is_proper(bare) or _is_brand(document, bare)):
            yield name_mention("SERVICE", rule, *match.span("name"), match["cue"])


def _is_brand(document: Document, name: str) -> bool:
    """Tell whether a coined word begins the name of a firm in the text: ルミナ of 株式会社ルミナ化粧品."""
    return is_coined(name) and any(told.startswith(name) for told in document.once(_told_by_form))


def _operated(document: Document) -> Iterator[Mention]:
    """Find what somebody runs, without its kind; behind a trade, as in 自動車販売の, the firm is named."""
    folded, cues = document.folded, name_cues()
    for match in cues.run.finditer(document):
        start, end = match.span("name")
        if cues.trades.search(folded[max(0, start - _BEFORE) : start]):
            continue
        kind = cues.kind_head.match(match["name"])
        start += kind.end() if kind else 0
        name = folded[start:end]
        if _fits(name) and (" " in name or kind or is_proper(name)):
            yield name_mention("SERVICE", "service.operated", start, end, match["cue"])


def _joined(document: Document) -> Iterator[Mention]:
    """Find a name that の or 、 joins to its kind: 予約システムのゾルナリス, but not システムのログイン."""
    for match in name_cues().joined.finditer(document):
        name = match["name"]
        plain = len(name) < _LONG or name_cues().no_bare.search(name) or _holds_cause(name)
        if (is_proper(name) or is_coined(name)) and _fits(name) and not plain:
            yield name_mention("SERVICE", "service.joined", *match.span("name"), match["cue"])


def _marked(matches: Iterable["re.Match[str]"], rule: str) -> Iterator[Mention]:
    """Take what the group `name` holds; its marks alone tell a name: サイト名：X, or X、通称「Y」."""
    for match in matches:
        if _fits(match["name"]):
            yield name_mention("SERVICE", rule, *match.span("name"), match["cue"])


def _thanked(document: Document) -> Iterator[Mention]:
    """Find what readers are thanked for using, unless it is a house, or a firm by form or elsewhere."""
    folded = document.folded
    for match in THANKED.finditer(folded):
        name = match["name"]
        if _fits(name) and not is_house(name) and name not in document.once(_told_by_form):
            yield name_mention("SERVICE", "service.thanked", *match.span("name"), match["cue"])


def _for_users(document: Document) -> Iterator[Mention]:
    """Find what the readers of a notice use, unless it is a sort of thing, a house or a firm by form."""
    for match in _USERS.finditer(document.folded):
        name = match["name"].rstrip()
        named = is_proper(name) or is_coined(name) or " " in name
        if named and _fits(name) and not is_house(name) and name not in document.once(_told_by_form):
            start = match.start("name")
            yield name_mention("SERVICE", "service.thanked", start, start + len(name), match["cue"])


def _used(document: Document) -> Iterator[Mention]:
    """Find what has accounts or is logged in to, unless it is known or told to be a firm."""
    for mention in _bare(document, name_cues().used, "service.used"):
        name = document.folded[mention.start : mention.end]
        if name not in lexicon("organisations") and name not in document.once(_told_by_form):
            yield mention


def _told_by_form(document: Document) -> frozenset[str]:
    """Return what is a firm or a body by its form or a signature, with the form and without it."""
    told = chain(find_legal_names(document), find_institutions(document), find_signatures(document))
    names = {document.folded[mention.start : mention.end] for mention in told}
    bare = {name_patterns().legal_form.sub("", name).strip() for name in names}
    return frozenset(names | bare)


def _bare(document: Document, pattern: Nearby, rule: str) -> Iterator[Mention]:
    """Find a name that no mark sets off: a foreign or coined word, none of the trade's common ones."""
    for match in pattern.finditer(document):
        name = match["name"]
        kana = _KANA_HEAD.match(name)
        known = name in lexicon("services") or (name in lexicon("organisations") and " " in name)
        coined = is_noun(kana[0]) and not _GRAMMAR.match(name) if kana else is_proper(name) or is_coined(name)
        common = not kana and (name_cues().no_bare.search(name) or is_stock(name))
        plain = len(name) < _SHORTEST or common or _holds_cause(name)
        if known or (coined and _fits(name) and not plain):
            yield name_mention("SERVICE", rule, *match.span("name"), match["cue"])


def _holds_cause(name: str) -> bool:
    return bool(causes_in(name))


def _fits(name: str) -> bool:
    """Tell whether a name may be a service's: no common noun, no title, no organisation, no cause."""
    cues = name_cues()
    if name in name_patterns().generic or cues.no_title.search(name) or cues.no_service.search(name):
        return False
    return not any(hit.end - hit.start == len(name) for hit in causes_in(name))


def _systems(document: Document) -> Iterator[Mention]:
    """Find systems whose own name stands before the word: XRT受発注システム, but not 会員管理システム.

    A 北斗データサービス that announces, opens the text or stands behind 委託先の is a firm.
    """
    kinds = name_cues().system_endings
    for start, end in document.once(_system_runs):
        run = document.folded[start:end]
        name = without_head(run)
        kind = next(kind for kind in kinds if run.endswith(kind))
        stem = name.removesuffix(kind)
        if len(stem) < _SHORTEST or endings().plain.fullmatch(run) or not is_proper(stem):
            continue
        if _fits(name) and name not in document.once(_firms):
            yield name_mention("SERVICE", "service.system", end - len(name), end, kind)


def _system_runs(document: Document) -> list[tuple[int, int]]:
    """Return the runs that end like a system's name."""
    folded, kinds = document.folded, name_cues().system_endings
    return [(start, end) for start, end in document.once(name_runs) if folded.endswith(kinds, start, end)]


def _firms(document: Document) -> frozenset[str]:
    """Return what ends like a system's name and stands where a firm does, somewhere in the text."""
    return frozenset(
        without_head(document.folded[start:end])
        for start, end in document.once(_system_runs)
        if _is_firm(document.folded, start, end)
    )


def _is_firm(folded: str, start: int, end: int) -> bool:
    """Tell whether a name that ends like a system's stands where a firm does."""
    if folded.endswith("サービス", start, end) and not folded[:start].strip():
        return True
    cues, is_system = name_cues(), folded.endswith("システム", start, end)
    led = cues.before_organisation.search(folded[max(0, start - _BEFORE) : start])
    led = led if not is_system or (led and led[0][-1] in "るたう" and led[0][0] != "を") else None
    return bool(led or cues.speaks.match(folded, end) or cues.employed.match(folded, end))
