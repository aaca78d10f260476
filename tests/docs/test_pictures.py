"""The makers of the pictures still work, and Japanese takes two cells a character in them."""

import xml.etree.ElementTree as ET

from docs.making.screenshots import PICTURES, SCENES, draw
from docs.making.svg import CELL, in_cells

RUN = (
    '<svg xmlns="http://www.w3.org/2000/svg"><text class="terminal-1-r1" x="12.2" y="20" textLength="61" '
    'clip-path="url(#terminal-1-line-0)">3月か&#160;&amp;</text></svg>'
)


def test_a_run_is_cut_where_the_width_of_its_characters_changes() -> None:
    pieces = [(one.text, one.get("x"), one.get("textLength")) for one in ET.fromstring(in_cells(RUN, "a"))]
    assert pieces == [("3", "12.2", "12.2"), ("月か", "24.4", "48.8"), ("\xa0&", "73.2", "24.4")]
    assert "terminal" not in in_cells(RUN, "a")


async def test_the_narrow_review_is_drawn_with_the_words_of_the_sample() -> None:
    scene = next(scene for scene in SCENES if scene.name == "review-narrow")
    drawn = await draw(scene)
    texts = [one for one in ET.fromstring(drawn).iter() if one.tag.endswith("text")]
    assert any("株式会社つむぎ野製菓" in (one.text or "") for one in texts)
    assert "saved\xa014:02:11" in "".join(one.text or "" for one in texts)
    ends = [
        float(one.get("x", "0")) + float(one.get("textLength", "0")) for one in texts if one.get("textLength")
    ]
    assert max(ends) <= scene.size[0] * CELL + 0.1
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "").replace(
        "https://www.textualize.io", ""
    )


def test_every_scene_has_its_picture() -> None:
    assert {path.stem for path in PICTURES.glob("*.svg")} == {scene.name for scene in SCENES}
