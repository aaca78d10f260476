"""What keys do to the record form."""

import pytest

from store.annotation import Annotation
from store.article import Article
from store.gold.dataset import GoldDataset
from store.span import Span
from store.value import FieldValue, Value


async def test_moving_over_fields_lights_up_their_evidence(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("card_count")
        assert sitting.review.pane.evidence == {"s6"}
        await sitting.sees("← 2,577件")
        await sitting.press("tab")
        assert sitting.review.pane.evidence == frozenset()


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("published_on", "令和6年5月20日", "2024-05-20"),
        ("published_on", "2024-5-20", "2024-05-20"),
        ("published_on", "2024/05", "2024-05"),
        ("published_on", "20240520", "2024-05-20"),
        ("card_count", "1万2,345件", 12345),
        ("card_count", "２，５７８", 2578),
        ("victim", "北斗ホールディングス株式会社", "北斗ホールディングス株式会社"),
    ],
)
async def test_typed_values_are_normalised(sit, field: str, typed: str, value: Value) -> None:
    async with sit() as sitting:
        await sitting.go_to(field)
        await sitting.press("enter", "ctrl+u")
        await sitting.write(typed)
        await sitting.press("enter")
        assert sitting.value(field).value == value and sitting.value(field).status == "accepted"
        assert sitting.review.focused is sitting.review.form


@pytest.mark.parametrize(
    ("field", "typed", "reason"),
    [
        ("published_on", "いつか", "not a date"),
        ("card_count", "多数", "not an integer"),
        ("card_count", "2024年13月45日", "not an integer"),
        ("card_count", "2024-13-45", "not an integer"),
        ("card_count", "10人と20人", "not an integer"),
        ("misuse", "zzz", "no such code"),
        ("victim", "", "the value is empty"),
    ],
)
async def test_what_is_no_value_is_refused_with_the_reason(sit, field: str, typed: str, reason: str) -> None:
    async with sit() as sitting:
        before = sitting.annotation.values
        await sitting.go_to(field)
        await sitting.press("enter", "ctrl+u")
        await sitting.write(typed)
        await sitting.press("enter")
        await sitting.sees(reason)
        assert sitting.annotation.values == before
        await sitting.press("escape")
        assert sitting.review.focused is sitting.review.form and not sitting.review.editor.is_open


async def test_codes_are_chosen_by_typing(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("discovered_by")
        await sitting.press("enter")
        await sitting.write("pol")
        await sitting.press("enter")
        assert sitting.value("discovered_by").value == "police"
        await sitting.press("enter")
        await sitting.write("カード")
        await sitting.press("enter")
        assert sitting.value("discovered_by").value == "card_company"
        await sitting.press("enter", "enter")
        assert sitting.value("discovered_by").value == "card_company"
        await sitting.press("enter", "down", "down", "enter")
        assert sitting.value("discovered_by").value == "internal"


async def test_list_fields_hold_several_values(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("cause")
        await sitting.press("+")
        await sitting.write("loss")
        await sitting.press("enter")
        causes = [value.value for value in sitting.annotation.values if value.field == "cause"]
        assert causes == ["unauthorized_access", "loss"]
        await sitting.press("x")
        assert [value.value for value in sitting.annotation.values if value.field == "cause"] == causes[:1]
        await go_to_single(sitting)


async def test_a_rejected_value_of_several_gives_way_to_the_one_below_it(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("cause")
        for code in ("loss", "theft", "phishing"):
            await sitting.press("+")
            await sitting.write(code)
            await sitting.press("enter")
        cause = sitting.review.form.cursor - 3
        sitting.review.form.cursor = cause + 1
        await sitting.press("A", "x")
        assert sitting.review.form.current.value.value == "theft"
        await sitting.press("down", "x")
        assert sitting.review.form.current.value.value == "theft", "the last one's place is taken by no other"


async def test_a_rejected_value_is_followed_by_the_next_undecided_one_below(sit) -> None:
    async with sit(unseen=["北斗食品株式会社で氏名、住所、電話番号が漏えいした。"], texts=()) as sitting:
        await sitting.go_to("data_types")
        await sitting.press("down", "x")
        assert sitting.review.form.current.value.value == "phone"
        await sitting.press("x")
        assert sitting.review.form.current.field.id != "data_types"


async def test_undo_in_the_record_goes_to_the_value(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("card_count")
        await sitting.press("a")
        assert sitting.review.form.current.field.id == "exposure_start"
        await sitting.press("u")
        assert sitting.review.form.current.field.id == "card_count"
        assert sitting.review.pane.evidence == {"s6"}
        await sitting.press("home", "ctrl+r")
        assert sitting.review.form.current.field.id == "card_count"


async def test_undoing_not_stated_goes_to_the_field_though_other_values_moved(sit, tmp_path) -> None:
    article = Article.from_text("氏名とメールアドレスが漏えいしたと5月1日に発表した。")
    values = (
        FieldValue("v1", "data_types", "email", (), "record.data", 0.9),
        FieldValue("v2", "data_types", "name", ("s1",), "record.data", 0.9),
        FieldValue("v3", "published_on", "2024-05-01", (), "record.published", 0.9),
    )
    with GoldDataset.open(tmp_path / "gold.json", annotator="tester") as dataset:
        dataset.add([article])
        span = Span("s1", 0, 2, "DATA", "氏名")
        dataset.save(Annotation(article.id, "tester", (span,), values, schema="incident 1.2"))
    async with sit() as sitting:
        await sitting.go_to("published_on")
        await sitting.press("-", "j", "u")
        assert sitting.value("published_on").value == "2024-05-01"
        assert sitting.review.form.current.field.id == "published_on"
        await sitting.press("home", "ctrl+r")
        assert sitting.review.form.current.field.id == "published_on"


async def go_to_single(sitting) -> None:
    await sitting.press("home", "+")
    await sitting.sees("holds one value only")


async def test_not_stated_is_said_and_taken_back(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("contractor")
        await sitting.press("-")
        assert sitting.value("contractor").value is None
        await sitting.sees("(not stated)")
        await sitting.press("-")
        assert not [value for value in sitting.annotation.values if value.field == "contractor"]


async def test_contradictions_are_shown_and_asked_about(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await sitting.go_to("card_count")
        await sitting.press("enter", "ctrl+u", *"99999", "enter")
        await sitting.sees("card count is above affected count")
        await sitting.press("A", "c")
        await sitting.sees("before confirming")
        await sitting.press("escape")
        assert sitting.annotation.status == "draft"


async def test_a_date_after_publication_and_a_turned_stretch_are_shown(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await sitting.go_to("exposure_end")
        await sitting.press("enter", "ctrl+u", *"2020-01-01", "enter")
        await sitting.sees("exposure start is above exposure end")
        await sitting.press("enter", "ctrl+u", *"2024-01-01", "enter")
        await sitting.sees("after publication on 2023-04-05")


async def test_values_by_hand_are_marked_when_they_do_not_follow(sit) -> None:
    async with sit(size=(160, 30)) as sitting:
        await sitting.go_to("victim")
        await sitting.press("enter", *"本店", "enter")
        await sitting.sees("not what its evidence says")
        await sitting.press("down", "down", "enter", *"北斗", "enter")
        await sitting.sees("no evidence")


async def test_ctrl_s_confirms_while_editing(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("A")
        await sitting.go_to("fraud_count")
        await sitting.press("enter", *"100", "ctrl+s")
        await sitting.until(lambda: sitting.annotation.article != first)
        await sitting.saved()
        gold = sitting.dataset.annotation(first)
        assert gold is not None and gold.status == "confirmed"
        assert [value.value for value in gold.values if value.field == "fraud_count"] == [100]


async def test_confirming_asks_about_a_value_that_its_evidence_contradicts(sit) -> None:
    async with sit() as sitting:
        first = sitting.annotation.article
        await sitting.press("A")
        await sitting.go_to("card_count")
        await sitting.press("enter", "ctrl+u", *"100", "ctrl+s")
        await sitting.sees("not what its evidence says: card count")
        assert sitting.annotation.article == first and sitting.annotation.status != "confirmed"


async def test_tab_sets_the_value_and_goes_to_the_text(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("card_count")
        await sitting.press("enter", "ctrl+u", *"7", "tab")
        assert sitting.value("card_count").value == 7
        assert sitting.review.focused is sitting.review.pane


async def test_a_character_typed_first_replaces_the_value(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("card_count")
        await sitting.press("enter", *"99", "enter")
        assert sitting.value("card_count").value == 99
        await sitting.press("enter", "backspace", "1", "enter")
        assert sitting.value("card_count").value == 91
        await sitting.press("enter", "home", "2", "enter")
        assert sitting.value("card_count").value == 291
        await sitting.press("enter", "left", "5", "enter")
        assert sitting.value("card_count").value == 2951
        await sitting.press("enter", "enter")
        assert sitting.value("card_count").value == 2951


async def test_the_codes_say_which_of_how_many_is_current(sit) -> None:
    async with sit() as sitting:
        await sitting.go_to("cause")
        await sitting.press("enter")
        count = len(sitting.review.form.current.field.codes)
        place = [code.id for code in sitting.review.form.current.field.codes].index("unauthorized_access") + 1
        await sitting.sees(f"choose · {place}/{count}")


async def test_a_date_that_lacks_but_its_year_says_so(sit) -> None:
    async with sit(published=None) as sitting:
        await sitting.go_to("occurred_on")
        await sitting.press("enter")
        await sitting.write("11月28日")
        await sitting.sees("of which year?")
        await sitting.press("ctrl+u")
        await sitting.write("11月38日")
        await sitting.sees("not a date")
