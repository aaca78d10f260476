"""Names of services: what brackets and words around them tell, and what is none."""

import pytest

from extract.document import Document
from extract.names.services import find_services
from extract.overlap import resolve


def names(text):
    found = resolve(find_services(Document(text)), ["SERVICE"])
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("弊社が運営する「つむぎの里オンライン」に", ["つむぎの里オンライン"]),
        ("会員制アプリ『まいにち帳』で", ["まいにち帳"]),
        ("「ほしぞら便」への不正アクセス", ["ほしぞら便"]),
        ("受付窓口、通称「みどりねっと」", ["みどりねっと"]),
        ("掲示板「2ちゃんねる」に、Winnyで", ["2ちゃんねる", "Winny"]),
        ("アプリ「まいにち帳」を。まいにち帳の利用者", ["まいにち帳", "まいにち帳"]),
        ("同社が運営するレンタルゾルナの決済ページ", ["レンタルゾルナ"]),
        ("同社が運営する宅配ロッカーほしぼ", []),
        ("運営するオンラインショップ北斗マルシェで不正", ["北斗マルシェ"]),
        ("「星めぐり倶楽部」会員サイトに", ["星めぐり倶楽部"]),
        ("「口座ふりかえサービス」側の", ["口座ふりかえサービス"]),
        ("予約システムのリザーブワンに不正アクセス", ["リザーブワン"]),
        ("サービス名：ほしぞら便\n", ["ほしぞら便"]),
        ("関連のhoshiTabi.comも", ["hoshiTabi.com"]),
        ("昨年のHK検定で", ["HK検定"]),
        ("「スイーツタウンオンラインショップ」において", ["スイーツタウンオンラインショップ"]),
        ("個人のLINEで同僚に送った", ["LINE"]),
        ("求人媒体「シゴトリンク」の", ["シゴトリンク"]),
        ("ジム「HOKUTO24」を運営する会社", ["HOKUTO24"]),
        ("通販サイト「ほしぞら堂（旧ひだまり）」に", ["ほしぞら堂"]),
        ("共有ソフト「Hoshare（ホシェア）」で", ["Hoshare"]),
    ],
)
def test_names_of_services(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "弊社が運営するオンラインストアにおいて",
        "「当サイト」（以下、本件サイト）",
        "「不正アクセスに関するお詫び」という記事",
        "運営する「みなとクリニック」に",
        "通販サイト「当該サイト」で",
        "ランサムウェア「Emotet」の感染",
        "会員管理システムと予約システム",
        "「はい」と答えた",
        "自動車販売の東和モータースで、",
        "「オンラインストレージサービス」と呼ばれる",
        "「株式会社ほしぞら」のアカウント",
        "予約システムのデータベースに、会員サイトのトップページで",
        "決済システムのアップグレードが、アプリのバージョンアップに",
        "ゲームズパレットは、",
        "国家検定と技能検定、オンライン試験で",
        "LINEの通知が届く",
        "サイト名は未定です",
        "www.Hoshi.comとexample.jpから",
    ],
)
def test_what_is_no_service(text):
    assert names(text) == []
