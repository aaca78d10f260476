"""Invented Japanese text of any length with spans over it, the same for the same sizes."""

import random
from itertools import accumulate

from store.schema import Schema
from store.span import Span

SENTENCE = (
    "弊社|が|運営|する|「|北斗|マルシェ|」|に|おき|まし|て|、|第三者|による|不正|アクセス|を|受け|、|お客様|の|"
    "クレジット|カード|情報|が|漏えい|した|可能|性|が|ある|こと|が|判明|し|まし|た|。|2023年4月5日|約|12,345|"
    "件|の|ｼｽﾃﾑ|メール|アドレス|１２３|件|・|調査|の|結果|、|決済|画面|の|改ざん"
)
PARAGRAPH = 60
"""Words, on the average."""


def sample_text(characters: int) -> tuple[str, list[int]]:
    """Return a text of about so many characters, and where its words begin."""
    chance = random.Random(characters)
    words: list[str] = []
    known = SENTENCE.split("|")
    length = 0
    while length < characters:
        word = "\n" if chance.random() < 1 / PARAGRAPH else chance.choice(known)
        words.append(word)
        length += len(word)
    starts = [0, *accumulate(map(len, words))]
    return "".join(words), [start for start, word in zip(starts, words, strict=False) if word != "\n"]


def sample_spans(text: str, starts: list[int], count: int, schema: Schema) -> list[Span]:
    """Return so many suggested spans over words of a text, spread over all of it, in text order."""
    every = max(2, len(starts) // count)
    labels = [label.id for label in schema.labels]
    spans = []
    for number, index in enumerate(range(0, len(starts) - 1, every)):
        start = starts[index]
        end = start + len(text[start : starts[index + 1]].rstrip())
        label = labels[number % len(labels)]
        spans.append(Span(f"s{number}", start, end, label, text[start:end], "sample.rule", 0.9))
    return spans[:count]
