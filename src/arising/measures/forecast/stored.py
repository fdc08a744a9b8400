"""Plans and what they come to as JSON, to keep: a forecast that was made must say the same for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from arising.measures.forecast.drawing import Draws
from arising.measures.forecast.plan import Plan
from arising.measures.forecast.running import RULES, Position
from arising.measures.forecast.sensitivity import Sensitivity
from arising.measures.forecast.solving import Solved


@dataclass(frozen=True)
class Results:
    """What a plan came to under rules of a version: all that a page needs, so that nothing is worked out anew.

    ``solved`` is what it takes to balance a year, and to clear the debt by its end, for each line that differs.
    """

    positions: tuple[Position, ...]
    sensitivities: tuple[Sensitivity, ...]
    solved: tuple[Solved, ...]
    drawn: Draws | None = None
    rules: int = RULES
    override_ends: date | None = None


def as_json(told: Plan | Results) -> bytes:
    """As JSON: amounts in whole pounds, rates and numbers of plans as decimal text, days as 2024-03-05."""
    return msgspec.json.encode(told)


def as_rows(told: Plan | Results) -> Any:
    """The same as dictionaries and lists, for a column that holds JSON."""
    return msgspec.to_builtins(told)


def plan_of(rows: Any) -> Plan:
    """The plan that was kept so. Raises msgspec.ValidationError for what is none."""
    return msgspec.convert(rows, type=Plan)


def results_of(rows: Any) -> Results:
    """What was kept so of a plan. Raises msgspec.ValidationError for what is none."""
    return msgspec.convert(rows, type=Results)
