from extract.triggers import Triggers

LOST, MAIL, ANY, BOTH = range(4)
TRIGGERS = Triggers(
    [
        (frozenset(("紛失", "盗難")),),
        (frozenset(("送信",)),),
        (),
        (frozenset(("紛失",)), frozenset(("車内",))),
    ]
)


def living(text: str) -> set[int]:
    found = TRIGGERS.living(text)
    return {number for number in range(4) if found >> number & 1}


def test_one_word_of_each_set_is_needed():
    assert living("車内で書類を紛失") == {LOST, ANY, BOTH}
    assert living("書類の盗難") == {LOST, ANY}
    assert living("誤送信と紛失") == {LOST, MAIL, ANY}


def test_what_needs_nothing_can_always_match():
    assert living("") == {ANY}
    assert Triggers([]).living("紛失") == 0
