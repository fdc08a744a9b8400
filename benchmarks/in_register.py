"""A release taken into a register, and the page of an indicator with its chart. Run by ``register.py`` in a process of
its own, since Django knows one database a process: ``python -m benchmarks.in_register YEARS``, with ``ARISING_DATA``
and, for PostgreSQL, ``DATABASE_URL``. Writes what it measured as JSON."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from statistics import median

import django
from django.test import Client

from benchmarks.release import release

TIMES = 11
AREA = "E06000035"


def main(years: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "arising.register.settings")
    django.setup()

    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from arising.register.indicators import operations

    settings.ALLOWED_HOSTS.append("testserver")
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0)
    content = release(years)
    bare = _timed(lambda: _bare(connection, content))
    stored = _timed(lambda: operations.take_in(content, "release.csv", actor=None))
    client = Client()
    page, chart = f"/indicators/re-referrals/?area={AREA}", f"/indicators/re-referrals.svg?area={AREA}"
    told = {
        "database": connection.vendor,
        "rows": content.count(b"\n") - 1,
        "stored": stored,
        "bare": bare,
        "page": _usual(lambda: _asked(client, page)),
        "chart": _usual(lambda: _asked(client, chart)),
    }
    json.dump(told, sys.stdout)


def _bare(connection: object, content: bytes) -> None:
    """The same bytes read as CSV and put into one table of text, in one transaction."""
    from django.db import transaction

    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    columns = [f"c{number}" for number in range(len(rows[0]))]
    with transaction.atomic(), connection.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(f"CREATE TABLE bare ({', '.join(f'{column} text' for column in columns)})")
        cursor.executemany(f"INSERT INTO bare VALUES ({', '.join(['%s'] * len(columns))})", rows[1:])


def _asked(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != HTTPStatus.OK:
        raise SystemExit(f"{address} answers {answer.status_code}.")


def _usual(ask: Callable[[], object]) -> float:
    """The middle of several times, after a first that is not counted."""
    ask()
    return median(_timed(ask) for _ in range(TIMES))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main(int(sys.argv[1]))
