"""Quoted names right behind a noun, which says what they are the names of: 園芸用品「みどりの手」."""

from extract.lazy_pattern import lazy
from extract.names.cues import name_cues
from extract.names.stretches import name_patterns
from extract.tokens import tagger

_NOUN = lazy("[一-龠々ァ-ヺーA-Za-z]{2,}\\Z")
_SAID = lazy(
    "(?:題|件名|題名|題目|見出し|項目|欄|画面|ボタン|文書|資料|記事|ファイル|フォルダー?|機能|設定|文言|言葉|用語|内容|理由|説明|声明|コメント"
    "|質問|回答|語|条|項|書|句|話|談|論文|著書|作品|映画|曲|テーマ|原則|理念|スローガン|表示|表記|記載|状態|権限|認証|方式|手口|手法|型|攻撃"
    "|ウイルス|ウェア|ウエア|脆弱性|番号|パスワード|氏名|名前|共有|種類|一種|区分|名称|問|答|章|節|号|弾|回|一覧|リスト|簿|賞品|景品|暗号資産|仮想通貨|名物|船|列車"
    "|エントリー|[朝夕]刊|[弊本]誌|ギルド|ホットライン|氏|容疑者|被告|[長員者社課部室係局署班町市県区様年月日時分秒]|さん|協会|突然|今回|当時|現在|結果|原因|一番|一度)\\Z"
)
"""Behind these, quotation brackets hold what somebody says or writes, or a part of something."""
_GRAMMAR = lazy("動詞|助動詞|形容詞|助詞|接続詞|副詞")
_NOUN_FEATURE = lazy("名詞,(?!普通名詞,副詞可能|数詞)|接尾辞,名詞的")
_LONGEST = 16
_SHORTEST = 3


def is_named_kind(before: str, words: str) -> bool:
    """Tell whether quoted words are the name of what the noun before the bracket says.

    Args:
        before: what stands up to the opening bracket.
        words: what stands between the brackets.
    """
    kind = _NOUN.search(before)
    title = name_cues().no_title.search(words) or words in name_patterns().generic
    organisation = name_cues().before_quoted_organisation.search(before)
    if not kind or organisation or _SAID.search(kind[0]) or title or not _SHORTEST <= len(words) <= _LONGEST:
        return False
    *_, last = tagger()(kind[0])
    return bool(_NOUN_FEATURE.match(last.feature_raw)) and not _is_said(words)


def _is_said(words: str) -> bool:
    """Tell whether words are a clause or one common noun rather than a name."""
    nodes = tagger()(words)
    common = len(nodes) == 1 and nodes[0].feature_raw.startswith("名詞,普通名詞")
    return common or any(_GRAMMAR.match(node.feature_raw) and node.surface != "の" for node in nodes)
