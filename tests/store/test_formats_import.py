"""Files of other tools: what in them is mended, what is left out, and that both are said."""

import json

import pytest

from store.article import Article
from store.errors import DataError
from store.formats.fitting import Fitting, squeezed
from store.formats.foreign_import import read_foreign
from store.formats.reading import Notice
from store.schemas.loading import load_schema

SCHEMA = load_schema()
TEXT = "𠮷野食品が「が👨‍👩‍👧」\u3000は4月5日、\n髙橋様の氏名を公表。\n（Payment Card Co）"
PLACES = [(0, 4, "ORG"), (6, 13, "SERVICE"), (15, 19, "DATE"), (25, 27, "DATA"), (33, 48, "ORG")]


def read(path, name, **fitting):
    return list(read_foreign(path, name, Fitting(SCHEMA, "taro", **fitting)))


def places(annotation):
    return [(span.start, span.end, span.label) for span in annotation.spans]


def test_labels_are_mapped_and_unknown_ones_said(tmp_path):
    path = tmp_path / "a.jsonl"
    labels = [[0, 4, "COMPANY"], [15, 19, "WHEN"], [20, 22, "WHEN"]]
    path.write_text(json.dumps({"text": TEXT, "label": labels}), "utf-8")
    notice, _, annotation = read(path, "doccano", labels={"COMPANY": "ORG"})
    assert places(annotation) == [(0, 4, "ORG")]
    assert (
        str(notice)
        == f"{path} @ line 1: label WHEN is not in the schema; 2 spans left out (map it with --map WHEN=OURS)"
    )


def counted(unit):
    """The text and spans as a tool counts them that has UTF-16 units, CRLF line ends, or both."""
    text = TEXT.replace("\n", "\r\n") if "crlf" in unit else TEXT
    spans = []
    for start, end, label in PLACES:
        edges = []
        for edge in (start, end):
            before = TEXT[:edge].replace("\n", "\r\n") if "crlf" in unit else TEXT[:edge]
            edges.append(len(before.encode("utf-16-le")) // 2 if "utf16" in unit else len(before))
        spans.append({"start": edges[0], "end": edges[1], "label": label, "text": TEXT[start:end]})
    return text, spans


@pytest.mark.parametrize("keeps_crlf", [True, False])
@pytest.mark.parametrize("unit", ["utf16", "crlf", "utf16 crlf"])
def test_offsets_that_count_otherwise_are_mended_and_said(tmp_path, unit, keeps_crlf):
    text, spans = counted(unit)
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": text if keeps_crlf else TEXT, "spans": spans}), "utf-8")
    *notices, article, annotation = read(path, "prodigy")
    assert article.text == TEXT
    assert places(annotation) == PLACES
    silent = unit == "crlf" and keeps_crlf
    assert [type(notice) for notice in notices] == ([] if silent else [Notice])


def test_a_span_that_fits_nowhere_is_left_out_and_said(tmp_path):
    path = tmp_path / "a.jsonl"
    spans = [
        {"start": 0, "end": 4, "label": "ORG", "text": "𠮷野食品"},
        {"start": 5, "end": 9, "label": "ORG", "text": "別"},
    ]
    path.write_text(json.dumps({"text": TEXT, "spans": spans}), "utf-8")
    notice, _, annotation = read(path, "prodigy")
    assert places(annotation) == [(0, 4, "ORG")]
    assert "line 1: 5-9 '別': fits the text nowhere; left out" in str(notice)


def test_what_offsets_count_is_asked_where_nothing_tells(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "label": [[19, 23, "DATE"]]}), "utf-8")
    notice, _, annotation = read(path, "doccano")
    assert places(annotation) == [(19, 23, "DATE")]
    assert "may count UTF-16 units; taken as code points (else say --unit utf-16)" in str(notice)
    _, annotation = read(path, "doccano", unit="utf-16")
    assert places(annotation) == [(15, 19, "DATE")]
    _, annotation = read(path, "doccano", unit="code-point")
    assert places(annotation) == [(19, 23, "DATE")]


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ({"note": "メモ"}, "メモ"),
        ({"Comments": ["一", "二"]}, "一\n二"),
        ({"note": "一", "Comments": ["一"]}, "一"),
    ],
)
def test_notes_and_comments_of_doccano_are_the_note(tmp_path, more, note):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "北斗食品", "label": [], **more}), "utf-8")
    assert read(path, "doccano")[-1].note == note


def test_labels_that_the_extractor_printed_are_taken_with_rule_score_and_evidence(tmp_path):
    told = {"start": 0, "end": 4, "label": "ORG", "text": "𠮷野食品"}
    told |= {"origin": "org.a", "score": 0.5, "why": ["食品"]}
    labels = {"spans": [told], "record": {"victim": "𠮷野食品"}, "evidence": {"victim": [[0, 4]]}}
    line = {"id": "no-1", "text": TEXT, "meta": {"版": 1}} | labels
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(line), "utf-8")
    for kind, status in (("gold", "accepted"), ("suggestions", "suggested")):
        article, annotation = read(path, "jsonl", kind=kind)
        assert (article.external_id, article.meta) == ("no-1", {"版": 1})
        [span], [value] = annotation.spans, annotation.values
        assert (span.origin, span.score, span.why, span.status) == ("org.a", 0.5, ("食品",), status)
        assert (value.value, value.evidence, value.status) == ("𠮷野食品", (span.id,), status)


STATED = {"victim": None, "service": [None, "北斗マルシェ"], "investigator": True, "contact": [{"tel": 1}]}


@pytest.mark.parametrize(("name", "key"), [("jsonl", "spans"), ("doccano", "label"), ("prodigy", "spans")])
def test_what_is_no_value_is_not_taken_for_its_name(tmp_path, name, key):
    """`null`, `true` and objects, as other programs print them, are no texts."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, key: [], "record": STATED}), "utf-8")
    *notices, _, annotation = read(path, name)
    assert [(value.field, value.value) for value in annotation.values] == [("service", "北斗マルシェ")]
    assert [notice.text.partition(" is no value")[0] for notice in notices] == [
        "investigator = True",
        "contact = {'tel': 1}",
    ]


def test_label_studios_answers_about_regions_are_all_taken(tmp_path):
    results = [
        {"type": "textarea", "from_name": name, "value": {"text": text}}
        for name, text in (("service", ["北斗マルシェ"]), ("service", "北斗便"), ("victim", [None]))
    ]
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"data": {"text": TEXT}, "annotations": [{"result": results}]}]), "utf-8")
    _, annotation = read(path, "label-studio")
    assert [value.value for value in annotation.values] == ["北斗マルシェ", "北斗便"]


def test_iob2_of_others_may_have_white_space_for_a_token(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("北斗 -X- _ B-ORG\n\u3000 -X- _ O\n公表\tO\n", "utf-8")
    article, annotation = read(path, "conll")
    assert article.text == "北斗\u3000公表"
    assert places(annotation) == [(0, 2, "ORG")]


def test_white_space_at_the_ends_of_iob2_spans_stays_behind(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("北斗 B-ORG\n\u3000 I-ORG\nは O\n\u3000 B-DATE\n公表 B-CAUSE\n\u3000 I-CAUSE\n", "utf-8")
    known = Article.from_text("北斗は\n公表\n")
    notice, article, annotation = read(path, "conll", known={squeezed(known.text): known})
    assert (article, places(annotation)) == (known, [(0, 2, "ORG"), (4, 6, "CAUSE")])
    assert str(notice).endswith("fits the text nowhere; left out")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "doccano",
            '{"text": "食品", "entities": [], "relations": [{}, {}]}',
            "line 1: 2 relations left out",
        ),
        ("prodigy", '{"text": "食品", "relations": [{}]}', "line 1: 1 relation left out"),
        ("label-studio", '[{"data": {"text": "食品"}}]', "$[0]: has no annotation; passed over"),
        (
            "label-studio",
            '[{"data": {"text": "食品"}, "annotations": [{"was_cancelled": true}]}]',
            "$[0].annotations[0]: was cancelled; passed over",
        ),
        (
            "label-studio",
            '[{"data": {"text": "食品"}, "annotations": [{"result": [{"type": "rating", "value": {}}]}]}]',
            "$[0].annotations[0]: 1 rating result left out",
        ),
    ],
)
def test_what_has_no_place_here_is_said(tmp_path, name, content, said):
    path = tmp_path / "a"
    path.write_text(content, "utf-8")
    [notice] = (found for found in read(path, name) if isinstance(found, Notice))
    assert str(notice).startswith(f"{path} @ {said}")


def test_what_else_brat_holds_is_said(tmp_path):
    (tmp_path / "a.txt").write_text("北斗食品", "utf-8")
    (tmp_path / "a.ann").write_bytes(
        "T1\tORG 0 4\t北斗食品\r\nR1\tOf Arg1:T1 Arg2:T1\r\nA1\tX T1\r\n".encode()
    )
    *notices, _, annotation = read(tmp_path / "a.ann", "brat")
    assert [notice.text.split(";")[0] for notice in notices] == [
        "1 relation left out",
        "1 attribute left out",
    ]
    assert places(annotation) == [(0, 4, "ORG")]


def test_brat_keeps_spans_over_separators_that_are_no_line_ends(tmp_path):
    (tmp_path / "a.txt").write_text("北斗\u2028食品\x0c", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tORG 0 5\t北斗\u2028食品\n", "utf-8")
    _, annotation = read(tmp_path / "a.ann", "brat")
    assert places(annotation) == [(0, 5, "ORG")]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("doccano", '{"text": "食品", "spans": []}', "line 1: has neither `label` nor `entities`"),
        ("doccano", '{"text": " ", "label": []}', "line 1: has no text"),
        ("jsonl", '{"text": "食品"}', "line 1: has no labels; without --format"),
        ("doccano", '{"text": 1}', "line 1: Expected `str`"),
        ("prodigy", '{"text": "a", "spans": [{}]}', "line 1: Object missing required field `start`"),
        ("label-studio", "{}", "not a JSON array of tasks"),
        ("label-studio", '[{"data": {}, "annotations": [{"result": []}]}]', "$[0]: not a task"),
        (
            "label-studio",
            '[{"data": {"text": [{}]}, "annotations": [{}]}]',
            "$[0]: not a task: its `text` is no",
        ),
        ("jsonl", '{"text": "a", "spans": [{}]}', "line 1: Object missing required field `start`"),
        ("jsonl", '{"spans": []}', "line 1: has no text in 'text'"),
        ("conll", "食品 B-ORG\n食品\n", "line 2: a token without a tag"),
        ("conll", "食品 S-ORG\n", "line 1: 'S-ORG' is no IOB2 tag"),
    ],
)
def test_what_breaks_a_form_is_named_with_its_place(tmp_path, name, content, problem):
    path = tmp_path / "a"
    path.write_text(content, "utf-8")
    errors = [found for found in read(path, name) if isinstance(found, DataError)]
    assert len(errors) == 1
    assert problem in str(errors[0])


def test_brat_without_its_text_or_form_is_named(tmp_path):
    (tmp_path / "a.ann").write_text("X\tno\n", "utf-8")
    [error] = read(tmp_path / "a.ann", "brat")
    assert str(error).startswith(str(tmp_path / "a.txt"))
    (tmp_path / "a.txt").write_text("文", "utf-8")
    assert "line 1: not a line of brat's standoff format" in str(read(tmp_path / "a.ann", "brat")[0])
    [error] = read(tmp_path / "misspelt", "brat")
    assert str(error).startswith(f"{tmp_path / 'misspelt'}: no such file")
    (tmp_path / "empty").mkdir()
    assert "holds no .ann file" in str(read(tmp_path / "empty", "brat")[0])
