"""Packs from the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from arising.cli.exits import Exit
from arising.cli.inputs import reason, shown
from arising.cli.terminal import say

if TYPE_CHECKING:
    from arising.register.programme.pack import Pack


def pack(
    body: Annotated[str, typer.Argument(metavar="BODY", help="The body, as in its address: roads-committee.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="FILE", dir_okay=False, help="A .docx, .pdf, .xlsx or .md file, not standard output."
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORM", help="docx, pdf, xlsx or md; else what FILE ends in, else md."),
    ] = None,
    meeting: Annotated[
        str | None, typer.Option("--meeting", metavar="MEETING", help="The meeting it is for, as in its address.")
    ] = None,
    reader: Annotated[
        str | None, typer.Option("--as", metavar="EMAIL", help="What this person may see; else what everybody may.")
    ] = None,
) -> None:
    """Write what a committee needs before it meets.

    What was answered, what is overdue and for how long, what was promised without a date, which recommendations wait
    for a reply, what went silent, which figures do not agree, what comes up, and questions that a member might ask,
    each with the words it rests on.

    \b
    Examples:
      arising pack roads-committee
          on the screen, as Markdown
      arising pack roads-committee --as clerk@example.gov.uk --out pack.docx
          a Word document with all that the clerk may see
      arising pack roads-committee --meeting 2030-12-05 --out pack.pdf
          a PDF for one of its meetings
    """
    _write(body, out, reader, form, meeting or "")


def _write(slug: str, out: Path | None, email: str | None, form: str | None, meeting: str) -> None:
    """Write the pack of a body, as somebody may see it, to a file or to standard output.

    Ends the command where there is no such body, meeting, person or form, or the file cannot be written.
    """
    from arising.cli.of_register.register import open_register

    open_register()

    from django.conf import settings

    from arising.register.programme import printing

    form = form or (out.suffix.lower().removeprefix(".") if out else "md")
    if form not in printing.FORMS:
        _end(f"{form or 'no ending'}: there is no such form of a pack. Those there are: {', '.join(printing.FORMS)}.")
    if out is None and form != "md" and sys.stdout.isatty():
        _end(f"A {form} file is not for the screen. Say where it goes: --out pack.{form}")
    pack = _pack(slug, meeting, email)
    try:
        content = printing.make(pack, form, site=settings.SITE_URL.rstrip("/"))
    except printing.NoPdf as error:
        _end(str(error))
    if out is None:
        sys.stdout.buffer.write(content)
        return
    _put(content, out)
    say(f"{shown(out)}: {pack.title}, {len(pack.sections)} sections.")


def _pack(slug: str, meeting: str, email: str | None) -> Pack:
    """The pack as somebody may see it; as everybody may without ``email``."""
    from arising.register.accounts.models import User
    from arising.register.bodies import queries as bodies
    from arising.register.bodies.models import Body, Meeting
    from arising.register.programme import queries

    user = User.objects.filter(email__iexact=email, is_active=True).first() if email else None
    if email and user is None:
        _end(f"{email}: nobody has an account with that address.")
    try:
        return queries.pack(user, slug, meeting)
    except Body.DoesNotExist:
        known = ", ".join(body.slug for body in bodies.bodies(user)) or "none"
        _end(f"{slug}: there is no such body. Those there are: {known}.")
    except Meeting.DoesNotExist:
        known = ", ".join(one.slug for one in queries.choices(user, slug)) or "none"
        _end(f"{meeting}: there is no such meeting of {slug}. The latest are: {known}.")


def _put(content: bytes, out: Path) -> None:
    from arising.cli.output import whole_file

    try:
        with whole_file(out) as file:
            file.write(content)
    except OSError as error:
        _end(f"{shown(out)}: it cannot be written ({reason(error)}).")


def _end(line: str) -> NoReturn:
    say(line)
    raise typer.Exit(Exit.SOME_FAILED)
