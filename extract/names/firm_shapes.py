"""What a firm's name may look like where its place leaves no doubt that a firm is named."""

from extract.lazy_pattern import lazy
from extract.names.institution_words import endings
from extract.names.words import WORDS
from extract.tokens import tagger

LONG = lazy(r"[一-龠]{0,4}[ァ-ヺー・]{8,}(?<!サービス|システム|ショップ|デバイス)(?<!サイト|アプリ|ツール)")
"""Too long for a common word: 港南テレコミュニケーション."""
FIRST = lazy(LONG.pattern.replace("{8,}", "{5,}"))
"""At the very beginning of a text less will do: ミナミノコンサルタンツ."""
SOFT = WORDS.lazy(
    r"[一-龠々]{2,4}(?<!{software_sorts})(?:ソフト|ラボ|ネット|データ)"
    r"|(?!{common_systems}(?:シ|ソ))[ァ-ヺー]{3,8}(?:システム|ソリューション)"
)
"""What a maker of software may be called, where the words before it leave no doubt: 開発元の北辰ソフト."""
FIRM_WORD = lazy(
    "[ァ-ヺー]{2,10}(?:工房|堂|屋|舎|亭|庵|館|園)|[ァ-ヺー]{3,10}[A-Z]{2,4}|[一-龠々]{2,4}(?<![会各同当他本支商両数])(?<!新聞|出版|通信|旅行|運送|派遣)社"
)
"""Kanji with 社, or katakana with letters: 名簿業者の星紙社."""
FIRM = lazy("[ァ-ヺー・A-Za-z0-9&]{3,}|.{1,9}(?:社|堂|屋|館|舎|亭|庵|会|校|院|寺|園|塾|組|荘)")
"""What has its seat in brackets behind it and looks like this is a firm or a body, no person."""
_MIXED = lazy("[ァ-ヺー]{4,}[一-龠]{1,3}")
RUNS_IT = lazy("[一-龠]{2,3}[ァ-ヺー]{4,}")
"""Behind 「X」を運営する: 星空フロンティア."""
_COMMON = WORDS.lazy(r"{common_nouns_behind_katakana}\Z")
_NOUN = lazy("名詞,(?:普通名詞,一般|固有名詞)")
TRADE_OF = lazy(r"の[ァ-ヺーA-Za-z・]{3,20}は(?:\d{1,2}月)?\d{1,2}日")
"""What stands before it is the trade of who speaks on a day: 格安スマホのホシゾラは12日."""
ANY = lazy("[^はがのをに]{3,}")
_SPEAKER = (
    r"[ァ-ヺー]{2,}(?:・[ァ-ヺー]+)+|[一-龠]{0,4}[ァ-ヺー]{5,}|(?!{abbreviations})[A-Z]{1,4}[ァ-ヺー]{3,}"
    r"|[ァ-ヺー]{3,}(?:TV|HD|FC|EX|UP|PRO)"
)
SPEAKER = WORDS.lazy(_SPEAKER)
"""What announces at the beginning of a sentence bears such a name, whatever words it is made of."""
BRAND = WORDS.lazy(rf"[ァ-ヺー・]{{3,}}(?:[A-Z]{{1,3}})?|{FIRST.pattern}|{_SPEAKER}")
"""At the beginning of a text and telling something itself, a common word in katakana is a brand."""
_TRADE_STEM = 4
_KATAKANA = lazy("[ァ-ヺー]{2,}")
_QUARTER = lazy("[一-龠]{1,3}(?<![会社校院局署所庁園館店協委党組])(?:[0-9丁目番]+)?")


def is_address(core: str) -> bool:
    """Tell whether a word is a town with a part of it: 青葉市新田の小学校."""
    area = endings().area.match(core)
    return bool(area and _QUARTER.fullmatch(core, area.end()))


def is_mixed(core: str) -> bool:
    """Tell whether a word is katakana with a short noun behind it: ケアプラザ青空, but not サーバー管理."""
    if not _MIXED.fullmatch(core):
        return False
    *_, last = tagger()(core)
    return bool(_NOUN.match(last.feature_raw)) and not _COMMON.search(core)


def is_traded(core: str) -> bool:
    """Tell whether a word ends with a trade, and begins as no sort of goods does: ヤマビコ電化."""
    trade = endings().proper.fullmatch(core)
    return bool(
        trade
        and (len(trade[1]) >= _TRADE_STEM or _KATAKANA.fullmatch(trade[1]))
        and not endings().common_stem.search(trade[1])
    )
