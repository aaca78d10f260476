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
    ],
)
def test_what_is_no_cause(text):
    assert causes(text) == []
