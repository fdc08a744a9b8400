"""What came of each figure: as a table in words, and for programs."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from rich import box
from rich.console import Console
from rich.table import Table

from arising.cli.claims.figures import FigureOf
from arising.measures.claims import Candidate, Outcome, Reported, Verdict
from arising.measures.values import Symbol
from arising.reading.brief import escaped
from arising.reading.formats import cell, csv_of

NARROWEST = 100
_SAID: Mapping[Outcome, str] = {"matches": "match", "differs": "differ", "cannot tell": "cannot be told"}
HEADINGS = ("Told", "Quote", "Held against", "Verdict", "File and row")
SHARES = (3, 4, 4, 7, 4)
"""How the width of a table goes to its columns."""
COLUMNS = (
    "document", "met", "quote", "start", "number", "held_against", "verdict", "sentence", "beside_own", "notes",
    "settle", "working", "period", "variant", "published", "file", "row", "column", "release",
)  # fmt: skip


Asked: TypeAlias = tuple[str, tuple[FigureOf, ...]]
"""A question, and the figures that raise it."""


@dataclass(frozen=True)
class Claim:
    """A figure of a document and what it comes to."""

    told: FigureOf
    verdict: Verdict
    reported: tuple[Reported, ...] = ()

    @property
    def is_of_an_indicator(self) -> bool:
        """Whether its words name an indicator, or several as well."""
        verdict = self.verdict
        return bool(verdict.match or verdict.between or verdict.ceiling)

    @property
    def says(self) -> str:
        """The verdict and what to read with it."""
        verdict = self.verdict
        said = (verdict.sentence, self.beside_own, verdict.working, *verdict.notes, verdict.settle)
        return " ".join(each for each in said if each)

    @property
    def beside_own(self) -> str:
        """What it comes to beside the council's own figures; "" where there is none to hold it against."""
        return " ".join(each.sentence for each in self.reported)

    @property
    def stands(self) -> list[str]:
        """Where the numbers stand that it was held against."""
        near = [*self.verdict.nearest, *(one for each in self.reported for one in each.nearest)]
        return [str(one.observation.origin) for one in near]


def tally(claims: Iterable[Claim]) -> str:
    """How many figures came to what, in words."""
    held = list(claims)
    counts = Counter(one.verdict.outcome for one in held if one.is_of_an_indicator)
    parts = [f"{counts[outcome]} {words}" for outcome, words in _SAID.items() if counts[outcome]]
    others = sum(not one.is_of_an_indicator for one in held)
    return ", ".join([*parts, *([f"{others} are of no indicator"] if others else [])]) or "none to hold"


def _table(claims: Sequence[Claim], asked: Sequence[Asked]) -> bytes:
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, leading=1, expand=True)
    for heading, share in zip(HEADINGS, SHARES, strict=True):
        made.add_column(heading, ratio=share, overflow="fold")
    for one in claims:
        made.add_row(*_cells(one, "\n"))
    out = io.StringIO()
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    console.width = max(Console().width, NARROWEST)
    if claims:
        console.print(made)
    for question, told in asked:
        console.print(f"\n{question}")
        for figure in told:
            console.print(f"  {figure.document}: “{_line(figure)}”")
    return out.getvalue().encode()


def _markdown(claims: Sequence[Claim], asked: Sequence[Asked]) -> bytes:
    rows = [HEADINGS, ("---",) * len(HEADINGS)]
    rows += [tuple(escaped(each) for each in _cells(one, "; ")) for one in claims]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    for question, told in asked:
        lines += ["", f"- {escaped(question)}", *(f"  - {escaped(f'{one.document}: “{_line(one)}”')}" for one in told)]
    return "".join(f"{line}\n" for line in lines).encode()


def _line(told: FigureOf) -> str:
    return " ".join(told.figure.quote.split())


def _cells(one: Claim, between: str) -> tuple[str, ...]:
    told = f"{one.told.document}{between}{one.told.when}"
    return told, f"“{_line(one.told)}”", one.verdict.held_against, one.says, between.join(one.stands)


def _csv(claims: Sequence[Claim], _: Sequence[Asked]) -> bytes:
    """A row for each published number, or one where there is none to hold a figure against."""
    rows = [
        [cell(cells.get(column)) for column in COLUMNS]
        for one in claims
        for cells in [_flat(one) | _published(near) for near in one.verdict.nearest] or [_flat(one)]
    ]
    return csv_of([COLUMNS, *rows]).encode()


def _json(claims: Sequence[Claim], asked: Sequence[Asked]) -> bytes:
    """The claims with their published numbers within them, and the figures that were told again."""
    held = [
        _flat(one)
        | {
            "notes": list(one.verdict.notes),
            "reasons": list(one.verdict.match.reasons) if one.verdict.match else [],
            "card": one.verdict.match.card.key if one.verdict.match else None,
            "published": [_published(near) for near in one.verdict.nearest],
            "reported": [_reported(each) for each in one.reported],
        }
        for one in claims
    ]
    again = [
        {
            "question": question,
            "told": [
                {"document": one.document, "met": one.met, "quote": one.figure.quote, "start": one.start}
                for one in told
            ],
        }
        for question, told in asked
    ]
    made = {"claims": held, "told_again": again}
    return json.dumps(made, ensure_ascii=False, indent=1).encode() + b"\n"


def _flat(one: Claim) -> dict[str, Any]:
    verdict = one.verdict
    return {
        "document": one.told.document,
        "met": one.told.met,
        "quote": one.told.figure.quote,
        "start": one.told.start,
        "number": verdict.number,
        "held_against": verdict.held_against,
        "verdict": verdict.outcome,
        "sentence": verdict.sentence,
        "beside_own": one.beside_own,
        "notes": " ".join(verdict.notes),
        "settle": verdict.settle,
        "working": verdict.working,
    }


def _published(near: Candidate) -> dict[str, Any]:
    one = near.observation
    value = one.value.value if isinstance(one.value, Symbol) else near.number
    return {
        "period": str(one.period),
        "variant": one.variant,
        "published": value,
        "file": one.origin.file,
        "row": one.origin.row,
        "column": one.origin.column,
        "release": one.origin.release,
    }


def _reported(one: Reported) -> dict[str, Any]:
    figures = [_published(near) for near in one.nearest]
    return {"system": one.system, "verdict": one.outcome, "sentence": one.sentence, "figures": figures}


WRITERS: Mapping[str, Callable[[Sequence[Claim], Sequence[Asked]], bytes]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
