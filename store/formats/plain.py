"""Plain text and Markdown: one article a file, its text kept as it stands."""

import re
from collections.abc import Generator, Iterator

from store.article import Article
from store.errors import UnreadableFileError
from store.formats.reading import Finding, Notice, Options, dated
from store.text_file import decode

_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_STATED = re.compile(r"""^(title|date|published)[ \t]*:[ \t]*["']?(.*?)["']?[ \t]*$""", re.MULTILINE)


def read_plain(data: bytes, source: str, options: Options) -> Iterator[Finding]:
    """Yield the one article of a text file; its title is the first line that says something.

    Raises:
        UnreadableFileError: the bytes are empty, binary or in no known encoding.
    """
    text = yield from text_of(data, source)
    yield Article.from_text(text, source=source, published=options.published)


def read_markdown(data: bytes, source: str, options: Options) -> Iterator[Finding]:
    """Yield the one article of a Markdown file, marks and all; title and date from front matter or heading.

    Raises:
        UnreadableFileError: the bytes are empty, binary or in no known encoding.
        DataError: the front matter's date is none.
    """
    text = yield from text_of(data, source)
    front = _FRONT_MATTER.match(text)
    stated = dict(_STATED.findall(front[1])) if front else {}
    heading = _HEADING.search(text)
    yield Article.from_text(
        text,
        title=stated.get("title") or (heading[1] if heading else ""),
        source=source,
        published=dated(stated.get("published") or stated.get("date"), options, source, "front matter"),
    )


def text_of(data: bytes, source: str) -> Generator[Finding, None, str]:
    """Decode the bytes of a file, yielding what there is to say of it, and return its text.

    Raises:
        UnreadableFileError: the bytes are empty, binary or in no known encoding.
    """
    decoded = decode(data, source)
    if not decoded.text.strip():
        raise UnreadableFileError(source, "is empty; there is nothing to read")
    for notice in decoded.notices:
        yield Notice(source, notice)
    return decoded.text
