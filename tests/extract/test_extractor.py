import itertools

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.extractor import Extractor
from extract.suggestion import Suggestions
from store.errors import SchemaError
from store.schema import Field, Label, Names, Schema
from store.schemas.loading import load_schema

NOTICE = """不正アクセスに関するお詫びとご報告
令和5年4月5日
北斗食品株式会社
このたび、弊社が運営する「北斗マルシェ」が第三者による不正アクセスを受け、お客様のクレジットカード情報
（2,577件）が漏えいした可能性があることが判明しました。
対象は2021年7月20日から2022年12月5日までにご購入されたお客様です。
お問い合わせ：0120-000-418
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load_schema(None))


def surfaces(suggestions: Suggestions, label: str) -> list[str]:
    return [span.text for span in suggestions.spans if span.label == label]


def test_a_notice_is_read(extractor: Extractor) -> None:
    suggestions = extractor.suggest(NOTICE)
    assert surfaces(suggestions, "DATE") == ["令和5年4月5日"]
    assert surfaces(suggestions, "PERIOD") == ["2021年7月20日から2022年12月5日まで"]
    assert surfaces(suggestions, "COUNT") == ["2,577件"]
    assert surfaces(suggestions, "CONTACT") == ["0120-000-418"]


def test_spans_lie_in_order_with_stable_ids(extractor: Extractor) -> None:
    spans = extractor.suggest(NOTICE).spans
    assert [span.id for span in spans] == [f"s{number}" for number in range(1, len(spans) + 1)]
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert spans == extractor.suggest(NOTICE).spans


def test_each_span_explains_itself(extractor: Extractor) -> None:
    for span in extractor.suggest(NOTICE).spans:
        assert span.text == NOTICE[span.start : span.end]
        assert "." in span.origin
        assert span.score is not None and 0 < span.score < 1
        assert span.status == "suggested"


def test_evidence_names_spans_of_the_same_set(extractor: Extractor) -> None:
    suggestions = extractor.suggest(NOTICE, "2023-04-05")
    ids = {span.id for span in suggestions.spans}
    assert suggestions.values
    assert all(ids >= set(value.evidence) for value in suggestions.values)


def test_an_empty_text_has_no_suggestions(extractor: Extractor) -> None:
    assert extractor.suggest("") == Suggestions((), ())


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.characters() | st.sampled_from("年月日件約0５万「」株式会社、。\n@.-/:~　"), max_size=300
    )
)
def test_any_text_is_taken(extractor: Extractor, text: str) -> None:
    for span in extractor.suggest(text, "2024-06-20").spans:
        assert span.text == text[span.start : span.end] != ""


def schema(*labels: Label, overlap: bool = False) -> Schema:
    return Schema(name="t", version="1", title=Names("試", "t"), labels=labels, overlap=overlap)


def label(label_id: str, key: str, **rules: tuple[str, ...]) -> Label:
    names = Names("印", "label")
    return Label(id=label_id, key=key, name=names, colour="#000000", definition=names, **rules)


def test_rules_give_the_label_that_names_them() -> None:
    found = Extractor(schema(label("FOUND_ON", "1", extractors=("dates",)))).suggest("2024年5月20日に発見")
    assert [(span.label, span.text, span.origin) for span in found.spans] == [
        ("FOUND_ON", "2024年5月20日", "date.western")
    ]


def test_terms_and_patterns_of_the_schema() -> None:
    model = label("MODEL", "1", patterns=(r"型番(?P<span>[A-Z]{2}-\d+)",), exclude=("型番XX-9",))
    defect = label("DEFECT", "2", terms=("発火", "発火のおそれ"))
    found = Extractor(schema(model, defect)).suggest("型番ＡＢ－12は発火のおそれ。型番XX-9、発火")
    assert [(span.label, span.text) for span in found.spans] == [
        ("MODEL", "ＡＢ－12"),
        ("DEFECT", "発火のおそれ"),
        ("DEFECT", "発火"),
    ]


def test_overlap_stays_where_the_schema_allows_it() -> None:
    labels = (label("A", "1", terms=("北斗食品",)), label("B", "2", terms=("食品",)))
    text = "北斗食品"
    assert len(Extractor(schema(*labels)).suggest(text).spans) == 1
    assert len(Extractor(schema(*labels, overlap=True)).suggest(text).spans) == 2


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(SchemaError, match=r"labels\.A\.extractors: there is no extractor 'nonsense'"):
        Extractor(schema(label("A", "1", extractors=("nonsense",))))


def test_an_unknown_role_rule_is_refused() -> None:
    fields = (Field("f", Names("え", "f"), "text", Names("え", "f"), extractor="nonsense"),)
    with pytest.raises(SchemaError, match=r"fields\.f\.extractor: there is no extractor 'nonsense'"):
        Extractor(msgspec.structs.replace(schema(label("A", "1")), fields=fields))


def test_suggestions_are_values() -> None:
    with pytest.raises(AttributeError):
        Suggestions((), ()).spans = ()  # type: ignore[misc]
    assert msgspec.json.encode(Suggestions((), ())) == b'{"spans":[],"values":[]}'
