"""Print what speaks for an organisation's being the victim, as gold files tell.

    python -m docs.making.victims [FOLDER] FILE…

What it prints are `none` and `[signs]` of `extract/data/victim_weights.toml`. In each text one organisation
is the victim, or none is: the weights are those that make the right one likeliest, a little drawn to what the
scores of cues are worth by hand (for other signs nought), so that rare ones don't learn what is chance.
Texts that the cues have learned from tell too much of them: have others read by the rules of an earlier
day. A folder is one of marked wordings, as `tests/data/wordings`, of which the victims and contractors count.
What is named several times counts as often.
"""

import math
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from docs.making.marked import unmarked
from extract.document import Document
from extract.extractor import Extractor
from extract.record.names import Organisation
from extract.record.reading import Reading
from extract.record.victim import candidates
from extract.record.victim_signs import MOST, by_hand
from store.schemas.loading import load_schema
from tui.tasks.labelled_files import read_gold

_PULL = 1.0
"""How strongly weights are drawn to those by hand."""
_STEPS, _STEP = 300, 0.05
_RARE = 5
"""Texts below which a sign counts as chance."""
_SMALL = 0.15

Text = tuple[tuple[dict[str, int], ...], int]
"""The signs of each organisation of a text, and the number of the victim; that behind the last is none."""


def texts(paths: Sequence[Path]) -> Iterator[Text]:
    """Yield the texts whose victim is found among their organisations, or that have none."""
    schema = load_schema()
    extractor = Extractor(schema)
    for gold in (one for path in paths for one in read_gold(path)):
        document = Document(gold.article.text, gold.article.published)
        told = candidates(Reading(document, extractor.suggest(document.text, document.published).spans))
        signs = _signs(told)
        names = [{span.text for span in one.mentions} for one, _ in told]
        victim = next((value.value for value in gold.values if value.field == "victim"), None)
        right = next((number for number, each in enumerate(names) if victim in each), None)
        if signs and (victim is None or right is not None):
            yield signs, len(signs) if right is None else right


def wordings(folder: Path) -> Iterator[Text]:
    """Yield marked wordings that say who is the victim, or that the only ones named work for it."""
    for file in sorted(folder.glob("*.toml")):
        for field, values in tomllib.loads(file.read_text("utf-8")).items():
            if field in {"victim", "contractor"}:
                yield from (
                    text for value in values for one in values[value] for text in _told(field, value, one)
                )


def _told(field: str, value: str, marked: str) -> Iterator[Text]:
    text, spans = unmarked(marked)
    told = candidates(Reading(Document(text), spans))
    signs, names = _signs(told), [{span.text for span in one.mentions} for one, _ in told]
    if field == "victim":
        right = [number for number, each in enumerate(names) if value in each]
        is_told = bool(right) or value == "none"
    else:
        right = [number for number, each in enumerate(names) if not each & set(value.split(","))]
        is_told = len(right) < 2 and value != "none"
    if signs and is_told:
        yield signs, right[0] if right else len(signs)


def _signs(told: Sequence[tuple[Organisation, Counter[str]]]) -> tuple[dict[str, int], ...]:
    return tuple({sign: min(times, MOST) for sign, times in one.items()} for _, one in told)


def fitted(told: Sequence[Text]) -> dict[str, float]:
    """Return the weights that make the victims likeliest, by Adam's steps; that of none is under ""."""
    counts = Counter(sign for signs, _ in told for sign in set().union(*signs))
    prior = {sign: by_hand().get(sign, 0.0) for sign, count in counts.items() if count >= _RARE} | {"": 0.0}
    weights, mean, spread = dict(prior), dict.fromkeys(prior, 0.0), dict.fromkeys(prior, 0.0)
    for time in range(1, _STEPS + 1):
        slope = {sign: _PULL * (weights[sign] - prior[sign]) for sign in weights}
        for signs, right in told:
            for number, (one, share) in enumerate(
                zip((*signs, {"": 1}), _shares(signs, weights), strict=True)
            ):
                for sign, times in one.items():
                    if sign in slope:
                        slope[sign] += times * (share - (number == right))
        for sign, value in slope.items():
            mean[sign] = 0.9 * mean[sign] + 0.1 * value
            spread[sign] = 0.999 * spread[sign] + 0.001 * value * value
            root = math.sqrt(spread[sign] / (1 - 0.999**time)) + 1e-8
            weights[sign] -= _STEP * mean[sign] / (1 - 0.9**time) / root
    return weights


def _shares(signs: Sequence[dict[str, int]], weights: dict[str, float]) -> list[float]:
    """Return how likely each organisation of a text is, none of them last."""
    odds = [math.exp(sum(weights.get(sign, 0.0) * times for sign, times in one.items())) for one in signs]
    odds.append(math.exp(weights[""]))
    whole = sum(odds)
    return [one / whole for one in odds]


def table(weights: dict[str, float]) -> str:
    """Return weights as they stand in the data file, the greatest first, without those that say nothing."""
    signs = sorted((sign for sign in weights if sign), key=lambda sign: -weights[sign])
    kept = [sign for sign in signs if sign in by_hand() or abs(weights[sign]) >= _SMALL]
    lines = [f'"{sign}" = {round(weights[sign], 1) + 0.0}' for sign in kept]
    return "\n".join([f"none = {weights['']:.1f}", "[signs]", *lines]) + "\n"


if __name__ == "__main__":
    paths = [Path(name) for name in sys.argv[1:]]
    marked = (text for path in paths if path.is_dir() for text in wordings(path))
    read = texts([path for path in paths if path.is_file()])
    sys.stdout.write(table(fitted((*marked, *read))))
