"""The sample's tables: the team, its market, the customers that are written out by hand."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A table of the demo's folder, read once."""
    return tomllib.loads((files("bot.demo") / f"{name}.toml").read_text("utf-8"))
