"""The report of a dataset's figures: tables for a person, or one JSON object for a program."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from rich.table import Table

from store.measures.figures import Decisions, Figures
from store.plural import number_of
from tui.printing import console, harmless, print_json
from tui.reports.tables import add_row, print_table, table

_DECIDED = ("gold", "accepted", "edited", "added", "rejected", "undecided", "kept")
_EFFORT = (
    "articles", "seconds", "mean", "median", "keystrokes", "mean", "median",
)  # fmt: skip


def print_figures(figures: Figures, whose: str | None, *, as_json: bool) -> None:
    """Print figures on stdout, of one person's work or of everyone's."""
    if as_json:
        print_json(as_data(figures), indent=2)
        return
    out = console()
    if not figures.status:
        out.print(harmless(_untouched(figures.articles, whose)))
        return
    for one in _tables(figures):
        print_table(out, one)


def as_data(figures: Figures) -> dict[str, Any]:
    """Return figures as plain data, sums and shares worked out."""
    data: dict[str, Any] = msgspec.to_builtins(figures)
    for name in ("labels", "fields", "span_rules", "value_rules"):
        decisions: Mapping[str, Decisions] = getattr(figures, name)
        for key, one in decisions.items():
            data[name][key] |= {"gold": one.gold, "kept": one.kept}
    return data


def _untouched(articles: int, whose: str | None) -> str:
    if not articles:
        return "no articles yet: `akapen import` brings them in"
    told = f"{whose} has work on none of them" if whose else "nobody has opened one yet"
    return f"{number_of(articles, 'article')}, all pending: {told}"


def _tables(figures: Figures) -> Iterable[Table]:
    statuses = list(next(iter(figures.status.values()), {}))
    status = table(f"{number_of(figures.articles, 'article')} by status", "annotator", statuses)
    for name, counts in figures.status.items():
        add_row(status, name, list(counts.values()))
    yield status
    yield _decided("spans by label", "label", figures.labels)
    yield _decided("values by field", "field", figures.fields, figures.not_stated)
    yield _decided("spans by rule", "rule", figures.span_rules)
    yield _decided("values by rule", "rule", figures.value_rules)
    effort = table("time and keystrokes", "annotator", _EFFORT)
    for name, one in figures.effort.items():
        seconds = one.seconds, one.mean_seconds, one.median_seconds
        add_row(
            effort,
            name,
            (one.annotations, *seconds, one.keystrokes, one.mean_keystrokes, one.median_keystrokes),
        )
    yield effort


def _decided(
    title: str, first: str, decisions: Mapping[str, Decisions], unstated: Mapping[str, int] | None = None
) -> Table:
    made = table(title, first, _DECIDED if unstated is None else (*_DECIDED, "not stated"))
    names = [*decisions, *(name for name in unstated or {} if name not in decisions)]
    for name in names:
        one = decisions.get(name, Decisions())
        row = [getattr(one, column) for column in _DECIDED]
        add_row(made, name, row if unstated is None else [*row, unstated.get(name, 0)])
    return made
