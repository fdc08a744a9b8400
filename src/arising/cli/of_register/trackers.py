"""Trackers from the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from arising.cli.exits import Exit
from arising.cli.inputs import reason, shown
from arising.cli.terminal import counted, say


def tracker(
    body: Annotated[str, typer.Argument(metavar="BODY", help="The body, as in its address: roads-committee.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", dir_okay=False, help="A .xlsx or .csv file, not standard output."),
    ] = None,
    reader: Annotated[
        str | None, typer.Option("--as", metavar="EMAIL", help="What this person may see; else what everybody may.")
    ] = None,
) -> None:
    """Write what is owed to a committee as a sheet for officers to fill in.

    The register takes it in again on the page of the tracker.

    \b
    Examples:
      arising tracker roads-committee
          on the screen, as CSV
      arising tracker roads-committee --as clerk@example.gov.uk --out tracker.xlsx
          an Excel workbook with all that the clerk may see
    """
    _write(body, out, reader)


def _write(slug: str, out: Path | None, email: str | None) -> None:
    """Write the tracker of a body, as somebody may see it, to a file or to standard output.

    Ends the command where there is no such body or person, or the file cannot be written.
    """
    from arising.cli.of_register.register import open_register
    from arising.cli.output import whole_file

    open_register()

    from arising.register.accounts.models import User
    from arising.register.bodies import queries as bodies
    from arising.register.bodies.models import Body
    from arising.register.programme import queries
    from arising.register.programme.tracker import sheets

    user = User.objects.filter(email__iexact=email, is_active=True).first() if email else None
    if email and user is None:
        _end(f"{email}: nobody has an account with that address.")
    try:
        made = queries.tracker(user, slug)
    except Body.DoesNotExist:
        known = ", ".join(body.slug for body in bodies.bodies(user)) or "none"
        _end(f"{slug}: there is no such body. Those there are: {known}.")
    as_excel = out is not None and out.suffix.lower() == ".xlsx"
    content = sheets.workbook(made) if as_excel else sheets.comma_separated(made)
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        with whole_file(out) as file:
            file.write(content)
    except OSError as error:
        _end(f"{shown(out)}: it cannot be written ({reason(error)}).")
    say(f"{shown(out)}: {made.title}, {counted(len(made.rows), 'row')}.")


def _end(line: str) -> NoReturn:
    say(line)
    raise typer.Exit(Exit.SOME_FAILED)
