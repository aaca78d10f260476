"""What stands around a name and tells what kind of name it is, compiled from `data/name_cues.toml`."""

import re
from functools import cache

import msgspec

from extract.alternation import alternation, either
from extract.data_file import read_data
from extract.lazy_pattern import lazy, sparing
from extract.names.words import WORDS
from extract.nearby import Led, Nearby
from extract.tokens import tagger


class CueLists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file; its comments say what each list is for."""

    after_organisation: tuple[str, ...]
    before_organisation: tuple[str, ...]
    opening_before: tuple[str, ...]
    opening_after: tuple[str, ...]
    sure_after: tuple[str, ...]
    employed: tuple[str, ...]
    speaks: tuple[str, ...]
    befalls: tuple[str, ...]
    no_names: tuple[str, ...]
    area_acts: tuple[str, ...]
    organisation_kinds: tuple[str, ...]
    claims: tuple[str, ...]
    after_quoted: tuple[str, ...]
    service_kinds: tuple[str, ...]
    run_by: tuple[str, ...]
    after_quoted_service: tuple[str, ...]
    service_ends: tuple[str, ...]
    called: tuple[str, ...]
    shop_endings: tuple[str, ...]
    after_run: tuple[str, ...]
    lead_sure: tuple[str, ...]
    person_title: tuple[str, ...]
    trades: tuple[str, ...]
    bare_kinds: tuple[str, ...]
    no_bare: tuple[str, ...]
    offered: tuple[str, ...]
    used: tuple[str, ...]
    after_latin: tuple[str, ...]
    system_endings: tuple[str, ...]
    no_title: tuple[str, ...]
    no_service: tuple[str, ...]
    goods: tuple[str, ...]
    stock: tuple[str, ...]
    labels: tuple[str, ...]


class NameCues(msgspec.Struct, frozen=True):
    """The lists, compiled."""

    after_organisation: re.Pattern[str]
    before_organisation: re.Pattern[str]
    lead_sure: re.Pattern[str]
    """Searches what stands before a name for words that leave no doubt, such as 再委託先の."""
    trades: re.Pattern[str]
    person_title: re.Pattern[str]
    opening_before: re.Pattern[str]
    opening_after: re.Pattern[str]
    sure_after: re.Pattern[str]
    employed: re.Pattern[str]
    """Matches behind a name what shows that it is a firm's, though it ends as a service's do."""
    speaks: re.Pattern[str]
    """Matches behind a name what only organisations do or have."""
    befalls: re.Pattern[str]
    """Matches behind a firm's name what happened to it."""
    no_names: re.Pattern[str]
    area_acts: re.Pattern[str]
    before_quoted_organisation: re.Pattern[str]
    after_quoted_organisation: re.Pattern[str]
    before_quoted_service: re.Pattern[str]
    after_quoted_service: re.Pattern[str]
    service_ends: re.Pattern[str]
    """Searches quoted words for an end that only services have."""
    shop: Nearby
    run_by: re.Pattern[str]
    """Reads up to its end."""
    run: Nearby
    bare: Nearby
    """A name right behind a kind of service, without marks: 予約サイトホシゾラ."""
    joined: Nearby
    """A name that の or 、 joins to a kind of service: 予約システムのゾルナリス."""
    kind_head: re.Pattern[str]
    """Matches a kind that a name begins with, where more follows."""
    offered: Nearby
    used: Nearby
    """A name before what only users of a service have or do: ホシゾラのアカウント."""
    no_bare: re.Pattern[str]
    latin: Nearby
    system_endings: tuple[str, ...]
    no_title: re.Pattern[str]
    no_service: re.Pattern[str]
    goods: Led
    """A name that a shop bears behind its goods: メガネのアオゾラ."""
    labelled: Led
    """A name behind its label: サービス名：ほしぞら便."""
    stock: frozenset[str]
    """Katakana of the trade, of which alone no name is made."""


def is_stock(name: str) -> bool:
    """Tell whether a name is but katakana of the trade, each saying what a thing is: メールサーバー."""
    stock = name_cues().stock
    return all(node.surface in stock or node.surface == "・" for node in tagger()(name))


@cache
def name_cues() -> NameCues:
    """Return the compiled lists, read the first time only."""
    cues, houses = msgspec.convert(read_data("name_cues"), CueLists), WORDS["houses"]
    return NameCues(
        **{name: lazy(either(getattr(cues, name))) for name in _AS_LISTED},
        before_organisation=sparing(rf"(?:{either(cues.before_organisation)}|{either(cues.lead_sure)})\Z"),
        trades=sparing(rf"{either((*cues.trades, *houses))}の\Z"),
        opening_before=lazy(rf"{either(cues.opening_before)}\s*\Z"),
        before_quoted_organisation=lazy(
            rf"{either(cues.organisation_kinds)}(?:の1つ|の一つ)?(?:である|の|・|、)?\Z"
        ),
        after_quoted_organisation=lazy(either((*cues.claims, *cues.after_quoted))),
        before_quoted_service=lazy(_before_service(cues)),
        shop=Nearby(rf"(?P<name>{_SHOP_NAME}(?P<cue>{either(cues.shop_endings)}))", _REACH),
        run_by=lazy(rf"(?:{either(cues.run_by)})「?\Z"),
        run=_led(
            rf"(?<!を)(?<!を[一-龠]{{2}})(?P<cue>{either(cues.run_by)})", _WORDS, either(cues.after_run)
        ),
        bare=_led(rf"(?P<cue>{either(cues.bare_kinds)})", _BARE, _AFTER_BARE),
        joined=_led(rf"(?<=[一-龠ァ-ヺー])(?P<cue>{_JOINED}(?:の|、|である))", _BARE_WORD, _AFTER_BARE),
        kind_head=lazy(rf"[一-龠ァ-ヺー]{{0,6}}?{either((*cues.bare_kinds, *_SHOPS))}(?=..)"),
        offered=Nearby(rf"(?<![一-龠ァ-ヺー])(?P<name>{_BARE_WORD})(?P<cue>{either(cues.offered)})", _REACH),
        used=Nearby(rf"(?<![一-龠ァ-ヺー])(?P<name>{_BARE_WORD}) ?(?P<cue>{either(cues.used)})", _REACH),
        no_bare=sparing(either(cues.no_bare)),
        latin=Nearby(rf"(?P<name>{_LATIN_WORDS})(?P<cue>{either(cues.after_latin)})", _LONG_REACH),
        system_endings=cues.system_endings,
        stock=frozenset(cues.stock),
        labelled=Led(
            cues.labels,
            rf"(?P<cue>{alternation(cues.labels)})\s?:\s?「?"
            r"(?P<name>[^\s「」。、()/:]{2,20}(?: [A-Za-z0-9]{2,16}){0,3})(?=」|\s*(?:\(|\n|\Z))",
        ),
        goods=Led(
            cues.goods,
            rf"(?<![一-龠ァ-ヺー]){alternation(cues.goods)}の(?P<name>[ァ-ヺー]{{3,8}}|[一-龠]{{2,3}})(?=[はがの、])",
        ),
    )


_AS_LISTED = (
    "after_organisation",
    "lead_sure",
    "person_title",
    "opening_after",
    "sure_after",
    "employed",
    "speaks",
    "befalls",
    "no_names",
    "area_acts",
    "after_quoted_service",
    "service_ends",
    "no_title",
    "no_service",
)
"""Lists whose alternatives are a pattern as they stand."""
_JOINED = r"(?:サイト|アプリ|サービス|システム|ソフト|ツール|ゲーム|ポータル|プラットフォーム)"
_SHOPS = ("ショップ", "ストア")
_REACH = 140
"""Code points that a name and the words around it that tell it fill at most."""
_LONG_REACH = 200
"""The same where the name may be of several Latin words."""
_LEAST = 12
"""Code points before the telling word of a cue that a name follows."""
_BARE_WORD = (
    r"(?:[ァ-ヺー・]{3,16}(?:[A-Z]{1,3})?"
    r"|(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&'-]{1,20}(?: [A-Z0-9][A-Za-z0-9&'-]{1,20}){0,3})"
)
_BARE = rf"(?:(?:(?<![A-Za-z])[ぁ-ん]{{2,6}}(?:[ァ-ヺー一-龠]{{1,8}}|[0-9]{{2,4}}))|{_BARE_WORD})"
_AFTER_BARE = r"[でのにをはがとも、(]|への|から|など|等"
_WORDS = (
    r"[A-Za-zァ-ヺー一-龠0-9][A-Za-zァ-ヺー一-龠0-9・.&'!-]{0,40}(?: [A-Za-z0-9][A-Za-z0-9.&'!-]{0,30}){0,4}"
)
_RUNNER = r"(?<=を)(?:[一-龠]{2})?(?:運営|展開|手がけ|手掛け|営)[ぁ-ん]{1,5}\Z"
"""What runs something is no service itself: 通販サイトを運営する「X」."""
_LATIN_WORDS = r"(?<![A-Za-z0-9.&'!-])[A-Za-z][A-Za-z0-9.&'!-]{1,30}(?: [A-Za-z0-9.&'!-]{1,30}){0,4}"
_SHOP_NAME = r"(?:[A-Za-z][A-Za-z0-9&'.!-]{0,30} ?|[一-龠々ァ-ヺーA-Za-z0-9&'.!・]{2,16}? ?)"


def _led(lead: str, name: str, after: str) -> Nearby:
    """Return what finds a name behind words that lead to it and before some others."""
    return Nearby(rf"{lead}(?P<name>{name})(?={after})", _LONG_REACH, before=_LEAST)


def _before_service(cues: CueLists) -> str:
    """Return the pattern of what leads to a quoted service: its kind, who runs it, or that it is a name."""
    kind = rf"{either(cues.service_kinds)}(?:\([A-Z]{{2,4}}\))?(?:である|・|、|名|の)?"
    run_by = rf"(?!{_RUNNER}){either(cues.run_by)}[^。、「」\n]{{0,14}}"
    called = rf"{either(cues.called)}[は:、]?"
    return rf"(?:{kind}|{run_by}|{called})\Z"
