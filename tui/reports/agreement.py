"""The report of an agreement: tables for a person, or one JSON object for a program."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from rich.table import Table

from store.measures.agreement import Agreement, PairAgreement
from store.measures.coefficients import Figure
from store.plural import number_of
from tui.printing import console, harmless, print_json
from tui.reports.tables import add_row, print_table, table


def print_agreement(agreement: Agreement, *, as_json: bool) -> None:
    """Print an agreement on stdout."""
    if as_json:
        print_json(as_data(agreement), indent=2)
        return
    out = console()
    for one in _tables(agreement):
        print_table(out, one)
    for line in dict.fromkeys(_explanations(agreement)):
        out.print(harmless(line), soft_wrap=True)


def as_data(agreement: Agreement) -> dict[str, Any]:
    """Return an agreement as plain data, the ratios worked out."""
    data: dict[str, Any] = msgspec.to_builtins(agreement)
    for plain, pair in zip(data["pairs"], agreement.pairs, strict=True):
        plain["spans"] = _f1(pair)
        plain["labels"] = {
            label: {"exact": one.exact.f1, "overlap": one.overlap.f1} for label, one in pair.labels.items()
        }
        for field, one in pair.fields.items():
            plain["fields"][field]["share"] = one.share
    return data


def _f1(pair: PairAgreement) -> dict[str, float | None]:
    return {"exact": pair.spans.exact.f1, "overlap": pair.spans.overlap.f1}


def _tables(agreement: Agreement) -> Iterable[Table]:
    people = len(agreement.annotators)
    articles, tokens = number_of(agreement.articles, "article"), number_of(agreement.tokens, "token")
    title = f"{people} annotators on {articles}, {tokens}"
    overall = table(title, "annotators", ("articles", "exact F1", "overlap F1", "kappa", "alpha"))
    for pair in agreement.pairs:
        figures = pair.articles, *_f1(pair).values(), pair.kappa.value, ""
        add_row(overall, _names(pair), figures)
    add_row(overall, "all", (agreement.articles, "", "", "", agreement.alpha.value))
    yield overall
    columns = [f"{name} {_names(pair)}" for pair in agreement.pairs for name in ("exact F1", "overlap F1")]
    labels = table("spans", "label", (*columns, "alpha"))
    for label, figure in agreement.labels.items():
        tallies = [pair.labels.get(label) for pair in agreement.pairs]
        ratios = [
            ratio for one in tallies for ratio in ((one.exact.f1, one.overlap.f1) if one else (None, None))
        ]
        add_row(labels, label, (*ratios, figure.value))
    yield labels
    fields = table(
        "record: articles where the values are the same", "field", (*map(_names, agreement.pairs), "alpha")
    )
    for field, figure in agreement.fields.items():
        add_row(fields, field, (*(_same(pair, field) for pair in agreement.pairs), figure.value))
    yield fields


def _names(pair: PairAgreement) -> str:
    return f"{pair.first} · {pair.second}"


def _same(pair: PairAgreement, field: str) -> str | None:
    one = pair.fields.get(field)
    return f"{one.same} of {one.stated}" if one else None


def _explanations(agreement: Agreement) -> Iterator[str]:
    """Yield why values are undefined."""
    yield from _why("alpha on tokens", agreement.alpha)
    for pair in agreement.pairs:
        yield from _why(f"kappa of {_names(pair)}", pair.kappa)
        if pair.spans.exact.f1 is None:
            yield f"– F1 of {_names(pair)}: neither marked a span in an article that both annotated"
    for name, figure in (*agreement.labels.items(), *agreement.fields.items()):
        yield from _why(f"alpha of {name}", figure)


def _why(what: str, figure: Figure) -> Iterator[str]:
    if figure.value is None:
        yield f"– {what}: {figure.why}"
