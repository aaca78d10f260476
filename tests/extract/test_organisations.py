"""Organisations over a whole document: edges, short forms, repeats, and what is none."""

import pytest

from extract.document import Document
from extract.names.organisations import find_organisations
from extract.names.services import find_services
from extract.overlap import resolve


def names(text, label="ORG"):
    document = Document(text)
    found = resolve([*find_organisations(document), *find_services(document)], ["ORG", "SERVICE"])
    return [text[one.start : one.end] for one in found if one.label == label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("北斗食品株式会社代表取締役社長", ["北斗食品株式会社"]),
        ("子会社の株式会社ほしぞらが、", ["株式会社ほしぞら"]),
        ("株式会社 東雲\n", ["株式会社 東雲"]),
        ("Hokuto Foods 株式会社の調査", ["Hokuto Foods 株式会社"]),
        ("東都商事株式会社及び株式会社東都物流に", ["東都商事株式会社", "株式会社東都物流"]),
        ("みなみ製菓株式会社より", ["みなみ製菓株式会社"]),
        ("2024年5月東都商事株式会社は", ["東都商事株式会社"]),
        ("東都商事株式会社 0120-000-123", ["東都商事株式会社"]),
        ("医療法人社団あおぞら会が運営した。", ["医療法人社団あおぞら会"]),
        ("星川県警サイバー犯罪対策課と", ["星川県警サイバー犯罪対策課"]),
        ("つばさ銀行港南支店で", ["つばさ銀行港南支店"]),
        ("財務省関税局職員が。関税局長が", ["財務省関税局", "関税局"]),
        ("Verdela Foods Co., Ltd.が、Zolna Inc.と", ["Verdela Foods Co., Ltd.", "Zolna Inc."]),
        ("Hoshi Kogyo (Thailand) Co., Ltd.で", ["Hoshi Kogyo (Thailand) Co., Ltd."]),
        ("医療法人 青嶺会 みなみ中央病院は", ["医療法人 青嶺会 みなみ中央病院"]),
        ("NPO法人まなびの輪の職員が、有限会社杜の実堂が", ["NPO法人まなびの輪", "有限会社杜の実堂"]),
        ("株式会社みつばネット傘下の会社", ["株式会社みつばネット"]),
        ("運営するあおば台レディースクリニックで", ["あおば台レディースクリニック"]),
        ("西灘共立銀行、東灘銀行など11行", ["西灘共立銀行", "東灘銀行"]),
        ("同日神戸署に届け出た", ["神戸署"]),
        ("警視庁丸の内警察署へ相談", ["警視庁丸の内警察署"]),
        ("もみじ沢市報道資料\n\n名簿の紛失", ["もみじ沢市"]),
        ("　　港沢市健康福祉部健康づくり推進課\n", ["港沢市健康福祉部健康づくり推進課"]),
        ("4月9日に小瀬川町へ届け出た。", ["小瀬川町"]),
        ("星川県ひびき市の職員が、", ["星川県ひびき市"]),
        (
            "株式会社クローバー縫製は、株式会社北斗精機製の装置",
            ["株式会社クローバー縫製", "株式会社北斗精機"],
        ),
        ("有限会社みやこ印刷所で差し込みデータの行がずれた", ["有限会社みやこ印刷所"]),
        (
            "Harlow & Finch Japan合同会社は。本社のHarlow & Finch SAも",
            ["Harlow & Finch Japan合同会社", "Harlow & Finch SA"],
        ),
        ("運営のLodgera B.V.は", ["Lodgera B.V."]),
        ("星空本舗株式会社です。星空本舗お客様相談室へ", ["星空本舗株式会社", "星空本舗お客様相談室"]),
    ],
)
def test_edges_of_names(text, expected):
    assert names(text) == expected


def test_a_name_in_hiragana_ends_where_its_neighbours_change():
    text = (
        "株式会社みなとで発生。株式会社みなとの対応。「株式会社みなと」は港の食品を売る。株式会社みなととは？"
    )
    assert names(text) == ["株式会社みなと"] * 4


def test_a_short_name_that_brackets_introduce_is_found_everywhere():
    text = "調査は北斗フォレンジック株式会社（以下、HF社）が行った。HF社は報告した。"
    assert names(text) == ["北斗フォレンジック株式会社", "HF社", "HF社"]


@pytest.mark.parametrize("alias", ["当社", "弊社", "本委員会"])
def test_a_pronoun_in_brackets_is_no_short_name(alias):
    text = f"東都商事株式会社（以下「{alias}」）です。{alias}は対応します。"
    assert names(text) == ["東都商事株式会社"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年8月25日、ビーンズは不正アクセスを受けたと発表した。", ["ビーンズ"]),
        ("穴吹ハウジングサービスのサーバーが感染した。", ["穴吹ハウジングサービス"]),
        ("コスモラ通信の加入者向けメールで漏えいした。", ["コスモラ通信"]),
        ("日本ゾルナックスは障害を公表した。", ["日本ゾルナックス"]),
        ("日だまりケアサービスの事業所で、台帳を紛失した。", ["日だまりケアサービス"]),
        ("名簿が、コーポいずみの里の共同購入サイトから流出した。", ["コーポいずみの里"]),
        ("家電量販のデンキのミナゾラは、伝票を紛失したと公表した。", ["デンキのミナゾラ"]),
        ("カメラのオオゾラの元店員が", ["カメラのオオゾラ"]),
        ("久楽堂製薬は、資料を取引先に誤送信していた。", ["久楽堂製薬"]),
        ("セレナ不動産販売の元営業部員が名簿を", ["セレナ不動産販売"]),
        ("ノースウインド・モバイルは、不具合があったと発表した。", ["ノースウインド・モバイル"]),
        ("ハヤテ急便の配達員が、送り状を紛失した。", ["ハヤテ急便"]),
        ("名簿を競合のレントゥス住建へ渡した", ["レントゥス住建"]),
        ("開発会社のブックキープラボから連絡", ["ブックキープラボ"]),
        ("ビーズ通販のルナビーズ（大阪市中央区）は", ["ルナビーズ"]),
        ("名簿業者の文紙社（東京都福生市）から", ["文紙社"]),
        ("スポーツ用品販売のアルペンスターが", ["アルペンスター"]),
        ("文具メーカーのカキモノ工房は", ["カキモノ工房"]),
        ("部品メーカーの大成精密工業から", ["大成精密工業"]),
        ("委託先の北日本データサービスが紛失した。", ["北日本データサービス"]),
        ("昨日、米ゾルナードは、仏リゾナも", ["ゾルナード", "リゾナ"]),
        ("国家を背景とするAPT31とUNC6040が", ["APT31", "UNC6040"]),
        ("攻撃グループのHoshirexが犯行声明を出した。", ["Hoshirex"]),
        ("快活フロンティアが運営する施設で", ["快活フロンティア"]),
        ("北斗市、メールの誤送信で個人情報流出\n", ["北斗市"]),
        ("一般社団法人みらいかながわが、講座の", ["一般社団法人みらいかながわ"]),
        ("みなみ大学女性スポーツ研究センターの", ["みなみ大学女性スポーツ研究センター"]),
        ("地域の男性総局長と、建築指導課窓口で", ["建築指導課"]),
        ("化粧品メーカーである”ヴェルナル”において", ["ヴェルナル"]),
        ("受けたのは南灘損保鑑定（星野空社長、東京都港区）の機器", ["南灘損保鑑定"]),
        ("査定業務を委託している「南灘損保鑑定」のサーバー", ["南灘損保鑑定"]),
        ("米司法省量刑委員会のサイト", ["司法省量刑委員会"]),
        ("書籍サイトを運営するゾルナフォレストは3日、", ["ゾルナフォレスト"]),
        ("上場のネクサスホールディングスは", ["ネクサスホールディングス"]),
        ("学園祭のあと、みのり学園中学校・高等学校で", ["みのり学園中学校・高等学校"]),
        ("北斗県健康づくり事業団で", ["北斗県健康づくり事業団"]),
        ("株式会社ほしぞら提供のサービス", ["株式会社ほしぞら"]),
        ("2日、ひだまり寿司は、会員情報が漏えいしたと発表した。", ["ひだまり寿司"]),
        ("県立みなと東高校の教諭が、同県立みなと病院で", ["県立みなと東高校", "県立みなと病院"]),
    ],
)
def test_firms_told_by_their_place(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "クラウドサービスは、停止したと発表した。",
        "メーカーは発表した。",
        "レストランでは、従業員が持ち出した。",
        "決済代行業者のシステムが、通信事業者のネットワークで",
        "システム開発のノウハウを、販売代理店のスタッフが",
        "中学校教諭（京都市）が紛失した。",
        "山田太郎（東京都出身）は卒業した。",
        "大谷翔平選手は試合で、米ニューヨークでは、米ドルで",
        "東京都心では、全国47都道府県の",
        "同日署に届け出た",
        "APTとは、TA欄の5",
        "セキュリティコードは影響を受けていない。",
        "お客様相談室へ、編集部まで",
        "このたび当社は発表しました。",
        "電気機器の製造・販売会社（川崎市多摩区）の図面",
        "自動車の新製品開発に関する提案書",
        "14日以降は0120・000・601(同)へ。",
        "顧問を務める馬術部と吹奏楽部の生徒",
        "運営会社（星野空社長）が対応し、同社（星野空社長）は",
        "サイトを運営する事業者、店舗を展開するチェーンで、教室を運営するスタッフの",
        "東証プライム上場の企業",
        "市内小学校の教諭が、幕張本郷駅（同市）で",
        "さらに市は発表した。",
        "賃貸住宅の入居者情報が流出した。生命保険の契約者が、路線バスの運転手が、",
        "非鉄金属の相場は、地元タクシーの運転手が紛失した。競合の商品は、転職先の会社へ",
        "電気・ガスの契約者が、ファストフードの元店員が",
        "Plan B、Grade A、Type AB & Oの結果を、ZONE AG & Bで",
        "子ども服の通販サイトで、ひとり親家庭の会員が、ごみ処理施設の職員が",
        "みんなの家の会員が、車のナンバーは流出した。保険の契約者は、パンの製造では",
        "この市の職員が、また町は発表し、すべての市町村は",
        "長崎市に報道資料を届けた。みどり市内の工場",
        "お茶の生産者らは発表した。",
        "クラウドストレージの「共有」",
    ],
)
def test_common_words_at_the_places_of_firms(text):
    assert names(text) == []


def test_a_firm_that_bears_the_name_of_the_site_is_meant_as_the_site_behind_its_kind():
    assert names("会員制交流サイト「ミクシィ」で", "SERVICE") == ["ミクシィ"]
    assert names("運営会社「ミクシィ」で", "SERVICE") == []


def test_a_place_that_begins_a_name_is_no_short_form_of_it():
    assert names("長崎県警が調べる。長崎県の工場で") == ["長崎県警"]


def test_the_beginning_of_a_long_name_stands_for_it():
    text = "ゾルナコーヒージャパン株式会社は。ゾルナの店で、ゾルナコーヒージャパンが。"
    assert names(text)[0] == "ゾルナコーヒージャパン株式会社"
    assert names(text)[-1] == "ゾルナコーヒージャパン"


def test_of_a_compound_only_the_name_is_taken():
    assert names("東都商事株式会社の件。東都商事元社員が。") == ["東都商事株式会社", "東都商事"]


def test_a_gang_with_the_name_of_its_malware_is_an_organisation():
    assert "Qilin" in names("ハッカー集団「Qilin」が犯行声明を出した。")


def test_a_name_used_for_a_site_is_a_service():
    text = "通販サイト「ゾルナ」に不正アクセス。ゾルナの会員情報"
    assert names(text) == []
    assert names(text, "SERVICE") == ["ゾルナ", "ゾルナ"]


@pytest.mark.parametrize(
    "text",
    [
        "弊社、当社、同社、御社、自社、他社、各社は",
        "警察、所轄警察署、クレジットカード会社、決済代行会社と",
        "第三者調査機関、第三者委員会、外部専門機関による",
        "委託先、再委託先、取引先、子会社、グループ会社が",
        "同市、本市、同大学、本学、当院、当協会では",
        "被害拡大は、規模は最大で、甚大な",
        "攻撃者は脆弱性を悪用し、利用者の情報を",
        "岐阜県岐阜市にある工場、東京都新宿区の住宅",
        "外部からの連絡で、一部が、結局は、幹部ら",
        "プリペイドカードやデビットカードを使う",
        "ECサイト、USBメモリ、VPN機器、Androidアプリ",
        "https://www.nikkei.example.jp/ と info@rakuten.example.jp",
        "リコールの対象はリコリスです。",
        "A社とB社の間で",
    ],
)
def test_what_is_no_name(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "unit", ["a", "漢", "株式会社", "警視庁部", "A.", "東都商事は", "a@", "「", "株式会社ひ"]
)
def test_hostile_texts_end(unit):
    text = (unit * 20_000)[:20_000]
    assert all(0 <= one.start < one.end <= len(text) for one in find_organisations(Document(text)))


def test_scores_mean_something_and_are_explained():
    for one in find_organisations(
        Document("東都商事株式会社は星川大学に、個人情報保護委員会へ報告したと発表した。")
    ):
        assert 0.5 <= one.score < 1
        assert all(one.why)
        assert one.rule.startswith("org.")
