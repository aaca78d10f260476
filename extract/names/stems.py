"""Whether what stands before an ending such as 銀行 makes a name of it, by itself or by what follows."""

from extract.lazy_pattern import lazy
from extract.lexicon import lexicon
from extract.names.cues import name_cues
from extract.names.institution_words import endings
from extract.names.stretches import is_odd, is_proper, name_patterns
from extract.names.words import WORDS

_LONG_STEM = 4
_FOREIGN = lazy("[ァ-ヺー・]{3,}")
_KANA_WORD = lazy("[ァ-ヺー]{2,}")
_TOLD = WORDS.lazy("{firm_acts}")
"""What a firm does or has, so that a common noun before its trade is its name: 青雲ゼミナールの会員."""
_TOLD_STEM = 3
_NATIONWIDE = lazy("[大新全東西]日本")
STATIONS = ("警察署", "税務署", "消防署", "市役所", "区役所")
"""Public offices, whose names may be one kanji and words such as 同日 stand before."""
_HOUSE_STEM, _HOUSES = 3, "堂屋舎庵軒"
"""Before a trade a house's name: 明晰堂書店."""
_WHERE = WORDS.lazy(r"{where_and_what}\Z")
_ONE = lazy(
    "[一-龠](?<![同各当本県市町村区府都道両他元最前旧新全地大小女男外公私分入開通"
    "休重軽農林漁鉱土電機米花卸生官民軍特総金木鉄石])"
)


def acts_as_firm(folded: str, end: int, stem: str) -> bool:
    """Tell whether the name that ends there does what only organisations do: ヴェルデ通商が運営."""
    acts = name_cues().after_organisation.match(folded, end)
    if acts and _NATIONWIDE.fullmatch(stem):
        return True
    speaks = name_cues().speaks.match(folded, end) or name_cues().befalls.match(folded, end)
    speaks = speaks or (_TOLD.match(folded, end) if len(stem) >= _TOLD_STEM else None)
    acts = speaks or acts if _FOREIGN.fullmatch(_first_part(stem)) else speaks
    return bool(acts and not endings().common_stem.search(stem))


def _first_part(stem: str) -> str:
    """Return what is left of a stem without a trade at its end: アルマ of アルマ不動産."""
    trade = endings().proper.fullmatch(stem)
    return (trade[1] if trade and len(trade[1]) > 1 else stem).rstrip("・")


def opens_text(folded: str, start: int, stem: str) -> bool:
    """Tell whether a foreign word opens the text, where the firm stands that it tells of: コスモラ通信の."""
    return not start and bool(_FOREIGN.fullmatch(stem)) and not endings().common_stem.match(stem)


def is_specific(name: str, stem: str) -> bool:
    """Tell whether a name is more than a sort of institution: 地方銀行, 本病院 are none."""
    generic = name_patterns().generic
    short = name.endswith((*STATIONS, *WORDS["named_by_one"])) and bool(_ONE.fullmatch(stem))
    plain = name in generic or stem in generic or endings().sort.fullmatch(stem)
    return (len(stem) > 1 or short) and not plain


def _is_common(stem: str) -> bool:
    """Tell whether a stem before a firm's own ending says where or of what sort it is rather than who."""
    return bool(endings().common_stem.search(stem) or _WHERE.search(stem)) or stem in name_patterns().places


def tells(name: str, stem: str) -> bool:
    """Tell whether what stands before an ending such as 銀行 makes a name of it."""
    if not is_specific(name, stem):
        return False
    many = len(stem) >= _LONG_STEM and endings().long_ending.search(name)
    traded = name.endswith(endings().trades) and _KANA_WORD.fullmatch(stem)
    if traded and not endings().common_stem.search(stem):
        return True
    if len(stem) >= _HOUSE_STEM and stem[-1] in _HOUSES:
        return True
    firm = name.endswith(endings().firm_only) and not _is_common(stem)
    return bool(many or firm) or is_proper(stem) or is_odd(stem) or stem in lexicon("organisations")
