"""Articles in: which reader takes which file, and which files a folder gives."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path

import msgspec

from store.advice import advice
from store.errors import DataError, UnreadableFileError
from store.formats.csv_table import read_csv
from store.formats.html import LARGEST_PAGE, read_html
from store.formats.json_articles import read_json_lines
from store.formats.jsonl import rows_of
from store.formats.plain import read_markdown, read_plain
from store.formats.reading import DEFAULTS, Finding, Options, guarded
from store.source import LARGEST_FILE, LONGEST_ARTICLE, STDIN, named, not_larger, open_binary, read_bytes

Reader = Callable[[bytes, str, Options], Iterator[Finding]]

READERS: dict[str, tuple[Reader, int]] = {
    ".txt": (read_plain, LONGEST_ARTICLE),
    ".md": (read_markdown, LONGEST_ARTICLE),
    ".html": (read_html, LARGEST_PAGE),
    ".htm": (read_html, LARGEST_PAGE),
    ".csv": (read_csv, LARGEST_FILE),
}
"""By suffix, with how many bytes a file may have."""
LINES = (".jsonl", ".ndjson")
"""Read line by line, however long the file is."""

_OTHER_JSON = dict[str, msgspec.Raw] | list[dict[str, msgspec.Raw]]
_ROW = re.compile(rb'\s*\{[ \t]*"')


def read_articles(paths: Iterable[Path], options: Options = DEFAULTS) -> Iterator[Finding]:
    """Read articles of files and folders in the order given, a folder's files in the order of their names.

    A file named outright whose suffix says nothing is one text, or JSON Lines if its first line is an object;
    of a folder only the files with a known suffix are taken. `-` is standard input: one text, or JSON Lines
    if it begins as an object does. Other JSON, such as a gold dataset, is refused: it is no text.
    """
    for path in paths:
        if str(path) == STDIN:
            yield from guarded(_read_stdin(options))
        elif os.path.isdir(path):
            yield from _read_folder(path, options)
        else:
            yield from guarded(_read_file(path, options))


def _read_folder(folder: Path, options: Options) -> Iterator[Finding]:
    refused: list[OSError] = []
    files = files_in(folder, refused.append)
    for error in refused:
        yield UnreadableFileError(named(Path(error.filename)), f"can't be read: {advice(error)}")
    if not files and not refused:
        known = ", ".join((*READERS, *LINES))
        yield UnreadableFileError(folder, f"holds no article; akapen reads {known}")
    for path in files:
        yield from guarded(_read_file(path, options))


def files_in(folder: Path, refused: Callable[[OSError], object] | None = None) -> list[Path]:
    """Return the files of a folder that are read, in the order of their names; hidden ones are not.

    Args:
        folder: where to look, also below it.
        refused: told of each folder that can't be looked into.
    """
    found = []
    for at, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(at, name) for name in names if not name.startswith(".")]
    return sorted(path for path in found if path.suffix.lower() in (*READERS, *LINES) and _is_file(path))


def _is_file(path: Path) -> bool:
    """Whether a path leads to a file: a pipe would be waited for. If that can't be told, opening it tells."""
    try:
        return path.is_file()
    except OSError:
        return True


def _read_file(path: Path, options: Options) -> Iterator[Finding]:
    suffix = path.suffix.lower()
    if suffix in LINES:
        with open_binary(path) as file:
            yield from read_json_lines(file, named(path), options)
    elif suffix in READERS:
        reader, most = READERS[suffix]
        yield from reader(read_bytes(path, most), named(path), options)
    else:
        data = read_bytes(path)
        yield from _read_unnamed(data, named(path), options, is_lines=_begins_with_row(data))


def _read_stdin(options: Options) -> Iterator[Finding]:
    data = read_bytes(None)
    yield from _read_unnamed(data, STDIN, options, is_lines=_begins_as_row(data))


def _read_unnamed(data: bytes, source: str, options: Options, *, is_lines: bool) -> Iterator[Finding]:
    """Read what no suffix tells the form of."""
    if is_lines:
        yield from read_json_lines(BytesIO(data), source, options)
    elif _is_other_json(data):
        problem = (
            "is JSON, but not a line an article; `akapen merge` joins datasets, "
            "`akapen import --format` reads annotations"
        )
        raise UnreadableFileError(source, problem)
    else:
        yield from read_plain(not_larger(data, LONGEST_ARTICLE, source), source, options)


def _is_other_json(data: bytes) -> bool:
    """Whether all of it is one object, or an array of objects."""
    try:
        msgspec.json.decode(data.removeprefix(BOM_UTF8), type=_OTHER_JSON)
    except (ValueError, RecursionError):
        return False
    return True


def _begins_as_row(data: bytes) -> bool:
    return _ROW.match(data.removeprefix(BOM_UTF8)) is not None


def _begins_with_row(data: bytes) -> bool:
    """Whether the first line with anything on it is a whole JSON object."""
    if not _begins_as_row(data):
        return False
    _, first = next(rows_of(BytesIO(data), ""))
    return not isinstance(first, DataError)
