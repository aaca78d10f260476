"""The codec between values and the JSON documents of a gold file: what can't be read back isn't written."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from store.errors import DatasetError

T = TypeVar("T")

_PLACED = re.compile(r"(?P<problem>.*) - at `(?:key in )?\$(?P<rest>.*)`", re.DOTALL)


def decode(raw: msgspec.Raw, type_: type[T], path: Path, place: str) -> T:
    """Return a document as a value.

    Args:
        raw: the document's bytes.
        type_: what it should be.
        path: the file that it is from.
        place: where it stands there, as `annotations[12]`.

    Raises:
        DatasetError: it is something else; names file and place, as `annotations[12].spans[3].end`.
    """
    try:
        return msgspec.json.decode(raw, type=type_)
    except msgspec.ValidationError as error:
        found = _PLACED.fullmatch(str(error))
        problem, rest = (found["problem"], found["rest"]) if found else (str(error), "")
        raise DatasetError(path, f"damaged: {problem}; `akapen doctor` tells more", place + rest) from None
    except (ValueError, RecursionError) as error:
        raise DatasetError(path, f"damaged: {error}; `akapen doctor` tells more", place) from None


def encode(value: Any, path: Path, place: str) -> msgspec.Raw:
    """Return a value as a JSON document in UTF-8, after making sure that it reads back the same.

    Raises:
        DatasetError: it holds what a gold file can't: half a surrogate pair, not a number, a wrong type.
    """
    try:
        raw = msgspec.Raw(msgspec.json.encode(value))
        if msgspec.json.decode(raw, type=type(value)) == value:
            return raw
        problem = "it does not read back the same"
    except UnicodeEncodeError as error:
        problem = (
            f"character {error.start} of a text is U+{ord(error.object[error.start]):04X}, half of a pair"
        )
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError) as error:
        problem = str(error)
    raise DatasetError(path, f"can't be saved: {problem}", place)
