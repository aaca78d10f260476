"""What keys do to spans."""

import pytest


async def test_moving_over_spans_moves_the_form(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j")
        row = sitting.review.form.current
        assert row is not None and row.field.id == "victim"
        await sitting.press("j", "j")
        row = sitting.review.form.current
        assert row is not None and row.field.id == "service"
        await sitting.press("k")
        row = sitting.review.form.current
        assert row is not None and row.field.id == "published_on"


async def test_the_status_line_tells_what_is_current(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await sitting.press("j", "j", "j", "j", "j")
        await sitting.sees("COUNT count 件数 2,577件 → 2,577 · test.rule 0.90 · 語")
        await sitting.sees("17 undecided")


async def test_a_value_that_is_its_surface_is_told_by_the_name_of_its_field(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j")
        await sitting.sees("北斗食品株式会社 → victim · test.rule 0.90")


async def test_every_edge_moves_by_morpheme_and_by_character(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j")
        start, end = sitting.span("s2").start, sitting.span("s2").end
        await sitting.press("{")
        assert sitting.span("s2").text == "食品株式会社"
        await sitting.press("[")
        assert (sitting.span("s2").start, sitting.span("s2").end) == (start, end)
        await sitting.press("t")
        await sitting.sees("character")
        await sitting.press("}")
        assert sitting.span("s2").text == "北斗食品株式会"
        await sitting.press("]")
        assert (sitting.span("s2").start, sitting.span("s2").end) == (start, end)
        assert sitting.span("s2").id == "s2" and sitting.value("victim").evidence == ("s2",)


async def test_an_edge_stops_at_a_neighbour(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "]")
        await sitting.press("]", "]")
        assert sitting.span("s2").text == "北斗食品株式会社は"
        await sitting.sees("“2023年4月5日” is in the way")


async def test_moving_an_edge_updates_the_value_that_follows(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "j", "t", "}", "}")
        assert sitting.span("s3").text == "2023年4月"
        assert sitting.value("published_on").value == "2023-04"
        assert sitting.value("published_on").suggested == "2023-04-05"
        await sitting.press("u", "u")
        assert sitting.value("published_on").value == "2023-04-05"


async def test_a_stretch_of_time_updates_both_of_its_ends(sit) -> None:
    async with sit() as sitting:
        await sitting.press(*"jjjjjjj")
        assert sitting.review.pane.current == "s8"
        await sitting.press("t", *"}" * 4)
        assert sitting.span("s8").text == "2021年7月20日から2022年12月"
        assert sitting.value("exposure_start").value == "2021-07-20"
        assert sitting.value("exposure_end").value == "2022-12"


async def test_a_digit_relabels_the_current_span(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "2")
        span = sitting.span("s2")
        assert span.label == "SERVICE" and span.status == "accepted"
        assert span.suggested is not None and span.suggested.label == "ORG"
        await sitting.press("0")
        await sitting.sees("no label has the key 0")


async def test_a_digit_makes_a_span_of_the_selection(sit) -> None:
    async with sit() as sitting:
        await sitting.press("ctrl+end", "v", "left", "left", "left", "1")
        made = sitting.annotation.spans[-1]
        assert made.origin == "human" and made.label == "ORG" and made.status == "accepted"
        assert sitting.review.pane.selection is None and sitting.review.pane.current == made.id
        await sitting.press("x")
        assert sitting.annotation.span(made.id) is None


async def test_a_new_span_takes_the_place_of_what_lies_in_its_way(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "shift+right", "shift+right", "9")
        made = next(span for span in sitting.annotation.spans if span.origin == "human")
        assert made.text.startswith("北斗") and sitting.span("s2").status == "rejected"
        await sitting.sees(f"rejected, for it overlaps: {sitting.span('s2').text}")


async def test_escape_drops_the_selection(sit) -> None:
    async with sit() as sitting:
        await sitting.press("v", "right")
        assert sitting.review.pane.selection is not None
        await sitting.press("escape")
        assert sitting.review.pane.selection is None


async def test_a_span_is_given_to_a_field_by_choice(sit) -> None:
    async with sit() as sitting:
        await sitting.press(*"jjjjjj")
        assert sitting.span("s7").text == "約1万2,345件"
        await sitting.press("f")
        await sitting.sees("field for")
        await sitting.write("card")
        await sitting.press("enter")
        await sitting.until(lambda: sitting.value("card_count").value == 12345)
        value = sitting.value("card_count")
        assert value.evidence == ("s7",) and value.status == "accepted" and value.suggested == 2577


async def test_a_field_is_found_by_its_name_in_the_other_language(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "j", "f", *"公表日")
        await sitting.sees("published on 公表日: 2023-04-05 (now 2023-04-05)")
        await sitting.press("enter")
        assert sitting.value("published_on").status == "accepted"


async def test_a_digit_chooses_a_field_at_once(sit) -> None:
    async with sit() as sitting:
        await sitting.press("j", "f", "2")
        await sitting.until(lambda: any(value.field == "contractor" for value in sitting.annotation.values))
        assert sitting.value("contractor").value == "北斗食品株式会社"


async def test_the_mouse_selects_spans_and_rows(sit) -> None:
    async with sit() as sitting:
        pane = sitting.review.pane
        pane.cursor = sitting.span("s2").start
        place = pane.cursor_screen_offset
        pane.cursor = 0
        await sitting.pilot.click(offset=(place.x + 1, place.y))
        await sitting.until(lambda: pane.current == "s2")
        await sitting.pilot.click(sitting.review.form, offset=(3, 2))
        await sitting.until(lambda: sitting.review.focused is sitting.review.form)
        assert sitting.review.form.cursor == 2


async def test_going_to_another_span_drops_the_selection(sit) -> None:
    async with sit() as sitting:
        await sitting.press("v", "right", "right", "j", "1")
        assert sitting.review.pane.selection is None
        assert not [span for span in sitting.annotation.spans if span.origin == "human"]
        assert sitting.span("s2").label == "ORG" and sitting.span("s2").status == "accepted"


async def test_a_decision_goes_on_to_a_span_and_drops_the_selection(sit) -> None:
    async with sit() as sitting:
        await sitting.press("shift+right", "x")
        assert sitting.review.pane.current == "s2" and sitting.review.pane.selection is None
        await sitting.sees("? ORG organisation 組織 北斗食品株式会社")


@pytest.mark.parametrize("key", ["a", "j", "f", "]", "1", "*", "i"])
async def test_where_no_span_is_yet_it_is_told_how_one_is_made(sit, key: str) -> None:
    async with sit(texts=(), unseen=["晴れ。"]) as sitting:
        await sitting.press(key)
        await sitting.sees("no span here; v selects")


async def test_what_is_decided_beside_a_selection_is_told_with_it(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await sitting.press(*["shift+right"] * 3)
        await sitting.sees("selection 不正アクセスに")
        assert sitting.review.span is None
        await sitting.press("x")
        await sitting.sees("no span here; v selects, a digit makes one of what is selected")
        assert sitting.span("s1").status == "suggested"
        await sitting.press("escape", "/")
        await sitting.write("マルシェ")
        await sitting.press("enter")
        await sitting.sees("selection マルシェ · ? SERVICE service サービス 北斗マルシェ")


async def test_a_rejected_span_that_is_given_to_a_field_takes_its_room(sit) -> None:
    async with sit() as sitting:
        sitting.review.go_to_span(sitting.span("s7"))
        await sitting.press("x")
        sitting.review.pane.cursor = sitting.span("s7").end - 1
        await sitting.press("shift+right", "shift+right", "8")
        made = next(span for span in sitting.annotation.spans if span.origin == "human")
        assert made.start < sitting.span("s7").end
        sitting.review.go_to_span(sitting.span("s7"))
        await sitting.press("f", "enter")
        assert sitting.span("s7").status == "accepted"
        assert sitting.annotation.span(made.id) is None, "no two spans share a character"
