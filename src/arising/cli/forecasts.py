"""High-needs forecasts from the command line."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from arising.cli.exits import Exit
from arising.cli.inputs import reason, shown
from arising.cli.terminal import say

if TYPE_CHECKING:
    from arising.measures.forecast import Plan
    from arising.measures.forecast.stored import Results

_USUAL = 10_000


def forecast(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", dir_okay=False, help="The workbook of the plan, .xlsx.")],
    template: Annotated[bool, typer.Option("--template", help="Write an empty workbook to PLAN, to fill in.")] = False,
    by: Annotated[
        str | None,
        typer.Option(metavar="YEAR", help="By when it is to balance and to be cleared: 2031/32. Else its last year."),
    ] = None,
    draws: Annotated[
        int, typer.Option(min=0, max=100_000, help="How many times to draw from the uncertainties; 0 for none.")
    ] = _USUAL,
    seed: Annotated[int, typer.Option(min=0, help="What the draws begin with: the same seed, the same draws.")] = 1,
    override_ends: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="When the statutory override ends: 2028-03-31."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the plan and all it comes to as JSON.")] = False,
) -> None:
    """See what a high-needs plan comes to, and what it takes to clear the debt.

    PLAN holds the sheets about, cohorts, funding, mitigations and outturn. Tells in words and in a table what the plan
    owes each year with nothing done and with its mitigations, when the year balances and when the debt is cleared,
    beside the end of the statutory override; what growth would do it; what one point more or less makes; and between
    what it may lie. Cells that cannot be read are named one by one.

    \b
    Examples:
      arising forecast plan.xlsx --template
          an empty workbook, with a note at each column
      arising forecast plan.xlsx
          the answer in words, and a table
      arising forecast plan.xlsx --by 2031/32 --json > results.json
          what it takes by a chosen year, and every figure
    """
    if template:
        _template(plan)
        return
    from arising.measures.forecast import Unplanned
    from arising.measures.forecast.workbook import NotRead, read
    from arising.measures.forecast.years import year_of

    try:
        told = read(plan)
        year = None if by is None else year_of(by)
    except NotRead as error:
        _end(str(error))
    except OSError as error:
        _end(f"{shown(plan)}: it cannot be read ({reason(error)}).")
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--by") from error
    ends = override_ends.date() if override_ends else None
    try:
        results = _results(told, draws, seed, ends, year)
    except Unplanned as error:
        raise typer.BadParameter(str(error), param_hint="--by") from error
    sys.stdout.buffer.write(_as_json(told, results) if as_json else _as_text(told, results))
    sys.stdout.flush()


def _results(plan: Plan, draws: int, seed: int, ends: date | None, by: int | None) -> Results:
    from arising.measures.forecast import OVERRIDE_ENDS, NotDrawn
    from arising.measures.forecast.answering import work_out

    day = ends or OVERRIDE_ENDS
    try:
        return work_out(plan, number=draws, seed=seed, override_ends=day, by=by)
    except NotDrawn as error:
        say(str(error))
        return work_out(plan, number=0, override_ends=day, by=by)


def _as_json(plan: Plan, results: Results) -> bytes:
    from arising.measures.forecast.stored import as_json

    return b'{"plan":' + as_json(plan) + b',"results":' + as_json(results) + b"}\n"


def _as_text(plan: Plan, results: Results) -> bytes:
    from arising.measures.forecast import words
    from arising.measures.forecast.dates import OVERRIDE_ENDS
    from arising.measures.forecast.vintages import deliveries

    lines = [plan.title or f"High-needs plan of {plan.council}", ""]
    ends = results.override_ends or OVERRIDE_ENDS
    lines += words.answers(plan, results.positions, override_ends=ends, drawn=results.drawn)
    if (said := words.delivery(deliveries(plan.mitigations))) != "":
        lines.append(said)
    lines += ["", *_table(plan, results), "", "What it takes"]
    lines += [f"  {words.solved(one)}" for one in results.solved]
    lines += ["", "What one percentage point makes"]
    lines += [f"  {words.sensitivity(one)}." for one in results.sensitivities]
    return ("\n".join(lines) + "\n").encode()


def _table(plan: Plan, results: Results) -> list[str]:
    """The years of the plan, amounts in whole pounds, as wide as they are."""
    from arising.measures.forecast import words
    from arising.measures.forecast.years import told

    titles = ["year", "plans", "spending", "income"]
    titles += [f"{what} {words.LINES[line]}" for line in words.lines_of(plan) for what in ("year", "balance")]
    rows = []
    for one in results.positions:
        cells = [
            told(one.year),
            f"{one.plans:,.0f}",
            words.exact(one.spending),
            words.exact(one.funding + one.transfer),
        ]
        for line in words.lines_of(plan):
            balance = one.balance(line)
            cells += [words.exact(balance.in_year), words.exact(balance.cumulative)]
        rows.append(cells)
    widths = [max(len(row[at]) for row in [titles, *rows]) for at in range(len(titles))]
    return ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in [titles, *rows]]


def _template(path: Path) -> None:
    from arising.cli.output import whole_file
    from arising.measures.forecast.workbook import template

    if path.exists():
        _end(f"{shown(path)}: there is a file of that name. Choose another, or move it away.")
    try:
        content = template()
        with whole_file(path) as file:
            file.write(content)
    except ImportError:
        _end('This machine writes no Excel files: pip install "arising[forecast]".')
    except OSError as error:
        _end(f"{shown(path)}: it cannot be written ({reason(error)}).")
    say(f"{shown(path)}: an empty workbook. Fill in its sheets, save it, then: arising forecast {shown(path)}")


def _end(line: str) -> NoReturn:
    say(line)
    raise typer.Exit(Exit.SOME_FAILED)
