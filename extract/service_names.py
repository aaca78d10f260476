"""Proper names of sites, shops, apps and systems by quotation brackets, by what runs them, and by their endings."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.institutions import endings, name_runs
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names import is_proper, name_patterns, without_head

_KINDS = (
    "サイト|ショップ|ストア|モール|アプリ|アプリケーション|サービス|システム|ソフト|ソフトウェア|ツール|店舗|直営店|キャンペーン|掲示板|ポータル|プラットフォーム|ゲーム|検定|試験|メディア|プログラム"
    "|製品|ブランド|SNS|通販|EC|クラブ|パッケージ|ページ|決済|ネットワーク|データベース|スクール|プラン|パーティー|レストラン|カフェ|コミュニティ|クラウド|プラグイン|ポイント|マネー|会員制度|サーバー?|機器|雑誌|マガジン"
)
_QUOTE = r"[「『“\"](?P<{0}>[^「」『』“”\"\n。]{{2,40}})[」』”\"]"
_QUOTED = (
    re.compile(rf"(?P<cue>{_KINDS})(?:\([A-Z]{{2,4}}\))?(?:である|・|、|名|の)?{_QUOTE.format('name')}"),
    re.compile(
        rf"(?P<cue>(?:運営|提供|展開|開催|販売|配信|開発|利用)(?:する|している|しております|していた|中の|の))(?:[^。、「」\n]{{0,14}}){_QUOTE.format('name')}"
    ),
    re.compile(
        rf"(?<!施設)(?<!会社)(?<!企業)(?<!団体)(?<!病院)(?<!大学)(?<!ホテル)(?<!グループ)(?<!集団){_QUOTE.format('name')}(?P<cue>(?:への|に対する|に)(?:外部|第三者)?(?:から)?の?(?:不正|サイバー|リスト型)|の(?:公式|決済|会員|利用者|ユーザー|アカウント|サーバ|ECサイト|ウェブサイト|Webサイト|WEBサイト|イベントサイト|オンライン|アプリ|登録|運営|不正利用|システム|サイト)|で(?:は、)?(?:カード|クレジット|商品|買い物|購入|会員)|という(?:サイト|アプリ|サービス|システム|ソフト|ゲーム)|(?:サイト|アプリ|サービス|システム|ストア|ショップ))"
    ),
    re.compile(rf"(?:社|[ァ-ヺーA-Za-z]{{4,}})(?P<cue>の){_QUOTE.format('name')}(?=[とがにでは])"),
    re.compile(rf"(?P<cue>通称|愛称|サービス名|サイト名|名称|正式名称)(?:は|:|、)?{_QUOTE.format('name')}"),
)
_SENTENCE_LIKE = re.compile(
    r"(?:について|こと|お知らせ|お詫び|おわび|お願い|事件|問題|する|した|です|ます|から|まで|方法|対策|報告|公表|概要|関して|[てでをがはにも？?])\Z|[、をが]|について|に関する|だ[よね]"
)
_OUR_WORD = re.compile(r"\A(?:当|本|同|弊|該当|上記|対象|この)|本件|当該|(?:第\d+報|ページ|窓口|様|室|課)\Z")
_SHOP = re.compile(
    r"(?P<name>(?:[A-Za-z][A-Za-z0-9&'.!-]* ?|[一-龠々ァ-ヺーA-Za-z0-9&'.!・]{2,16}? ?)(?P<cue>(?:公式)?(?:オンライン(?:ショップ|ストア|ショッピング)|ネットショップ|ネットストア|WEBショップ|Webショップ|ウェブショップ|ONLINE SHOP|ONLINE STORE|Online Shop|Online Store|オンラインモール|通販サイト|ネット通販|ダイレクトショップ|公式通販)))"
)
_RUN_BY = re.compile(
    r"(?P<cue>(?:運営|提供|展開|利用|開発|販売)(?:する|している|しております|していた|の))(?P<name>[A-Za-zァ-ヺー一-龠0-9][A-Za-zァ-ヺー一-龠0-9・.&'!-]*(?: [A-Za-z0-9][A-Za-z0-9.&'!-]*)*)(?=の(?:決済|会員|公式|サーバ|外部|システム|ユーザ|利用|サイト|EC|アカウント|カード|ウェブ|Web)|に(?:お|不正|対|第)|において|で|へ|が|は)"
)
_BRANCH = re.compile(r"(?<=の)(?P<name>[ァ-ヺーA-Za-z一-龠・]{3,16}(?<!支)(?P<cue>店))(?=[でがのにはへ])")
_LATIN_SHOP = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z0-9.&'!-]+(?: [A-Za-z0-9.&'!-]+){0,4})(?P<cue>店舗|ブランド|アプリ(?!ケ)|ストア|ショップ)"
)
_SYSTEM = re.compile(r"(?:システム|サービス|ポータル|ナビ|ネット)\Z")
_ORGANISATION = re.compile(
    r"(?:会社|法人|協会|組合|大学|学校|病院|委員会|クリニック|銀行|ホールディングス|グループ|社|省|庁|県|市|署|警)\Z"
)


def find_service_names(document: Document) -> Iterator[Mention]:
    """Find names of services without looking at organisations, which lean on these."""
    for start, end, rule in lexicon("services").find(document.folded):
        yield Mention(start, end, "SERVICE", rule.id, rule.score, (document.text[start:end],))
    for pattern in _QUOTED:
        yield from _matches(document, pattern, "service.quoted", 0.85, needs_proper=False)
    yield from _matches(document, _SHOP, "service.shop", 0.85, needs_proper=True)
    yield from _matches(document, _RUN_BY, "service.operated", 0.75, needs_proper=True)
    yield from _matches(document, _BRANCH, "service.branch", 0.7, needs_proper=True)
    yield from _matches(document, _LATIN_SHOP, "service.latin", 0.7, needs_proper=True)
    yield from _systems(document)


def _matches(
    document: Document, pattern: "re.Pattern[str]", rule: str, score: float, needs_proper: bool
) -> Iterator[Mention]:
    for match in pattern.finditer(document.folded):
        name = match["name"]
        if _fits(name) and (
            not needs_proper or " " in name or is_proper(name.removesuffix(match["cue"]).strip())
        ):
            yield Mention(*match.span("name"), "SERVICE", rule, score, (match["cue"],))


def _fits(name: str) -> bool:
    """Tell whether a name may be one: no common noun, no sentence or title, no organisation, no cause."""
    if name in name_patterns().generic or _SENTENCE_LIKE.search(name) or _OUR_WORD.search(name):
        return False
    return not _ORGANISATION.search(name) and not any(
        hit.end - hit.start == len(name) for hit in lexicon("causes").find(name)
    )


def _systems(document: Document) -> Iterator[Mention]:
    """Find systems whose own name stands before the word: LNG受発注システム, but not 会員管理システム."""
    for start, end in document.once(name_runs):
        run = document.folded[start:end]
        ending = _SYSTEM.search(run)
        if not ending or endings().plain.fullmatch(run):
            continue
        name = without_head(run)
        stem = name[: len(name) - len(ending[0])]
        if len(stem) > 2 and _fits(name) and is_proper(stem):
            yield Mention(end - len(name), end, "SERVICE", "service.system", 0.65, (ending[0],))
