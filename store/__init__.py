"""The gold dataset and the values in it; `from store import read_gold` is the door for notebooks.

The names are imported when they are asked for, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.annotation import Annotation as Annotation
    from store.article import Article as Article
    from store.errors import AkapenError as AkapenError
    from store.gold.article import GoldArticle as GoldArticle
    from store.gold.dataset import GoldDataset as GoldDataset
    from store.labelled import Labelled as Labelled
    from store.notebook import Gold as Gold
    from store.notebook import read_gold as read_gold
    from store.schema import Schema as Schema
    from store.schemas.loading import load_schema as load_schema
    from store.span import Span as Span
    from store.value import FieldValue as FieldValue

_PLACES = {
    "AkapenError": "store.errors",
    "Annotation": "store.annotation",
    "Article": "store.article",
    "FieldValue": "store.value",
    "Gold": "store.notebook",
    "GoldArticle": "store.gold.article",
    "GoldDataset": "store.gold.dataset",
    "Labelled": "store.labelled",
    "Schema": "store.schema",
    "Span": "store.span",
    "load_schema": "store.schemas.loading",
    "read_gold": "store.notebook",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'store' has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return sorted(_PLACES)
