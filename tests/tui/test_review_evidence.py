"""How values that a person gives find the spans that are their evidence."""

from msgspec.structs import replace

from store.value import FieldValue
from tui.review.evidence import named_by, present_value


async def type_into(sitting, field: str, text: str) -> None:
    """Type a value into the first row of a field, from the text."""
    await sitting.press("tab")
    sitting.review.form.go_to(field)
    await sitting.press("enter", "ctrl+u")
    await sitting.write(text)
    await sitting.press("enter")


async def test_a_typed_name_is_linked_to_the_first_span_that_bears_it(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await type_into(sitting, "contractor", "北斗食品株式会社")
        assert sitting.value("contractor").evidence == ("s2",)
        assert sitting.span("s2").status == "accepted" and sitting.review.pane.evidence == {"s2"}
        assert "no evidence" not in sitting.text
        await sitting.press("u")
        assert sitting.span("s2").status == "suggested"


async def test_an_accepted_span_is_linked_before_a_suggested_one_and_a_rejected_one_never(sit) -> None:
    async with sit() as sitting:
        sitting.review.go_to_span(sitting.span("s9"))
        await sitting.press("a")
        await type_into(sitting, "contractor", "北斗食品株式会社")
        assert sitting.value("contractor").evidence == ("s9",)
        await sitting.press("u", "tab")
        for span in ("s2", "s9"):
            sitting.review.go_to_span(sitting.span(span))
            await sitting.press("x")
        await type_into(sitting, "contractor", "北斗食品株式会社")
        assert sitting.value("contractor").evidence == ()


async def test_a_label_that_is_no_evidence_is_not_linked(sit) -> None:
    async with sit() as sitting:
        await type_into(sitting, "investigator", "北斗マルシェ")
        assert sitting.value("investigator").evidence == ()


async def test_a_corrected_name_leaves_the_span_that_says_another(sit) -> None:
    async with sit() as sitting:
        service = sitting.app.session.schema.field("service")
        await sitting.press("2")
        await type_into(sitting, "service", "不正アクセス")
        assert sitting.value("service").evidence == ("s1",)
        date = sitting.app.session.schema.field("published_on")
        reading = sitting.app.session.reading
        once = sitting.annotation
        assert named_by(once, date, "2023-04-05", reading) == sitting.span("s3")
        twice = replace(once, spans=(*once.spans, replace(sitting.span("s3"), id="s99")))
        assert named_by(twice, date, "2023-04-05", reading) is None
        assert named_by(sitting.annotation, service, "北斗マルシェ", reading) == sitting.span("s4")


async def give_to(sitting, span: str, field: str) -> None:
    """Give a span to a field by its name."""
    sitting.review.go_to_span(sitting.span(span))
    await sitting.press("f")
    await sitting.write(field)
    await sitting.press("enter")
    await sitting.until(lambda: sitting.app.screen is sitting.review)


async def unreadable_date(sitting) -> None:
    """Make a date span of words that are no calendar date."""
    text = sitting.app.session.article.text
    at = text.index("警察")
    sitting.review.pane.cursor = at
    sitting.review.pane.selection = (at, at + 2)
    await sitting.press("3")


async def test_a_span_that_cannot_be_read_supports_the_present_value(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await type_into(sitting, "occurred_on", "2023-03-31")
        await sitting.press("tab")
        await unreadable_date(sitting)
        await sitting.press("f")
        await sitting.sees("occurred on  now 2023-03-31")
        await sitting.press("escape")
        await give_to(sitting, "h1", "occurred")
        value = sitting.value("occurred_on")
        assert (value.value, value.evidence) == ("2023-03-31", ("h1",))
        await sitting.sees("occurred on = 2023-03-31, now supported by “警察”")


async def test_without_a_value_the_editor_asks_for_it_and_keeps_the_span_as_evidence(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await unreadable_date(sitting)
        await give_to(sitting, "h1", "occurred")
        await sitting.sees("occurred on: type the value that “警察” tells")
        assert sitting.review.editor.is_open and sitting.review.form.current.field.id == "occurred_on"
        await sitting.write("2023-03-31")
        await sitting.press("enter")
        value = sitting.value("occurred_on")
        assert (value.value, value.evidence, value.status) == ("2023-03-31", ("h1",), "accepted")
        assert "not what its evidence says" not in sitting.text, "what can't be read contradicts nothing"


async def test_the_keys_go_back_to_the_text_when_a_span_was_given_to_a_field(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await unreadable_date(sitting)
        for leaving in ("escape", "enter", "tab"):
            await give_to(sitting, "h1", "occurred" if leaving != "tab" else "discovered on")
            await sitting.write("2023-03-31")
            await sitting.press(leaving)
            assert sitting.review.place == "text" and not sitting.review.pane.evidence
            await sitting.sees("✓ DATE date 日付 警察" + (" → 2023-03-31" if leaving != "escape" else " ·"))
            assert sitting.review.span == sitting.span("h1")


async def test_the_value_that_a_span_supports_is_the_current_one_or_one_without_evidence(sit) -> None:
    async with sit() as sitting:
        field = sitting.app.session.schema.field("cause")
        values = (
            FieldValue("a", "cause", "loss", ("s1",)),
            FieldValue("b", "cause", "theft"),
            FieldValue("c", "cause", None),
            FieldValue("d", "cause", "insider", status="rejected"),
        )
        sitting.app.session.annotation = type(sitting.annotation)("x", "me", (), values)
        assert present_value(sitting.annotation, field) == values[1]
        assert present_value(sitting.annotation, field, "a") == values[0]


async def test_marking_a_field_as_not_stated_says_what_it_drops(sit) -> None:
    async with sit(size=(120, 30)) as sitting:
        await sitting.press("tab")
        sitting.review.form.go_to("card_count")
        await sitting.press("-")
        await sitting.sees("card count: not stated instead of 2,577; u takes it back")
        await sitting.press("u")
        assert sitting.value("card_count").status == "suggested"


async def test_the_evidence_of_the_current_field_lights_up(sit) -> None:
    async with sit(size=(120, 30)) as sitting:
        await sitting.press("A", "tab", "home")
        segments = [part for strip in sitting.app.screen._compositor.render_strips() for part in strip]
        lit = [part.text for part in segments if part.style and part.style.underline2]
        assert lit == ["北斗食品株式会社"]
        assert all(part.style.reverse for part in segments if part.style and part.style.underline2)
