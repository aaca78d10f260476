"""The word lists that the rules of items hold in their patterns; the data file says what each is for."""

from extract.word_lists import WordLists

WORDS = WordLists("item_words")
