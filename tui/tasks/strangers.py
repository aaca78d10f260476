"""Labels and fields of annotations that the schema in use doesn't have, as after a change of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from store.annotation import Annotation
from store.errors import UsageError
from store.gold.reader import GoldReader
from store.plural import number_of
from store.schema import Schema
from store.span import Span
from store.value import FieldValue
from tui.printing import say


def say_strangers(
    gold: GoldReader, stamps: Collection[str], held: Mapping[str, Schema], schema: Schema
) -> None:
    """Say on stderr what people stand for in a label or field that the schema lacks: no screen shows it.

    Annotations are only looked at where some were made by another version of the schema, or by what it was
    before a change without a new version.
    """
    others = {stamp for stamp in stamps if stamp.rpartition(" ")[0] == schema.name}
    if held.get(schema.name) in (None, schema):
        others -= {schema.stamp}
    if not others:
        return
    found = Counter[str]()
    for annotation in gold.annotations():
        if annotation.schema in others:
            found += _lacking(annotation.gold_spans(), annotation.gold_values(), schema)
    if found:
        made = f"made by {' or '.join(sorted(others))}"
        say(f"akapen: {gold.path}: {schema.stamp} lacks what annotations {made} hold: {_listed(found)}")


def refuse_strangers(annotations: Iterable[Annotation], schema: Schema) -> None:
    """Refuse annotations that are to join a dataset with labels or fields that its schema lacks.

    Those of another version are let in, for a dataset may hold them: what they hold is told of.

    Raises:
        UsageError: one of this version, or of none, has such.
    """
    for one in annotations:
        found = _lacking(one.spans, one.values, schema) if one.schema in ("", schema.stamp) else None
        if found:
            whose = f"the annotation of {one.article} by {one.annotator}"
            way = "mend it, or name a schema that has them with --schema FILE"
            raise UsageError(f"{whose} holds {_listed(found)}, which {schema.stamp} lacks; {way}")


def _lacking(spans: Iterable[Span], values: Iterable[FieldValue], schema: Schema) -> Counter[str]:
    labels = (one.label for one in spans if not schema.label(one.label))
    fields = (one.field for one in values if not schema.field(one.field))
    return Counter([*(f"span of {label}" for label in labels), *(f"value of {field}" for field in fields)])


def _listed(found: Counter[str]) -> str:
    return ", ".join(number_of(count, what, what.replace(" ", "s ", 1)) for what, count in found.items())
