"""A review in a headless terminal, over invented articles with suggestions made by hand; and a gold file."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import textual._xterm_parser as parser_module
import textual.drivers.linux_driver as driver_module
import textual.screen as screen_module
from textual import constants, events
from textual.pilot import Pilot
from textual.scrollbar import ScrollBar

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from store.span import Span
from store.value import FieldValue
from tui.app import AkapenApp
from tui.keyboard.keymap import parse_keymap
from tui.language import Language
from tui.main import main
from tui.screens.queue import QueueScreen
from tui.screens.review import ReviewScreen

TEXT = (
    "不正アクセスに関するお知らせ\n"
    "北斗食品株式会社は2023年4月5日、通販サイト「北斗マルシェ」への不正アクセスにより、"
    "カード情報2,577件を含む約1万2,345件の個人情報が漏えいしたおそれがあると発表した。\n"
    "対象は2021年7月20日から2022年12月5日までに購入した顧客で、北斗食品株式会社は警察に相談している。"
)
GOLD_TEXT = "北斗食品株式会社は2023年4月5日、不正アクセスを発表した。"
PATIENCE = 10.0
"""Seconds to wait for what a test asserts, on a loaded machine."""

MENDED = (
    (
        driver_module,
        (
            "KITTY_REPORT_ALL_KEYS",
            "KITTY_REPORT_ASSOCIATED_TEXT",
            "WriterThread",
            "getincrementaldecoder",
            "selectors",
        ),
    ),
    (parser_module, ("_MAX_SEQUENCE_SEARCH_THRESHOLD",)),
    (constants, ("ESCAPE_DELAY",)),
    (screen_module, ("Compositor",)),
    (ScrollBar, ("render_lines",)),
)
STOCK = [(module, name, getattr(module, name)) for module, names in MENDED for name in names]
"""As Textual has them; taken at import, for the tests of the app mend this process for good."""


def spans_of(text: str, *wanted: tuple[str, str]) -> tuple[Span, ...]:
    """Return suggested spans for surfaces with labels, each at the next place of its surface."""
    spans, at = [], {}
    for number, (surface, label) in enumerate(wanted, start=1):
        start = text.index(surface, at.get(surface, 0))
        at[surface] = start + 1
        spans.append(
            Span(f"s{number}", start, start + len(surface), label, surface, "test.rule", 0.9, ("語",))
        )
    return tuple(sorted(spans, key=lambda span: span.start))


def suggestions(article: Article, annotator: str = "tester") -> Annotation:
    """Return an annotation of the article above with suggestions only."""
    spans = spans_of(
        article.text,
        ("不正アクセス", "CAUSE"),
        ("北斗食品株式会社", "ORG"),
        ("2023年4月5日", "DATE"),
        ("北斗マルシェ", "SERVICE"),
        ("不正アクセス", "CAUSE"),
        ("2,577件", "COUNT"),
        ("約1万2,345件", "COUNT"),
        ("2021年7月20日から2022年12月5日まで", "PERIOD"),
        ("北斗食品株式会社", "ORG"),
    )
    values = (
        FieldValue("v1", "victim", "北斗食品株式会社", ("s2",), "record.victim", 0.9),
        FieldValue("v2", "service", "北斗マルシェ", ("s4",), "record.service", 0.9),
        FieldValue("v3", "cause", "unauthorized_access", ("s1", "s5"), "record.cause", 0.9),
        FieldValue("v4", "affected_count", 12345, ("s7",), "record.counts", 0.8),
        FieldValue("v5", "card_count", 2577, ("s6",), "record.counts", 0.7),
        FieldValue("v6", "exposure_start", "2021-07-20", ("s8",), "record.exposure", 0.9),
        FieldValue("v7", "exposure_end", "2022-12-05", ("s8",), "record.exposure", 0.9),
        FieldValue("v8", "published_on", "2023-04-05", ("s3",), "record.published", 0.9),
    )
    return Annotation(article.id, annotator, spans, values, schema="incident 1.2", extractor="test")


class Sitting:
    """A running app, driven by keys."""

    def __init__(self, app: AkapenApp, pilot: Pilot[None], dataset: GoldDataset) -> None:
        self.app = app
        self.pilot = pilot
        self.dataset = dataset

    @property
    def review(self) -> ReviewScreen:
        return self.app.review

    @property
    def is_ready(self) -> bool:
        """Whether an article is open, or the queue where every article is finished."""
        if isinstance(self.app.screen, QueueScreen):
            return True
        return self.app.session.is_open and not self.review.is_opening

    @property
    def annotation(self) -> Annotation:
        return self.app.session.annotation

    def span(self, span_id: str) -> Span:
        found = self.annotation.span(span_id)
        assert found is not None, span_id
        return found

    def value(self, field: str) -> FieldValue:
        return next(value for value in self.annotation.values if value.field == field)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def go_to(self, field: str) -> None:
        """Focus the form, on the first row of a field."""
        rows = self.review.form.rows
        index = next(index for index, row in enumerate(rows) if row.field.id == field)
        await self.press("tab", "home", *["down"] * index)

    async def write(self, text: str) -> None:
        """Type a text; full-width spaces as a terminal sends them, for the pilot gives them no character."""
        before, *others = text.split("\u3000")
        await self.pilot.press(*before)
        for part in others:
            self.app.post_message(events.Key("ideographic_space", "\u3000"))
            await self.pilot.pause()
            await self.pilot.press(*part)

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until a condition holds; fails with the screen's text if it doesn't come to."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{what}\n{self.text}"
            await asyncio.sleep(0.01)

    @property
    def rows(self) -> list[str]:
        return [
            "".join(segment.text for segment in strip)
            for strip in self.app.screen._compositor.render_strips()
        ]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    async def sees(self, words: str) -> None:
        await self.until(lambda: words in self.text, f"not on the screen: {words}")

    async def saved(self) -> None:
        await self.until(lambda: not self.app.session.saver.pending, "not saved")


Opener = Callable[..., AbstractAsyncContextManager[Sitting]]


@pytest.fixture
def sit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Return what opens the app on a dataset; a second time in one test, on the same dataset.

    `texts` have the suggestions above; those of `unseen` articles are made when they are opened.
    """
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "truecolor")

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 30),
        texts: Sequence[str] = (TEXT, TEXT + "\n第二報。"),
        unseen: Sequence[str] = (),
        tongue: str = "en",
        keymap: str = "",
        read_only: bool = False,
        published: str | None = "2023-04-05",
    ) -> AsyncIterator[Sitting]:
        path = tmp_path / "gold.json"
        if not path.exists():
            with GoldDataset.open(path, annotator="tester") as dataset:
                articles = [
                    Article.from_text(text, title=f"知らせ{at}", published=published)
                    for at, text in enumerate([*texts, *unseen], start=1)
                ]
                dataset.add(articles)
                for article in articles[: len(texts)]:
                    dataset.save(suggestions(article))
        with GoldDataset.open(path, annotator="tester", read_only=read_only) as dataset:
            keys = parse_keymap(keymap, "keymap.toml")
            app = AkapenApp(dataset, load_schema(), keys, Language(tongue))  # type: ignore[arg-type]
            async with app.run_test(size=size) as pilot:
                sitting = Sitting(app, pilot, dataset)
                await sitting.until(lambda: sitting.is_ready, "not opened")
                yield sitting
                assert app._exception is None
            app.session.saver.close()

    return opened


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A dataset with one confirmed article and one that nobody has touched."""
    path = tmp_path / "gold.json"
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": "a", "text": GOLD_TEXT}) + "\n" + json.dumps({"id": "b", "text": "お知らせ。"}),
        "utf-8",
    )
    assert main(["import", str(tmp_path / "a.jsonl"), "--gold", str(path)]) == 0
    with GoldDataset.open(path, annotator="hanako") as dataset:
        article_id = dataset.article_ids()[0]
        spans = (
            Span("s1", 0, 8, "ORG", GOLD_TEXT[0:8], status="accepted"),
            Span("s2", 9, 18, "DATE", GOLD_TEXT[9:18], status="rejected"),
        )
        values = (FieldValue("v1", "victim", GOLD_TEXT[0:8], ("s1",), status="accepted"),)
        dataset.confirm(Annotation(article_id, "hanako", spans, values))
    return path


@pytest.fixture
def restored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin the test with Textual as it is, and undo afterwards whatever is mended in it."""
    for module, name, value in STOCK:
        monkeypatch.setattr(module, name, value)
