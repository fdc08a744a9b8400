"""Following records from the command line: the records of a folder in, links out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec

from arising.cli.inputs import reason, shown
from arising.cli.terminal import say
from arising.following import Links, follow
from arising.following.brief import markdown
from arising.reading.language.times import day_of
from arising.reading.record import Record

_DAY_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")
_NO_TEXT = "it holds no text, so what it says cannot be followed. Read its minutes again with this version"


def records_in(folder: Path) -> tuple[dict[str, Record], int]:
    """The records of a folder by the names of their files without ending, and how many files could not be used.

    Each file that could not gets a line. Where a record does not know its day, the day in its file's name counts.
    """
    records: dict[str, Record] = {}
    failed = 0
    for path in sorted(folder.glob("*.json")):
        try:
            record = Record.from_json(path.read_bytes())
        except OSError as error:
            trouble = f"it cannot be read ({reason(error)})"
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            trouble = f"it is no record ({error}). Give the folder that “arising read --out” wrote"
        else:
            trouble = "" if record.text else _NO_TEXT
            records |= {} if trouble else {path.stem: dated(path.stem, record)}
        if trouble:
            failed += 1
            say(f"{shown(path)}: {trouble}.")
    return records, failed


def dated(name: str, record: Record) -> Record:
    if day_of(record.meeting.date) is not None:
        return record
    match = _DAY_IN_NAME.search(name)
    written = match.group() if match else None
    if day_of(written) is None:
        return record
    return msgspec.structs.replace(record, meeting=msgspec.structs.replace(record.meeting, date=written))


def followed(records: dict[str, Record], *, as_json: bool) -> bytes:
    """The links between records, as JSON or as a brief in Markdown."""
    links: Links = follow(records)
    return links.to_json() + b"\n" if as_json else markdown(links, records).encode()


def span(records: dict[str, Record]) -> str:
    """How many records there are and which days they cover, in words."""
    days = sorted(day for record in records.values() if (day := day_of(record.meeting.date)))
    count = f"{len(records):,} record{'s' if len(records) != 1 else ''}"
    return f"{count}, {_said(days[0])} to {_said(days[-1])}" if days else count


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
