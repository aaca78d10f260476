"""What the article pane paints: rows as text, and the styles of each state."""

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.color import Color

from store.schemas.loading import load_schema
from store.span import Span
from tui.look.contrast import READABLE, contrast
from tui.widgets.article_pane import ArticlePane
from tui.widgets.span_styles import SpanStyles

TEXT = "北斗食品株式会社は、2023年4月5日に「北斗マルシェ」への不正アクセスを公表した。\n\n対象は12,345件。\n"


def span(surface, label, status="suggested", text=TEXT, id=None):
    start = text.index(surface)
    return Span(id or surface, start, start + len(surface), label, surface, status=status)


SPANS = (
    span("北斗食品株式会社", "ORG", "accepted"),
    span("2023年4月5日", "DATE"),
    span("北斗マルシェ", "SERVICE", "rejected"),
    span("不正アクセス", "CAUSE"),
    span("12,345件", "COUNT"),
)


class PaneApp(App):
    CSS = "ArticlePane { height: 1fr; }"

    def __init__(self, text=TEXT, spans=SPANS, theme="textual-dark", **attributes):
        super().__init__()
        self.text, self.spans, self.chosen, self.attributes = text, spans, theme, attributes

    def compose(self):
        yield ArticlePane()

    def on_mount(self):
        self.theme = self.chosen
        pane = self.query_one(ArticlePane)
        pane.show(self.text, self.spans, load_schema(), ())
        pane.focus()
        for name, value in self.attributes.items():
            setattr(pane, name, value)


def strips(app):
    return app.screen._compositor.render_strips()


def rows(app):
    return ["".join(segment.text for segment in strip) for strip in strips(app)]


def style_of(app, text):
    """Return the style of the segment that shows a text."""
    found = [segment.style for strip in strips(app) for segment in strip if segment.text == text]
    assert len(found) == 1, (text, found)
    return found[0]


async def painted(size=(40, 10), **options):
    app = PaneApp(**options)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app._exception is None
        return app, rows(app)


def body(lines):
    """Return rows without the scroll bar and trailing space."""
    return [line[:-1].rstrip() for line in lines]


async def test_rows_bear_paragraph_numbers_text_and_tags():
    async with PaneApp().run_test(size=(40, 8)) as pilot:
        assert body(rows(pilot.app)) == [
            " 1 北斗食品株式会社₁は、2023年4月5日₃",
            "   に「北斗マルシェₓ」への不正アクセ",
            "   ス₈を公表した。",
            " 2",
            " 3 対象は12,345件₅。",
            "",
            "",
            "",
        ]


HOSTILE = (
    "[bold]強調[/bold] {x} \\[/] &amp; \x1b[31m赤\x1b[0m \x07\x9b2J\ttab \u202e逆\u202c \u200b\u3164 \ud800\n"
    "👨‍👩‍👧👍🏽🇯🇵1️⃣か\u3099ｶﾞ葛\U000e0100☎️　全角　\u3099\r\n"
    + "長" * 300
    + "\n"
    + "long-word" * 30
    + "\n「（"
    + "、。" * 40
)


@pytest.mark.parametrize("width", [10, 23, 24, 40, 61, 80, 133])
@pytest.mark.parametrize("text", [TEXT, HOSTILE, "", "\n\n\n"])
async def test_every_row_is_exactly_as_wide_as_the_screen(width, text):
    marks = [Span(f"s{n}", n, n + 3, "ORG", text[n : n + 3]) for n in range(0, max(0, len(text) - 3), 4)]
    app = PaneApp(text, marks)
    async with app.run_test(size=(width, 12)) as pilot:
        pane = app.query_one(ArticlePane)
        for place in range(0, len(text), max(1, len(text) // 8)):
            pane.cursor = place
            await pilot.pause()
            assert {cell_len(row) for row in rows(app)} == {width}


async def test_text_from_outside_is_shown_literally():
    async with PaneApp(HOSTILE, ()).run_test(size=(90, 8)) as pilot:
        first = body(rows(pilot.app))[0]
        assert first == " 1 [bold]強調[/bold] {x} \\[/] &amp; ␛[31m赤␛[0m ␇␦2J⇥ tab ⇠逆⇡ ␢␢ ␦"


async def test_each_state_differs_by_more_than_colour():
    spans = [
        span("北斗食品株式会社", "ORG", "accepted"),
        span("北斗マルシェ", "ORG", "rejected"),
        span("不正アクセス", "ORG"),
        span("2023年4月5日", "ORG"),
        span("12,345件", "ORG"),
    ]
    options = {"current": "2023年4月5日", "evidence": frozenset({"12,345件"}), "cursor": len(TEXT) - 1}
    async with PaneApp(spans=spans, **options).run_test(size=(90, 8)) as pilot:
        await pilot.pause()
        looks = [style_of(pilot.app, one.text) for one in spans]
    attributes = [
        (look.bold, look.underline, look.underline2, look.strike, look.reverse, look.bgcolor)
        for look in looks
    ]
    assert len(set(attributes)) == len(spans)
    assert looks[0].bold and not looks[0].underline
    assert looks[1].strike and looks[2].underline and looks[3].reverse and looks[4].underline2


async def test_rows_with_evidence_are_marked_in_the_gutter():
    async with PaneApp(evidence=frozenset({"12,345件"})).run_test(size=(40, 8)) as pilot:
        await pilot.pause()
        assert [row[0] for row in rows(pilot.app)] == [" ", " ", " ", " ", "▸", " ", " ", " "]


async def test_selection_matches_and_cursor_lie_over_the_spans():
    start = TEXT.index("への")
    options = {"selection": (start, start + 2), "matches": ((0, 2), (2, 4)), "match_index": 1, "cursor": 4}
    async with PaneApp(**options).run_test(size=(90, 8)) as pilot:
        await pilot.pause()
        grounds = [style_of(pilot.app, text).bgcolor for text in ("への", "北斗", "食品", "株", "式会社")]
        assert len(set(grounds)) == 5


async def test_the_cursor_is_seen_on_an_empty_row_and_at_the_end_of_a_full_one():
    text = "漢" * 17 + "a\n\nあ"
    async with PaneApp(text, ()).run_test(size=(40, 5)) as pilot:
        pane = pilot.app.query_one(ArticlePane)
        for place, row, column in ((18, 0, 38), (19, 1, 3)):
            pane.cursor = place
            await pilot.pause()
            cell = strips(pilot.app)[row].crop(column, column + 1)
            assert cell.text == " "
            assert next(iter(cell)).style.bgcolor != pane.rich_style.bgcolor
            assert {cell_len(line) for line in rows(pilot.app)} == {40}


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "monokai", "solarized-light", "dracula"])
async def test_text_can_be_read_in_every_theme(theme):
    labels = [label.id for label in load_schema().labels]
    words = [f"第{number}語" for number in range(len(labels) * 3)]
    text = "、".join(words)
    statuses = ("suggested", "accepted", "rejected")
    spans = [
        span(word, labels[number % len(labels)], statuses[number // len(labels)], text)
        for number, word in enumerate(words)
    ]
    options = {"matches": ((3, 4),), "selection": (len(text) - 1, len(text)), "current": words[4]}
    async with PaneApp(text, spans, theme, **options).run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        pane = pilot.app.query_one(ArticlePane)
        for y in range(pane.size.height):
            for segment in pane.render_line(y):
                ink, ground = (
                    Color.from_rich_color(segment.style.color),
                    Color.from_rich_color(segment.style.bgcolor),
                )
                if segment.text.strip() and not segment.text.strip(" ▸").isdigit():
                    assert contrast(ink, ground) >= READABLE - 0.01, segment


@pytest.mark.parametrize(("foreground", "ratio"), [("#ffffff", 7), ("#c0c0c0", READABLE)])
def test_a_theme_of_high_contrast_has_labels_of_high_contrast(foreground, ratio):
    black, ink = Color(0, 0, 0), Color.parse(foreground)
    styles = SpanStyles(load_schema(), ink, black)
    reached = [
        contrast(Color.from_rich_color(styles.style(one, False, False).color), black)
        for label in load_schema().labels
        for one in [span("不正アクセス", label.id), span("不正アクセス", label.id, "rejected")]
    ]
    assert ratio <= min(reached) < ratio + 2


async def test_another_theme_is_painted_at_once():
    app = PaneApp()
    async with app.run_test(size=(60, 8)) as pilot:
        before = style_of(app, "不正アクセス").color
        app.theme = "textual-light"
        await pilot.pause()
        assert style_of(app, "不正アクセス").color != before


async def test_an_unknown_label_is_shown_too():
    _, lines = await painted(spans=[span("不正アクセス", "NEW")])
    assert any("不正アクセスₙ" in line for line in lines)
