"""How spans and the values that they support go together when either is decided or changed."""

from msgspec.structs import replace

from tui.keyboard.keys import load_keys


async def test_accepting_a_value_accepts_its_evidence_as_one_step(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home", "down", "down")
        assert sitting.review.form.current.field.id == "contractor"
        await sitting.press("down", "a")
        assert sitting.value("cause").status == "accepted"
        assert [sitting.span(span).status for span in ("s1", "s5")] == ["accepted", "accepted"]
        await sitting.press("u")
        assert sitting.value("cause").status == "suggested"
        assert [sitting.span(span).status for span in ("s1", "s5")] == ["suggested", "suggested"]


async def test_a_record_is_worked_through_with_a_alone(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home", *"aaaaaaaa")
        assert not [value for value in sitting.annotation.values if value.status == "suggested"]
        assert [span.id for span in sitting.annotation.spans if span.status == "suggested"] == ["s9"]
        assert sitting.review.pane.current == "s9" and sitting.review.focused is sitting.review.pane
        await sitting.press("a")
        assert sitting.annotation.undecided == 0


async def test_accepting_a_span_leaves_the_value_to_be_decided(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "a")
        assert sitting.span("s2").status == "accepted"
        assert sitting.value("victim").status == "suggested"


async def test_a_value_that_follows_a_moved_edge_stays_undecided(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "]")
        victim = sitting.value("victim")
        assert (victim.value, victim.suggested) == ("北斗食品株式会社は", "北斗食品株式会社")
        assert victim.status == "suggested" and sitting.span("s2").status == "accepted"
        await sitting.sees("victim followed")
        await sitting.press("}")
        assert sitting.value("victim").suggested is None


async def test_an_accepted_value_that_follows_stays_accepted(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home", "a", "tab", "j")
        sitting.review.go_to_span(sitting.span("s2"))
        await sitting.press("]")
        assert sitting.value("victim").value == "北斗食品株式会社は"
        assert sitting.value("victim").status == "accepted"


async def test_a_rejected_value_does_not_come_back_with_an_edge(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home", "x")
        sitting.review.set_focus(sitting.review.pane)
        sitting.review.go_to_span(sitting.span("s2"))
        await sitting.press("]")
        assert sitting.value("victim").value == "北斗食品株式会社"
        assert sitting.value("victim").status == "rejected"


async def test_a_name_over_a_line_break_is_read_without_it(sit) -> None:
    async with sit() as sitting:
        span = sitting.span("s2")
        field = sitting.app.session.schema.field("victim")
        broken = replace(span, text="北斗食品\n　株式会社")
        assert sitting.app.session.reading(field, broken) == ("北斗食品株式会社",)


async def test_a_label_that_cannot_be_evidence_lets_go_of_the_value(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        label = sitting.app.session.schema.label("DATE")
        await sitting.press("j", label.key)
        assert sitting.value("victim").evidence == () and sitting.value("victim").status == "suggested"
        await sitting.sees("can't be evidence: victim lost this span")
        await sitting.sees("no evidence")
        await sitting.press("u")
        assert sitting.value("victim").evidence == ("s2",)


async def test_rejecting_the_only_evidence_is_marked(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        assert "no evidence" not in sitting.text
        await sitting.press("j", "x")
        row = next(line for line in sitting.rows if "victim" in line and "no evidence" in line)
        assert row.rstrip().endswith("!?")
    async with sit(size=(80, 24)) as sitting:
        assert any("!?" in line for line in sitting.rows)


async def test_a_list_holds_no_code_twice(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home", "down", "down", "down", "+")
        await sitting.write("loss")
        await sitting.press("enter", "enter")
        await sitting.write("unauthorized_access")
        await sitting.press("enter")
        await sitting.sees("another value of this field says the same")
        causes = [value.value for value in sitting.annotation.values if value.field == "cause"]
        assert causes == ["unauthorized_access", "loss"]


async def test_a_flagged_article_says_so_before_it_is_confirmed(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("A", "!")
        await sitting.sees("flagged 1")
        assert sitting.app.session.queue.finished == 0
        await sitting.press("c")
        await sitting.sees("confirming takes the flag away")
        await sitting.press("escape")
        assert sitting.annotation.status == "flagged"
        await sitting.press("c", "y")
        await sitting.until(lambda: sitting.annotation.article != first)
        assert sitting.app.session.queue.summary(first).status == "confirmed"


async def test_read_only_says_so_at_every_changing_key_and_changes_nothing(sit) -> None:
    async with sit():
        pass
    async with sit(read_only=True) as sitting:
        await sitting.sees("read-only")
        before = sitting.annotation
        for action in load_keys().actions:
            if not action.changes or "text" not in action.where:
                continue
            for key in action.keys:
                await sitting.press(key)
                assert "nothing was changed" in sitting.text, action.id
                assert sitting.app.screen is sitting.review
        await sitting.press("tab")
        for key in ("a", "x", "A", "enter", "e", "+", "-", "u", "c", "ctrl+s", "s", "!", "m"):
            await sitting.press(key)
            assert "nothing was changed" in sitting.text, key
        assert sitting.annotation is before


def test_what_does_not_change_anything_works_read_only() -> None:
    free = {action.id for action in load_keys().actions if not action.changes}
    assert {"span.next", "article.next", "queue.open", "info", "search.open", "quit"} <= free


async def test_the_question_before_confirming_names_the_field_that_can_not_be_right(sit) -> None:
    async with sit() as sitting:
        await sitting.press("A", "tab", "home")
        while sitting.review.form.current.field.id != "occurred_on":
            await sitting.press("down")
        await sitting.press("enter", *"2030-01-01", "enter", "c")
        await sitting.sees("after publication on 2023-04-05: occurred on")
        await sitting.press("escape", "home", "c", "escape")
        await sitting.until(lambda: sitting.review.form.current.field.id == "occurred_on")
        assert sitting.review.focused is sitting.review.form


async def test_undoing_names_codes_and_numbers_as_they_are_shown(sit) -> None:
    async with sit() as sitting:
        await sitting.press("tab", "home")
        while sitting.review.form.current.field.id != "affected_count":
            await sitting.press("down")
        await sitting.press("enter", *"1200", "enter", "u")
        await sitting.sees("undid edit: affected count 1,200")
