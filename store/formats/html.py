"""HTML: the main text of a page, without its menus and footers, found by trafilatura."""

import re
from collections.abc import Iterator
from typing import Any

from store.article import Article
from store.errors import UnreadableFileError
from store.formats.reading import Finding, Notice, Options
from store.published import iso_date
from store.source import MEGABYTE
from store.text_file import decode

LARGEST_PAGE = 8 * MEGABYTE
"""Bytes of a page: finding the main text of more takes minutes. Pages of the web have a tenth of it."""
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE
)
_HEAD = 4096
"""How many bytes may hold the charset; the standard asks for the first 1,024."""
_MENUS = [
    "//nav | //footer | //header//ul | //*[@role='navigation' or @role='menu' or @role='contentinfo']",
    "//*[contains(concat(' ', @class, ' '), ' menu ') or contains(concat(' ', @class, ' '), ' breadcrumb ')]",
]
"""Taken out beforehand: of a short page the library returns all that it finds, menus too."""


def read_html(data: bytes, source: str, options: Options) -> Iterator[Finding]:
    """Yield the one article of a page; title and publication date from its metadata.

    Raises:
        UnreadableFileError: the page is empty, binary, in no known encoding, or has no main text.
    """
    import trafilatura

    page, notices = _page(data, source)
    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        favor_recall=True,
        with_metadata=True,
        prune_xpath=_MENUS,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    about: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = _cleaned(about.get("text") or trafilatura.html2txt(page))
    if not text:
        raise UnreadableFileError(source, "has no main text; save the page's text as .txt instead")
    yield from (Notice(source, notice) for notice in notices)
    yield Article.from_text(
        text,
        title=about.get("title") or "",
        source=about.get("url") or source,
        published=iso_date(about.get("date") or "") or options.published,
    )


def _page(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """Decode a page: by the charset that it declares where that holds, else as any text."""
    declared = _CHARSET.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else ""
    codec = "cp932" if name in ("shift_jis", "x-sjis", "sjis", "windows-31j") else name
    try:
        if codec in ("cp932", "euc-jp", "iso-2022-jp"):
            return data.decode(codec), (f"read as {name}, as the page declares",)
    except UnicodeDecodeError:
        pass
    decoded = decode(data, source)
    return decoded.text, decoded.notices


def _cleaned(text: str) -> str:
    lines = (line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(lines).strip()
