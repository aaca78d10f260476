"""The report of a score: tables for a person, or one JSON object for a program."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.table import Table

from store.labelled import Labelled
from store.measures.calibration import Bin
from store.measures.faults import FieldFault, SpanFault, field_faults, span_faults
from store.measures.score import LabelTally, Score, Tally, align
from store.plural import number_of
from store.value import Value
from tui.printing import console, harmless, print_json
from tui.reports.tables import NOTHING, add_row, print_table, table


def print_report(
    score: Score, gold: Sequence[Labelled], predicted: Sequence[Labelled], *, errors: bool, as_json: bool
) -> None:
    """Print a score on stdout, with each difference if asked."""
    paired = align(gold, predicted) if errors else []
    spans = [fault for pair in paired for fault in span_faults(*pair)]
    fields = [fault for pair in paired for fault in field_faults(*pair)]
    if as_json:
        faults = {"span_errors": spans, "field_errors": fields} if errors else {}
        print_json(as_data(score) | faults, indent=2)
        return
    out = console()
    for one in _tables(score):
        print_table(out, one)
    for line in [*map(_span_line, spans), *map(_field_line, fields)]:
        out.print(line, soft_wrap=True)


def as_data(score: Score) -> dict[str, Any]:
    """Return a score as plain data, the ratios worked out."""
    return {
        "articles": score.articles,
        "annotations": score.annotations,
        "missing": score.missing,
        "unknown": score.unknown,
        "unlike": score.unlike,
        "spans": _label_data(score.spans),
        "labels": {name: _label_data(tally) for name, tally in score.labels.items()},
        "record": _data(score.record),
        "groups": {name: _data(tally) for name, tally in score.groups.items()},
        "fields": {name: _data(tally) for name, tally in score.fields.items()},
        "calibration": score.calibration,
    }


def _label_data(tally: LabelTally) -> dict[str, Any]:
    return {"exact": _data(tally.exact), "overlap": _data(tally.overlap)}


def _data(tally: Tally) -> dict[str, float | int | None]:
    counts = {"right": tally.right, "predicted": tally.predicted, "gold": tally.gold}
    return counts | {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}


def _tables(score: Score) -> Iterable[Table]:
    exact = table(f"spans of {_counted(score)}", "label", (*_COUNTED, "overlap F1"))
    for name, tally in (*score.labels.items(), ("all", score.spans)):
        add_row(exact, name, (*_figures(tally.exact), tally.overlap.f1))
    yield exact
    record = table("record", "field", _COUNTED)
    for field, pairs in (*score.fields.items(), *score.groups.items(), ("all", score.record)):
        add_row(record, field, _figures(pairs))
    yield record
    if any(one.spans or one.values for one in score.calibration):
        calibration = table("calibration", "score", ("spans", "right", "values", "right"))
        for one in score.calibration:
            add_row(calibration, f"{one.low:.1f}–{one.high:.1f}", _calibration(one))
        yield calibration


def _counted(score: Score) -> str:
    articles = number_of(score.articles, "article")
    if score.annotations == score.articles:
        return articles
    return f"{number_of(score.annotations, 'annotation')} of {articles}"


_COUNTED = ("precision", "recall", "F1", "right", "predicted", "gold")


def _figures(tally: Tally) -> tuple[float | int | None, ...]:
    return tally.precision, tally.recall, tally.f1, tally.right, tally.predicted, tally.gold


def _calibration(one: Bin) -> tuple[float | int | None, ...]:
    spans = one.spans_right / one.spans if one.spans else None
    values = one.values_right / one.values if one.values else None
    return one.spans, spans, one.values, values


def _span_line(fault: SpanFault) -> str:
    where = f"{fault.article} {fault.start}-{fault.end}"
    context = f"{fault.before}[{fault.text}]{fault.after}"
    instead = f"  ← {fault.predicted}" if fault.predicted else ""
    origin = f"  ({fault.origin})" if fault.origin else ""
    return harmless(f"{fault.kind:8} {fault.label:8} {where}  {context}{instead}{origin}")


def _field_line(fault: FieldFault) -> str:
    differ = f"gold {_values(fault.missed)}  predicted {_values(fault.spurious)}"
    return harmless(f"field    {fault.field}  {fault.article}  {differ}")


def _values(values: Iterable[Value]) -> str:
    return ", ".join(map(str, values)) or NOTHING
