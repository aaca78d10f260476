"""Spans that change under the pane: it repaints what it must, and agrees with one that is painted afresh."""

import random

import pytest
from textual.app import App

from store.schemas.loading import load_schema
from store.span import Span
from tui.widgets.article_pane import ArticlePane
from tui.widgets.span_layer import BLOCK, SpanLayer

LABELS = ("ORG", "DATE", "COUNT")
TEXT = "第一に、北斗食品株式会社は情報の漏えいを公表した。原因は設定の誤りである。\n\n" * 40


def made(number, start, end, status="suggested"):
    return Span(f"s{number}", start, end, LABELS[number % 3], TEXT[start:end], status=status)


def ordered(spans):
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


class PaneApp(App):
    def __init__(self, spans):
        super().__init__()
        self.spans = spans

    def compose(self):
        yield ArticlePane()

    def on_mount(self):
        self.query_one(ArticlePane).show(TEXT, self.spans, load_schema(), ())


def painted(pane):
    """Return every row of the text with its styles, in view or not."""
    return [tuple(pane._painter.strip(row, pane._overlays)) for row in range(len(pane.rows))]


def changed(spans, chance, number):
    """Return other spans after one random step, and the stretch that it lies in."""
    spans = list(spans)
    kind = chance.choice(("add", "remove", "move", "decide")) if spans else "add"
    if kind == "add":
        start = chance.randrange(len(TEXT) - 600)
        new = made(number, start, start + chance.choice((1, 5, 30, 600)))
        return ordered([*spans, new]), (new.start, new.end)
    old = spans.pop(chance.randrange(len(spans)))
    if kind == "remove":
        return ordered(spans), (old.start, old.end)
    end = old.end + chance.choice((-1, 1, 2)) if kind == "move" else old.end
    end = max(old.start + 1, min(len(TEXT), end))
    new = Span(old.id, old.start, end, old.label, TEXT[old.start : end], status="accepted")
    return ordered([*spans, new]), (old.start, max(old.end, end))


@pytest.mark.parametrize("seed", range(4))
async def test_changes_lead_to_what_a_fresh_pane_would_paint(seed):
    chance = random.Random(seed)
    spans = ordered(made(number, number * 40, number * 40 + 9) for number in range(20))
    app = PaneApp(spans)
    async with app.run_test(size=(50, 20)) as pilot:
        pane = app.query_one(ArticlePane)
        await pilot.pause()
        for number in range(100, 140):
            spans, dirty = changed(spans, chance, number)
            painted(pane)
            pane.update_spans(spans, dirty)
            await pilot.pause()
            rows, starts = painted(pane), list(pane.rows.starts)
            pane.update_spans(spans, None)
            await pilot.pause()
            assert starts == pane.rows.starts
            assert rows == painted(pane)


async def test_a_decision_moves_no_text():
    spans = (made(0, 4, 12),)
    app = PaneApp(spans)
    async with app.run_test(size=(50, 20)) as pilot:
        pane = app.query_one(ArticlePane)
        await pilot.pause()
        before = list(pane.rows.starts)
        for status in ("accepted", "rejected"):
            pane.update_spans((made(0, 4, 12, status),), (4, 12))
            assert pane.rows.starts == before


async def test_only_the_rows_of_a_change_are_repainted():
    app = PaneApp((made(0, 4, 12),))
    async with app.run_test(size=(50, 20)) as pilot:
        pane = app.query_one(ArticlePane)
        await pilot.pause()
        regions = []
        pane.refresh = lambda *some, **_: regions.append(some)
        pane.update_spans((made(0, 4, 12, "accepted"),), (4, 12))
        pane.cursor = 1
        assert regions
        assert all(len(some) == 1 and some[0].height == 1 for some in regions)


async def test_the_text_at_the_top_stays_when_rows_above_it_change():
    app = PaneApp(())
    async with app.run_test(size=(50, 10)) as pilot:
        pane = app.query_one(ArticlePane)
        await pilot.pause()
        pane.scroll_to(y=30, animate=False)
        await pilot.pause()
        top = pane.rows.extent(30)[0]
        spans = ordered(made(number, number * 2, number * 2 + 1) for number in range(200))
        pane.update_spans(spans, (0, 400))
        await pilot.pause()
        assert pane.rows.row(top) == pane.scroll_offset.y > 30


def test_a_layer_finds_spans_across_its_blocks():
    layer = SpanLayer([made(0, 0, 3 * BLOCK), made(1, 10, 12), made(2, BLOCK, BLOCK + 1)])
    assert [span.id for span in layer.between(11, 12)] == ["s0", "s1"]
    assert [span.id for span in layer.between(BLOCK, BLOCK + 1)] == ["s0", "s2"]
    assert layer.between(3 * BLOCK, 3 * BLOCK + 1) == []
    assert layer.at(11).id == "s1"


def test_a_rejected_span_gives_way_to_another_at_the_same_place():
    layer = SpanLayer([made(0, 0, 9), made(1, 2, 4, "rejected")])
    assert layer.at(3).id == "s0"
