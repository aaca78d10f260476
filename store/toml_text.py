"""TOML that a person writes, a schema or settings: its entries, or an error that names the place."""

import re
from typing import Any

import tomli

from store.errors import DataError

_FAULT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")


def toml_entries(text: str, source: str, refusal: type[DataError]) -> dict[str, Any]:
    """Return the entries of a TOML text.

    Args:
        text: the text, its line ends LF.
        source: how errors call it.
        refusal: the error to raise.

    Raises:
        DataError: it isn't TOML; names line and column.
    """
    try:
        return tomli.loads(text)
    except ValueError as error:
        found = _FAULT.fullmatch(str(error))
        problem, line, column = found.groups() if found else (str(error), None, None)
        line = line or str(text.count("\n") + 1)
        place = f"line {line}, column {column}" if column else f"line {line}"
        raise refusal(source, f"not TOML: {problem}", place) from None
    except RecursionError:
        raise refusal(source, "not TOML: nested too deeply") from None
