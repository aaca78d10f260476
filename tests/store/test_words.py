import re
from itertools import pairwise

import pytest

from store.formats.words import Word, words_of
from store.span import Span


def tokens(text):
    return [found.span() for found in re.finditer(r"𠮷野|食品|[0-9]+|[A-Za-z]+|\S", text)]


def spans_at(text, places):
    return [
        Span(f"s{number}", start, end, "ORG", text[start:end]) for number, (start, end) in enumerate(places)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "𠮷野食品は4月5日、\n髙橋様の「が👨‍👩‍👧」\tを\n\n（Payment Co）  と A B。",
        " 先頭と末尾 ",
        "一  二",
        "a b c",
        "\u3000",
        "\n\n",
        "か\u3099",
        "一\u200b二 \n三",
        "A \u3000 B",
    ],
)
def test_words_and_blanks_are_the_text_whatever_spans_cut_it(text):
    edges = list(pairwise(range(len(text) + 1)))
    for cut in ([], edges[::2], edges):
        words = words_of(text, tokens(text), spans_at(text, cut))
        assert "".join(text[word.start : word.end] + " " * word.blank for word in words) == text
        assert all(word.start < word.end for word in words)
        assert {(start, end) for start, end in cut} <= {(word.start, word.end) for word in words}


def test_words_are_tokens_cut_at_the_edges_of_spans():
    text = "𠮷野食品 A B"
    words = words_of(text, tokens(text), spans_at(text, [(1, 3)]))
    assert [text[start:end] for start, end, _ in words] == ["𠮷", "野", "食", "品", "A", "B"]
    assert [word.blank for word in words] == [False, False, False, True, True, False]


def test_a_blank_at_the_edge_of_a_span_is_a_word():
    text = "A B"
    assert words_of(text, tokens(text), spans_at(text, [(0, 2)])) == [
        Word(0, 1, False), Word(1, 2, False), Word(2, 3, False),
    ]  # fmt: skip
