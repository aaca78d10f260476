import errno
import json
import os
from io import BytesIO
from pathlib import Path

import pytest

from store.article import Article, article_id
from store.errors import DataError, UnreadableFileError
from store.formats.articles import read_articles
from store.formats.reading import Columns, Notice, Options

TEXT = "北斗食品株式会社は2023年4月5日、お詫びを公表した。\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*paths, **options):
    return list(read_articles(paths, Options(**options)))


def only(findings) -> Article:
    [article] = findings
    assert isinstance(article, Article)
    return article


def test_a_text_is_one_article_as_it_stands(tmp_path):
    path = write(tmp_path, "a.txt", "\n  お知らせ \n" + TEXT)
    article = only(read(path, published="2023-04"))
    assert article == Article(
        article_id("\n  お知らせ \n" + TEXT), "\n  お知らせ \n" + TEXT, "お知らせ", str(path), "2023-04"
    )


def test_markdown_keeps_its_marks_and_takes_title_and_date(tmp_path):
    content = f'---\ntitle: "お詫び"\ndate: 2023/4/5\n---\n# 見出し\n{TEXT}'
    article = only(read(write(tmp_path, "a.md", content)))
    assert (article.text, article.title, article.published) == (content, "お詫び", "2023-04-05")
    assert only(read(write(tmp_path, "b.md", f"序\n## 見出し ##\n{TEXT}"))).title == "見出し"


def test_html_gives_its_main_text_and_metadata(tmp_path):
    page = f"""<html><head><meta charset="Shift_JIS"><title>お詫び｜北斗食品</title>
    <meta property="article:published_time" content="2023-04-05T10:00:00+09:00"></head>
    <body><nav><ul><li><a href="/">ホーム</a></li><li><a href="/c">会社概要</a></li></ul></nav>
    <main><article><h1>個人情報漏えいに関するお詫び</h1><p>{TEXT * 3}</p><p>件数は2,577件です。</p>
    </article></main>
    <footer>Copyright Hokuto</footer></body></html>"""
    notice, article = read(write(tmp_path, "a.html", page.encode("cp932")))
    assert notice == Notice(str(tmp_path / "a.html"), "read as shift_jis, as the page declares")
    assert "件数は2,577件です。" in article.text
    assert "会社概要" not in article.text
    assert "<" not in article.text
    assert (article.title, article.published) == ("個人情報漏えいに関するお詫び", "2023-04-05")


def test_html_of_a_short_page_gives_the_text_alone(tmp_path):
    page = f"""<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>お詫び | 北斗食品</title>
    <meta name="date" content="2023-04-05"></head><body>
    <header><ul><li><a href="/">ホーム</a></li><li><a href="/c">会社概要</a></li></ul></header>
    <div class="menu"><ul><li><a href="/j">採用情報</a></li></ul></div>
    <main><h1>お詫び</h1><p>{TEXT}</p></main><footer><p>Copyright Hokuto</p></footer></body></html>"""
    article = only(read(write(tmp_path, "a.html", page)))
    assert article.text == f"お詫び\n{TEXT.strip()}"
    assert (article.title, article.published) == ("お詫び", "2023-04-05")


def test_html_without_text_is_refused(tmp_path):
    [error] = read(write(tmp_path, "a.html", "<html><body></body></html>"))
    assert isinstance(error, UnreadableFileError)
    assert "has no main text" in str(error)


def test_json_lines_keep_id_date_and_simple_keys(tmp_path):
    row = {"id": 7, "text": TEXT, "title": "題", "source": "例", "published": "2023-04-05T09:00:00Z"}
    more = {"lang": "ja", "rank": 1.5, "spans": [], "nested": {"a": 1}, "none": None}
    article = only(read(write(tmp_path, "a.jsonl", "\ufeff" + json.dumps(row | more) + "\n\n")))
    assert article == Article(
        article_id(TEXT), TEXT, "題", "例", "2023-04-05", "7", {"lang": "ja", "rank": 1.5, "none": None}
    )


def test_json_lines_with_columns_of_other_names(tmp_path):
    path = write(tmp_path, "a.jsonl", json.dumps({"本文": "い", "番号": "x"}))
    article = only(read(path, columns=Columns(text="本文", id="番号")))
    assert (article.text, article.external_id, article.source) == ("い", "x", str(path))


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp"])
def test_json_lines_in_other_encodings(tmp_path, encoding):
    line = json.dumps({"text": TEXT}, ensure_ascii=False).encode(encoding)
    assert only(read(write(tmp_path, "a.jsonl", line))).text == TEXT


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "not a JSON object: Input data was truncated"),
        (b"[1]", "not a JSON object"),
        (b'{"text": "\\ud800"}', "not a JSON object"),
        (b'{"id": "1"}', "has no text in 'text'"),
        (b'{"text": " "}', "has no text in 'text'"),
        (b'{"text": ["a"]}', "'text' is not text"),
        (b'{"text": 5}', "'text' is not text"),
        (b'{"text": "a", "title": true}', "'title' is not text"),
        (b'{"text": "a", "published": "soon"}', "'soon' is no publication date"),
        (b'{"text": "a", "published": "2023-02-30"}', "'2023-02-30' is no publication date"),
        (b'{"text": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"text": "\xff\xfe"}', "binary, or in no encoding"),
        (b'{"text": "a"\0}', "binary (it holds NUL bytes)"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path, line, problem):
    if b"\0" in line:
        problem = "not a JSON object"
    path = write(tmp_path, "a.jsonl", b'{"text": "one"}\n' + line + b'\n{"text": "three"}')
    first, error, third = read(path)
    assert (first.text, third.text) == ("one", "three")
    assert isinstance(error, DataError)
    assert error.place == "line 2"
    assert problem in str(error)


def test_a_nul_in_a_json_text_stays(tmp_path):
    assert only(read(write(tmp_path, "a.jsonl", '{"text": "a\\u0000b"}'))).text == "a\0b"


def test_a_very_long_line_is_read(tmp_path):
    text = "漏えい" * 1_000_000
    assert only(read(write(tmp_path, "a.jsonl", json.dumps({"text": text})))).text == text


def test_csv_of_excel_is_read(tmp_path):
    content = '番号,本文,公表日,担当\r\n1,"一行目\r\n二行目、""引用""",2023/4/5,山\r\n'
    notices = read(
        write(tmp_path, "a.csv", content.encode("cp932")),
        columns=Columns(text="本文", id="番号", published="公表日"),
    )
    article = notices.pop()
    assert [notice.text for notice in notices] == ["read as Shift_JIS", "line ends CRLF became LF"]
    assert article.text == '一行目\n二行目、"引用"'
    assert (article.external_id, article.published, article.meta) == ("1", "2023-04-05", {"担当": "山"})


def test_columns_of_one_name_are_said(tmp_path):
    notice, article = read(write(tmp_path, "a.csv", "text,備考,備考\na,1,2\n"))
    assert "several columns are called '備考'; the last one" in notice.text
    assert article.meta == {"備考": "2"}


def test_changed_line_ends_of_lines_are_said(tmp_path):
    lines = [{"text": "一\r\n二"}, {"text": "三\r四"}, {"text": "五"}]
    path = write(tmp_path, "a.jsonl", "\n".join(map(json.dumps, lines)))
    *articles, notice = read(path)
    assert [article.text for article in articles] == ["一\n二", "三\n四", "五"]
    assert notice == Notice(str(path), "line ends CRLF or CR became LF in 2 texts")


def test_csv_cells_may_be_long(tmp_path):
    text = "漏" * 200_000
    assert only(read(write(tmp_path, "a.csv", f"text\n{text}\n"))).text == text


@pytest.mark.parametrize(
    ("content", "place", "problem"),
    [
        (
            "body\nx\n",
            "line 1",
            "no column 'text' among body; say which holds the texts with --column text=NAME",
        ),
        ("text,id,text\na,1,b\n", "line 1", "two columns are called 'text'"),
        ("text\na,b\n", "row 1", "more cells than the header"),
        ('text\n"a', "after row 0", "not CSV"),
        ("id,text\n1\n", "row 1", "has no text"),
    ],
)
def test_bad_csv_is_named(tmp_path, content, place, problem):
    [error] = read(write(tmp_path, "a.csv", content))
    assert isinstance(error, DataError)
    assert error.place == place
    assert problem in str(error)


def test_a_folder_is_read_in_order_of_names_hidden_and_unknown_files_left_out(tmp_path):
    names = ["b/1.txt", "a.txt", "c.TXT", "b/0.md", ".git/x.txt", ".hidden.txt", "d.png", "e.jsonl"]
    for name in names:
        write(tmp_path, name, json.dumps({"text": name}) if name.endswith("jsonl") else name)
    assert [article.text for article in read(tmp_path)] == ["a.txt", "b/0.md", "b/1.txt", "c.TXT", "e.jsonl"]


def test_a_folder_without_articles_is_refused(tmp_path):
    write(tmp_path, "x.png", b"\0")
    [error] = read(tmp_path)
    assert (
        str(error)
        == f"{tmp_path}: holds no article; akapen reads .txt, .md, .html, .htm, .csv, .jsonl, .ndjson"
    )


def test_one_bad_file_is_passed_over(tmp_path):
    paths = [
        write(tmp_path, "1.txt", TEXT),
        tmp_path / "nix.txt",
        write(tmp_path, "3.txt", b"\0"),
        tmp_path / "1.txt",
    ]
    kinds = [type(finding) for finding in read(*paths)]
    assert kinds == [Article, UnreadableFileError, UnreadableFileError, Article]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path):
    path = write(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    [error] = read(path)
    assert "no permission" in str(error)


def test_a_path_that_cannot_be_looked_at_is_passed_over(tmp_path):
    good = write(tmp_path, "a.txt", TEXT)
    _, error, _ = read(good, tmp_path / f"{'x' * 300}.txt", good)
    assert str(error).endswith(".txt: can't be read: the name is too long")


def test_a_folder_that_may_not_be_looked_into_is_named_and_the_others_are_read(tmp_path, monkeypatch):
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "sub/b.txt", TEXT)
    scandir = os.scandir

    def refusing(path):
        if os.fspath(path).endswith("sub"):
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    error, article = read(tmp_path)
    assert str(error) == f"{tmp_path / 'sub'}: can't be read: no permission: change it, or use another place"
    assert article.source.endswith("a.txt")
    [error] = read(tmp_path / "sub")
    assert "no permission" in str(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_of_a_folder_that_may_only_be_listed_are_named(tmp_path):
    write(tmp_path, "sub/b.txt", TEXT)
    (tmp_path / "sub").chmod(0o400)
    [error] = read(tmp_path)
    assert "b.txt: can't be read: no permission" in str(error)


def test_a_file_named_outright_is_text_whatever_its_suffix(tmp_path):
    assert only(read(write(tmp_path, "notice.log", TEXT))).text == TEXT


@pytest.mark.parametrize(
    ("data", "texts"), [(TEXT.encode(), [TEXT]), (b'{ "text": "a"}\n{"text": "b"}\n', ["a", "b"])]
)
def test_standard_input_is_text_or_json_lines(monkeypatch, data, texts):
    class Stdin:
        buffer = BytesIO(data)

    monkeypatch.setattr("sys.stdin", Stdin)
    articles = read(Path("-"))
    assert [article.text for article in articles] == texts
    assert articles[0].source == "-"


@pytest.mark.parametrize("name", ["jsonl.x", "lines"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf\n"])
def test_json_lines_are_known_under_any_other_name(tmp_path, name, mark):
    line = json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False).encode()
    first, second = read(write(tmp_path, name, mark + line + b"\n" + line.replace(b'"a"', b'"b"')))
    assert (first.text, first.external_id, second.external_id) == (TEXT, "a", "b")


@pytest.mark.parametrize(
    "content", ['{\n"meta": {"1": {}}}\n', '[{"data": {}}]', '{"text": "お詫び",\n"id": "a"}']
)
def test_json_that_is_no_lines_is_refused(tmp_path, content):
    [error] = read(write(tmp_path, "gold.json", content))
    assert "is JSON, but not a line an article; `akapen merge` joins datasets" in str(error)


@pytest.mark.parametrize("content", ['{"注": 本文}', '{"text": "お詫び",\n"id": ', "{}のお詫び", "[1]"])
def test_what_is_no_json_line_is_a_text_under_any_other_name(tmp_path, content):
    assert only(read(write(tmp_path, "notice.x", content))).text == content
