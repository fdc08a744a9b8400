"""The commands. Each checks what it was given, calls the package that does the work, and says how it went."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from arising import __version__
from arising.cli.checks.doctor import doctor
from arising.cli.checks.lint import lint
from arising.cli.claims.command import claims
from arising.cli.exits import Exit
from arising.cli.forecasts import forecast
from arising.cli.forms import Form
from arising.cli.inspections import inspect
from arising.cli.of_register import users
from arising.cli.of_register.packs import pack
from arising.cli.of_register.published import publish
from arising.cli.of_register.trackers import tracker

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
"""Help is plain text: it reads well aloud, in a pipe and on a narrow terminal."""
app.add_typer(users.app, name="user")

Audience = Literal["public", "members", "officers", "clerks"]
"""Who may see a source, in the register's words."""

MANY = 12
"""From more files than this on, every processor is put to work unless --jobs says otherwise."""

BODY = typer.Option(help="The body that met, where the minutes do not say.", metavar="NAME")
DATE = typer.Option(help="The day it met, where the minutes do not say: 2024-03-05, 2024-03 or 2024.", metavar="EDTF")
DEBUG = typer.Option("--debug", help="Print the traceback of a fault in arising.")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"arising {__version__}")
        raise typer.Exit


@app.callback()
def arising(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """The memory of a scrutiny committee.

    Reads council minutes and takes down what was asked, promised, decided and claimed, each with its exact words.

    \b
      arising read minutes.html            read minutes, print the record
      arising read minutes/ --out records  read a folder, one record for each document
      arising follow records               see what became of what was promised
      arising lint report.docx             see what a report tells and what it leaves out
      arising claims minutes/ --published statistics/
                                           hold its figures against published ones
      arising inspect report.pdf           what an inspection judged and what must improve
      arising add minutes/                 put minutes into the register
      arising serve                        open the register in a browser
      arising pack BODY                    what a committee needs before it meets
      arising tracker BODY                 what is owed to it, as a sheet to fill in
      arising publish figures.csv          take published statistics in
      arising user add EMAIL --role clerk  make an account for somebody
      arising remind                       send the reminders that are due today
      arising doctor                       see what is installed and what is missing

    \b
    Exit status:
      0    all is well
      1    something failed: a line on standard error says what
      2    the command was not used rightly
      130  interrupted
      141  whoever read the output stopped reading
    """


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders of minutes.")],
    form: Annotated[Form, typer.Option("--format", "-f", help="The form of the records.")] = Form.JSON,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", file_okay=False, help="Write files there, not to standard output."),
    ] = None,
    body: Annotated[str | None, BODY] = None,
    date: Annotated[str | None, DATE] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            help="How many processes read at once. Else one, or with many files one for each processor.",
        ),
    ] = None,
    debug: Annotated[bool, DEBUG] = False,
) -> None:
    """Read minutes into records.

    Takes HTML, ModernGov XML, PDF with a text layer, Word (.docx), plain text and Markdown. Folders are walked. A file
    that cannot be read gets a line on standard error that says why and what to do; the others are read all the same.
    So does one in which nothing was found, such as an agenda without minutes; its record is written and says so. The
    last line counts what was read, unchanged and failed. Where every file was read and something found in it, the exit
    status is 0.

    JSON and Markdown give a file for each document with --out, NAME.json or NAME.md; JSON lines and CSV give one file
    for all, records.jsonl or findings.csv. Without --out everything goes to standard output, in order.

    \b
    Examples:
      arising read minutes.pdf
          the record as JSON, on the screen
      arising read minutes/ --out records
          records/NAME.json for every document in the folder
      arising read minutes/ --format csv > findings.csv
          one row for each finding, for a spreadsheet
      arising read minutes.docx --format markdown
          a brief to read and pass on
      arising read page.html --body "Roads Committee" --date 2024-03-05
          what the page itself does not say
      arising read archive/ --out records --jobs 8
          many files, eight at a time
    """
    from arising.cli.batch import read_all, task
    from arising.cli.inputs import find_inputs
    from arising.cli.output import opened, put
    from arising.cli.summary import Summary
    from arising.cli.terminal import watched

    _check_date(date)
    if out is not None and any(_same_folder(path, out) for path in paths):
        raise typer.BadParameter("the records cannot go into the folder that is read.", param_hint="--out")
    found = find_inputs(paths, leave_out=out)
    summary = Summary(debug=debug)
    summary.found(found)
    total = len(found.inputs)
    outcomes = read_all(found.inputs, task(form, body=body, date=date), jobs or _processes(total))
    with summary, opened(form, out) as records:
        for outcome in watched(outcomes, total, "Reading"):
            summary.add(put(records, outcome))
    raise typer.Exit(summary.exit)


@app.command()
def add(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Files and folders of minutes.")] = None,
    body: Annotated[str | None, BODY] = None,
    date: Annotated[str | None, DATE] = None,
    council: Annotated[
        str | None, typer.Option(metavar="NAME", help="The council; not needed where the register has only one.")
    ] = None,
    audience: Annotated[Audience, typer.Option(help="Who may see them.")] = "public",
    visible_from: Annotated[
        datetime | None,
        typer.Option(
            metavar="TIME",
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"],
            help="From when they may be seen: 2024-03-12 or 2024-03-12T09:00.",
        ),
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Add Kesterby, a council that does not exist.")] = False,
    debug: Annotated[bool, DEBUG] = False,
) -> None:
    """Put minutes into the register.

    Folders are walked. A file that is there already changes nothing; one that has changed gets a new reading beside
    the old, and what people have set stays. The register is in var/, or where ARISING_DATA or DATABASE_URL say; the
    first minutes make it.

    \b
    Examples:
      arising add minutes/
          every document in the folder
      arising add page.html --body "Roads Committee" --date 2024-03-05
          what the page itself does not say
      arising add report.pdf --audience members --visible-from 2024-03-12T09:00
          for members alone, and not before the morning of 12 March
      arising add --sample
          something to try it with
    """
    from arising.cli.inputs import find_inputs
    from arising.cli.of_register.kesterby import add_figures, add_journey
    from arising.cli.of_register.register import Place, add_all, follow_since, open_register, sample_council
    from arising.cli.summary import Summary
    from arising.cli.terminal import watched

    _check_date(date)
    if not paths and not sample:
        raise typer.BadParameter("name the minutes to add, or --sample.", param_hint="PATH")
    open_register()
    found = find_inputs(paths or [])
    summary = Summary(debug=debug)
    summary.found(found)
    place = Place(council, body, date, audience, visible_from)
    files = [(one, place) for one in found.inputs] + (sample_council() if sample else [])
    changed, began = False, datetime.now(UTC)
    with summary:
        for outcome in watched(add_all(files), len(files), "Adding"):
            changed |= not outcome.failure and outcome.done != "unchanged"
            summary.add(outcome)
    if changed:
        follow_since(began)
    if sample:
        add_figures()
        add_journey()
    raise typer.Exit(summary.exit)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to answer at; 0.0.0.0 for every one.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8000,
) -> None:
    """Open the register in a browser.

    It answers at http://127.0.0.1:8000, on this machine alone. To serve it under a name, set ALLOWED_HOSTS too.

    \b
    Examples:
      arising serve
      arising serve --port 8080
    """
    from arising.cli.of_register import register

    register.serve(host, port)


@app.command()
def remind(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say which mails would go out, and send none.")] = False,
) -> None:
    """Send the reminders, digests and alerts on saved searches that are due today.

    Run it once a day. A mail goes out once for each occasion: some days before an answer is due, on the day after, and
    later while it is waited for. After an extension nothing is sent until the new date is over. The settings
    EMAIL_BACKEND, SITE_URL, REMIND_BEFORE, REMIND_AFTER and DIGEST_DAY say how and when.

    \b
    Examples:
      arising remind --dry-run
          what would go out today
      arising remind
          send it
    """
    from arising.cli.of_register import register

    register.remind(dry_run=dry_run)


@app.command()
def score(
    labels: Annotated[
        Path, typer.Argument(metavar="LABELS_DIR", exists=True, file_okay=False, help="The folder of labels.")
    ],
    show: Annotated[bool, typer.Option("--show", help="List every miss, false finding and wrong attribute.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON, to keep or to compare.")] = False,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="NAME", help="Score these documents alone. May be repeated.")
    ] = None,
    leave_out: Annotated[
        list[str] | None, typer.Option("--except", metavar="NAME", help="Leave these documents out. May be repeated.")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="An earlier result (--json) to compare with."),
    ] = None,
) -> None:
    """Score the reader against labelled minutes.

    LABELS_DIR holds documents/NAME.txt and labels/NAME.json, or is the labels folder itself. Gives precision, recall
    and F1 for each kind, document and rule. NAME may hold * and ?, as in file names.

    \b
    Examples:
      arising score labelled/
          the figures
      arising score labelled/ --only "kent-*" --show
          what was missed and what was false in some documents
      arising score labelled/ --json > before.json
      arising score labelled/ --against before.json
          what is better and what is worse since
    """
    from arising.cli import scores
    from arising.reading.scoring import LabelsError, labelled_documents

    try:
        documents = labelled_documents(labels, only=tuple(only or ()), leave_out=tuple(leave_out or ()))
    except LabelsError as error:
        raise typer.BadParameter(str(error), param_hint="LABELS_DIR") from error
    since = scores.earlier(against) if against else None
    result, failed = scores.score(documents)
    if as_json:
        sys.stdout.buffer.write(scores.as_json(result, since))
    else:
        scores.show(result, differences=show, since=since)
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.ALL_WELL)


@app.command()
def follow(
    records: Annotated[
        Path,
        typer.Argument(metavar="RECORDS_DIR", exists=True, file_okay=False, help="The folder of records, NAME.json."),
    ],
    form: Annotated[
        Literal["json", "markdown"], typer.Option("--format", "-f", help="All links, or a brief of what is likely.")
    ] = "markdown",
) -> None:
    """Follow what was promised through the records of later meetings.

    Takes the records that "arising read --out" wrote. Tells what later meetings seem to say about each commitment,
    which were not spoken of again, where a later figure does not agree with an earlier one, and which topics may be
    one matter. Every line is a proposal with its words and its reasons, for a person to check.

    Where minutes do not say when the meeting was, set it with "arising read --date", or name the file by its day
    (2024-03-05 or 2024-03 in the name).

    \b
    Examples:
      arising read minutes/ --out records && arising follow records
          a brief to read before a meeting
      arising follow records --format json > links.json
          every link, with scores
    """
    from arising.cli import following
    from arising.cli.terminal import say

    found, failed = following.records_in(records)
    if not found:
        say(f"{records}: no records in it. Make some with “arising read PATH --out {records}”.")
        raise typer.Exit(Exit.SOME_FAILED)
    sys.stdout.buffer.write(following.followed(found, as_json=form == "json"))
    sys.stdout.flush()
    say(f"Followed {following.span(found)}.")
    raise typer.Exit(Exit.SOME_FAILED if failed else Exit.ALL_WELL)


for command in (lint, inspect, claims, forecast, pack, tracker, publish, doctor):
    app.command()(command)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record.

    \b
    Example:
      arising schema > record.schema.json
    """
    import json

    from arising.reading.record import schema

    typer.echo(json.dumps(schema(), indent=1, ensure_ascii=False))


def _check_date(date: str | None) -> None:
    from arising.reading.language.times import day_of

    if date is not None and day_of(date) is None:
        raise typer.BadParameter(f"{date} is no date: write 2024-03-05, 2024-03 or 2024.", param_hint="--date")


def _same_folder(path: Path, out: Path) -> bool:
    return path.is_dir() and out.is_dir() and path.samefile(out)


def _processes(files: int) -> int:
    """One process until there are enough files to be worth starting more."""
    return (os.cpu_count() or 1) if files > MANY else 1
