"""The figures of records and minutes, each with its words, its day and its area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from arising.cli.batch import read_all, task
from arising.cli.following import dated, records_in
from arising.cli.forms import Form
from arising.cli.inputs import find_inputs, reason, shown
from arising.cli.terminal import say
from arising.following import repeated
from arising.measures.areas import Area, found
from arising.measures.claims import Figure
from arising.reading.language.sentences import sentence_around
from arising.reading.language.times import day_of
from arising.reading.record import Record


@dataclass(frozen=True)
class FigureOf:
    """A figure and the document that it stands in, at ``start`` of its text. ``met`` is the day as EDTF."""

    figure: Figure
    document: str
    met: str | None
    start: int

    @property
    def when(self) -> str:
        """When it was told: "on 12 March 2020", "in March 2020", "in 2020"."""
        day = day_of(self.met)
        if day is None or self.met is None:
            return "on a day that is not known"
        parts = self.met.count("-")
        return f"on {day.day} {day:%B %Y}" if parts == 2 else f"in {day:%B %Y}" if parts else f"in {day.year}"


def figures_in(
    paths: Iterable[Path], *, area: Area | None, met: str | None, known: Callable[[str], Area | None]
) -> tuple[list[FigureOf], int]:
    """The figures of all records and minutes at ``paths``, and how many files could not be used.

    Each file that could not gets a line, and so does one whose day or council is not known. ``met`` is the day of the
    meeting as EDTF, where the minutes do not say. ``known`` gives the area of a name.
    """
    told: list[FigureOf] = []
    failed = 0
    for path in paths:
        records, troubles = _records(path, met)
        failed += troubles
        for name, record in records.items():
            of = area or council_of(record, known)
            told += figures_of(name, record, of)
            if record.figures:
                _say_what_is_missing(name, record, of)
    return told, failed


def figures_of(name: str, record: Record, area: Area | None) -> Iterator[FigureOf]:
    """The figures of a record, told of ``area``."""
    for one in record.figures:
        figure = Figure(
            value=one.value, high=one.high, of=one.of, unit=one.unit, measure=one.measure, scope=one.scope,
            approximate=one.approximate, comparator=one.comparator, period=one.period, quote=one.quote,
            sentence=sentence_around(record.text, one.start, one.end), heading=one.topic or "",
            told_on=day_of(record.meeting.date), area=area,
        )  # fmt: skip
        yield FigureOf(figure, name, record.meeting.date, one.start)


def council_of(record: Record, known: Callable[[str], Area | None]) -> Area | None:
    """The area of the council that met, where its name is that of one: "Thornby Council, Roads Committee"."""
    parts = (record.meeting.body or "").split(",")
    return next((area for part in parts if (area := known(part)) and area.level == "authority"), None)


def repetitions(told: Iterable[FigureOf]) -> list[tuple[str, tuple[FigureOf, ...]]]:
    """The questions that figures of one council raise which were told again unchanged, each with these figures."""
    by_area: dict[Area | None, dict[int, FigureOf]] = defaultdict(dict)
    for one in told:
        if one.figure.told_on is not None:
            by_area[one.figure.area][id(one.figure)] = one
    return [one for those in by_area.values() for one in _repeated(those)]


def _repeated(those: Mapping[int, FigureOf]) -> Iterator[tuple[str, tuple[FigureOf, ...]]]:
    def when(figure: Figure) -> str:
        return those[id(figure)].when

    figures = [one.figure for one in those.values()]
    for each in repeated(figures, _told_on, lambda figure: figure.sentence, when):
        yield each.question, tuple(those[id(figure)] for figure in each.told)


def _told_on(figure: Figure) -> date:
    assert figure.told_on is not None
    return figure.told_on


def named(told: str, areas: Iterable[Area]) -> Area | None:
    """The area with that code or name among those of the published files, or any that is known."""
    told = told.strip()
    of = (one for one in areas if told in (one.code, one.old_code) or told.casefold() == one.name.casefold())
    return next(of, None) or found(told)


def _records(path: Path, met: str | None) -> tuple[dict[str, Record], int]:
    if path.is_dir() and any(path.glob("*.json")):
        return records_in(path)
    if path.suffix.lower() == ".json":
        return _record(path)
    inputs = find_inputs([path])
    for line in (*inputs.passed_over, *inputs.troubles):
        say(line)
    records, failed = {}, len(inputs.troubles)
    for outcome in read_all(inputs.inputs, task(Form.JSON, date=met), 1):
        if outcome.failure:
            failed += 1
            say(f"{outcome.input}: {outcome.failure}")
        else:
            records[outcome.input.name] = dated(outcome.input.path.stem, Record.from_json(outcome.content))
    return records, failed


def _record(path: Path) -> tuple[dict[str, Record], int]:
    try:
        return {path.stem: dated(path.stem, Record.from_json(path.read_bytes()))}, 0
    except OSError as error:
        say(f"{shown(path)}: it cannot be read ({reason(error)}).")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        say(f"{shown(path)}: it is no record ({error}). Give what “arising read” wrote.")
    return {}, 1


def _say_what_is_missing(name: str, record: Record, area: Area | None) -> None:
    if day_of(record.meeting.date) is None:
        say(f"{name}: the day of its meeting is not known. Give it with --date.")
    if area is None:
        say(f"{name}: its council is not known, so only national figures are held. Give it with --area.")
