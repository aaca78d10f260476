"""Who announces at the beginning of a text, whatever its name is made of: 桜冠は4月5日、…と発表した."""

from collections.abc import Iterator

from extract.document import Document
from extract.lazy_pattern import lazy
from extract.mention import Mention
from extract.names.cues import name_cues
from extract.names.mention import name_mention
from extract.names.stretches import is_family, is_full_name, is_place, is_proper, name_patterns
from extract.tokens import tagger

_REACH = 400
"""Code points from the beginning: there nothing has been named yet that a common noun could stand for."""
_SUBJECT = lazy(
    r"(?:\A|(?<=[\n。])) *(?:(?:[^\s。、ぁ-んァ-ヺ]{0,9}\d{1,2}月)?\d{1,2}日(?:に|夜|朝)?、?)?"
    r"(?P<name>[一-龠々ヶァ-ヺーA-Za-z0-9・&]{2,20}"
    r"|[ぁ-ん]{2,7}[一-龠ァ-ヺー]{0,8}|[一-龠]{1,2}[りきぎしちびみいえけげせてべめれ][ァ-ヺー]{3,8})"
    r"(?:\([^()\n]{1,24}\))?(?=(?P<cue>[はが])(?P<dated>(?:\d{1,4}年|\d{1,2}月)*\d{1,2}日[、に夜朝午付ま(])?)"
)
_KANA = lazy("[ぁ-ん]+")
_NO_KANA = lazy(
    r"(?:これ|それ|あれ|どれ|こちら|そちら|ここ|そこ|まず|こと|とき|ところ|うち|ほか|もの|わたし|わたくし|ぼく|おれ|みんな|きょう"
    r"|あす|あした|きのう|いま|すべて|いずれ|その|この|また|なお|さらに|ただ|しかし|そして|また|もと|はじめ|おわり|あと|さき"
    r"|すでに|ようやく|もし|いつ|だれ|なに|どこ|ひと|かれ|かのじょ|あなた|みなさん|おそらく|たぶん)"
)
_ROLE = lazy(
    r"(?:[者側団委員長相氏社会校局課部班家人士ら君様女男子上中前後時分件点体省庁署所陣党軍国市町村区県都府道院園館店行庫大紙誌]"
    r"|チーム|グループ|メンバー|スタッフ|トップ|会社|企業|当局|警察|政府|大学|病院|学校|銀行|情報|攻撃|被害|流出|調査|結果|原因"
    r"|内容|対象|発表|事件|事故|問題|サイト|サービス|アプリ|メール|データ|ショップ|ストア|センター|ページ|アカウント|サーバー?)\Z"
)
"""Who acts by his part or kind, and what doesn't act; a name that ends so is told by other rules."""


def find_announcers(document: Document) -> Iterator[Mention]:
    """Find the subject of a first sentence that says it announced something, or on which day it did.

    Firms bear common nouns and hiragana as names (月桂冠, いなげや), which no dictionary tells from words.
    """
    folded = document.folded
    for match in _SUBJECT.finditer(folded, 0, _REACH):
        speaks = name_cues().speaks.match(folded, match.end())
        if speaks and _is_name(match["name"], bool(match["dated"])):
            yield name_mention("ORG", "org.announcer", *match.span("name"), speaks[0][:1])


def _is_name(name: str, dated: bool) -> bool:
    if name in name_patterns().common or _ROLE.search(name) or name_cues().no_names.search(name):
        return False
    if (
        is_place(name)
        or is_full_name(name)
        or is_family(name)
        or name_patterns().deictic.match(name + "。。")
    ):
        return False
    kana = _KANA.match(name)
    if kana:
        return dated and not _NO_KANA.match(name)
    if is_proper(name):
        return True
    nodes = tagger()(name)
    return dated and not name_cues().no_bare.search(name) and (len(nodes) > 1 or len(name) > _WORD)


_WORD = 2
"""A shorter single word is a common noun: 大学."""
