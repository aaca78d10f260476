"""Short forms and repeats of names that a document has introduced, in one pass over the text."""

from collections.abc import Iterable, Iterator, Sequence

from extract.document import Document
from extract.lazy_pattern import lazy, sparing
from extract.letters import is_kanji, is_katakana, is_letter
from extract.lexicon import stands_alone
from extract.mention import Mention
from extract.names.institution_words import endings
from extract.names.institutions import name_runs
from extract.names.kind_heads import ends_in_kind
from extract.names.mention import name_mention
from extract.names.stretches import is_coined, is_place, is_proper, name_patterns
from extract.word_search import WordSearch

_INTRODUCED = lazy(
    r"\s?\((?P<formal>以下|略称|通称)?(?:旧)?[、,:\s]?「?『?(?P<alias>[^「」『』()\n、。]{2,20})』?」?"
    r"(?:と(?:いう|いいます|表記|略)[^()\n]{0,8})?\)"
)
_CLOSING = ("」", "』")
_ACRONYM = lazy("[A-Z]{2,6}")
_HIRAGANA = lazy("[ぁ-ん]")
_REGION = lazy("^(?:日本|東日本|西日本|ジャパン|株式会社)(?=.{3})")
_PART = sparing("(?<=[省庁県市区社学])([一-龠ァ-ヺー]{2,10}(?:局|課|センター|委員会|研究所|病院))$")
_TOWN = sparing("(?:北海道|[一-龠]{2,3}[都府県])(?P<town>[一-龠ヶァ-ヺぁ-ん]{2,6}[市区町村])")
"""A town with its prefecture is named without it later on."""
_PREFECTURE = lazy("(?<![一-龠])(?:北海道|東京都|京都府|大阪府|[一-龠]{2,3}県)\\Z")
_FARTHEST = 4
_SHORT = 2
_AREAS = frozenset("市区町村県府")
_OF_AREA = lazy("内(?!閣)|[外民](?![一-龠])")
"""A town's name goes on so where a place or people are told of: 青葉市内, 青葉市民."""
_PARTICLES = frozenset("はがのでにをと、(")
_TOWNS = frozenset("市区町村")
"""A town's name without its kind is a place: 青葉 of 青葉市立図書館."""
_SHORTENED = (("大学", "大"), ("銀行", "銀"), ("信用金庫", "信金"), ("高等学校", "高校"), ("高等学校", "高"))
"""How newspapers shorten the kind at the end of a name that they have given in full."""
_GROUP = lazy("(?:ジャパン|ホールディングス|グループ|コーポレーション|カンパニー|日本|HD|社)$")


def spread(document: Document, mentions: Sequence[Mention], label: str) -> Iterator[Mention]:
    """Yield repeats of the mentions' names and, of organisations, their short forms, wherever they stand.

    Args:
        document: the text.
        mentions: names that rules have found in it.
        label: ORG or SERVICE; the rules are `org.repeated` and so on.
    """
    folded, prefix = document.folded, label.lower()
    names = {folded[mention.start : mention.end].strip(): mention.score for mention in mentions}
    wanted = {name: (f"{prefix}.repeated", score, name) for name, score in names.items() if _long(name)}
    if label == "ORG":
        for alias, name in (_introduced(document, mentions) | _short_forms(document, names)).items():
            wanted.setdefault(alias, ("org.alias", 1.0, name))
    for start, end in WordSearch(wanted).spans(folded):
        rule, most, name = wanted[folded[start:end]]
        alone = stands_alone(folded, start, end) and not _cut(folded, start, end)
        if folded[end - 1] in _AREAS and _OF_AREA.match(folded, end):
            continue
        if alone or _follows_kind(folded, start, end):
            yield name_mention(label, rule, _beginning(folded, start, end), end, name, most)


def introduced_services(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the short names that brackets give behind services; 本サイト and the like are none."""
    for mention in mentions:
        for alias in _introduced(document, [mention]):
            start = document.folded.find(alias, mention.end)
            if is_proper(alias) or is_coined(alias) or _ACRONYM.fullmatch(alias):
                why = document.folded[mention.start : mention.end]
                yield name_mention(
                    "SERVICE", "service.repeated", start, start + len(alias), why, mention.score
                )


def _beginning(folded: str, start: int, end: int) -> int:
    """Return where a repeated name begins: a town's with the prefecture right before it."""
    is_town = folded[end - 1] in "市町村区"
    prefecture = _PREFECTURE.search(folded, max(0, start - _FARTHEST), start) if is_town else None
    return prefecture.start() if prefecture else start


def _long(name: str) -> bool:
    return len(name) >= (3 if is_katakana(name[:1]) else 2) and name not in name_patterns().common


def _cut(folded: str, start: int, end: int) -> bool:
    """Tell whether a hit is only a piece of a longer katakana or, if short, kanji word."""
    if end - start < 4 and start and _HIRAGANA.match(folded[start]) and _HIRAGANA.match(folded[start - 1]):
        return folded[start - 1] not in "はがのをにでともやへ"
    if is_katakana(folded[end - 1]) and is_katakana(folded[end : end + 1]):
        return True
    if end - start < 4 and start and is_kanji(folded[start]) and is_kanji(folded[start - 1]):
        return True
    return end - start < 3 and is_kanji(folded[end - 1]) and is_kanji(folded[end : end + 1])


def _follows_kind(folded: str, start: int, end: int) -> bool:
    """Tell whether a name stands right behind its kind and is written in its letters: メーカーゾルナ."""
    ends = folded[end : end + 1] in _PARTICLES and end - start > _SHORT
    return ends and ends_in_kind(folded, start)


def _introduced(document: Document, mentions: Iterable[Mention]) -> dict[str, str]:
    """Return names that brackets give behind another, with the full one: 北斗食品株式会社（以下「北斗」）."""
    found = {}
    for mention in mentions:
        closed = mention.end + (document.folded[mention.end : mention.end + 1] in _CLOSING)
        match = _INTRODUCED.match(document.folded, closed)
        name = document.folded[mention.start : mention.end]
        alias = match["alias"].strip() if match else ""
        if (
            match
            and _is_name(alias)
            and (match["formal"] or _ACRONYM.fullmatch(alias) or _related(alias, name))
        ):
            found[alias] = name
    return found


def _is_name(alias: str) -> bool:
    return alias not in name_patterns().generic and any(map(is_letter, alias))


def _related(alias: str, name: str) -> bool:
    """Tell whether a word in brackets is made of the name's letters; else it may be a place or a remark."""
    return all(character in name for character in alias.removesuffix("社"))


def _short_forms(document: Document, names: Iterable[str]) -> dict[str, str]:
    """Return short forms of the names that stand alone in the text: ゾルナ of ゾルナコーヒージャパン."""
    cores = {core: name for name in names for core in _cores(name)}
    bare = {name_patterns().legal_form.sub("", name).strip(): name for name in names}
    folded, firsts = document.folded, {name[:1] for name in (*cores, *bare)}
    runs = {folded[start:end] for start, end in document.once(name_runs) if folded[start] in firsts}
    beginnings = {
        whole[:length]: whole
        for whole in bare
        for length in range(2, len(whole))
        if whole[length] not in _TOWNS
    }
    short = {core: name for core, name in cores.items() if _long(core)}
    for run in runs & beginnings.keys():
        if _whole_words(run):
            short.setdefault(run, bare[beginnings[run]])
    return short | {f"{core}社": name for core, name in cores.items() if f"{core}社" in runs}


def _cores(name: str) -> Iterator[str]:
    """Yield a name without its legal form, and without words such as 日本 that say where or how it is."""
    bare = name_patterns().legal_form.sub("", name).strip()
    if bare and bare != name:
        yield bare
    for core in (_REGION.sub("", bare), _GROUP.sub("", bare)):
        if core != bare and len(core) > 2 and core not in endings().all:
            yield core
    if part := _PART.search(bare):
        yield part[1]
    if town := _TOWN.fullmatch(bare):
        yield town["town"]
    for ending, short in _SHORTENED:
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            yield bare.removesuffix(ending) + short


def _whole_words(run: str) -> bool:
    """Tell whether a beginning of a name is long enough to stand for it, and no common noun."""
    return _long(run) and (len(run) > 3 or not is_katakana(run[:1])) and is_proper(run) and not is_place(run)
