"""Short forms and repeats of names that a document has introduced, in one pass over the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from extract.alternation import alternation
from extract.document import Document
from extract.lexicon import stands_alone
from extract.mention import Mention
from extract.names import RUN, name_patterns

_INTRODUCED = re.compile(
    r"\s?\((?:以下|略称|通称|旧)?[、,:: ]?「?『?(?P<alias>[^「」『』()\n、。]{2,20})』?」?(?:と(?:いう|いいます|表記|略)[^()\n]{0,8})?\)"
)
_FORMAL = re.compile(r"\((?:以下|略称|通称)")
_KANJI = re.compile("[一-龠々]")
_KANA = re.compile("[ァ-ヺー]")
_REGION = re.compile("^(?:日本|東日本|西日本|ジャパン|株式会社)(?=.{3})")
_PART = re.compile("(?<=[省庁県市区社学])([一-龠ァ-ヺー]{2,10}(?:局|課|センター|委員会|研究所|病院))$")
_GROUP = re.compile("(?:ジャパン|ホールディングス|グループ|コーポレーション|カンパニー|日本|HD|社)$")


def spread(document: Document, mentions: Iterable[Mention], label: str, prefix: str) -> Iterator[Mention]:
    """Yield repeats of the mentions' names and of their short forms, wherever they stand.

    Args:
        document: the text.
        mentions: names that rules have found in it.
        label: the label that repeats bear.
        prefix: of the rule ids, `org` or `service`.
    """
    names = {document.folded[m.start : m.end].strip(): m.score for m in mentions}
    aliases = (
        {**_introduced(document, mentions), **_short_forms(document.folded, names)} if label == "ORG" else {}
    )
    wanted = {
        name: (f"{prefix}.repeated", min(score, 0.92), name) for name, score in names.items() if _long(name)
    }
    for alias, (score, source) in aliases.items():
        wanted.setdefault(alias, (f"{prefix}.alias", score, source))
    if not wanted:
        return
    for match in re.finditer(alternation(wanted), document.folded):
        rule, score, source = wanted[match[0]]
        if stands_alone(document.folded, *match.span()) and not _cut(document.folded, *match.span()):
            yield Mention(*match.span(), label, rule, score, (source,))


def _long(name: str) -> bool:
    return len(name) >= (3 if _KANA.match(name) else 2) and name not in name_patterns().generic


def _cut(folded: str, start: int, end: int) -> bool:
    """Tell whether a hit is only a piece of a longer katakana or, if short, kanji word."""
    if _KANA.match(folded[end - 1]) and end < len(folded) and _KANA.match(folded[end]):
        return True
    if _KANJI.match(folded[start]) and start and _KANJI.match(folded[start - 1]) and end - start < 4:
        return True
    return (
        end - start < 3
        and bool(_KANJI.match(folded[end - 1]))
        and end < len(folded)
        and bool(_KANJI.match(folded[end]))
    )


def _introduced(document: Document, mentions: Iterable[Mention]) -> dict[str, tuple[float, str]]:
    """Return names that a document gives in brackets behind another: 北斗食品株式会社（以下「北斗」）."""
    found = {}
    for mention in mentions:
        match = _INTRODUCED.match(document.folded, mention.end)
        if (
            not match
            or match["alias"].strip() in name_patterns().generic
            or not _LETTERED.search(match["alias"])
        ):
            continue
        name = document.folded[mention.start : mention.end]
        if _FORMAL.match(match[0].strip()) or _related(match["alias"], name):
            found[match["alias"].strip()] = (0.93, name)
    return found


_LETTERED = re.compile("[一-龠ァ-ヺA-Za-z]")


def _related(alias: str, name: str) -> bool:
    return all(character in name for character in alias.removesuffix("社"))


def _short_forms(folded: str, names: dict[str, float]) -> dict[str, tuple[float, str]]:
    """Return short forms of the names that stand alone in the text: タリーズ of タリーズコーヒージャパン."""
    counts = Counter(match[0] for match in RUN.finditer(folded))
    cores = {core: name for name in names for core in _cores(name)}
    short: dict[str, tuple[float, str]] = {core: (0.9, name) for core, name in cores.items() if _long(core)}
    by_beginning = {core[:length]: name for core, name in cores.items() for length in range(2, len(core))}
    for run in counts:
        name = by_beginning.get(run)
        if name and _whole_words(run, name) and run not in names and _long(run):
            short.setdefault(run, (0.8, name))
    for core, name in cores.items():
        if f"{core}社" in counts:
            short[f"{core}社"] = (0.9, name)
    return short


def _cores(name: str) -> Iterator[str]:
    """Yield a name without its legal form, and without words such as 日本 or ジャパン that say where or how it is."""
    bare = name_patterns().legal_form.sub("", name).strip()
    if bare and bare != name:
        yield bare
    for core in (_REGION.sub("", bare), _GROUP.sub("", bare)):
        if core != bare and len(core) > 2:
            yield core
    if part := _PART.search(bare):
        yield part[1]
    if bare.endswith("大学") and len(bare) > 3:
        yield bare[:-1]


def _whole_words(run: str, name: str) -> bool:
    """Tell whether a beginning of a name ends where a word of it does: not タリー of タリーズ."""
    bare = name_patterns().legal_form.sub("", name).strip()
    rest = bare.removeprefix(run)
    return (
        rest != bare
        and run not in name_patterns().generic
        and (len(run) > 3 or not _KANA.match(run))
        and len(run) > 1
    )
