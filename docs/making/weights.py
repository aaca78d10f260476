"""Print what speaks for the roles of dates, as gold files tell: `python -m docs.making.weights FILE…`.

What it prints are the tables of `extract/data/date_weights.toml` but for `least`, made by logistic regression
with an L1 penalty, so that only what tells much has a weight. Texts of new kinds are named several times:
cues have learned from the others, so what these leave to the weights is little.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.document import Document
from extract.extractor import Extractor
from extract.record.dates import candidates_for, cued_date
from extract.record.likelihood import signs
from extract.record.reading import Reading
from store.schemas.loading import load_schema
from tui.tasks.labelled_files import read_gold

ROLES = ("occurred_on", "discovered_on")
_PENALTY, _STEPS = 12.0, 300
"""How much a weight costs in log likelihood, and how many steps lead to the weights."""
_UNTOLD = 3
"""How often an article counts where no cue tells the role: there the weights are asked."""
_RARE = 5
"""Candidates below which a sign counts as chance."""
_SMALL = 0.15

Example = tuple[frozenset[str], bool, int]


def examples(paths: Sequence[Path], role: str) -> Iterator[Example]:
    """Yield each candidate's signs, whether gold gives it the role, and how often it counts."""
    schema = load_schema()
    extractor = Extractor(schema)
    for gold in (one for path in paths for one in read_gold(path)):
        document = Document(gold.article.text, gold.article.published)
        found = extractor.suggest(document.text, document.published)
        reading = Reading(document, found.spans)
        values = {value.value for value in gold.values if value.field == role}
        times = 1 if cued_date(reading, role) else _UNTOLD
        for one in candidates_for(reading, role):
            yield frozenset(sign for sign, _ in signs(reading, one)), one.moment.value in values, times


def fitted(told: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """Return the base and the weights that make the examples likeliest, by accelerated proximal steps."""
    counts = Counter(sign for example, _, _ in told for sign in example)
    known = {sign for sign, count in counts.items() if count >= _RARE}
    rows = [(tuple(example & known), is_right, times) for example, is_right, times in told]
    step = 4 / max(1, sum((len(row) + 1) * times for row, _, times in rows))
    weights, ahead, momentum = {"": 0.0}, {"": 0.0}, 1.0
    for _ in range(_STEPS):
        slope: defaultdict[str, float] = defaultdict(float)
        for row, is_right, times in rows:
            odds = ahead[""] + sum(ahead.get(sign, 0.0) for sign in row)
            error = times * (1 / (1 + math.exp(-odds)) - is_right)
            for sign in (*row, ""):
                slope[sign] += error
        moved = {sign: _shrunk(sign, ahead.get(sign, 0.0) - step * slope[sign], step) for sign in slope}
        later = (1 + math.sqrt(1 + 4 * momentum**2)) / 2
        pull = (momentum - 1) / later
        ahead = {sign: value + pull * (value - weights.get(sign, 0.0)) for sign, value in moved.items()}
        weights, momentum = moved, later
    base = weights.pop("")
    return base, weights


def _shrunk(sign: str, value: float, step: float) -> float:
    cost = _PENALTY * step if sign else 0.0
    return math.copysign(max(abs(value) - cost, 0.0), value)


def _table(role: str, base: float, weights: dict[str, float]) -> str:
    kept = sorted((pair for pair in weights.items() if abs(pair[1]) >= _SMALL), key=lambda pair: -pair[1])
    lines = [f"[{role}]", f"base = {base:.1f}", f"[{role}.weights]"]
    return "\n".join([*lines, *(f'"{sign}" = {weight:.1f}' for sign, weight in kept)])


if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:]]
    tables = (_table(role, *fitted(tuple(examples(files, role)))) for role in ROLES)
    sys.stdout.write("\n\n".join(tables) + "\n")
