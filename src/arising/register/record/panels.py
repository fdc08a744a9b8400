"""What rooms below put on the page of a body or a meeting: a template, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from arising.register.accounts.audiences import Reader


@dataclass(frozen=True)
class Panel:
    """Part of a page. ``shows`` takes the reader and the body or meeting, and answers the template's context."""

    template: str
    shows: Callable[[Reader, Any], dict[str, Any]]


BODY: list[Panel] = []
MEETING: list[Panel] = []
