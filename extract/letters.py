"""Kinds of letters, told one by one, without a pattern."""


def is_kanji(letter: str) -> bool:
    """Tell whether a letter is one of the common kanji or 々; nothing is none."""
    return "一" <= letter <= "龠" or letter == "々"


def is_katakana(letter: str) -> bool:
    """Tell whether a letter is full-width katakana or ー; nothing is none."""
    return "ァ" <= letter <= "ヺ" or letter == "ー"


def is_latin(letter: str) -> bool:
    """Tell whether a letter is one that Latin words and identifiers are made of: A to Z, a digit or _."""
    return letter.isascii() and (letter.isalnum() or letter == "_")


def is_letter(letter: str) -> bool:
    """Tell whether a letter is kanji, katakana or Latin: one that names are made of; nothing is none."""
    return is_kanji(letter) or "ァ" <= letter <= "ヺ" or (letter.isascii() and letter.isalpha())
