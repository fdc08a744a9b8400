"""Reading inspection reports from the command line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from arising.cli.forms import Form

if TYPE_CHECKING:
    from arising.cli.batch import Outcome
    from arising.cli.inputs import Input
    from arising.reading.inspections.deadlines import WorkingDaysAfter

_DAY = ["%Y-%m-%d"]
TABLES = {".xlsx", ".csv"}
"""How the names of national tables end."""


def inspect(
    paths: Annotated[
        list[Path], typer.Argument(metavar="REPORT", help="Reports and letters, folders of them, or a national table.")
    ],
    form: Annotated[
        Literal["json", "markdown"], typer.Option("--format", "-f", help="Everything taken down, or a page to read.")
    ] = "markdown",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", file_okay=False, help="Write files there, not to standard output."),
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=_DAY, help="When it was published, where it does not say: 2024-03-12."),
    ] = None,
    received: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=_DAY, help="When the authority received it: deadlines count from then."),
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Put what is read into the register.")] = False,
    council: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The council inspected; not needed where the report or the register tells it."
        ),
    ] = None,
    audience: Annotated[
        Literal["public", "members", "officers", "clerks"], typer.Option(help="Who may see it in the register.")
    ] = "public",
    visible_from: Annotated[
        datetime | None,
        typer.Option(
            metavar="TIME",
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"],
            help="Under embargo until then: 2024-03-12T12:00.",
        ),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Print the traceback of a fault in arising.")] = False,
) -> None:
    """Read Ofsted inspection reports: judgements, findings, what needs to improve, and what is due when.

    Takes inspections of children's services (ILACS and the single inspections before 2018), focused visits, monitoring
    visits, joint targeted area inspections and area SEND inspections of both schemes, as PDF with a text layer, HTML,
    Word or plain text. Each judgement, finding and point comes with its exact words and page. What a report does not
    say, or says in a way that its framework does not know, is told as a gap. A file that is no such report gets a line
    on standard error.

    A table of every authority's latest grades (.xlsx or .csv, as Data to Insight compiles it) is read into rows, and
    what in it is odd is told.

    With --add a report goes into the register with all that was read in it, and a national table counts from then on.

    \b
    Examples:
      arising inspect report.pdf
          what it judged, what must improve, what was found
      arising inspect report.pdf --received 2024-02-20
          with the days on which the report and the statement of action are due
      arising inspect reports/ --format json --out read
          everything taken down, a file for each report
      arising inspect ofsted-ilacs-overview.xlsx
          the latest grades of every authority, and what in them is odd
      arising inspect report.pdf --add --received 2024-02-20 --visible-from 2024-03-12T12:00
          into the register, for clerks alone until noon on 12 March
    """
    from functools import partial

    from arising.cli.batch import attempt
    from arising.cli.inputs import find_inputs
    from arising.cli.output import opened, put
    from arising.cli.summary import Summary
    from arising.cli.terminal import watched

    found = find_inputs(paths, leave_out=out)
    summary = Summary(debug=debug)
    summary.found(found)
    if add:
        from arising.cli.of_register.inspected import Given, add_each

        given = Given(council, _day(published), _day(received), audience, visible_from)
        with summary:
            for outcome in watched(add_each(found.inputs, given), len(found.inputs), "Adding"):
                summary.add(outcome)
        raise typer.Exit(summary.exit)
    work = partial(_read, form=form, published=_day(published), received=_day(received))
    outcomes = (attempt(one, work) for one in found.inputs)
    with summary, opened(Form(form), out) as files:
        for outcome in watched(outcomes, len(found.inputs), "Reading"):
            summary.add(put(files, outcome))
    raise typer.Exit(summary.exit)


def _day(told: datetime | None) -> date | None:
    return told.date() if told else None


def _read(file: Input, *, form: str, published: date | None, received: date | None) -> Outcome:
    """Read one report, or one national table, into the form that is wanted."""
    from arising.cli.batch import Outcome
    from arising.documents import open_document
    from arising.reading.inspections import inspect as read_report
    from arising.reading.inspections.brief import markdown
    from arising.reading.inspections.deadlines import deadlines

    if file.path.suffix.lower() in TABLES:
        return _read_table(file, form)
    report = read_report(open_document(file.path, name=file.document), published=published)
    working_days = _working_days()
    due = deadlines(report, working_days, received=received) if working_days else []
    notes = () if working_days else ("no deadlines were worked out: bank holidays come with arising[register].",)
    if form == "json":
        import msgspec

        told = {
            **report.to_dict(),
            "deadlines": [{**msgspec.to_builtins(day), "how": day.how, "when": day.when} for day in due],
        }
        content = msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"
    else:
        content = markdown(report, due).encode()
    return Outcome(file, content=content, notes=notes)


def _working_days() -> WorkingDaysAfter | None:
    """How working days are counted, or None where the calendar of bank holidays is not installed."""
    from importlib.util import find_spec

    if find_spec("govuk_bank_holidays") is None:
        return None
    from arising.register.obligations.working_days import working_days_after

    return working_days_after


def _read_table(file: Input, form: str) -> Outcome:
    import msgspec

    from arising.cli.batch import Outcome
    from arising.measures.published import NotPublished
    from arising.reading.inspections.brief import table_in_words
    from arising.reading.inspections.national import read_national_table

    try:
        table = read_national_table(file.path, file.document)
    except NotPublished as error:
        return Outcome(file, failure=error.what)
    content = msgspec.json.format(msgspec.json.encode(table), indent=1) if form == "json" else b""
    return Outcome(file, content=content + b"\n" if content else table_in_words(table).encode())
