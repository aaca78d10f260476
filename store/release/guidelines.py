"""Guidelines: what a schema asks annotators to mark, as a document made from the schema alone."""

from collections.abc import Iterator

from store.release.markdown import literal, table
from store.schema import Field, Label, Names, Schema


def guidelines(schema: Schema) -> str:
    """Return the guidelines as Markdown, in both languages of the schema."""
    return "\n".join(_sections(schema))


def _sections(schema: Schema) -> Iterator[str]:
    yield f"# {_both(schema.title)}: annotation guidelines\n"
    overlap = "may overlap" if schema.overlap else "don't overlap"
    yield f"Schema `{schema.stamp}`. Spans {overlap}; they are half-open, in code points of the text.\n"
    yield "## Labels\n"
    yield table(("key", "label", "日本語", "English"), map(_label, schema.labels))
    for label in schema.labels:
        yield f"### {literal(label.id)} {_both(label.name)}\n\n{_defined(label.definition)}"
    if schema.fields:
        yield "## Record\n"
        yield table(("field", "日本語", "English", "type", "evidence"), map(_field, schema.fields))
    for field in schema.fields:
        yield f"### {literal(field.id)} {_both(field.name)}\n\n{_defined(field.definition)}"
        if field.codes:
            rows = ((code.id, code.name.ja, code.name.en, "、".join(code.terms)) for code in field.codes)
            yield table(("code", "日本語", "English", "terms"), rows)
    if schema.checks:
        yield "## Checks\n"
        yield "".join(f"- `{one.lower}` must not lie above `{one.upper}`\n" for one in schema.checks)


def _both(names: Names) -> str:
    return f"{literal(names.ja)} / {literal(names.en)}"


def _defined(names: Names) -> str:
    return f"{literal(names.ja)}\n\n{literal(names.en)}\n"


def _label(label: Label) -> tuple[str, ...]:
    return label.key, label.id, label.name.ja, label.name.en


def _field(field: Field) -> tuple[str, ...]:
    kind = f"list of {field.type}" if field.many else field.type
    return field.id, field.name.ja, field.name.en, kind, ", ".join(field.labels)
