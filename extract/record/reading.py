"""A document as the role rules read it: its spans, and the words around each of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from extract.document import Document, Stretch
from extract.lazy_pattern import lazy
from extract.needed import MARK
from extract.record.asides import is_of_others, is_other_case, tail_of
from extract.record.surroundings import Surroundings
from extract.record.triggers import cue_triggers, living_under
from store.span import Span

T = TypeVar("T")

READ_UP_TO = 30_000
"""Code points: the incident is told in an article's first part; so the record's cost is bounded."""

REACH = 200
"""Code points that a rule sees on either side of a span, within its sentence."""

_QUOTED = lazy(r"「[^「」\n]{2,150}」")
"""What someone says; it doesn't end the sentence that tells of it: 「…。…」と連絡があった."""

_HALF = frozenset("、をにはがのでとりし,")
"""A line that ends so goes on in the next: notices are often wrapped by hand."""


class Reading:
    """The spans that tell of the incident, by label, with what stands around them."""

    def __init__(self, document: Document, spans: Iterable[Span]) -> None:
        self.document = document
        self.folded = _QUOTED.sub(_unstopped, document.folded)
        self.end = min(READ_UP_TO, tail_of(document.folded[:READ_UP_TO]))
        told = (span for span in spans if span.end <= self.end)
        self.spans = tuple(sorted(told, key=lambda span: (span.start, span.end)))
        self._of: dict[tuple[str, ...], tuple[Span, ...]] = {}
        self._stretches: dict[tuple[str, ...], tuple[Stretch, ...]] = {}
        self._around: dict[tuple[int, int, tuple[str, ...]], Surroundings] = {}
        self._marked: dict[tuple[int, int, str], Surroundings] = {}
        self._done: dict[Callable[[Reading], Any], Any] = {}

    def of(self, *labels: str) -> tuple[Span, ...]:
        """Return the spans of some labels in text order."""
        if labels not in self._of:
            self._of[labels] = tuple(span for span in self.spans if span.label in labels)
        return self._of[labels]

    def within(self, stretch: Stretch, label: str) -> tuple[Span, ...]:
        """Return the spans of a label that start within a stretch."""
        spans, (start, end) = self.of(label), stretch
        starts = self.stretches_of(label)
        return spans[bisect_left(starts, (start,)) : bisect_left(starts, (end,))]

    def stretches_of(self, *labels: str) -> tuple[Stretch, ...]:
        """Return where the spans of some labels lie, in text order."""
        if labels not in self._stretches:
            self._stretches[labels] = tuple((span.start, span.end) for span in self.of(*labels))
        return self._stretches[labels]

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The document's sentences, those that a line end cuts in two made one again."""
        joined: list[Stretch] = []
        for start, end in self.document.sentences:
            if start >= self.end:
                break
            if joined and self._goes_on(joined[-1][1], start):
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        return tuple(joined)

    def _goes_on(self, end: int, start: int) -> bool:
        if end == start:
            return self.folded[end - 1] != self.document.folded[end - 1]
        return self.folded[end:start] == "\n" and self.folded[end - 1 : end] in _HALF

    def sentence_at(self, offset: int) -> Stretch:
        """Return the stretch of the sentence that holds an offset, in code points."""
        return self.sentences[self._sentence_index(offset)] if self.sentences else (offset, offset)

    def _sentence_index(self, offset: int) -> int:
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index > 0 else 0

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def own_sentences(self) -> tuple[Stretch, ...]:
        """The sentences that aren't beside the incident."""
        beside = self.once(_beside)
        return tuple(
            stretch for stretch, is_beside in zip(self.sentences, beside, strict=True) if not is_beside
        )

    def once(self, work: Callable[["Reading"], T]) -> T:
        """Return what a pure function makes of this reading, computed the first time only."""
        if work not in self._done:
            self._done[work] = work(self)
        result: T = self._done[work]
        return result

    def is_beside(self, offset: int) -> bool:
        """Tell whether the sentence that holds an offset speaks of other incidents or of the future."""
        return bool(self.sentences) and self.once(_beside)[self._sentence_index(offset)]

    def heading(self, offset: int) -> str:
        """Return the folded headings above an offset, outermost first, one a line."""
        return self.document.section_at(offset).outline

    def around(self, span: Span, *cut: str) -> Surroundings:
        """Return the words around a span in its sentence, up to the nearest spans of the labels in `cut`."""
        asked = span.start, span.end, cut
        if asked not in self._around:
            self._around[asked] = self.around_stretch((span.start, span.end), self.stretches_of(*cut))
        return self._around[asked]

    def around_marked(self, span: Span, label: str) -> Surroundings:
        """Return the words around a span, each other span of a label in them replaced by `MARK`."""
        asked = span.start, span.end, label
        if asked not in self._marked:
            around, spans = self.around(span), self.of(label)
            before = self.replaced((span.start - len(around.before), span.start), spans, _marked)
            after = self.replaced((span.end, span.end + len(around.after)), spans, _marked)
            self._marked[asked] = msgspec.structs.replace(around, before=before, after=after)
        return self._marked[asked]

    def replaced(self, stretch: Stretch, spans: Sequence[Span], word: Callable[[Span], str]) -> str:
        """Return the folded words of a stretch, each of some sorted spans in it replaced by its word."""
        (done, end), parts = stretch, []
        for span in spans[bisect_left(spans, done, key=lambda span: span.start) :]:
            if span.end > end:
                break
            parts += [self.folded[done : span.start], word(span)]
            done = span.end
        return "".join([*parts, self.folded[done:end]])

    def around_stretch(self, stretch: Stretch, stops: Sequence[Stretch] = ()) -> Surroundings:
        """Return the words around a stretch within its sentence, up to the nearest of the sorted stops."""
        start, end = stretch
        sentence = first, last = self.sentence_at(start)
        first, last = max(first, start - REACH), min(max(last, end), end + REACH)
        left = bisect_left(stops, (start,)) - 1
        if left >= 0:
            first = max(first, min(stops[left][1], start))
        right = bisect_left(stops, (end,))
        if right < len(stops):
            last = min(last, stops[right][0])
        before, surface, after = self.folded[first:start], self.folded[start:end], self.folded[end:last]
        if end > sentence[1]:
            return Surroundings.of(before, surface, after, self.heading(start))
        heading = self.heading(start)
        living = self._living.get(sentence, 0) & living_under(heading)
        return Surroundings(before, after, surface, before + surface + after, heading, living)

    def told_in(self, sentence: Stretch) -> Surroundings:
        """Return one of the sentences as cues read it."""
        return self._told[sentence]

    @cached_property
    def _told(self) -> dict[Stretch, Surroundings]:
        return {sentence: self._whole(sentence, living) for sentence, living in self._living.items()}

    def _whole(self, sentence: Stretch, living: int) -> Surroundings:
        words, heading = self.folded[slice(*sentence)], self.heading(sentence[0])
        return Surroundings("", "", words, words, heading, living & living_under(heading))

    @cached_property
    def _living(self) -> dict[Stretch, int]:
        """The cues that can hold in each sentence by its words, bit by number."""
        living = cue_triggers().sentences.living_each(self.folded, self.sentences)
        return dict(zip(self.sentences, living, strict=True))


def _marked(_span: Span) -> str:
    return MARK


def _beside(reading: Reading) -> tuple[bool, ...]:
    """Whether each sentence is beside the incident; 〜も after the first brings in another organisation's.

    A title may tell of others (相次ぐ流出) whose article is on this one; a heading below it may not.
    """
    others = {
        reading.sentence_at(span.start)
        for span in reading.of("ORG")
        if reading.folded[span.end : span.end + 1] == "も" and _opens(reading, span)
    } - {*reading.sentences[:1]}
    title = reading.heading(0)
    outlines = {section.outline for section in reading.document.sections}
    headings = {outline for outline in outlines if is_of_others(outline.removeprefix(title))}
    told = ((sentence, reading.told_in(sentence)) for sentence in reading.sentences)
    return tuple(
        sentence in others or is_other_case(words) or words.heading in headings for sentence, words in told
    )


def _opens(reading: Reading, span: Span) -> bool:
    return not reading.folded[reading.sentence_at(span.start)[0] : span.start].strip("「『( \n")


def _unstopped(quoted: re.Match[str]) -> str:
    """Return what someone says as one part of a sentence, its full stops made commas."""
    return quoted[0].replace("。", "、")
