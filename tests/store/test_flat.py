from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from store.formats.flat import flat
from store.span import Span


def overlap(one, other):
    return one.start < other.end and other.start < one.end


@given(some.lists(some.tuples(some.integers(0, 20), some.integers(1, 8)), max_size=14))
def test_no_two_that_stay_overlap_and_who_goes_gave_way_to_no_shorter(places):
    spans = [Span(f"s{at}", start, start + size, "ORG", "") for at, (start, size) in enumerate(places)]
    kept, gone = flat(spans)
    assert sorted(span.id for span in (*kept, *gone)) == sorted(span.id for span in spans)
    assert kept == sorted(kept, key=lambda span: span.start)
    assert not any(overlap(one, other) for one, other in combinations(kept, 2))
    for span in gone:
        longest = max(one.end - one.start for one in kept if overlap(one, span))
        assert longest >= span.end - span.start
