"""The themes: light, dark and high contrast. Labels' colours come from the schema, made readable."""

from textual.theme import Theme

LIGHT, DARK, CONTRAST = "akapen-light", "akapen-dark", "akapen-contrast"

NAMES = {LIGHT: "light", DARK: "dark", CONTRAST: "contrast"}
"""The themes in the order of switching, each with the last part of its text's key."""

THEMES = (
    Theme(
        LIGHT,
        primary="#0B5394",
        accent="#A61C00",
        warning="#8A4B00",
        error="#A61C00",
        success="#1E6B33",
        foreground="#1C1C1C",
        background="#FBF9F4",
        surface="#FBF9F4",
        panel="#ECE7DB",
        dark=False,
        variables={"dim": "#5F5B52"},
    ),
    Theme(
        DARK,
        primary="#6FA8DC",
        accent="#FF8A75",
        warning="#F0B54A",
        error="#FF8A75",
        success="#7FCB91",
        foreground="#E4E1DA",
        background="#15171A",
        surface="#15171A",
        panel="#2A2E34",
        dark=True,
        variables={"dim": "#ABA79E"},
    ),
    Theme(
        CONTRAST,
        primary="#00FFFF",
        accent="#FFFF00",
        warning="#FFB000",
        error="#FFB000",
        success="#00FF66",
        foreground="#FFFFFF",
        background="#000000",
        surface="#000000",
        panel="#303030",
        dark=True,
        variables={"dim": "#D8D8D8"},
    ),
)
"""Red pencil on paper and on slate. Text has a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), high contrast 7."""


def following(name: str) -> str:
    """Return the theme after one in the order of switching."""
    names = list(NAMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
