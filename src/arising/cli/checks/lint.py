"""Checking reports from the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from arising.cli.exits import Exit

if TYPE_CHECKING:
    from arising.cli.batch import Outcome
    from arising.cli.inputs import Input


def lint(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Reports, and folders of them.")],
    form: Annotated[
        Literal["json", "markdown"], typer.Option("--format", "-f", help="Everything found, or what it comes to.")
    ] = "markdown",
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where a report leaves something out.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of a fault in arising.")] = False,
) -> None:
    """See what a report to a scrutiny committee tells, and what it leaves out.

    Looks for five things: the current position, a comparator (England, the region, similar councils, a year ago), a
    trend, a so-what (what it means for children or residents) and an ask (what the committee is to do). Each is shown
    with its first words and where they stand, or named as missing with what to do. Then it counts the sentences that
    tell what is planned and those that tell results. It goes by words, so it may miss a thing that is said in other
    words. It advises: the exit status is 0 whatever is missing, unless --strict is given.

    Takes the same kinds of file as "arising read". Give it one report at a time, not the whole agenda.

    \b
    Examples:
      arising lint report.docx
          what is there and what is missing, in words
      arising lint reports/ --strict
          for a check before publication: 1 where something is missing
      arising lint report.pdf --format json > report.json
          every sentence found, with its rule and its place
    """
    from arising.cli.batch import attempt
    from arising.cli.inputs import find_inputs
    from arising.cli.summary import Summary

    found = find_inputs(paths)
    summary = Summary(debug=debug)
    summary.found(found)
    incomplete = False
    with summary:
        for one in found.inputs:
            missing: list[str] = []
            outcome = attempt(one, lambda file, missing=missing: _checked(file, form, missing))  # type: ignore[misc]
            _write(outcome)
            incomplete |= bool(missing)
            summary.add(outcome)
    raise typer.Exit(Exit.SOME_FAILED if strict and incomplete else summary.exit)


def _checked(file: Input, form: str, missing: list[str]) -> Outcome:
    """Check one report and note what is missing in it."""
    from arising.cli.batch import Outcome
    from arising.documents import open_document
    from arising.reading.reports import lint
    from arising.reading.reports.brief import markdown

    told = lint(open_document(file.path, name=file.document))
    missing += [element.name for element in told.missing]
    content = told.to_json() + b"\n" if form == "json" else markdown(told).encode()
    return Outcome(file, done="checked", content=content)


def _write(outcome: Outcome) -> None:
    if outcome.content:
        sys.stdout.buffer.write(outcome.content)
        sys.stdout.flush()
