"""The victim as weighed: what signs say, what a score promises, and a data file without dead weights."""

import re
from collections import Counter
from pathlib import Path

from extract.data_file import read_data
from extract.record.rulebook import rulebook
from extract.record.victim_signs import by_hand, enough, weight

TABLE = read_data("victim_weights")
FOLDER = Path(__file__).parents[3] / "extract"
RULES = "".join(path.read_text("utf-8") for ending in ("py", "toml") for path in FOLDER.rglob(f"*.{ending}"))
PLACES = {"lead", "title", "alone", "alone in a notice", "signed", "head of its house", "above its house"}
NAMES = {"legal form", "unit", "called 同社", *(f"number {order}" for order in (1, 2, 3, 4))}
SCRIPTS = {"katakana", "Latin", "mixed", "kanji"}


def is_known(sign: str) -> bool:
    kind, _, rest = sign.partition(" ")
    known = {
        "ends": {f"in {ending}" for ending in SCRIPTS.union(TABLE["endings"])},
        "then": {"nothing", "kanji", "katakana", "から", *"はがのでにとをもへや、。(「"},
        "behind": {"nothing", "other words", *TABLE["behind"]},
        "its": set(TABLE["owned"]),
        "found": set(re.findall(r'"(org\.\w+)"', RULES)),
    }
    return sign in PLACES | NAMES | set(by_hand()) or rest.removeprefix("by ") in known.get(kind, set())


def test_every_weight_is_of_a_sign_that_can_be():
    assert not [sign for sign in TABLE["signs"] if not is_known(sign)]


def test_every_cue_has_some_weight():
    cues = {f"mention.{cue.id}" for cue in rulebook("victim").roles["mention"]}
    assert cues <= set(by_hand())
    assert all(weight(Counter([sign])) for sign in cues - set(TABLE["signs"]))


def test_a_sign_counts_three_times_at_most():
    assert weight(Counter({"mention.announces": 3})) == weight(Counter({"mention.announces": 30}))
    assert weight(Counter({"mention.announces": 2})) < weight(Counter({"mention.announces": 3}))


def test_what_nothing_is_known_of_is_not_enough():
    assert weight(Counter()) == weight(Counter(["a sign that nobody has seen"])) == 0 < enough()


def test_a_rival_lowers_the_score_and_is_the_runner_up(fill):
    sure = "[ORG 北斗食品株式会社]は[DATE 4月5日]、顧客の名簿が流出したと発表した。"
    doubtful = "[ORG 北斗食品株式会社]の顧客の名簿が流出した。[ORG 南星電機株式会社]の顧客もいた。"
    (alone,) = (value for value in fill(sure) if value.field == "victim")
    (one,) = (value for value in fill(doubtful) if value.field == "victim")
    assert alone.value == one.value == "北斗食品株式会社"
    assert 0.5 <= one.score < alone.score < 0.9
    assert (alone.runner_up, one.runner_up) == (None, "南星電機株式会社")
