"""Where records go: standard output, a file for each document, or one file for all. Files are written whole or not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol

import typer

from arising.cli.batch import Outcome
from arising.cli.exits import Exit
from arising.cli.forms import Form
from arising.cli.inputs import reason, shown
from arising.cli.terminal import say
from arising.reading.formats import csv_header

ENDINGS = {Form.JSON: ".json", Form.MARKDOWN: ".md"}
FILES = {Form.JSONL: "records.jsonl", Form.CSV: "findings.csv"}

_BYTE_ORDER_MARK = "\ufeff".encode()


class Output(Protocol):
    """Takes what was read."""

    def take(self, outcome: Outcome) -> bool:
        """Put a record where it belongs. False where the same record stood there already. Raises OSError."""


@contextmanager
def opened(form: Form, folder: Path | None) -> Iterator[Output]:
    """The output for a form: in ``folder``, or on standard output where there is none.

    JSON and Markdown go to a file for each document, ``NAME.json`` or ``NAME.md``; JSON lines and CSV to one file
    for all, ``records.jsonl`` or ``findings.csv``, which takes its place when everything is read.
    """
    if folder is None:
        yield StandardOutput(csv_header().encode() if form is Form.CSV else b"")
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise typer.BadParameter(f"{shown(folder)} cannot be made ({reason(error)}).", param_hint="--out") from error
    if form in ENDINGS:
        yield FileEach(folder, ENDINGS[form])
        return
    # spreadsheets take a CSV for UTF-8 only where it begins with a byte order mark
    header = _BYTE_ORDER_MARK + csv_header().encode() if form is Form.CSV else b""
    path = folder / FILES[form]
    try:
        with whole_file(path) as file:
            yield OneFile(file, header)
    except OSError as error:
        say(f"{shown(path)}: {_unwritten(error)}")
        raise typer.Exit(Exit.SOME_FAILED) from error


def put(output: Output, outcome: Outcome) -> Outcome:
    """Put a record, where there is one, and tell what became of it."""
    if outcome.failure:
        return outcome
    try:
        changed = output.take(outcome)
    except OSError as error:
        return replace(outcome, failure=_unwritten(error))
    return outcome if changed else replace(outcome, done="unchanged")


def _unwritten(error: OSError) -> str:
    return f"its record cannot be written ({reason(error)}). See that there is room and that --out can be written"


class StandardOutput:
    """One record after the other, each as soon as it is read."""

    def __init__(self, header: bytes) -> None:
        self._header = header

    def take(self, outcome: Outcome) -> bool:
        try:
            sys.stdout.buffer.write(self._header + outcome.content)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            # nothing more can be said on it, and Python would complain when it closes it
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(Exit.READER_GONE) from None
        self._header = b""
        return True


class FileEach:
    """A file for each document, left alone where it is the same already."""

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder, self._ending = folder, ending

    def take(self, outcome: Outcome) -> bool:
        path = self._folder / f"{outcome.input.name}{self._ending}"
        if path.is_file() and path.read_bytes() == outcome.content:
            return False
        with whole_file(path) as file:
            file.write(outcome.content)
        return True


class OneFile:
    """One file for all documents."""

    def __init__(self, file: BinaryIO, header: bytes) -> None:
        self._file, self._header = file, header

    def take(self, outcome: Outcome) -> bool:
        self._file.write(self._header + outcome.content)
        self._header = b""
        return True


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of ``path`` when all is written.

    Where writing fails, or nothing is written, what stood at ``path`` stays.
    """
    part = path.with_name(f".{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        if part.stat().st_size:
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
