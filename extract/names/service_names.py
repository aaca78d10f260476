"""Names of sites, shops and apps by every way to tell one: quotation brackets, who runs or uses it, form."""

import re
from collections.abc import Iterable, Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names.by_form import told_by_form
from extract.names.cues import is_stock, name_cues
from extract.names.mention import name_mention
from extract.names.quoted_services import find_quoted_services
from extract.names.service_shapes import fits, holds_cause
from extract.names.signatures import THANKED, is_house
from extract.names.stretches import is_coined, is_noun, is_proper
from extract.names.systems import find_systems
from extract.names.words import WORDS
from extract.nearby import Nearby

_CALLED = Nearby(
    r"(?<![一-龠ァ-ヺーA-Za-z])(?P<name>[一-龠ァ-ヺー][一-龠ァ-ヺーの]{1,14}(?:システム|サービス|サイト|アプリ))"
    r"[、(]?(?P<cue>通称|愛称)[:は]?「",
    reach=40,
)
_SHORTEST = 3
_BEFORE = 14
_LONG = 5
"""Code points of a name that の joins to its kind: shorter ones are parts, as システムのログ."""
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
    r"(?m)^ *【?(?P<name>(?![^。\n]{0,20}(?:株式|有限|合同)会社)[^\s。、:「」『』【】\d当弊本同各]"
    r"[^。、:「」『』【】\n]{2,22}?) ?】?"
    r"(?P<cue>をお?ご?(?:使い|利用|愛用|購読|持ち)"
    r"(?:の|いただいて(?:い|お)る|(?:になって)?(?:い|お)られる)(?:皆|お客|方))"
)
"""Whom a notice is for: ソラメモ をお使いの皆様へ."""
_KANA_HEAD = lazy("[ぁ-ん]+")
_GRAMMAR = WORDS.lazy("{kana_grammar}")
"""Hiragana that begins no name: particles and endings behind a common word."""
_BRANCH = Nearby(
    r"(?<=の)(?P<name>[ァ-ヺーA-Za-z一-龠・]{3,16}(?<![支商書貨])(?P<cue>店))(?=[でがのにはへ])", reach=20
)


def find_service_names(document: Document) -> Iterator[Mention]:
    """Find names of services without looking at organisations, which lean on these."""
    cues = name_cues()
    for start, end, rule in lexicon("services").find(document):
        yield Mention(start, end, "SERVICE", rule.id, rule.score, (document.text[start:end],))
    yield from find_quoted_services(document)
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
    yield from find_systems(document)


def _proper(document: Document, pattern: Nearby, rule: str) -> Iterator[Mention]:
    """Find what a pattern's group `name` holds, where it is a proper noun or several Latin words."""
    for match in pattern.finditer(document):
        name = match["name"]
        bare = name.removesuffix(match["cue"]).strip()
        if fits(name) and (" " in name or is_proper(bare) or _is_brand(document, bare)):
            yield name_mention("SERVICE", rule, *match.span("name"), match["cue"])


def _is_brand(document: Document, name: str) -> bool:
    """Tell whether a coined word begins the name of a firm in the text: ルミナ of 株式会社ルミナ化粧品."""
    return is_coined(name) and any(told.startswith(name) for told in document.once(told_by_form))


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
        if fits(name) and (" " in name or kind or is_proper(name)):
            yield name_mention("SERVICE", "service.operated", start, end, match["cue"])


def _joined(document: Document) -> Iterator[Mention]:
    """Find a name that の or 、 joins to its kind: 予約システムのゾルナリス, but not システムのログイン."""
    for match in name_cues().joined.finditer(document):
        name = match["name"]
        plain = len(name) < _LONG or name_cues().no_bare.search(name) or holds_cause(name)
        if (is_proper(name) or is_coined(name)) and fits(name) and not plain:
            yield name_mention("SERVICE", "service.joined", *match.span("name"), match["cue"])


def _marked(matches: Iterable["re.Match[str]"], rule: str) -> Iterator[Mention]:
    """Take what the group `name` holds; its marks alone tell a name: サイト名：X, or X、通称「Y」."""
    for match in matches:
        if fits(match["name"]):
            yield name_mention("SERVICE", rule, *match.span("name"), match["cue"])


def _thanked(document: Document) -> Iterator[Mention]:
    """Find what readers are thanked for using, unless it is a house, or a firm by form or elsewhere."""
    folded = document.folded
    for match in THANKED.finditer(folded):
        name = match["name"]
        if fits(name) and not is_house(name) and name not in document.once(told_by_form):
            yield name_mention("SERVICE", "service.thanked", *match.span("name"), match["cue"])


def _for_users(document: Document) -> Iterator[Mention]:
    """Find what the readers of a notice use, unless it is a sort of thing, a house or a firm by form."""
    for match in _USERS.finditer(document.folded):
        name = match["name"].rstrip()
        named = is_proper(name) or is_coined(name) or " " in name
        if named and fits(name) and not is_house(name) and name not in document.once(told_by_form):
            start = match.start("name")
            yield name_mention("SERVICE", "service.thanked", start, start + len(name), match["cue"])


def _used(document: Document) -> Iterator[Mention]:
    """Find what has accounts or is logged in to, unless it is known or told to be a firm."""
    for mention in _bare(document, name_cues().used, "service.used"):
        name = document.folded[mention.start : mention.end]
        if name not in lexicon("organisations") and name not in document.once(told_by_form):
            yield mention


def _bare(document: Document, pattern: Nearby, rule: str) -> Iterator[Mention]:
    """Find a name that no mark sets off: a foreign or coined word, none of the trade's common ones."""
    for match in pattern.finditer(document):
        name = match["name"]
        kana = _KANA_HEAD.match(name)
        known = name in lexicon("services") or (name in lexicon("organisations") and " " in name)
        coined = is_noun(kana[0]) and not _GRAMMAR.match(name) if kana else is_proper(name) or is_coined(name)
        common = not kana and (name_cues().no_bare.search(name) or is_stock(name))
        plain = len(name) < _SHORTEST or common or holds_cause(name)
        if known or (coined and fits(name) and not plain):
            yield name_mention("SERVICE", rule, *match.span("name"), match["cue"])
