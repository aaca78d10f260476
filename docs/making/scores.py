"""Print scores of several gold files side by side: `python -m docs.making.scores NAME=FILE…`."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from store.labelled import Labelled
from store.measures.faults import field_faults, span_faults
from store.measures.score import Score, Tally, score
from store.schemas.loading import load_schema
from tui.tasks.labelled_files import predict, read_gold

Scored = tuple[Sequence[Labelled], Sequence[Labelled], Score]


def scored(path: Path) -> Scored:
    """Return a file's gold, what the extractor finds in its texts, and how that compares."""
    schema = load_schema()
    gold = read_gold(path)
    predicted = predict(gold, schema)
    return gold, predicted, score(gold, predicted, schema)


def report(files: Mapping[str, Scored]) -> str:
    """Return the tables as Markdown."""
    scores = [one[2] for one in files.values()]
    labels = [
        {name: tally.exact for name, tally in one.labels.items()} | {"all": one.spans.exact} for one in scores
    ]
    fields = [dict(one.fields) | dict(one.groups) | {"all": one.record} for one in scores]
    faults = [_faults(gold, predicted) for gold, predicted, _ in files.values()]
    return "\n\n".join(
        [
            _table("label", list(files), labels),
            _table("field", list(files), fields),
            _counts("error", list(files), faults),
            _calibration(list(files), scores),
        ]
    )


def _order(columns: Sequence[Mapping[str, object]]) -> list[str]:
    names = list(dict.fromkeys(name for column in columns for name in column if name not in ("dates", "all")))
    return [*names, *(name for name in ("dates", "all") if any(name in column for column in columns))]


def _head(first: str, files: Sequence[str]) -> list[str]:
    return [f"| {first} | " + " | ".join(files) + " |", "|---|" + "---:|" * len(files)]


def _table(first: str, files: Sequence[str], columns: Sequence[Mapping[str, Tally]]) -> str:
    lines = _head(first, [f"{name} F1 (gold)" for name in files])
    for name in _order(columns):
        cells = [_cell(column.get(name)) for column in columns]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(tally: Tally | None) -> str:
    return "–" if tally is None or tally.f1 is None else f"{tally.f1:.3f} ({tally.gold})"


def _faults(gold: Sequence[Labelled], predicted: Sequence[Labelled]) -> Counter[str]:
    there = {one.key: one for one in predicted}
    counts: Counter[str] = Counter()
    for one in gold:
        counts.update(f"{fault.label} {fault.kind}" for fault in span_faults(one, there[one.key]))
        for fault in field_faults(one, there[one.key]):
            both = fault.missed and fault.spurious
            kind = "another value" if both else "missed" if fault.missed else "spurious"
            counts[f"{fault.field} {kind}"] += 1
    return counts


def _counts(first: str, files: Sequence[str], columns: Sequence[Counter[str]]) -> str:
    lines = _head(first, files)
    for name, _ in sum(columns, Counter()).most_common():
        lines.append(f"| {name} | " + " | ".join(str(column[name]) for column in columns) + " |")
    return "\n".join(lines)


def _calibration(files: Sequence[str], scores: Sequence[Score]) -> str:
    lines = _head("score", [f"{name}, right of {what}" for name in files for what in ("spans", "values")])
    for bins in zip(*(one.calibration for one in scores), strict=True):
        cells = [
            f"{right} of {all_}"
            for one in bins
            for right, all_ in ((one.spans_right, one.spans), (one.values_right, one.values))
        ]
        lines.append(f"| {bins[0].low:.1f}–{bins[0].high:.1f} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    named = [argument.partition("=") for argument in sys.argv[1:]]
    sys.stdout.write(report({name: scored(Path(file)) for name, _, file in named}) + "\n")
