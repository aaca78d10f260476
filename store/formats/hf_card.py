"""The card of a Hugging Face dataset: front matter with splits and column types, then the guidelines."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from store.formats.arrow import EVIDENCE, SPAN, TEXTS, type_of
from store.release.guidelines import guidelines
from store.schema import Field, Schema

_SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_NAMES = ("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "n>10M")


def hf_card(schema: Schema, sizes: Mapping[str, int]) -> str:
    """Return the card.

    Args:
        schema: says which columns there are.
        sizes: rows by split.
    """
    total = sum(sizes.values())
    front = {
        "language": ["ja"],
        "task_categories": ["token-classification"],
        "size_categories": [_NAMES[sum(total >= size for size in _SIZES)]],
        "configs": [
            {
                "config_name": "default",
                "data_files": [{"split": name, "path": f"data/{name}-*"} for name in sizes],
            }
        ],
        "dataset_info": {"features": list(_features(schema))},
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{guidelines(schema)}"


def _features(schema: Schema) -> Iterator[dict[str, Any]]:
    yield from (_feature(name, "string") for name in TEXTS)
    yield {"name": "spans", "list": [_feature(name, kind) for name, kind in SPAN.items()]}
    if schema.fields:
        yield {"name": "record", "struct": [_field(field) for field in schema.fields]}
    yield {"name": "evidence", "list": [_feature(name, kind) for name, kind in EVIDENCE.items()]}
    yield {"name": "not_stated", "list": "string"}


def _feature(name: str, kind: str) -> dict[str, Any]:
    return {"name": name, "dtype": kind}


def _field(field: Field) -> dict[str, Any]:
    kind = type_of(field)
    return {"name": field.id, "list": kind} if field.many else _feature(field.id, kind)
