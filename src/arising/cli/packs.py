"""Packs from the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from arising.cli.exits import Exit
from arising.cli.inputs import reason, shown
from arising.cli.terminal import say


def pack(
    body: Annotated[str, typer.Argument(metavar="BODY", help="The body, as in its address: roads-committee.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", dir_okay=False, help="A .docx or .md file, not standard output."),
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
    """
    _write(body, out, reader)


def _write(slug: str, out: Path | None, email: str | None) -> None:
    """Write the pack of a body, as somebody may see it, to a file or to standard output.

    Ends the command where there is no such body or person, or the file cannot be written.
    """
    from arising.cli.output import whole_file
    from arising.cli.register import open_register

    open_register()

    from django.conf import settings

    from arising.register.accounts.models import User
    from arising.register.bodies import queries as bodies
    from arising.register.bodies.models import Body
    from arising.register.programme import printing, queries

    user = User.objects.filter(email__iexact=email, is_active=True).first() if email else None
    if email and user is None:
        _end(f"{email}: nobody has an account with that address.")
    try:
        pack = queries.pack(user, slug)
    except Body.DoesNotExist:
        known = ", ".join(body.slug for body in bodies.bodies(user)) or "none"
        _end(f"{slug}: there is no such body. Those there are: {known}.")
    as_word = out is not None and out.suffix.lower() == ".docx"
    site = settings.SITE_URL.rstrip("/")
    content = printing.word(pack, site=site) if as_word else printing.markdown(pack, site=site).encode()
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        with whole_file(out) as file:
            file.write(content)
    except OSError as error:
        _end(f"{shown(out)}: it cannot be written ({reason(error)}).")
    say(f"{shown(out)}: {pack.title}, {len(pack.sections)} sections.")


def _end(line: str) -> NoReturn:
    say(line)
    raise typer.Exit(Exit.SOME_FAILED)
