"""Firms told by what only a firm has, whatever words their names are made of: アルタスタッフの元社員."""

from collections.abc import Iterator

from extract.causes import causes_in
from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.institution_words import endings
from extract.names.mention import name_mention
from extract.names.stretches import is_coined, is_noun, is_place, name_patterns
from extract.nearby import Nearby

_CUE = (
    r"(?P<cue>の?元?(?:契約|派遣|正)?社員|の元(?:従業員|役員|幹部|派遣|取締役|社長|部長|課長)"
    r"|の(?:社長|代表取締役|取締役|株主|株価|創業者|労働組合|(?:連結|完全)?子会社|親会社|孫会社)"
    r"|に(?:勤めて|入社|再就職|転職)|を(?:退職|退社|懲戒解雇|訴え|提訴|家宅捜索|買収|傘下に)|という(?:[一-龠]{0,4}会社|企業|業者)"
    r"|の[一-龠]{1,4}(?:社長|会長|頭取|専務|常務)"
    r"|の(?:オペレーター|販売員|配達員|技術者|エンジニア)|広報(?:担当者?)?[はが]|社長[はが]|=(?:東京都|北海道|[一-龠]{2,3}[府県])[^=\n]{0,10}=|に[^。、\n]{0,6}(?:再?委託|発注|外注)(?:し|する))"
    r"(?!食堂|寮|証|教育|研修|旅行|割引)"
)
_SPEAKS = (
    r"(?P<cue>によ(?:ると|れば|りますと)|側(?:は|が|の(?:説明|代理人|主張|発表))|の(?:発表|説明)(?:に|で)"
    r"|への取材)"
)
"""What only a firm does, but what a page or a machine may do in other words."""
_NAME = (
    r"(?<![一-龠ァ-ヺーA-Za-z0-9])(?P<name>[ァ-ヺー・]{5,20}(?:TV|FC|EX)?|[ァ-ヺー]{2,10}[一-龠]{1,4}"
    r"|[一-龠]{2,5}[堂舎庵楼亭軒閣館屋社])"
)
_EMPLOYER = Nearby(_NAME + _CUE, reach=36)
_SPEAKER = Nearby(_NAME + _SPEAKS, reach=36)
_HIRAGANA = Nearby(r"(?<=[、。「\n(])(?P<name>(?P<kana>[ぁ-ん]{2,6})[一-龠ァ-ヺー]{1,8})" + _CUE, reach=32)
_KIND = lazy(
    r".*(?:ショップ|ストア|センター|カフェ|クリニック|ステーション|ジム|サロン|アカデミー|ショールーム|メーカー|ベンダー?|プロバイダー?"
    r"|チェーン|ホテル|スーパー|レストラン|スクール|クラブ|モール|ハウス|バンク|メディア|プラットフォーム|スタジオ|ブランド|チーム"
    r"|リーグ|グループ|オフィス|コンビニ|ベンチャー|スタートアップ|キャリア|ディーラー|フランチャイズ|テナント|アルバイト|パート"
    r"|マーケット|プール|ゼネコン|サプライヤー?|コンサル|エージェント|プロダクション|フルタイム|キャスト|パートナー|スポンサー"
    r"|オーナー|ライバル|会社|企業|業者|法人|団体|商社|他社|当社|同社|弊社|本社|支社|各社|両社|自社|子会社|出版社|新聞社|通信社|[一二三四五数]社)\Z"
)
"""What employs people as well, and is a sort of place or firm."""
_SHOP = lazy(
    "(?:居酒|パン|菓子|酒|花|本|米|肉|魚|薬|豆腐|和菓子|不動産|質|八百|電気|何でも|問|部|小|同|当|名簿|卸|飲み|便利|殺し|技術|専門)屋|(?:図書|博物|体育|映画|水族|会|旅|本|新|別|当|同|洋|公民|美術|記念|資料|大使|領事)館"
)
_TRADED = lazy("[ァ-ヺー]+[一-龠]+")
_TRADED_END = lazy("\\A[ァ-ヺー]{4,}")
"""What a place follows is a firm's: テレステラ高知."""
_STEM, _SHORT = 2, 5
_KATAKANA = lazy("[ァ-ヺー・]+")


def find_employers(document: Document) -> Iterator[Mention]:
    """Find a word that has employees, a head or subsidiaries, or that one joins, and is no sort of firm."""
    for match in _EMPLOYER.finditer(document):
        if _is_firm(match["name"]):
            yield name_mention("ORG", "org.employer", *match.span("name"), match["cue"])
    for match in _SPEAKER.finditer(document):
        if _is_firm(match["name"]) and not name_cues().no_bare.search(match["name"]):
            yield name_mention("ORG", "org.employer", *match.span("name"), match["cue"])
    for match in _HIRAGANA.finditer(document):
        name = match["name"]
        if is_noun(match["kana"]) and not _KIND.match(name) and name not in name_patterns().common:
            yield name_mention("ORG", "org.employer", *match.span("name"), match["cue"])


def _is_firm(name: str) -> bool:
    common = name in name_patterns().common or name_patterns().head.fullmatch(name) or _KIND.match(name)
    if common or is_place(name) or _SHOP.fullmatch(name) or causes_in(name):
        return False
    if not _TRADED.fullmatch(name):
        return len(name) != _SHORT or is_coined(name) or not _KATAKANA.fullmatch(name)
    if is_place(_TRADED_END.sub("", name)):
        return True
    trade = endings().proper.fullmatch(name)
    return bool(trade and len(trade[1]) > _STEM and not endings().common_stem.search(trade[1]))
