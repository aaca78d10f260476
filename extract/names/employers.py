"""Firms told by whom they employ, whatever words their names are made of: アルタスタッフの元社員."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.mention import name_mention
from extract.names.stretches import is_place, name_patterns
from extract.nearby import Nearby

_EMPLOYER = Nearby(
    r"(?<![一-龠ァ-ヺーA-Za-z0-9])(?P<name>[ァ-ヺー・]{6,20}(?:TV|FC|EX)?)"
    r"(?P<cue>の?元?(?:契約|派遣|正)?社員|の元(?:従業員|役員|幹部|派遣|取締役|社長|部長|課長)|の(?:社長|代表取締役|取締役|(?:連結|完全)子会社|親会社))"
    r"(?!食堂|寮|証|教育|研修|旅行)",
    reach=32,
)
_KIND = lazy(
    r".*(?:ショップ|ストア|センター|カフェ|クリニック|ステーション|ジム|サロン|アカデミー|ショールーム|メーカー|ベンダー?|プロバイダー?"
    r"|チェーン|ホテル|スーパー|レストラン|スクール|クラブ|モール|ハウス|バンク|メディア|プラットフォーム|スタジオ|ブランド|チーム"
    r"|リーグ|グループ|オフィス|コンビニ|ベンチャー|スタートアップ|キャリア|ディーラー|フランチャイズ|テナント|ドラッグストア"
    r"|マーケット|プール|ゼネコン|サプライヤー?|コンサル|エージェント|プロダクション|アルバイト|パート|フルタイム|スタッフ・|キャスト)\Z"
)
"""What employs people as well, and is a sort of place or firm."""


def find_employers(document: Document) -> Iterator[Mention]:
    """Find a long word in katakana that has employees, a head or subsidiaries, and is no sort of firm."""
    for match in _EMPLOYER.finditer(document.folded):
        name = match["name"]
        if name not in name_patterns().common and not _KIND.match(name) and not is_place(name):
            yield name_mention("ORG", "org.employer", *match.span("name"), match["cue"])
