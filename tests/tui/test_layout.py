"""The screen at every size: whole rows, both panes, and what must be seen."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from store.gold.dataset import GoldDataset
from tui.screens.review_bars import bars

SIZES = [(60, 24), (80, 24), (100, 30), (160, 48), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tongue", ["ja", "en"])
async def test_every_row_is_as_wide_as_the_screen(sit, size: tuple[int, int], tongue: str) -> None:
    async with sit(size=size, tongue=tongue) as sitting:
        for keys in (
            [],
            ["tab"],
            ["enter"],
            ["escape"],
            ["tab", "q"],
            ["q", "?"],
            ["escape", "*"],
            ["escape", "f"],
        ):
            await sitting.press(*keys)
            await sitting.pilot.pause()
            assert len(sitting.rows) == size[1]
            assert [cell_len(row) for row in sitting.rows] == [size[0]] * size[1], keys


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (160, 48)])
async def test_text_record_status_and_saving_are_seen(sit, size: tuple[int, int]) -> None:
    async with sit(size=size) as sitting:
        await sitting.press("a")
        await sitting.sees("saved ")
        for words in ("北斗食品株式会社", "record", "undecided", "a accept"):
            await sitting.sees(words)


async def test_the_form_gets_room_when_it_has_the_keys(sit) -> None:
    async with sit(size=(80, 24)) as sitting:
        before = sitting.review.form.size.height
        await sitting.press("tab")
        await sitting.until(lambda: sitting.review.form.size.height > before)


async def test_resizing_keeps_everything(sit) -> None:
    async with sit(size=(160, 48)) as sitting:
        await sitting.press("j", "j")
        for size in [(60, 20), (200, 60), (80, 24), (30, 8), (120, 30)]:
            await sitting.pilot.resize_terminal(*size)
            await sitting.pilot.pause()
        assert sitting.review.pane.current == "s3"
        await sitting.sees("北斗食品株式会社")


async def test_a_title_from_outside_is_shown_literally(sit) -> None:
    async with sit(size=(120, 30)) as sitting:
        await sitting.press("m")
        await sitting.write("[red]注意[/red]\u202e逆")
        await sitting.press("enter")
        await sitting.sees("[red]注意[/red]")
        assert "\u202e" not in sitting.text


@pytest.mark.parametrize("width", [60, 80, 100, 160])
async def test_rule_and_score_are_told_at_any_width(sit, width: int) -> None:
    async with sit(size=(width, 24)) as sitting:
        long = "北斗食品株式会社" * 6
        annotation = sitting.annotation
        spans = [replace(span, text=long) if span.id in ("s2", "s9") else span for span in annotation.spans]
        values = [replace(annotation.values[0], evidence=("s2", "s9"), value=long), *annotation.values[1:]]
        sitting.app.session.annotation = replace(annotation, spans=tuple(spans), values=tuple(values))
        sitting.review.pane.current = "s9"
        sitting.review.show_edit(annotation)
        sitting.review.show_bars()
        await sitting.sees("… · test.rule 0.90")
        await sitting.press("tab", "home")
        await sitting.sees("· record.victim 0.90")


async def test_evidence_that_says_the_same_is_counted(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home", "down", "down", "down")
        await sitting.sees("← 不正アクセス ×2 · record.cause 0.90")


async def test_at_80_columns_no_field_name_is_cut(sit) -> None:
    for tongue in ("en", "ja"):
        async with sit(size=(80, 24), tongue=tongue) as sitting:
            await sitting.press("tab")
            for row in sitting.review.form.rows:
                await sitting.sees(sitting.app.language.name(row.field.name))
                await sitting.press("down")


async def test_keys_of_everywhere_are_whole_at_80_columns(sit) -> None:
    async with sit(size=(80, 24)) as sitting:
        await sitting.press("*")
        assert not any("…" in line for line in sitting.rows if "leave out/in" in line)


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("tongue", ["ja", "en"])
async def test_no_dialog_cuts_what_it_says(sit, width: int, tongue: str) -> None:
    async with sit(size=(width, 24), tongue=tongue) as sitting:
        for key, pages in {"?": 12, "*": 1, "f": 1, "m": 1, "i": 2, "c": 1, "ctrl+p": 1}.items():
            await sitting.press(key)
            for _ in range(pages):
                await sitting.pilot.pause()
                framed = [line.split("│")[1] for line in sitting.rows if line.count("│") == 2]
                assert framed and not [line for line in framed if "…" in line and "[x]" not in line], key
                await sitting.press(*(["pagedown"] if pages > 1 else []))
            await sitting.press("escape")


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("tongue", ["ja", "en"])
async def test_the_way_out_is_told_everywhere(sit, width: int, tongue: str) -> None:
    async with sit(size=(width, 24), tongue=tongue) as sitting:
        leave = {"ja": ("やめる", "戻る", "閉じる"), "en": ("leave", "back", "close")}
        for key in ("?", "*", "f", "m", "i", "c", "ctrl+p", "q", "/"):
            await sitting.press(key)
            await sitting.pilot.pause()
            assert any(word in sitting.text for word in leave[tongue]), key
            await sitting.press("escape")


@pytest.mark.parametrize("height", [20, 24, 48])
async def test_a_long_list_of_choices_leaves_room_for_its_keys(sit, height: int) -> None:
    async with sit(size=(60, height)) as sitting:
        await sitting.press("ctrl+p")
        await sitting.sees("Enter Tab choose  Esc leave")
        for _ in sitting.app.screen._choices[1:]:
            await sitting.press("down")
        await sitting.sees("▶  quit  ^Q")


async def test_a_long_name_of_the_dataset_leaves_room_for_the_progress(sit, monkeypatch) -> None:
    async with sit(size=(100, 30)) as sitting:
        with monkeypatch.context() as named:
            named.setattr(GoldDataset, "path", Path("報道発表資料の正解データ" * 4 + ".json"))
            left, _ = bars(sitting.review, 100)["header"]
        said = "".join(text for text, *_ in left)
        assert said.startswith(" akapen · 報道発表資料の")
        assert said.endswith("… · tester  1/2 ▕          ▏ confirmed 0 · drafts 0")
        assert cell_len(said) + len(" saved 14:02:11 ") <= 100


async def test_date_and_note_are_seen_beside_a_long_title(sit) -> None:
    async with sit(size=(100, 30)) as sitting:
        session = sitting.app.session
        session._opened = replace(session.opened, article=replace(session.article, title="長い題名" * 20))
        await sitting.press("m")
        await sitting.write("発覚日は要確認")
        await sitting.press("enter")
        await sitting.sees("[draft] ✎発覚日は要確認 長い題名")
        assert "2023-04-05 │" in sitting.rows[1]
        await sitting.press("q")
        await sitting.sees("draft     ✎発覚日は要確認 知らせ1")
