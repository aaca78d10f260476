import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.cells import LONGEST_CLUSTER, Cells, shown

FAMILY = "👨‍👩‍👧"
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "あ漢ー、「」ｶﾞﾟ日🇯🇵👍🏽👩❤☎1#*葛\u200d\ufe0f\ufe0e\u3099\u0301\U000e0100\u20e3\u202e\x1b\t\n\u3000"
        ),
        st.sampled_from("\U0001f3f4\U000e0067\U000e007f\u1112\u1161\u11ab\u200b\ud800"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "widths"),
    [
        ("日本a", [2, 2, 1]),
        ("ｱﾊﾟﾙ", [1, 2, 0, 1]),
        ("か\u3099き", [2, 0, 2]),
        ("葛\U000e0100城", [2, 0, 2]),
        ("𠮷野", [2, 2]),
        (FAMILY, [2, 0, 0, 0, 0]),
        ("👍🏽", [2, 0]),
        ("🇯🇵🇰🇷🇯", [2, 0, 2, 0, 1]),
        ("1️⃣", [2, 0, 0]),
        ("☎️☎", [2, 0, 1]),
        ("❤️‍🔥", [2, 0, 0, 0]),
        ("🏴\U000e0067\U000e0062\U000e007f", [2, 0, 0, 0]),
        ("\u1112\u1161\u11ab", [2, 0, 0]),
        ("　\t", [2, 2]),
        ("…―※①", [1, 1, 1, 1]),
    ],
)
def test_a_cluster_has_its_cells_where_it_begins(text, widths):
    assert list(Cells.of(text).widths) == widths


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("\x1b[31m赤", "␛[31m赤"),
        ("\x00\x7f\x9b", "␀␡␦"),
        ("\r\u2028", "␍␤"),
        ("a\tb", "a⇥ b"),
        ("\u202e逆\u202c\u200f\u2066", "⇠逆⇡⇠⇢"),
        ("株\u200b式\ufeff\u00ad会", "株␢式␢␢会"),
        ("\u3164\uffa0", "␢␢"),
        ("\ud800\uffff", "␦␦"),
        ("\u3099あ", "◌\u3099あ"),
        ("\n\u0301", "␊◌\u0301"),
        ("日\u200d本", "日␢本"),
        ("👩\u200d", "👩␢"),
        ("🏽\ufe0f", "␢\ufe0f"),
        ("[bold]&amp;{x}", "[bold]&amp;{x}"),
        ("全角　空白", "全角　空白"),
        (FAMILY + "ｶﾞ", FAMILY + "ｶﾞ"),
    ],
)
def test_what_acts_on_the_terminal_or_is_invisible_is_shown_by_a_symbol(text, screen):
    assert shown(text) == screen


def test_piled_marks_do_not_make_a_cluster_without_end():
    cells = Cells.of("あ" + "\u0301" * 100)
    starts = [place for place, width in enumerate(cells.widths) if width]
    assert starts == [0, LONGEST_CLUSTER, 2 * LONGEST_CLUSTER, 3 * LONGEST_CLUSTER]
    assert "◌" in cells.shown(0, len(cells.text))


def test_any_code_point_of_a_cluster_leads_to_its_ends():
    cells = Cells.of(f"日{FAMILY}本")
    assert [cells.start(place) for place in range(7)] == [0, 1, 1, 1, 1, 1, 6]
    assert [cells.end(place) for place in range(7)] == [1, 6, 6, 6, 6, 6, 7]


def test_the_offsets_of_stand_ins_are_told():
    assert Cells.of("a\x1b日\u200d").stand_ins(0, 4) == [1, 3]
    assert Cells.of("ab").stand_ins(0, 2) == []


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_cells_add_up_to_what_the_terminal_is_given(text):
    cells = Cells.of(text)
    assert sum(cells.widths) == cell_len(cells.shown(0, len(text)))


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_every_cluster_can_be_shown_by_itself(text):
    cells = Cells.of(text)
    starts = [place for place, width in enumerate(cells.widths) if width]
    ends = [cells.end(place) for place in starts]
    assert starts == [0, *ends[:-1]] if text else not starts
    pieces = [cells.shown(start, end) for start, end in zip(starts, ends, strict=True)]
    assert "".join(pieces) == cells.shown(0, len(text))
    assert [cell_len(piece) for piece in pieces] == [cells.widths[place] for place in starts]


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_nothing_goes_to_the_terminal_that_acts_on_it(text):
    out = shown(text)
    out.encode()
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in out)
    assert not any(unicodedata.bidirectional(letter) in ("LRO", "RLO", "LRE", "RLE", "PDF") for letter in out)


@pytest.mark.parametrize("unit", ["情報が漏えいした。", "か\u3099", "\u200d", FAMILY, "\x1b"])
def test_half_a_million_characters_are_measured_in_linear_time(unit):
    text = unit * (500_000 // len(unit))
    assert sum(Cells.of(text).widths) == sum(Cells.of(unit).widths) * (500_000 // len(unit))
