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


async def test_what_is_not_there_is_said(sit) -> None:
    async with sit() as sitting:
        await sitting.press("/")
        await sitting.write("南極")
        await sitting.press("enter")
        await sitting.sees("no match")
