"""Bare names told by their place in the sentence: what follows them, what stands before, where they stand."""

import re
from collections.abc import Iterator

from extract.document import Document
from extract.institutions import name_runs
from extract.lexicon import lexicon
from extract.mention import Mention
from extract.names import is_coined, is_place, is_proper, name_patterns, without_head, without_tail

_BELONGS = re.compile(
    r"が(?:運営|提供|管理|利用|開発|委託|受けた|受託|展開|販売|発表|公表|明らかに)|の運営|によると|によれば|では|は(?=[^。\n]{0,80}(?:発表|公表|明らか|謝罪|お詫び|おわび|報告|説明|コメント|確認し|受け|調査|停止|実施|再発防止|推奨|サイト|運営|被害|企業|会社|ところ))"
    r"|の「|の(?:元?(?:社員|従業員|職員|役員|派遣社員)|公式|(?:連結)?子会社|親会社|(?:業務|再)?委託先|関連会社|グループ会社|代表取締役|社長|広報|個人情報|顧客|会員|利用者|オンライン|EC|通販|ウェブ|Web|WEB|ホームページ|サーバ|社内|システム|ネットワーク|サービス|調査|調べ|発表|ブログ|メール|開発|送配電|提携|クラウド|情報|(?:[一-龠]{2,4})?サイト|本社|店舗|社員|元|今回|対応|会員サービス|製品)"
    r"|への(?:不正|サイバー|攻撃|ランサム|取材)|に対(?:する|し)|に不正|に(?:[^。、\n]{0,12})?(?:サイバー攻撃|不正アクセス)|から(?:の(?:発表|委託|報告)|(?:個人)?情報|流出|漏|の流出|の漏)|で(?:は、|発生|情報|個人|不正|起き|の)|と連携|が(?:不正|サイバー|ランサム|ハッキング|攻撃)|が(?=[^。\n]{0,40}(?:発表|公表|明らか|受け|謝罪|お詫び))|に(?:委託|報告|寄せ|は|おいて|おける)"
    r"|社(?![員内会長外屋])|グループ会社|本体|側|関連(?:会社|企業|\d)|\((?:以下|東京|大阪|本社|[一-龠]{1,3}[都道府県市区])|（以下|、(?:[^。、\n]{1,14})(?:流出|漏えい|漏洩|不正アクセス|サイバー攻撃|被害|紛失|誤送信)"
)
_AFTER_FIRST = frozenset("がのによはでへかと社グ本側関(（、")
_BEFORE_LAST = frozenset(("", *"る社先手店業者ーダr団元体ンルの「で、・は\n。】〉》>●■日年月に \u3000"))
"""With what letters the cues begin and end: most runs are passed over by these alone."""
_AT_START = re.compile(r"[はがのでにも]|から|より|への|\(|」")
_BEFORE = re.compile(
    r"(?:(?:子会社|親会社|グループ会社|グループ企業|委託先|再委託先|委託業者|委託元|提供元|運営会社|運営元|販売元|開発元|製造元|調査会社|企業|会社|大手|メーカー|業者|事業者|団体|ベンダー|ベンダ|SIer|代理店|取引先|提携先|チェーン)(?:である|の|で|、|・|は)?「?"
    r"|(?:子会社|委託先|提供元)である)\Z"
)
_STARTS = re.compile(
    r"(?:\A|[\n。】〉》>●■・]|\d日、?|\d年、?|\d月に?|\d年に|\d月、|日に|によると、|一方、|また、|なお、)\s*\Z"
)
_SERVICE_BEFORE = re.compile(r"(?:運営|提供|展開|開発)(?:する|している|していた)「?\Z")
_LONG = re.compile(
    r"[一-龠]{0,4}[ァ-ヺー・]{8,}(?<!サービス)(?<!サイト)(?<!ショップ)(?<!システム)(?<!アプリ)(?<!ツール)(?<!デバイス)"
)
"""Too long for a common word: 中部テレコミュニケーション."""
_FIRST = re.compile(_LONG.pattern.replace("{8,}", "{5,}"))
"""At the very beginning of a text less will do: オリエンタルコンサルタンツ."""
_SURE = re.compile(
    "が運営|の「|の(?:顧客|会員|連結子会社|子会社|親会社|委託先|代表取締役)|グループ会社|社|によると|は"
)
_HEAD = 20
_BIG = 14
_NO_NAMES = re.compile(
    "攻撃|不正|流出|漏|情報|被害|調査|対策|期間|番号|(?:氏|容疑者|被告|さん)$|立[小中高]|システム|サーバ|メール|ファイル|アカウント|データ|ページ|サイト|パスワード"
)


def find_roles(document: Document) -> Iterator[Mention]:
    """Find proper names in a place where an organisation stands: Xが運営, 委託先のX, Xの元社員, X、…流出 in a headline."""
    folded = document.folded
    for start, end in document.once(name_runs):
        last, after = folded[start - 1 : start], folded[end : end + 1]
        stated = _BELONGS.match(folded, end) if after in _AFTER_FIRST else None
        if not stated and last not in _BEFORE_LAST:
            continue
        before = folded[max(0, start - _BIG) : start]
        led = _BEFORE.search(before)
        opening = stated or (_AT_START.match(folded, end) and _STARTS.search(before))
        if (led or opening) and not _SERVICE_BEFORE.search(before):
            yield from _named(document, start, end, led, stated)


def _named(
    document: Document, start: int, end: int, led: "re.Match[str] | None", stated: "re.Match[str] | None"
) -> Iterator[Mention]:
    run = document.folded[start:end]
    name = without_tail(run)
    core = without_head(name)
    if len(core) < 2 or core in name_patterns().generic or _NO_NAMES.search(core) or is_place(core):
        return
    first = start < _HEAD and not document.folded[:start].strip() and bool(_FIRST.fullmatch(core))
    named = first or len(name) - len(core) > 1 or (led and not led[0].endswith("の"))
    if not (
        is_proper(core)
        or (named and (first or is_coined(core)))
        or (stated and _SURE.match(stated[0]) and _LONG.fullmatch(core))
    ) or _is_cause(core):
        return
    cue = led or stated
    score = 0.85 if led and stated else 0.8 if cue else 0.7
    why = (cue[0],) if cue else (document.text[end : end + 1],)
    place = start + len(name) - len(core)
    yield Mention(place, place + len(core), "ORG", "org.role" if cue else "org.opening", score, why)


def _is_cause(core: str) -> bool:
    return any(True for _ in lexicon("causes").find(core))
