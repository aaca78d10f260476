"""The package's own data files, read when asked."""

import tomllib
from importlib import resources
from typing import Any


def read_data(name: str) -> dict[str, Any]:
    """Return the content of `extract/data/<name>.toml`."""
    return tomllib.loads(resources.files("extract").joinpath("data", f"{name}.toml").read_text("utf-8"))
