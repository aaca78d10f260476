import json
from pathlib import Path

import pytest

from extract.folding import fold
from extract.record.cues import judge, judge_all
from extract.record.rulebook import rulebook
from extract.record.surroundings import Surroundings
from extract.record.triggers import cue_triggers

HELDOUT = Path(__file__).parents[2] / "data" / "heldout.jsonl"
EVERY_CUE = -1


def sentences() -> list[str]:
    texts = (json.loads(line)["text"] for line in HELDOUT.read_text("utf-8").splitlines())
    return [fold(one) for text in texts for one in text.replace("\n", "。").split("。") if one][::3]


@pytest.mark.parametrize(("book", "role"), list(cue_triggers().first))
def test_a_cue_that_holds_is_among_those_that_can(book, role):
    for sentence in sentences():
        told = Surroundings.of("", sentence, "", "")
        anyway = Surroundings("", "", sentence, sentence, "", EVERY_CUE)
        assert judge_all(book, role, told) == judge_all(book, role, anyway)


def test_a_sentence_without_its_words_rules_a_cue_out():
    first, triggers = cue_triggers().first, cue_triggers().sentences
    cues = (1 << len(rulebook("victim").roles["mention"])) - 1 << first["victim", "mention"]
    assert (triggers.living("今日は晴れです") & cues).bit_count() < cues.bit_count() // 4


def test_the_best_scored_cue_is_asked_first():
    around = Surroundings.of("", "カード情報が不正利用された可能性がある", "", "")
    told = judge_all("misuse", "possible", around)
    assert told and judge("misuse", "possible", around) == told[0]
    assert [one.score for one in told] == sorted((one.score for one in told), reverse=True)
