"""Who did what to which assets, as VERIS says it: actor, action, asset and attribute from a record."""

from typing import Any

from store.annotation import Record

Table = dict[str, Any]

_IMPLY_PERSONAL = {"Payment", "Medical", "Bank", "Sensitive Personal"}
"""Kinds of data that are personal as well, by the rules of VERIS 1.4.1."""
_ACTOR: dict[str, Table] = {
    "external": {"country": ["Unknown"], "motive": ["Unknown"], "variety": ["Unknown"]},
    "internal": {"motive": ["Unknown"], "variety": ["Unknown"]},
}

_UNTOLD = {"notes": "the article states no cause that VERIS knows"}
"""VERIS wants a note where the actor is unknown."""


def deeds(record: Record, table: Table) -> Table:
    """Return actor, action, asset and attribute of an incident.

    Args:
        record: of the incident schema.
        table: how its codes are said.
    """
    causes = [table["cause"][code] for code in _codes(record, "cause") if code in table["cause"]]
    assets = _merged([[one["asset"]] for one in causes if "asset" in one]) or ["Unknown"]
    attribute = {
        name: {"variety": varieties}
        for name in ("integrity", "availability")
        if (varieties := _merged([one.get(name, []) for one in causes]))
    }
    if secrecy := _confidentiality(record, table):
        attribute["confidentiality"] = secrecy
    found = {
        "actor": {one["actor"]: _ACTOR[one["actor"]] for one in causes} or {"unknown": _UNTOLD},
        "action": _actions(causes) or {"unknown": _UNTOLD},
        "asset": {"assets": [{"variety": name} for name in assets], "cloud": ["Unknown"]},
    }
    return found | ({"attribute": attribute} if attribute else {})


def _codes(record: Record, field: str) -> list[str]:
    codes = record.get(field, [])
    return [str(code) for code in codes] if isinstance(codes, list) else [str(codes)]


def _actions(causes: list[Table]) -> Table:
    actions: Table = {}
    for name in dict.fromkeys(one["action"] for one in causes):
        mine = [one for one in causes if one["action"] == name]
        actions[name] = {key: _merged([[one[key]] for one in mine]) for key in ("variety", "vector")}
        if name == "social":
            actions[name]["target"] = ["Unknown"]
    return actions


def _merged(lists: list[list[str]]) -> list[str]:
    """Return all names once; `Unknown` only where nothing else is known."""
    names = list(dict.fromkeys(name for one in lists for name in one))
    return [name for name in names if name != "Unknown"] or names


def _confidentiality(record: Record, table: Table) -> Table | None:
    total, cards = _count(record, "affected_count"), _count(record, "card_count")
    kinds = dict.fromkeys(table["data_types"].get(code, "Personal") for code in _codes(record, "data_types"))
    if cards is not None:
        kinds["Payment"] = None
    if total is not None or not _IMPLY_PERSONAL.isdisjoint(kinds):
        kinds["Personal"] = None
    if not kinds and "misuse" in record:
        kinds["Unknown"] = None
    if not kinds:
        return None
    amounts = {"Payment": cards, "Personal": total}
    abused = record.get("misuse") == "confirmed" or "fraud_count" in record
    found: Table = {
        "data_disclosure": "Yes" if abused else "Potentially",
        "data": [
            {"variety": kind} | ({"amount": amounts[kind]} if amounts.get(kind) is not None else {})
            for kind in kinds
        ],
    }
    known = [count for count in (total, cards) if count is not None]
    return found | ({"data_total": max(known)} if known else {})


def _count(record: Record, field: str) -> int | None:
    value = record.get(field)
    return value if isinstance(value, int) else None
