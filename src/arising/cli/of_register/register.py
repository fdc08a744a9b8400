"""The register from the command line: made ready, filled, and served."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import typer

from arising.cli.batch import NOTHING_FOUND, Outcome, attempt
from arising.cli.exits import Exit
from arising.cli.inputs import Input, reason, shown
from arising.cli.of_register.doctor import SETTINGS, data_folder, register_installed
from arising.cli.terminal import counted, say
from arising.reading.formats import KINDS, MINUTED


@dataclass(frozen=True, slots=True)
class Place:
    """Where minutes belong in the register, and who may see them from when. None is left to the minutes."""

    council: str | None = None
    body: str | None = None
    date: str | None = None
    audience: str = "public"
    visible_from: datetime | None = None


DONE = {"new_reading": "read anew"}
"""What became of a source, where the register's own word is not what a person would say."""


def open_register() -> None:
    """Load the register and bring its database up to date; where there is none yet, it is made.

    Ends the command where the register is not installed or cannot be opened.
    """
    if not register_installed():
        say('The register is not installed. Run: pip install "arising[register]"')
        raise typer.Exit(Exit.SOME_FAILED)

    import django
    from django.core.exceptions import ImproperlyConfigured
    from environs.exceptions import EnvError

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        django.setup()
        _migrate()
    except OSError as error:
        say(f"{shown(data_folder())}: the register cannot be kept there ({reason(error)}). Set ARISING_DATA.")
        raise typer.Exit(Exit.SOME_FAILED) from error
    except (EnvError, ImproperlyConfigured) as error:
        say(f"The register's settings are wrong: {error}")
        raise typer.Exit(Exit.SOME_FAILED) from error


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import DatabaseError

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        say(f"{_unanswered(error)}. Run arising doctor to see more.")
        raise typer.Exit(Exit.SOME_FAILED) from error


def _unanswered(error: Exception) -> str:
    first = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return f"The database does not answer: {first.rstrip('.')}"


def add_all(files: Iterable[tuple[Input, Place]]) -> Iterator[Outcome]:
    """Put each file in the register where it belongs, as the person who holds its data."""
    for one, place in files:
        yield attempt(one, partial(_add, place=place))


def follow_since(began: datetime) -> None:
    """Follow what was read since ``began`` through the meetings of its council, and say what is proposed."""
    from arising.register.matters.operations import propose_for
    from arising.register.record.models import Reading

    fresh = Reading.objects.filter(current=True, created_at__gte=began)
    for council, found in propose_for(list(fresh.values_list("source", flat=True))).items():
        proposed = [
            counted(found.suggestions, "pair of topics", "pairs of topics"),
            counted(found.closures, "later statement"),
            counted(found.disagreements, "question about figures", "questions about figures"),
        ]
        if any((found.suggestions, found.closures, found.disagreements)):
            say(f"{council}: {', '.join(proposed)} proposed. See Matters in the register.")


def sample_council() -> list[tuple[Input, Place]]:
    """The files of the sample council, and where they belong."""
    from arising.sample import COUNCIL, documents

    return [
        (
            Input(document.path, document.path.stem, document.path.name),
            Place(
                council=COUNCIL,
                body=document.body,
                date=document.date.isoformat(),
                audience=document.audience.value,
                visible_from=document.visible_from,
            ),
        )
        for document in documents()
    ]


def _add(one: Input, *, place: Place) -> Outcome:
    from django.db import OperationalError
    from django.utils import timezone

    from arising.register.record.operations import add_source

    visible_from = place.visible_from
    if visible_from is not None and timezone.is_naive(visible_from):
        visible_from = timezone.make_aware(visible_from)
    try:
        added = add_source(
            one.path,
            name=shown(one.path.name),
            council=place.council,
            body=place.body,
            date=place.date,
            audience=place.audience,
            visible_from=visible_from,
        )
    except OperationalError as error:
        return Outcome(one, failure=f"{_unanswered(error)}. Add it again when it does")
    done = DONE.get(added.status.value, added.status.value)
    if done == "unchanged":
        return Outcome(one, done=done)
    minuted = any(KINDS[key] in added.counts for key in MINUTED)
    nothing_found = None if minuted else " ".join(added.notes) or NOTHING_FOUND
    return Outcome(one, done=done, nothing_found=nothing_found, notes=() if nothing_found else added.notes)


def serve(host: str, port: int) -> None:
    """Serve the register until it is interrupted. Ends the command where the address cannot be had."""
    open_register()

    from django.conf import settings
    from django.core.management import call_command
    from waitress import create_server  # type: ignore[import-untyped]

    call_command("collectstatic", verbosity=0, interactive=False)
    # the application looks for the static files when it is loaded
    from arising.register.wsgi import application

    # over HTTPS there is a proxy on this machine, and only what that one says of the visitor is believed
    proxy: dict[str, Any] = {
        "trusted_proxy": "127.0.0.1",
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }
    try:
        server = create_server(application, host=host, port=port, ident=None, **(proxy if settings.HTTPS else {}))
    except OSError as error:
        say(f"{host}:{port} cannot be had ({reason(error)}). Name another with --port.")
        raise typer.Exit(Exit.SOME_FAILED) from error
    name = f"[{host}]" if ":" in host else host
    say(f"The register is open at http://{name}:{port}. Ctrl-C closes it.")
    server.run()


def remind(*, dry_run: bool) -> None:
    """Queue the mails that are due today, each said in a line on standard output."""
    open_register()

    from django.db import OperationalError

    from arising.register.obligations.operations import MailGoesNowhere
    from arising.register.obligations.operations import remind as queue

    try:
        due = queue(dry_run=dry_run)
    except MailGoesNowhere as error:
        say(str(error))
        raise typer.Exit(Exit.SOME_FAILED) from error
    except OperationalError as error:
        say(f"{_unanswered(error)}. Run arising remind again when it does.")
        raise typer.Exit(Exit.SOME_FAILED) from error
    for one in due:
        typer.echo(str(one))
    what = "mail is" if len(due) == 1 else "mails are"
    say(f"{len(due)} {what} due today{', and none was sent' if dry_run else ''}.")
