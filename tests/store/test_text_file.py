import codecs

import pytest

from store.errors import UnreadableFileError
from store.text_file import decode, read_text

SHORT = [
    *(
        "お詫び",
        "漏えい",
        "２，５７７件",
        "北斗食品",
        "㈱北斗",
        "①経緯",
        "2023〜2024年",
        "2021年7",
        "髙橋",
        "件",
        "紛失",
    ),
    *(
        "瑕疵",
        "アイウエオ",
        "株式会社ﾎｸﾄ",
        "「北斗マルシェ」",
        "あ",
        "―",
        "憂鬱",
        "漏洩",
        "Ａ",
        "１２３お",
        "調査結果",
    ),
    *("令和5年4月5日", "当該", "熊本県", "御礼", "2023年4月5日、お詫びを公表した。"),
]
LONG = (
    "このたび、弊社が運営する「北斗マルシェ」におきまして、お客様の情報２，５７７件が漏えいしました。\n" * 3
)


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", [*SHORT, LONG])
def test_japanese_is_recognised_however_short(text, encoding):
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("the encoding lacks a character")
    assert decode(data, "x").text == data.decode(encoding)


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ("お詫び".encode("cp932"), "read as Shift_JIS"),
        ("お詫び".encode("euc_jp"), "read as EUC-JP"),
        ("お詫び".encode("iso2022_jp"), "read as ISO-2022-JP"),
        ("お詫び".encode("utf-16"), "read as UTF-16"),
        (codecs.BOM_UTF32_LE + "お詫び".encode("utf-32-le"), "read as UTF-32"),
        (b"a\r\nb\rc", "line ends CRLF became LF"),
        (b"a\rb", "line ends CR became LF"),
    ],
)
def test_what_was_done_is_said(data, notice):
    assert decode(data, "x").notices == (notice,)


def test_utf8_needs_no_notice_and_its_mark_goes():
    assert decode(codecs.BOM_UTF8 + "お詫び\n".encode(), "x") == decode("お詫び\n".encode(), "x")
    assert decode("お詫び\n".encode(), "x").notices == ()


@pytest.mark.parametrize("text", ["café", "± 5 °C", "αβ", "Škoda", "привет", "が", "👨‍👩‍👧"])
def test_other_letters_in_utf8_stay(text):
    assert decode(text.encode(), "x").text == text


def test_line_ends_become_lf_and_nothing_else_changes():
    text = "\tＡ\u3000𠮷が👨‍👩‍👧\x0b\x1b\u2028 "
    assert decode(f"{text}\r\n\r{text}".encode(), "x").text == f"{text}\n\n{text}"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is binary"),
        ("お詫び9".encode("utf-16-le"), "is binary"),
        (bytes(range(1, 256)), "binary, or in no encoding known here"),
        ("naïve résumé".encode("latin-1"), "binary, or in no encoding known here"),
        ("個人情報の漏えいについて".encode()[:-1], "line 1: is UTF-8 but for byte 33"),
        ("北斗食品\n個人情報の".encode() + b"\xff" + "漏えい".encode(), "line 2: is UTF-8 but for byte 28"),
        (codecs.BOM_UTF16_LE + b"a", "byte 2: bears the mark of UTF-16 but isn't"),
        (b"\x1b$B!", "binary, or in no encoding known here"),
    ],
)
def test_what_is_no_text_is_refused(data, problem):
    with pytest.raises(UnreadableFileError) as caught:
        decode(data, "notice.txt")
    assert str(caught.value).startswith("notice.txt")
    assert problem in str(caught.value)


def test_files_are_read_with_their_notices(tmp_path):
    path = tmp_path / "notice.txt"
    path.write_bytes("お詫び\r\n".encode("cp932"))
    assert read_text(path) == ("お詫び\n", ("read as Shift_JIS", "line ends CRLF became LF"))


@pytest.mark.parametrize("content", [b"", b" \n", "\u3000".encode(), codecs.BOM_UTF8])
def test_an_empty_file_is_refused(tmp_path, content):
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=r"empty\.txt: is empty"):
        read_text(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(UnreadableFileError, match="no such file; check the path"):
        read_text(tmp_path / "nix.txt")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        read_text(tmp_path)


def test_a_long_file_is_decoded_in_time():
    data = (LONG * 20_000).encode("cp932")
    assert len(decode(data, "x").text) == len(LONG) * 20_000
