"""Who a headline names: at its beginning before a mark, and at its end behind a space or a bar."""

import re
from collections.abc import Iterator

from extract.causes import causes_in
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names.announcers import is_announcer
from extract.names.areas import may_be_town
from extract.names.cues import is_stock, name_cues
from extract.names.firm_shapes import is_traded
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.phrases import is_phrase
from extract.names.signatures import is_bare_name
from extract.names.stretches import (
    RUN,
    is_coined,
    is_family,
    is_full_name,
    is_noun,
    is_place,
    name_patterns,
    without_tail,
)
from extract.names.words import WORDS

_HARM = "{mishaps}"
_NAME = r"(?P<name>[^\s│|/。、「」()『』【】]{2,20})"
_END = WORDS.lazy(rf"\s*[^\n。]{{2,60}}{_HARM}[^\n。]{{0,16}}(?P<cue>[ │|/]){_NAME}(?=\n)")
"""A headline that ends with who it is about: 名簿が流出か 北斗食品."""
_BEGINNING = WORDS.lazy(
    rf"\s*(?:【[^【】\n]{{1,12}}】 ?|[◆■▼●○◎☆★◇□・]+ ?|[^\s、。]{{2,12}}の(?=[ァ-ヺ]{{3}}))?{_NAME}"
    rf"(?P<cue>、| (?![A-Za-zぁ-ん]))(?=[^\n。]{{0,40}}{_HARM}[^\n。]{{0,40}}(?:\n|\Z))"
)
"""One that begins with it: 北斗食品、名簿が流出か."""
_IN_BRACKETS = WORDS.lazy(
    rf"[^\n。]{{2,80}}{_HARM}[^\n。]{{0,40}}(?P<cue>\()(?P<name>[^()\n、。/\d][^()\n、。/]{{1,28}})\) *\n"
)
"""One with who it is about in brackets at its end: 名簿が流出か（北斗食品）."""
_REMARK = WORDS.lazy(
    r"(?:{remarks}|続報|更新|追記|訂正|動画|写真|画像|図|上|中|下|前編|後編)|.*\d日|.*(?:{remark_ends}|{unsigned_ends})\Z"
)
_SUBJECT = WORDS.lazy(
    r"\s*(?:【[^【】\n]{1,12}】 ?)?(?P<name>[一-龠々ァ-ヺーA-Za-z0-9&・]{3,16})"
    rf"(?P<cue>[がでにの:])(?=[^\n。]{{0,40}}{_HARM}[^\n。]{{0,40}}\n)"
)
"""One whose first word does or has something, and which the text takes up again: ミモラが名簿を紛失."""
_LONG = 6
"""Code points of a name that brackets alone tell."""
_HIRAGANA = lazy("[ぁ-ん]{3,7}[一-龠ァ-ヺー]{0,6}")
_KANA = lazy("[ぁ-ん]+")
_MIXED = lazy("[一-龠]{1,4}[ァ-ヺー]{2,8}|[ァ-ヺー]{3,8}[一-龠]{1,3}")
_THING = lazy(r".*[艦船機車券票証簿]\Z")
_TIME = lazy(r"\d|[一二三四五六七八九十]+[年月日人件社]|(?:昨|今|先|来)[年月週]|[前当同翌][年月週日]")


def find_headlined(document: Document) -> Iterator[Mention]:
    """Find who stands at the beginning or the end of the first line, where that tells of a mishap."""
    for pattern in (_BEGINNING, _END):
        if match := pattern.match(document.folded):
            yield from _named(match)
    for pattern in (_BEGINNING, _END, _SUBJECT):
        match = pattern.match(document.folded)
        if match and _recurs(document.folded, match) and is_announcer(match["name"]):
            yield from _taken_up(match)
    if match := _IN_BRACKETS.match(document.folded):
        yield from _bracketed(document.folded, match)


def _bracketed(folded: str, match: "re.Match[str]") -> Iterator[Mention]:
    """Yield what a headline's brackets name: the text takes it up, or it ends or reads as a name does."""
    name = match["name"]
    if _REMARK.match(name) or name in name_patterns().common or is_place(name) or is_full_name(name):
        return
    body = endings().plain.fullmatch(name) or endings().proper.fullmatch(name)
    common = name_cues().no_names.search(name) or name_cues().no_bare.search(name) or causes_in(name)
    told = body or is_bare_name(name) or may_be_town(name) or folded.find(name, match.end()) >= 0
    told = told or (len(name) >= _LONG and not common)
    if _recurs(folded, match) or (told and not is_phrase(name)):
        yield name_mention("ORG", "org.headlined", *match.span("name"), match["cue"])


def _named(match: "re.Match[str]") -> Iterator[Mention]:
    whole = match["name"]
    name = without_tail(whole)
    if _TIME.match(name) or causes_in(name) or name in lexicon("services"):
        return
    run = RUN.fullmatch(whole) and (is_bare_name(name) or _ends_like_firm(name) or may_be_town(name))
    if run or _is_kana(name):
        yield name_mention("ORG", "org.headlined", *_extent(match, name), match["cue"])


def _recurs(folded: str, match: "re.Match[str]") -> bool:
    """Tell whether the text below takes a headline's word up as who does or has something."""
    name = re.escape(match["name"])
    below = re.compile(
        rf"(?<![一-龠ァ-ヺーA-Za-z]){name}(?:\([^()\n]{{1,20}}\))?(?:は|が|の|では|によ|、|へ|に)"
    )
    return below.search(folded, folded.find("\n", match.end() - 1)) is not None


def _taken_up(match: "re.Match[str]") -> Iterator[Mention]:
    """Yield a word that is a trade's, a house's or a coined one, and neither a place nor a person."""
    name = match["name"]
    shaped = is_traded(name) or is_coined(name) or _ends_like_firm(name) or _MIXED.fullmatch(name)
    common = is_place(name) or is_full_name(name) or is_family(name) or is_stock(name) or _TIME.match(name)
    common = common or _THING.match(name)
    if shaped and not (
        common or causes_in(name) or name in lexicon("services") or name != without_tail(name)
    ):
        yield name_mention("ORG", "org.headlined", *match.span("name"), match["cue"])


def _extent(match: "re.Match[str]", name: str) -> tuple[int, int]:
    start = match.start("name")
    return start, start + len(name)


def _ends_like_firm(name: str) -> bool:
    """Tell whether a word ends as firms' names do, as common nouns do elsewhere: 丸坂ロジ, 旭アド."""
    common = name in name_patterns().common or endings().common_stem.match(name)
    return not common and bool(endings().firm.fullmatch(name))


def _is_kana(name: str) -> bool:
    kana = _KANA.match(name)
    return bool(
        _HIRAGANA.fullmatch(name) and kana and is_noun(kana[0]) and name not in name_patterns().common
    )
