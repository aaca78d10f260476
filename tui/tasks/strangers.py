"""Labels and fields of annotations that the schema in use doesn't have, as after a change of it."""

from collections import Counter

from store.gold.reader import GoldReader
from store.plural import number_of
from store.schema import Schema
from tui.printing import say


def say_strangers(gold: GoldReader, stamps: Counter[str], schema: Schema) -> None:
    """Say on stderr what people stand for in a label or field that the schema lacks: no screen shows it.

    Annotations are only looked at where some were made by another version of the schema.
    """
    others = {stamp for stamp in stamps if stamp.rpartition(" ")[0] == schema.name} - {schema.stamp}
    if not others:
        return
    found = Counter[str]()
    for annotation in gold.annotations():
        if annotation.schema in others:
            spans, values = annotation.gold_spans(), annotation.gold_values()
            found.update(f"span of {one.label}" for one in spans if not schema.label(one.label))
            found.update(f"value of {one.field}" for one in values if not schema.field(one.field))
    if found:
        listed = ", ".join(
            number_of(count, what, what.replace(" ", "s ", 1)) for what, count in found.items()
        )
        made = f"made by {' or '.join(sorted(others))}"
        say(f"akapen: {gold.path}: {schema.stamp} lacks what annotations {made} hold: {listed}")
