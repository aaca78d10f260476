"""Text files: bytes to text, in whatever encoding Japanese texts come, or a clear refusal."""

from pathlib import Path

import msgspec

from store.errors import UnreadableFileError
from store.japanese_encoding import MARKS, decode_japanese, is_nearly_utf8, is_utf8_by_luck
from store.source import STDIN, read_bytes


class Decoded(msgspec.Struct, frozen=True):
    """A decoded text: line ends are LF, no byte order mark is left."""

    text: str
    notices: tuple[str, ...] = ()
    """What a person should know: the encoding, when it isn't UTF-8, and changed line ends."""


def read_text(path: Path | None) -> tuple[str, tuple[str, ...]]:
    """Read a text file, or standard input, and say what was done to it.

    Args:
        path: the file; none for standard input.

    Returns:
        The text, and a notice for each thing that a person should know.

    Raises:
        UnreadableFileError: it is missing, empty, binary, or in no known encoding.
    """
    decoded = decode(read_bytes(path), path or STDIN)
    if not decoded.text.strip():
        raise UnreadableFileError(path or STDIN, "is empty; there is nothing to read")
    return decoded.text, decoded.notices


def decode(data: bytes, source: Path | str) -> Decoded:
    """Decode bytes: by their byte order mark, as UTF-8, else as ISO-2022-JP, EUC-JP or Shift_JIS.

    Raises:
        UnreadableFileError: they are binary, or in none of these encodings.
    """
    text, encoding = _decoded(data, source)
    notices: tuple[str, ...] = () if encoding == "UTF-8" else (f"read as {encoding}",)
    if "\r" in text:
        ends = "CRLF" if "\r\n" in text else "CR"
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        notices += (f"line ends {ends} became LF",)
    return Decoded(text, notices)


def _decoded(data: bytes, source: Path | str) -> tuple[str, str]:
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec), name
            except UnicodeDecodeError as error:
                place = f"byte {len(mark) + error.start}"
                raise UnreadableFileError(source, f"bears the mark of {name} but isn't", place) from None
    if b"\0" in data:
        raise UnreadableFileError(source, "is binary (it holds NUL bytes); convert it to UTF-8 text first")
    if b"\x1b$" not in data:
        try:
            return _by_luck(data) or (data.decode("utf-8"), "UTF-8")
        except UnicodeDecodeError as error:
            if is_nearly_utf8(data):
                line = data.count(b"\n", 0, error.start) + 1
                problem = f"is UTF-8 but for byte {error.start}; mend or drop the damaged character"
                raise UnreadableFileError(source, problem, f"line {line}") from None
    if found := decode_japanese(data):
        return found
    problem = (
        "is binary, or in no encoding known here (UTF-8, UTF-16 with a mark, Shift_JIS, EUC-JP, ISO-2022-JP)"
    )
    raise UnreadableFileError(source, f"{problem}; convert it to UTF-8 first")


def _by_luck(data: bytes) -> tuple[str, str] | None:
    """Return the reading of bytes that are UTF-8 only by luck: a few EUC-JP kanji can be."""
    return decode_japanese(data) if is_utf8_by_luck(data.decode("utf-8")) else None
