"""Which of several overlapping mentions stays."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extract.mention import Mention


def resolve(mentions: Iterable[Mention], labels: Sequence[str]) -> list[Mention]:
    """Return mentions that don't overlap, in text order.

    The longer one wins, so that a PERIOD beats the dates inside it; of equally long ones that of the earlier
    label (guidelines.md: the smaller key wins), then the surer one.

    Args:
        mentions: what the rules found, in any order.
        labels: label ids in the order of their keys.
    """
    rank = {label: index for index, label in enumerate(labels)}
    ordered = sorted(mentions, key=lambda m: (m.start - m.end, rank[m.label], -m.score, m.start, m.rule))
    starts: list[int] = []
    kept: list[Mention] = []
    for mention in ordered:
        place = bisect_left(starts, mention.start)
        clear_left = place == 0 or kept[place - 1].end <= mention.start
        if clear_left and (place == len(kept) or kept[place].start >= mention.end):
            starts.insert(place, mention.start)
            kept.insert(place, mention)
    return kept


def without_heads(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield mentions in order, save those that the next one starts with: `7万件` of 7万件から10万件."""
    last: Mention | None = None
    for mention in mentions:
        if last and last.end <= mention.start:
            yield last
        last = mention
    if last:
        yield last


def without_twins(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions in text order, the surest one of those with the same extent and label."""
    best: dict[tuple[int, int, str], Mention] = {}
    for mention in mentions:
        key = (mention.start, mention.end, mention.label)
        if key not in best or best[key].score < mention.score:
            best[key] = mention
    return [best[key] for key in sorted(best)]
