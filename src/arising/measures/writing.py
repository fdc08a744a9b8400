"""Cards written down in the form in which the project's own stand in ``data/cards``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def toml_of(told: Mapping[str, Any]) -> str:
    """A card's table as TOML, which ``tomllib`` reads back to the same. Tables stand in one line, but for variants and
    breaks, each of which stands by itself."""
    several = {name: value for name, value in told.items() if _is_tables(value)}
    lines = [f"{name} = {_value(value)}" for name, value in told.items() if name not in several]
    for name, tables in several.items():
        for table in tables:
            lines += ["", f"[[{name}]]", *(f"{key} = {_value(value)}" for key, value in table.items())]
    return "\n".join([*lines, ""])


def _is_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _value(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case str():
            # TOML asks for DEL to be escaped too, JSON does not
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case Mapping():
            return "{ " + ", ".join(f"{json.dumps(key)} = {_value(each)}" for key, each in value.items()) + " }"
        case _:
            return "[" + ", ".join(map(_value, value)) + "]"
