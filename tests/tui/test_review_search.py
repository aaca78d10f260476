"""Searching in the text."""


async def test_search_ignores_width_case_and_kana_and_counts(sit) -> None:
    async with sit() as sitting:
        await sitting.press("/")
        await sitting.write("ﾏﾙｼｪ")
        await sitting.until(lambda: len(sitting.review.pane.matches) == 1)
        await sitting.press("enter")
        text = sitting.app.session.article.text
        assert sitting.review.pane.cursor == text.index("マルシェ")
        assert sitting.review.focused is sitting.review.pane


async def test_n_goes_round_the_matches(sit) -> None:
    async with sit() as sitting:
        await sitting.press("/")
        await sitting.write("北斗")
        await sitting.press("enter")
        await sitting.sees("match 1/3")
        await sitting.press("n")
        await sitting.sees("match 2/3")
        await sitting.press("N", "N")
        await sitting.sees("match 3/3")
        await sitting.press("escape")
        assert not sitting.review.pane.matches
        await sitting.press("n")
        await sitting.sees("nothing has been searched for")


async def test_leaving_the_search_goes_back(sit) -> None:
    async with sit() as sitting:
        here = sitting.review.pane.cursor
        await sitting.press("/")
        await sitting.write("警察")
        await sitting.until(lambda: sitting.review.pane.cursor != here)
        await sitting.press("escape")
        assert sitting.review.pane.cursor == here and not sitting.review.pane.matches


async def test_leaving_the_search_makes_the_span_current_where_it_began(sit) -> None:
    async with sit() as sitting:
        await sitting.press("/")
        await sitting.write("北斗マルシェ")
        await sitting.sees("match 1/1 · ? SERVICE")
        await sitting.press("escape", "x")
        assert sitting.span("s1").status == "rejected" and sitting.span("s4").status == "suggested"


async def test_what_is_not_there_is_said(sit) -> None:
    async with sit() as sitting:
        await sitting.press("/")
        await sitting.write("南極")
        await sitting.press("enter")
        await sitting.sees("no match")


async def search(sitting, words: str) -> None:
    await sitting.press("/")
    await sitting.write(words)
    await sitting.press("enter")


async def test_what_is_typed_behind_the_key_is_searched_from_the_record_too(sit) -> None:
    async with sit() as sitting:
        before = sitting.annotation
        await sitting.press("tab", "/", *"sax")
        await sitting.until(lambda: sitting.review.search.entry.value == "sax")
        assert sitting.annotation is before and not sitting.review.pane.evidence
        await sitting.press("escape")
        assert sitting.review.place == "text"


async def test_a_match_is_selected_so_that_a_label_key_makes_a_span_of_it(sit) -> None:
    async with sit() as sitting:
        await search(sitting, "個人情報")
        await sitting.press("7")
        made = sitting.span("h1")
        assert (made.text, made.label) == ("個人情報", "DATA") and sitting.review.pane.selection is None


async def test_a_match_that_is_a_span_is_relabelled(sit) -> None:
    async with sit() as sitting:
        await search(sitting, "北斗マルシェ")
        await sitting.sees("match 1/1 · ? SERVICE")
        await sitting.press("1")
        assert sitting.span("s4").label == "ORG" and sitting.annotation.span("h1") is None


async def test_esc_drops_the_match_as_selection(sit) -> None:
    async with sit() as sitting:
        await search(sitting, "個人情報")
        assert sitting.review.pane.selection is not None
        await sitting.press("escape", "7")
        assert sitting.review.pane.selection is None and sitting.annotation.span("h1") is None
        await search(sitting, "個人情報")
        await sitting.press("/", "escape")
        assert sitting.review.pane.selection is None


async def test_a_match_is_labelled_everywhere(sit) -> None:
    async with sit() as sitting:
        await search(sitting, "北斗")
        await sitting.press("*")
        await sitting.sees("type to narrow")
        await sitting.write("ORG")
        await sitting.press("enter")
        await sitting.sees("“北斗” as ORG")
        await sitting.sees("▶[ ]")
        await sitting.press("space", "enter")
        await sitting.until(lambda: sitting.app.screen is sitting.review)
        made = [span for span in sitting.annotation.spans if span.text == "北斗"]
        assert [span.label for span in made] == ["ORG"] and sitting.span("s2").status == "rejected"
        await sitting.until(lambda: sitting.review.span == made[0])


async def test_n_says_what_there_is_no_match_for_and_goes_on_in_the_next_article(sit) -> None:
    async with sit() as sitting:
        await search(sitting, "第二報")
        await sitting.sees("no match for “第二報”")
        await sitting.press("n")
        await sitting.sees("no match for “第二報”")
        await sitting.press(">", "n")
        await sitting.sees("match 1/1")
