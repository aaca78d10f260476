"""VERIS 1.4.1: one JSON file an incident; what VERIS has no place for stands under `plus.akapen`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import tomli

from store.annotation import Annotation, Record
from store.article import Article
from store.formats.flat import file_name, lost, name_of, unheld, without_field
from store.formats.piece import Item, Loss, Part, Piece, Settings
from store.formats.veris_action import deeds
from store.formats.veris_timeline import BEGINNINGS, parts, timeline
from store.line_view import evidence_of, not_stated_of, record_of
from store.published import iso_date
from store.schema import Schema

VERSION = "1.4.1"

_TABLE = Path(__file__).with_name("veris.toml")
"""How the codes of the incident schema are said."""

_SEVERAL = ("cause", "data_types")
"""Fields that VERIS says all values of, whatever else a schema makes lists."""


def write_veris(items: Iterable[Item], settings: Settings) -> Iterator[Piece]:
    """Yield an incident for each annotation with a record; an incident without any year can't be said."""
    table = tomli.loads(_TABLE.read_text("utf-8"))
    for article, annotation in items:
        record = record_of(annotation.gold_values(), settings.schema)
        plain = _single(record)
        times = timeline(plain, article.published)
        if not record or times is None:
            why = "a record" if not record else _no_year(settings.schema)
            yield lost(article, annotation, f"article without {why} (no file)", whole=True)
            continue
        incident = _incident(article, annotation, plain, table) | {"timeline": times}
        incident["plus"] = _plus(plain, table) | {"akapen": _ours(article, annotation, settings.schema)}
        data = msgspec.json.format(msgspec.json.encode(incident, order="sorted"), indent=2)
        yield Part(data + b"\n", f"{file_name(annotation.annotator)}/{file_name(article.id)}.json")
        yield from _losses(article, annotation)


def _no_year(schema: Schema) -> str:
    """The words for what dates no incident; without a field for it in the schema, that is the reason."""
    if any(schema.field(name) for name in BEGINNINGS):
        return "any year"
    *firsts, last = BEGINNINGS
    return f"any year: no publication date, and the schema has no {', '.join(firsts)} or {last}"


def _incident(
    article: Article, annotation: Annotation, record: Record, table: dict[str, Any]
) -> dict[str, Any]:
    done = deeds(record, table)
    found: dict[str, Any] = {
        "schema_version": VERSION,
        "source_id": "akapen",
        "incident_id": name_of(article),
        "security_incident": "Confirmed" if "attribute" in done else "Suspected",
        "summary": article.title or name_of(article),
        "discovery_method": table["discovered_by"].get(record.get("discovered_by"), {"unknown": True}),
        **done,
    }
    if article.source:
        found["reference"] = article.source
    if annotation.note:
        found["notes"] = annotation.note
    if victim := record.get("victim"):
        about = {"country": ["JP"], "employee_count": "Unknown", "industry": "000", "government": ["Unknown"]}
        found["victim"] = {"victim_id": victim, **about}
    if isinstance(amount := record.get("fraud_amount"), int):
        loss = {"variety": "Asset and fraud", "amount": amount}
        money = {"iso_currency_code": "JPY", "overall_amount": amount}
        found["impact"] = {"overall_rating": "Unknown", **money, "loss": [loss]}
    return found


def _single(record: Record) -> Record:
    """Return a record with one value a field, the first, where VERIS doesn't say several."""
    return {
        name: value[0] if isinstance(value, list) and name not in _SEVERAL else value
        for name, value in record.items()
    }


def _plus(record: Record, table: dict[str, Any]) -> dict[str, Any]:
    """Return what VERIS itself provides for under `plus`: the notification, and whether data were abused."""
    plus: dict[str, Any] = {}
    published = record.get("published_on")
    if isinstance(published, str) and (stated := iso_date(published)):
        plus["timeline"] = {"notification": parts(stated)}
    if abuse := table["misuse"].get(record.get("misuse")):
        fraud = abuse == "Yes" and ("fraud_count" in record or "fraud_amount" in record)
        said = "Yes - Financial fraud" if fraud else abuse
        plus["attribute"] = {"confidentiality": {"data_abuse": said}}
    return plus


def _ours(article: Article, annotation: Annotation, schema: Schema) -> dict[str, Any]:
    """Return the whole record with its evidence."""
    values = annotation.gold_values()
    evidence = evidence_of(values, annotation.gold_spans())
    return {
        "article": article.id,
        "annotator": annotation.annotator,
        "schema": schema.stamp,
        "record": record_of(values, schema),
        "evidence": {
            field: [{"start": start, "end": end, "text": article.text[start:end]} for start, end in places]
            for field, places in evidence.items()
        },
        "not_stated": not_stated_of(values),
    }


def _losses(article: Article, annotation: Annotation) -> Iterator[Loss]:
    yield lost(article, annotation, "text")
    yield from without_field(article, annotation)
    yield from unheld(article, annotation)
