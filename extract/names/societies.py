"""Societies named after what they are for: 川の水を考える会, 里山の自然を守る会."""

from collections.abc import Iterator

from extract.document import Document
from extract.mention import Mention
from extract.names.mention import name_mention
from extract.names.words import WORDS
from extract.nearby import Nearby

_SOCIETY = Nearby(
    WORDS.lazy(
        r"(?:(?<![一-龠ァ-ヺーぁ-ん])|(?<=[はが]))"
        r"(?P<name>[一-龠ァ-ヺー]{1,12}(?:(?:ども)?[とのや・][一-龠ァ-ヺー]{1,12}){0,3}を"
        r"(?:(?:共に|ともに)?{society_verbs}[うえぐすぶむるりせさ]{0,2}(?<=[うぐすぶむる]))"
        r"(?:会|ネットワーク|ネット|プロジェクト|連絡会|市民の会|集い))"
        r"(?=[\s」、)]|代表|事務局|会長|の(?:代表|メンバー|会員|事務局|会長|役員|名簿|サイト|ホームページ)|[はがで]|から|より|によ)"
        r"(?!を?(?:開|催))"
    ),
    reach=60,
)
_GATHERED = ("会を", "会が開", "会で話")


def find_societies(document: Document) -> Iterator[Mention]:
    """Find a society by the verb in its name; one that is held or opened is a meeting."""
    for match in _SOCIETY.finditer(document):
        if not document.folded.startswith(_GATHERED, match.end() - 1):
            yield name_mention("ORG", "org.society", *match.span("name"), match["name"][-1])
