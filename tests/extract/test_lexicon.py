"""Word lists: what stands apart, and parts in files of their own."""

from collections import Counter

import pytest

from extract.document import Document
from extract.lexicon import LexicalRule, Lexicon, WordList, word_list

RULE = LexicalRule(
    "name", 0.9, "names of two letters", ("[星通]は",), ("明星通りで",), ("星通", "HSZ"), apart=True
)
WORDS = Lexicon(WordList((RULE,), followers=("社員",)))


@pytest.mark.parametrize(
    "text", ["星通は", "昨日、星通が", "元星通の", "星通社員の", "米HSZと", "子会社HSZ社員の"]
)
def test_a_term_that_stands_apart_is_found(text):
    assert [text[start:end] in ("星通", "HSZ") for start, end, _ in WORDS.find(Document(text))] == [True]


@pytest.mark.parametrize(
    "text", ["明星通の", "星通勤の", "2星通", "星通ストアの", "星通.jpで", "HSZトラベルの"]
)
def test_it_is_not_found_within_a_longer_word(text):
    assert list(WORDS.find(Document(text))) == []


@pytest.mark.parametrize("text", ["星通は", "元星通の", "明星通の", "明星通りで", "HSZトラベルの"])
def test_a_name_is_searched_as_a_document_is(text):
    assert list(WORDS.find_in(text)) == list(WORDS.find(Document(text)))


@pytest.mark.parametrize("name", ["organisations", "services"])
def test_parts_are_joined_to_their_list(name):
    whole = word_list(name)
    assert len(whole.rules) == len({rule.id for rule in whole.rules})
    assert whole.rules[-1].terms


@pytest.mark.parametrize("name", ["organisations", "services"])
def test_no_term_is_listed_twice(name):
    terms = Counter(term for rule in word_list(name).rules for term in rule.terms)
    assert [term for term, count in terms.items() if count > 1] == []
