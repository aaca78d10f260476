"""Optional libraries: imported when asked for, and if missing, one line that says what to install."""

from importlib import import_module
from typing import Any

from store.errors import MissingLibraryError


def library(name: str, extra: str) -> Any:
    """Return the module of an optional library.

    Args:
        name: the module, as `pyarrow.parquet`.
        extra: akapen's extra that brings it.

    Raises:
        MissingLibraryError: it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name.partition(".")[0]:
            raise
        how = f"in akapen's folder: pip install -e '.[{extra}]'"
        raise MissingLibraryError(f"this needs {error.name}, which is not installed; {how}") from None
