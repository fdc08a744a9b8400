"""What rooms below put on the page of a body, a meeting or another thing: a template, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from arising.register.accounts.audiences import Reader


@dataclass(frozen=True)
class Panel:
    """Part of a page. ``shows`` takes the reader and what the page is about, and answers the template's context."""

    template: str
    shows: Callable[[Reader, Any], dict[str, Any]]


_panels: dict[type[Any], list[Panel]] = {}


def on(model: type[Any]) -> list[Panel]:
    """The panels on the pages of things of that kind, in their order; add to them there."""
    return _panels.setdefault(model, [])
