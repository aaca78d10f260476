import re

import pytest

from extract.letters import is_kanji, is_katakana, is_letter

LETTERS = "亜一龠龡丯々〆ヶァヺヽーぁんAz０9.、㈱①é한 "


@pytest.mark.parametrize(
    ("tells", "pattern"),
    [(is_kanji, "[一-龠々]"), (is_katakana, "[ァ-ヺー]"), (is_letter, "[一-龠々ァ-ヺA-Za-z]")],
)
def test_a_kind_holds_what_its_ranges_hold(tells, pattern):
    assert "".join(filter(tells, LETTERS)) == "".join(re.findall(pattern, LETTERS))
    assert not tells("")
