import json
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.annotation import Annotation
from store.article import Article
from store.formats.labelled_lines import read_labelled
from store.formats.piece import Loss, Part, Settings
from store.formats.veris import write_veris
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue

SCHEMA = load_schema()
TEXT = "北斗食品株式会社は5月1日、不正アクセスを受けたと発表した。"
ARTICLE = Article.from_text(TEXT, title="お詫び", source="https://example.jp/1", published="2024-05-02")
SPANS = (
    Span("s1", 0, 8, "ORG", TEXT[:8], status="accepted"),
    Span("s2", 14, 20, "CAUSE", TEXT[14:20], status="accepted"),
)


def incidents(*items, schema=SCHEMA):
    found, losses = [], []
    for piece in write_veris(items, Settings(schema, lambda text: (), "")):
        if isinstance(piece, Part):
            found.append(json.loads(piece.data))
        else:
            losses.append(piece)
    return found, losses


def incident(schema=SCHEMA, **record):
    values = []
    for field, stated in record.items():
        for value in stated if isinstance(stated, list) else [stated]:
            values.append(FieldValue(f"v{len(values)}", field, value, status="accepted"))
    annotation = Annotation(ARTICLE.id, "花/子", SPANS, tuple(values), status="confirmed")
    [found], _ = incidents((ARTICLE, annotation), schema=schema)
    return found


def test_an_incident_has_what_veris_requires():
    found = incident(victim="北斗食品株式会社", cause=["unauthorized_access"])
    required = {"actor", "action", "asset", "timeline", "discovery_method", "incident_id"}
    assert required | {"security_incident", "summary", "schema_version"} <= found.keys()
    assert found["schema_version"] == "1.4.1"
    assert found["victim"]["victim_id"] == "北斗食品株式会社"
    assert found["action"] == {"hacking": {"variety": ["Unknown"], "vector": ["Unknown"]}}
    assert found["asset"] == {"assets": [{"variety": "Unknown"}], "cloud": ["Unknown"]}


def test_where_a_schema_makes_lists_veris_gets_the_first_value():
    lists = tuple(replace(field, many=True) for field in SCHEMA.fields)
    several = incident(
        replace(SCHEMA, fields=lists), discovered_by=["police", "customer"], misuse="confirmed"
    )
    one = incident(discovered_by="police", misuse="confirmed")
    for found in (several, one):
        del found["plus"]["akapen"]
    assert several == one


def test_several_causes_are_joined_and_unknown_gives_way():
    found = incident(cause=["unauthorized_access", "web_skimming", "vulnerability", "phishing"])
    assert found["action"] == {
        "hacking": {"variety": ["Exploit vuln"], "vector": ["Web application"]},
        "malware": {"variety": ["Capture app data"], "vector": ["Web application"]},
        "social": {"variety": ["Phishing"], "vector": ["Unknown"], "target": ["Unknown"]},
    }
    assert [one["variety"] for one in found["asset"]["assets"]] == ["S - Web application", "P - Unknown"]
    assert found["attribute"]["integrity"]["variety"] == [
        "Software installation", "Modify data", "Alter behavior",
    ]  # fmt: skip


def test_no_cause_is_said_to_be_unknown_with_a_note():
    found = incident(victim="北斗食品株式会社", cause=["other"])
    assert list(found["action"]) == list(found["actor"]) == ["unknown"]
    assert found["actor"]["unknown"]["notes"]
    assert found["discovery_method"] == {"unknown": True}


def test_data_and_their_amounts():
    found = incident(data_types=["name", "card_number", "password"], affected_count=5000, card_count=1200)
    secrecy = found["attribute"]["confidentiality"]
    assert secrecy["data"] == [
        {"variety": "Personal", "amount": 5000},
        {"variety": "Payment", "amount": 1200},
        {"variety": "Credentials"},
    ]
    assert secrecy["data_total"] == 5000
    assert secrecy["data_disclosure"] == "Potentially"


def test_cards_and_illnesses_are_personal_too():
    for kind in ("card_number", "medical", "bank_account", "my_number"):
        data = incident(data_types=[kind])["attribute"]["confidentiality"]["data"]
        assert {"variety": "Personal"} in data


@pytest.mark.parametrize("misuse", ["confirmed", "possible", "none_found"])
def test_misuse_is_of_data_though_nothing_says_of_which(misuse):
    found = incident(victim="北斗食品株式会社", misuse=misuse)
    assert found["attribute"]["confidentiality"]["data"] == [{"variety": "Unknown"}]
    assert found["security_incident"] == "Confirmed"


def test_nothing_affected_is_an_incident_that_is_suspected():
    found = incident(victim="北斗食品株式会社", cause=["unauthorized_access"])
    assert "attribute" not in found
    assert found["security_incident"] == "Suspected"


def broken_rules(found):
    """The rules of VERIS beyond its JSON schema (those of `bin/checkValidity.py`) that an incident breaks."""
    attribute, action = found.get("attribute", {}), found["action"]
    changed = attribute.get("integrity", {}).get("variety", [])
    gone = attribute.get("availability", {}).get("variety", [])
    stolen = "Theft" in action.get("physical", {}).get("variety", [])
    lost = "Loss" in action.get("error", {}).get("variety", [])
    holds = {
        "malware is installed software": "malware" not in action or "Software installation" in changed,
        "who is deceived behaves otherwise": "social" not in action or "Alter behavior" in changed,
        "what is stolen or lost is gone": not (stolen or lost) or "Loss" in gone,
        "what is confirmed affects something": found["security_incident"] != "Confirmed" or attribute,
        "abused data are no secret": "attribute" not in found["plus"] or "confidentiality" in attribute,
    }
    return [rule for rule, held in holds.items() if not held]


CODES = [
    (name, code.id)
    for name in ("cause", "data_types", "discovered_by", "misuse")
    for code in SCHEMA.field(name).codes
]


@pytest.mark.parametrize(("field", "code"), CODES)
def test_every_code_keeps_the_rules_of_veris(field, code):
    assert broken_rules(incident(victim="北斗食品株式会社", **{field: code})) == []


def test_times_are_a_date_and_durations():
    found = incident(
        exposure_start="2023-07", occurred_on="2023-08-01", discovered_on="2023-08-11",
        payment_stopped_on="2023-08-12", published_on="2024-05",
    )  # fmt: skip
    assert found["timeline"] == {
        "incident": {"year": 2023, "month": 8, "day": 1},
        "discovery": {"unit": "Days", "value": 10},
        "containment": {"unit": "Days", "value": 1},
    }
    assert found["plus"]["timeline"]["notification"] == {"year": 2024, "month": 5}


def test_durations_need_days_and_go_forward():
    assert "discovery" not in incident(occurred_on="2023-08", discovered_on="2023-08-11")["timeline"]
    assert "discovery" not in incident(occurred_on="2023-08-12", discovered_on="2023-08-11")["timeline"]


def test_fraud_is_an_impact_in_yen():
    found = incident(fraud_amount=1843200, fraud_count=27, misuse="confirmed")
    assert found["impact"]["iso_currency_code"] == "JPY"
    assert found["impact"]["loss"] == [{"variety": "Asset and fraud", "amount": 1843200}]
    assert found["plus"]["attribute"]["confidentiality"]["data_abuse"] == "Yes - Financial fraud"


def test_what_veris_has_no_place_for_is_under_plus():
    values = (
        FieldValue("v1", "investigator", "北斗セキュリティ", ("s1",), status="accepted"),
        FieldValue("v2", "contact", None, status="accepted"),
    )
    annotation = Annotation(ARTICLE.id, "花子", SPANS, values, note="メモ", status="confirmed")
    [found], losses = incidents((ARTICLE, annotation))
    ours = found["plus"]["akapen"]
    assert ours["record"] == {"investigator": "北斗セキュリティ"}
    assert ours["evidence"] == {"investigator": [{"start": 0, "end": 8, "text": TEXT[:8]}]}
    assert ours["not_stated"] == ["contact"]
    assert found["notes"] == "メモ"
    assert [loss.what for loss in losses] == ["text", "span that supports no field"]


def test_what_can_be_no_incident_is_said():
    undated = Article.from_text("日付のない記事。")
    values = (FieldValue("v1", "victim", "北斗食品", status="accepted"),)
    found, losses = incidents(
        (ARTICLE, Annotation(ARTICLE.id, "花子")), (undated, Annotation(undated.id, "花子", (), values))
    )
    assert found == []
    assert losses == [
        Loss(ARTICLE.id, "article without a record (no file)", "花子", whole=True),
        Loss(undated.id, "article without any year (no file)", "花子", whole=True),
    ]


def test_a_schema_without_dates_is_told_as_the_reason():
    schema = replace(SCHEMA, fields=tuple(field for field in SCHEMA.fields if field.id == "victim"))
    undated = Article.from_text("日付のない記事。")
    values = (FieldValue("v1", "victim", "北斗食品", status="accepted"),)
    _, [loss] = incidents((undated, Annotation(undated.id, "花子", (), values)), schema=schema)
    assert "the schema has no occurred_on, exposure_start, discovered_on or published_on" in loss.what


def test_values_of_wrong_kinds_do_no_harm():
    found = incident(
        misuse=["possible", "confirmed"], occurred_on="いつか", affected_count="多数", cause="loss"
    )
    assert found["timeline"]["incident"]["year"] == 2024
    assert found["action"] == {"error": {"variety": ["Loss"], "vector": ["Unknown"]}}
    assert found["plus"]["attribute"]["confidentiality"]["data_abuse"] == "Unknown"


def test_annotators_have_folders_with_safe_names():
    values = (FieldValue("v1", "victim", "北斗食品", status="accepted"),)
    items = [(ARTICLE, Annotation(ARTICLE.id, name, (), values)) for name in ("花子", "../太郎")]
    pieces = write_veris(items, Settings(SCHEMA, lambda text: (), ""))
    files = [piece.file for piece in pieces if isinstance(piece, Part)]
    assert files == [f"花子/{ARTICLE.id}.json", f"_太郎/{ARTICLE.id}.json"]


def test_the_official_schema_accepts_every_sample():
    path = os.environ.get("AKAPEN_VERIS_SCHEMA")
    if not path:
        pytest.skip("AKAPEN_VERIS_SCHEMA names no verisc-merged.json of VERIS 1.4.1")
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft4Validator(json.loads(Path(path).read_text("utf-8")))
    samples = Path(__file__).parents[2] / "store" / "samples" / "incident.jsonl"
    items = [
        (one.article, Annotation(one.article.id, "花子", one.spans, one.values))
        for one in read_labelled(samples)
    ]
    found, _ = incidents(*items)
    assert len(found) > 10
    assert [error.message for one in found for error in validator.iter_errors(one)] == []
