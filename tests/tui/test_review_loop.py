"""The loop of the work, by keys: open, decide, correct, confirm, next, quit, come back."""

import asyncio

import pytest
from textual import events

from store.article import Article
from store.gold.dataset import GoldDataset
from store.schemas.loading import load_schema
from tests.tui.conftest import TEXT
from tui.app import AkapenApp
from tui.keyboard.keys import load_keys
from tui.language import Language


async def test_an_article_that_is_right_takes_two_keys(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("A", "c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.saved()
        gold = sitting.dataset.annotation(first)
        assert gold is not None and gold.status == "confirmed" and gold.revision == 1
        assert gold.undecided == 0 and len(gold.gold_spans()) == 9 and len(gold.gold_values()) == 8


async def test_an_edge_and_a_field_cost_six_keys_more(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("j", "]")
        moved = sitting.span("s2")
        assert moved.text == "北斗食品株式会社は" and moved.status == "accepted"
        assert moved.suggested is not None and moved.suggested.end == moved.end - 1
        await sitting.press("}")
        assert sitting.span("s2").text == "北斗食品株式会社" and sitting.span("s2").suggested is None
        await sitting.press("tab", "-", "A", "c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.saved()
        gold = sitting.dataset.annotation(first)
        assert gold is not None and gold.status == "confirmed"
        victim = [value for value in gold.gold_values() if value.field == "victim"]
        assert [value.value for value in victim] == [None]


async def test_deciding_moves_on_to_the_next_undecided(sit) -> None:
    async with sit() as sitting:
        assert sitting.review.pane.current == "s1"
        await sitting.press("a")
        assert sitting.span("s1").status == "accepted" and sitting.review.pane.current == "s2"
        await sitting.press("x")
        assert sitting.span("s2").status == "rejected" and sitting.review.pane.current == "s3"
        await sitting.press(*"aaaaaaa")
        assert sitting.review.focused is sitting.review.form
        await sitting.press(*"aaaaaaaa")
        assert sitting.annotation.undecided == 0
        await sitting.sees("all decided")


async def test_keys_typed_ahead_land_where_they_would_have_without_haste(sit) -> None:
    async with sit() as sitting:
        driver = sitting.app._driver
        assert driver is not None
        burst = [("tab", "\t"), ("down", None), ("down", None), ("enter", "\r"), ("escape", None)]
        burst += [("down", None), ("enter", "\r"), ("ctrl+u", None)]
        burst += [(letter, letter) for letter in "2600"] + [
            ("enter", "\r"),
            ("tab", "\t"),
            ("j", "j"),
            ("a", "a"),
        ]
        for key, character in burst:
            driver.send_message(events.Key(key, character))
        await sitting.until(lambda: sitting.span("s2").status == "accepted")
        assert sitting.value("card_count").value == 2600
        assert sitting.value("card_count").suggested == 2577


async def test_work_survives_leaving_with_its_undo(sit, tmp_path) -> None:
    async with sit() as sitting:
        await sitting.press("a", "x", "a", "c")
        await sitting.sees("before confirming")
        await sitting.press("escape", "ctrl+q")
        await asyncio.sleep(0.1)
    assert not (tmp_path / "gold.json.journal").exists()
    async with sit() as sitting:
        assert [span.status for span in sitting.annotation.spans[:3]] == ["accepted", "rejected", "accepted"]
        await sitting.press("u")
        await sitting.sees("undid accept: 2023年4月5日")
        assert sitting.span("s3").status == "suggested"
        await sitting.press("u", "u", "u")
        await sitting.sees("nothing to undo in this article; < goes back to the one before")
        assert sitting.annotation.undecided == 17
        await sitting.press("ctrl+r")
        await sitting.sees("redid accept: 不正アクセス")
    with GoldDataset.open(tmp_path / "gold.json", annotator="tester") as dataset:
        kept = dataset.annotation(dataset.article_ids()[0])
        assert kept is not None and kept.spans[0].status == "accepted" and kept.undecided == 16


async def test_accepting_all_is_one_step(sit) -> None:
    async with sit() as sitting:
        await sitting.press("A")
        assert sitting.annotation.undecided == 0
        await sitting.press("u")
        assert sitting.annotation.undecided == 17
        await sitting.sees("undid accept all: 17 items")


async def test_confirming_with_undecided_asks(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("a", "c")
        await sitting.sees("16 undecided (8 spans, 8 values)")
        await sitting.press("enter")
        assert sitting.app.session.annotation.status == "draft"
        await sitting.press("x")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.saved()
        gold = sitting.dataset.annotation(first)
        assert gold is not None and gold.status == "confirmed" and len(gold.gold_spans()) == 1


async def test_confirming_as_it_is_says_that_the_undecided_stay_out(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("a", "c")
        await sitting.sees("stays out of the gold data")
        await sitting.press("y")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.saved()
        gold = sitting.dataset.annotation(first)
        assert gold is not None and gold.status == "confirmed" and gold.undecided > 0


async def test_an_edit_takes_a_confirmation_back_and_undo_restores_it(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("A", "c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.press("<")
        await sitting.until(lambda: sitting.annotation.article == first)
        assert sitting.annotation.status == "confirmed"
        await sitting.press("x")
        assert sitting.annotation.status == "draft"
        await sitting.press("u")
        assert sitting.annotation.status == "confirmed"


async def test_skip_flag_note_and_going_without_deciding(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("m")
        await sitting.write("要確認")
        await sitting.press("enter")
        assert sitting.annotation.note == "要確認"
        await sitting.press("!")
        assert sitting.annotation.status == "flagged"
        await sitting.press("!")
        assert sitting.annotation.status == "draft"
        await sitting.press("s")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.press(">")
        await sitting.sees("no next article")
        await sitting.press("<")
        await sitting.until(lambda: sitting.annotation.article == first)
        assert sitting.annotation.status == "skipped"


async def test_saved_is_shown_only_when_it_is_true(sit, monkeypatch) -> None:
    async with sit() as sitting:
        await sitting.saved()
        real, broken = sitting.dataset.save, [True]

        def save(*arguments: object, **options: object) -> None:
            if broken:
                raise OSError("No space left on device")
            real(*arguments, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(sitting.dataset, "save", save)
        await sitting.press("a")
        await sitting.sees("NOT SAVED")
        await sitting.sees("No space left on device")
        await sitting.press("a")
        assert "NOT SAVED" in sitting.text
        broken.clear()
        await sitting.saved()
        await sitting.sees("saved ")
        kept = sitting.dataset.annotation(sitting.annotation.article)
        assert kept is not None and [span.status for span in kept.spans[:2]] == ["accepted"] * 2


async def test_the_queue_too_says_what_is_not_saved(sit, monkeypatch) -> None:
    async with sit() as sitting:
        await sitting.saved()

        def full(*_: object, **__: object) -> None:
            raise OSError("No space left on device")

        with monkeypatch.context() as broken:
            broken.setattr(sitting.dataset, "save", full)
            await sitting.press("a", "q")
            await sitting.until(lambda: "NOT SAVED" in sitting.rows[0])
        await sitting.saved()
        await sitting.until(lambda: "saved " in sitting.rows[0])


async def test_keystrokes_and_seconds_are_kept(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("j", "k", "A", "c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.saved()
        gold = sitting.dataset.annotation(first)
        assert gold is not None and gold.keystrokes == 4 and gold.seconds > 0


async def test_confirming_again_what_an_undo_brought_back_keeps_its_redo(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("A", "c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.press("<")
        await sitting.until(lambda: sitting.annotation.article == first)
        await sitting.press("x", "u")
        assert sitting.annotation.status == "confirmed" and sitting.app.session.history.next is not None
        await sitting.press("c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.saved()
        history = sitting.dataset.history(first)
        assert history.next is not None and history.next.action == "span.reject"


async def test_nothing_is_being_suggested_any_more_when_the_suggestions_are_shown(sit, monkeypatch):
    shown = []
    async with sit() as sitting:
        pane = sitting.review.pane
        update = type(pane).reveal

        def noted(self, start, end):
            shown.append(sitting.review.is_opening)
            update(self, start, end)

        monkeypatch.setattr(type(pane), "reveal", noted)
        sitting.review.open_soon(sitting.app.session.queue.order[1])
        await sitting.until(lambda: sitting.is_ready and shown)
        assert not any(shown)


async def test_a_wide_header_tells_which_dataset_and_whose_work_it_is(sit) -> None:
    async with sit(size=(100, 24)) as sitting:
        assert " akapen · gold.json · tester  1/" in sitting.rows[0]


async def test_the_first_frame_has_header_and_text_before_there_are_suggestions(sit, monkeypatch):
    frames = []

    def painted(app):
        strips = app.screen._compositor.render_strips()
        frames.append("\n".join(strip.text for strip in strips))

    monkeypatch.setattr(AkapenApp, "post_display_hook", painted)
    async with sit(texts=(), unseen=("北斗食品株式会社のお知らせ",)):
        first = frames[0]
    assert " akapen" in first and "北斗食品株式会社" in first and "suggestions are being made" in first


async def test_values_without_evidence_are_told_before_and_after_confirming(sit) -> None:
    async with sit(texts=(TEXT, TEXT + "\n第二報。")) as sitting:
        await sitting.press(*"jx")  # the place that the victim's name was taken from
        await sitting.press("A")
        await sitting.sees("accepted 16 items · ! no evidence: victim")
        await sitting.press("c")
        await sitting.sees("confirmed (! no evidence: victim): 知らせ1")


async def test_where_all_is_supported_the_next_key_is_told(sit) -> None:
    async with sit() as sitting:
        await sitting.press("A")
        await sitting.sees("accepted 17 items; c confirms")
        await sitting.press("c")
        await sitting.sees("confirmed: 知らせ1")


async def test_confirming_what_is_confirmed_adds_no_revision_and_goes_on(sit) -> None:
    async with sit(texts=(TEXT, TEXT + "\n第二報。")) as sitting:
        first = sitting.annotation.article
        await sitting.press("A", "c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.press("<")
        await sitting.until(lambda: sitting.annotation.article == first)
        await sitting.press("c")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.saved()
        [kept] = sitting.dataset.revisions(first)
        now = sitting.dataset.annotation(first)
        assert (kept.annotation.revision, now.revision) == (1, 1)
        assert now.keystrokes == kept.annotation.keystrokes + 1  # the second c has cost a key


async def test_what_a_confirmation_rejects_is_counted_and_two_steps_take_it_back(sit) -> None:
    async with sit(texts=(TEXT, TEXT + "\n第二報。")) as sitting:
        first, undecided = sitting.annotation.article, sitting.annotation.undecided
        await sitting.press("c", "x")
        await sitting.sees(f"confirmed ({undecided} items rejected, < u u takes it back): 知らせ1")
        await sitting.press("<")
        await sitting.until(lambda: sitting.annotation.article == first)
        await sitting.press("u", "u")
        assert (sitting.annotation.status, sitting.annotation.undecided) == ("pending", undecided)


async def test_keys_that_lead_back_are_told_only_where_they_do(sit) -> None:
    async with sit(texts=(TEXT, TEXT + "\n第二報。", TEXT + "\n第三報。")) as sitting:
        await sitting.press(">", "A", "c")
        await sitting.sees("3/3")
        await sitting.press("<", "<")
        await sitting.sees("1/3")
        await sitting.press("c", "x")
        await sitting.sees("confirmed (17 items rejected): 知らせ1")


async def test_a_confirmed_article_is_told_to_be_so(sit) -> None:
    async with sit() as sitting:
        await sitting.press("A")
        await sitting.sees("all decided, c confirms")
        await sitting.press("c", "<")
        await sitting.sees("step 形態素 morpheme · confirmed")


async def test_the_record_begins_at_its_first_field_where_no_span_is(sit) -> None:
    async with sit(unseen=["晴れ。"]) as sitting:
        await sitting.press("tab", "end", ">", ">")
        await sitting.sees("3/3")
        assert sitting.review.form.cursor == 0


async def test_who_goes_back_from_the_question_is_where_something_is_undecided(sit) -> None:
    async with sit() as sitting:
        await sitting.press("A", "*", "space", "s")
        await sitting.until(lambda: sitting.span("s5").status == "suggested")
        assert sitting.review.pane.current == "s1"
        await sitting.press("c")
        await sitting.sees("1 undecided (1 span, 0 values)")
        await sitting.press("escape")
        await sitting.until(lambda: sitting.review.pane.current == "s5")
        await sitting.press("a", "c")
        await sitting.sees("confirmed: 知らせ1")


async def test_who_goes_back_to_the_record_is_at_the_undecided_value(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home", "a", "a", "home", "c", "escape")
        assert sitting.review.form.current.field.id == "cause"


async def test_a_bug_while_an_article_is_opened_ends_the_program_with_what_it_raised(
    tmp_path, monkeypatch
) -> None:
    def failing(*_: object) -> None:
        raise ValueError("a rule with a bug")

    monkeypatch.setattr("tui.review.session.ReviewSession.prepare", failing)
    with GoldDataset.open(tmp_path / "gold.json", annotator="tester") as dataset:
        dataset.add([Article.from_text("北斗食品は顧客情報が流出したと発表した。")])
        app = AkapenApp(dataset, load_schema(), load_keys(), Language("en"))
        with pytest.raises(ValueError, match="a rule with a bug"):
            async with app.run_test() as pilot, asyncio.timeout(10):
                while app.is_running:
                    await pilot.pause(0.02)
        app.session.saver.close()
