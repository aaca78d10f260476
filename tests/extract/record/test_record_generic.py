import pytest

from store.schema import Field, Label, Names, Schema

NAME = Names(ja="名", en="name")


def recall(**field) -> Schema:
    labels = tuple(
        Label(id=label, key=str(number), name=NAME, colour="#000000", definition=NAME)
        for number, label in enumerate(("ORG", "DATE", "COUNT"), start=1)
    )
    made = Field(id="wanted", name=NAME, definition=NAME, **field)
    return Schema(name="recall", version="1", title=NAME, labels=labels, fields=(made,))


TEXT = (
    "[ORG 北斗電機]は掃除機[COUNT 300台]を回収する。[DATE 2024年4月5日]に発表した。\n"
    "1.販売台数\n[COUNT 1,200台]([DATE 2023年1月10日]から)。製造は[ORG 南星電機]。"
)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ({"type": "text", "labels": ("ORG",)}, "北斗電機"),
        ({"type": "text", "labels": ("ORG",), "pick": "last"}, "南星電機"),
        ({"type": "text", "labels": ("ORG",), "cues": ("製造",)}, "南星電機"),
        ({"type": "integer", "labels": ("COUNT",)}, 300),
        ({"type": "integer", "labels": ("COUNT",), "pick": "largest"}, 1200),
        ({"type": "integer", "labels": ("COUNT",), "cues": ("回収",), "pick": "largest"}, 300),
        ({"type": "integer", "labels": ("COUNT",), "cues": ("販売台数",)}, 1200),
        ({"type": "date", "labels": ("DATE",), "cues": ("発表",)}, "2024-04-05"),
    ],
)
def test_a_field_without_an_extractor(fill, field, value):
    made = fill(TEXT, using=recall(**field))
    assert [one.value for one in made] == [value]


def test_a_list_takes_all(fill):
    made = fill(TEXT, using=recall(type="text", labels=("ORG",), many=True))
    assert [one.value for one in made] == ["北斗電機", "南星電機"]


def test_the_value_most_often_told(fill):
    text = "[COUNT 5台]、[COUNT 7台]、[COUNT 7台]を回収した。"
    made = fill(text, using=recall(type="integer", labels=("COUNT",), pick="most"))
    assert (made[0].value, made[0].runner_up) == (7, 5)


def test_no_evidence_near_a_cue_gives_nothing(fill):
    assert fill(TEXT, using=recall(type="text", labels=("ORG",), cues=("輸入",))) == ()


def test_a_value_that_cannot_be_formed_is_left_out(fill):
    assert fill("[COUNT 数十台]を回収した。", using=recall(type="integer", labels=("COUNT",))) == ()
