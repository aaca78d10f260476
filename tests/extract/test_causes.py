"""Causes: every occurrence of the shortest term, and neither outcomes nor bare words."""

import pytest

from extract.causes import find_causes
from extract.document import Document
from extract.overlap import resolve


def causes(text):
    return [text[one.start : one.end] for one in resolve(find_causes(Document(text)), ["CAUSE"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不正アクセスはなかった。不正アクセス対策", ["不正アクセス", "不正アクセス"]),
        ("ランサムウェア攻撃と脆弱性診断", ["ランサムウェア", "脆弱性"]),
        ("データを不正に持ち出した", ["持ち出し"]),
        ("資料が持ち出され、アカウントが乗っ取られた", ["持ち出", "乗っ取"]),
        ("誤って別の方に送付し、誤って紛失した", ["誤って別の方に送付", "紛失"]),
        ("フィッシングメール、なりすましメール", ["フィッシング", "なりすまし"]),
        ("ＳＱＬインジェクション攻撃", ["ＳＱＬインジェクション"]),
        ("BlackSuitとEmotet", ["BlackSuit", "Emotet"]),
        (
            "ウイルス「ホシノマルダ」とランサムウェアHokutor",
            ["ウイルス", "ホシノマルダ", "ランサムウェア", "Hokutor"],
        ),
        ("LockBit 5.0の名で", ["LockBit 5.0"]),
        ("誤って保護者グループに投稿した", ["誤って保護者グループに投稿"]),
        ("文書を誤って滅失した", ["誤って滅失"]),
        ("設定を誤り、設定に誤りがあった", ["設定を誤", "設定に誤り"]),
        ("記録を無断で閲覧した", ["無断で閲覧"]),
        ("名簿を路上に落とし、落とした書類を", ["落とし", "落とし"]),
        ("名前の消し忘れが原因", ["消し忘れ"]),
        ("削除し忘れたデータ", ["削除し忘れ"]),
        ("間違えて別のお客様に郵送した", ["間違えて別のお客様に郵送"]),
        ("番号を打ち間違えた", ["打ち間違え"]),
        ("画面を無断で撮影した", ["無断で撮影"]),
        ("不正なサインインがあった", ["不正なサインイン"]),
        ("誤って「すべての回答を全員に見せる」を選択した", ["誤って「すべての回答を全員に見せる」を選択"]),
    ],
)
def test_causes(text, expected):
    assert causes(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "情報の流出、漏えい、漏洩、不正利用、不正使用、二次被害",
        "攻撃、感染、事故、不備、侵入、障害",
        "新型コロナウイルスとインフルエンザウイルス",
        "フレームワームとスクリーム",
        "誤解、錯誤、正誤表",
        "個人情報を窃取した",
        "遺失物届を出した",
        "脆弱なシステム",
        "ウイ「ホシノマルダ」とソフトウェアのUpdate",
        "設定に基づき、設定を終えた",
        "正しく投稿した",
        "権限の監視",
        "許可を得て閲覧した",
        "見落とした、肩を落とした、回線を落とした",
        "間違って理解していた、間違っていないか確認した",
        "申請を忘れていた、忘れずに",
    ],
)
def test_what_is_no_cause(text):
    assert causes(text) == []
