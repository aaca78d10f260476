"""Morphemes: the tokens of a text, as exports are made of and agreement is judged on."""

from store.formats.piece import Tokens


def tokenise(text: str) -> Tokens:
    """Return the morphemes of a text without those that are white space, as U+3000 is to fugashi."""
    from extract.tokens import Tokens as Morphemes

    morphemes = Morphemes(text)
    places = zip(morphemes.starts, morphemes.ends, strict=True)
    return [(start, end) for start, end in places if not text[start:end].isspace()]
