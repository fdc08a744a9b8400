"""What a filled-in tracker would change: its rows held against the register, each change with before and after.

Three ways: what the file says, what the register says now, and what it said when the file was made. A cell that says
either of the latter two was not changed by whoever filled the file in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.programme.tracker.cells import alike, day_from, key, whole_number
from arising.register.programme.tracker.columns import BY_NAME, Kind, Row, Value
from arising.register.programme.tracker.uploaded import Formula, TooLong, Uploaded, UploadedRow

ASK_AGAIN = "Take the tracker anew and fill that in again."


class CellTrouble(Exception):
    """What is wrong with a cell, or with a row where ``column`` is empty, and what to do."""

    def __init__(self, column: str, line: str) -> None:
        self.column, self.line = column, line
        super().__init__(line)


@dataclass(frozen=True)
class Given:
    """An answer that was given before: its text, its day, its evidence, and when it was written down."""

    text: str
    on: date
    evidence: str
    at: datetime


@dataclass(frozen=True)
class Then:
    """What an obligation said at an earlier version, and from when."""

    owner: str
    due: date | None
    title: str
    at: datetime


@dataclass(frozen=True)
class Known:
    """An obligation as it is now, with what whoever brings the file may do with it.

    ``progress`` has the texts with when they were written down, ``then`` the versions that the file names.
    """

    now: Row
    first_due: date | None = None
    extended_to: date | None = None
    ended: str = ""
    may_change: bool = False
    may_answer: bool = False
    answers: tuple[Given, ...] = ()
    progress: tuple[tuple[str, datetime], ...] = ()
    then: dict[int, Then] = field(default_factory=dict)


@dataclass(frozen=True)
class Register:
    """What the rows of a file are held against, as far as whoever brings it may see it.

    ``elsewhere`` are the numbers of what is owed to other bodies, ``by_hand`` the numbers of what was added by hand, by
    type and title, ``types`` the names of what can be added, ``post`` finds the name of a post. ``shows`` says what is
    wrong with an address as evidence, ``here`` takes the register's own name off an address.
    """

    today: date
    is_clerk: bool
    known: dict[int, Known]
    elsewhere: frozenset[int]
    by_hand: dict[tuple[str, str], int]
    types: dict[str, str]
    post: Callable[[str], str | None]
    shows: Callable[[str], str]
    here: Callable[[str], str]


@dataclass(frozen=True)
class Change:
    """One cell that would change something. ``does`` is what is done with ``value``."""

    column: str
    before: str
    after: str
    does: str
    value: Any

    @property
    def title(self) -> str:
        """The title of the column."""
        return BY_NAME[self.column].title


@dataclass(frozen=True)
class Wanted:
    """What one row would change. ``reference`` is None where it would be added."""

    number: int
    reference: int | None
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Trouble:
    """Why a row stays out."""

    number: int
    column: str
    line: str

    @property
    def words(self) -> str:
        """ "Row 7, due date: “32/1/2026” is no day. Write it as 4 December 2026.\""""
        where = f"Row {self.number}" + (f", {BY_NAME[self.column].title.lower()}" if self.column else "")
        return f"{where}: {self.line.rstrip('.')}."


@dataclass(frozen=True)
class Preview:
    """What a file would change, what is wrong with it, and how many rows change nothing or are for another body."""

    wanted: tuple[Wanted, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    unchanged: int = 0
    elsewhere: int = 0
    ignored: tuple[str, ...] = ()
    without_version: bool = False

    @property
    def added(self) -> tuple[Wanted, ...]:
        """The rows that would be added."""
        return tuple(one for one in self.wanted if one.reference is None)

    @property
    def changed(self) -> tuple[Wanted, ...]:
        """The rows that would change what is in the register."""
        return tuple(one for one in self.wanted if one.reference is not None)

    @property
    def seen(self) -> str:
        """A short name for what would be stored, by which it is known again."""
        told = [(one.number, one.reference, one.title, one.changes) for one in self.wanted]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def compare(file: Uploaded, register: Register) -> Preview:
    """What ``file`` would change in ``register``. A row with anything wrong in it stays out whole."""
    wanted: list[Wanted] = []
    troubles: list[Trouble] = []
    unchanged = elsewhere = 0
    met: dict[object, int] = {}
    for row in file.rows:
        try:
            _only_values(row)
            number = _reference(row, register)
            if number in register.elsewhere:
                elsewhere += 1
                continue
            _first_time(row, number, met)
            told = _added(row, register) if number is None else _changed(row, number, register)
        except CellTrouble as trouble:
            troubles.append(Trouble(row.number, trouble.column, trouble.line))
            continue
        if told.changes:
            wanted.append(told)
        else:
            unchanged += 1
    without = "version" not in file.columns
    return Preview(tuple(wanted), tuple(troubles), unchanged, elsewhere, file.ignored, without)


def _only_values(row: UploadedRow) -> None:
    for name, cell in row.cells.items():
        asked = BY_NAME[name].may_be_filled_in or BY_NAME[name].for_new or name in ("reference", "version")
        if asked and isinstance(cell, Formula):
            raise CellTrouble(name, "A formula stands there. Write what it comes to")
        if asked and isinstance(cell, TooLong):
            raise CellTrouble(name, f"“{cell}…” is longer than a cell can be. Shorten it")


def _reference(row: UploadedRow, register: Register) -> int | None:
    """The number of the obligation that a row is about; None for one to be added."""
    if "reference" not in row.cells:
        if not register.is_clerk:
            raise CellTrouble("reference", "It has none. Only a clerk adds what is owed")
        return register.by_hand.get((_type(row, register), key(_text(row, "title"))))
    number = _number(row, "reference", "is no reference. Copy it from the tracker")
    if number not in register.known and number not in register.elsewhere:
        raise CellTrouble("reference", f"There is no number {number} here. Copy the reference from the tracker")
    return number


def _first_time(row: UploadedRow, number: int | None, met: dict[object, int]) -> None:
    this: object = number if number is not None else key(_text(row, "title"))
    if this in met:
        what = f"Number {number}" if number is not None else "The same action"
        raise CellTrouble("", f"{what} stands in row {met[this]} already. Leave one of the two out")
    met[this] = row.number


def _changed(row: UploadedRow, number: int, register: Register) -> Wanted:
    known = register.known[number]
    then = _then(row, known)
    title = str(known.now["title"])
    told = _text(row, "title")
    if told and not alike(told, title) and not (then and alike(told, then.title)):
        line = f"Number {number} is “{title[:100]}” in the register. Put the row right: its cells may have slipped"
        raise CellTrouble("title", line)
    changes = (*_owner(row, known, then, register), *_due(row, known, then), *_said(row, known, then, register))
    return Wanted(row.number, number, title, changes)


def _then(row: UploadedRow, known: Known) -> Then | None:
    if "version" not in row.cells:
        return None
    version = _number(row, "version", "is no version. Copy it from the tracker")
    if version not in known.then:
        raise CellTrouble("version", f"Number {known.now['reference']} never had version {version}. {ASK_AGAIN}")
    return known.then[version]


def _owner(row: UploadedRow, known: Known, then: Then | None, register: Register) -> Iterator[Change]:
    told, now = _text(row, "owner"), str(known.now["owner"])
    if not told or alike(told, now) or (then and alike(told, then.owner)):
        return
    post = register.post(told)
    if post == now:
        return
    _for_clerks("owner", now, known)
    if then and not alike(then.owner, now):
        raise CellTrouble("owner", f"It was changed since, to “{now or 'nobody'}”. {ASK_AGAIN}")
    if post is None:
        raise CellTrouble("owner", f"“{told[:60]}” is no post of this council. Write the post as the register names it")
    yield Change("owner", now, post, "owner", post)


def _due(row: UploadedRow, known: Known, then: Then | None) -> Iterator[Change]:
    told, now = _day(row, "due"), known.extended_to or known.first_due
    if told is None or told == now or (then and told == then.due):
        return
    _for_clerks("due", _shown(now), known)
    if then and then.due != now:
        raise CellTrouble("due", f"It was changed since, to {_shown(now) or 'no date'}. {ASK_AGAIN}")
    if known.extended_to and told < known.extended_to:
        line = f"It was extended to {_shown(known.extended_to)}. Give a later day, or set it right on its page"
        raise CellTrouble("due", line)
    does = "amend" if now is None or told < now else "extend"
    if does == "extend" and known.ended:
        raise CellTrouble("due", f"It is {known.ended}, so it is owed no more. Leave the day as it was")
    yield Change("due", _shown(now), _shown(told), does, told)


def _said(row: UploadedRow, known: Known, then: Then | None, register: Register) -> Iterator[Change]:
    """Progress and answer: each is added to what there is."""
    progress = _text(row, "new_progress")
    since = [text for text, at in known.progress if then is None or at > then.at]
    since = since if then else since[-1:]
    if progress and not any(alike(progress, text) for text in since):
        _for_who_owes("new_progress", known)
        yield Change("new_progress", "", progress, "progress", progress)
    yield from _answer(row, known, then, register)


def _answer(row: UploadedRow, known: Known, then: Then | None, register: Register) -> Iterator[Change]:
    text, on, evidence = _text(row, "answer"), _day(row, "answered_on"), _text(row, "evidence")
    here = register.here(evidence)
    if any(_same(given, text, on, here) for given in known.answers) or not (text or on or evidence):
        return
    _for_who_owes("answer", known)
    if not text:
        raise CellTrouble("answer", "Say what was done, or leave the day and the evidence out too")
    if then and any(given.at > then.at for given in known.answers):
        raise CellTrouble("answer", f"It was answered since: “{known.answers[-1].text[:60]}”. {ASK_AGAIN}")
    if on and on > register.today:
        raise CellTrouble("answered_on", f"{_shown(on)} is still to come. Give the day on which it was answered")
    if on and on != register.today and not known.may_change:
        raise CellTrouble("answered_on", "Only a clerk gives an earlier day. Leave it empty, and it is today")
    if wrong := register.shows(evidence):
        raise CellTrouble("evidence", wrong)
    yield Change("answer", known.answers[-1].text if known.answers else "", text, "answer", (text, on, evidence))
    if on:
        yield Change("answered_on", "", _shown(on), "", on)
    yield Change("evidence", "", evidence, "", evidence)


def _same(given: Given, text: str, on: date | None, here: str) -> bool:
    """Whether the cells say no more than an answer that was given before. An empty cell says nothing."""
    same_text, same_day = not text or alike(text, given.text), on is None or on == given.on
    return same_text and same_day and (not here or here == given.evidence)


def _added(row: UploadedRow, register: Register) -> Wanted:
    """What a row without a reference would add."""
    kind, title = _type(row, register), _text(row, "title")
    if not title:
        raise CellTrouble("title", "Say what is owed, or take the row out")
    if len(title) > 1000:
        raise CellTrouble("title", "It is longer than 1,000 characters. Shorten it")
    said_on = _day(row, "said_on")
    if register.types[kind] == "document_request" and said_on is None:
        raise CellTrouble("said_on", "Give the day on which the request was received: the time runs from it")
    owner = _text(row, "owner")
    owner = register.post(owner) or owner
    due = _day(row, "due")
    changes = [
        Change("title", "", title, "add", title),
        Change("origin", "", kind, "", register.types[kind]),
        *([Change("said_on", "", _shown(said_on), "", said_on)] if said_on else []),
        *([Change("owner", "", owner, "", owner)] if owner else []),
        *([Change("due", "", _shown(due), "", due)] if due else []),
        *_said(row, Known({}, may_change=True, may_answer=True), None, register),
    ]
    return Wanted(row.number, None, title, tuple(changes))


def _type(row: UploadedRow, register: Register) -> str:
    """The type of a row to be added, as the register says it."""
    told = _text(row, "origin")
    for label in register.types:
        if alike(label.casefold(), told.casefold()):
            return label
    known = ", ".join(register.types)
    raise CellTrouble("origin", (f"“{told[:60]}” is none" if told else "It is missing") + f". Write one of: {known}")


def _for_clerks(column: str, now: str, known: Known) -> None:
    if not known.may_change:
        raise CellTrouble(column, f"Only a clerk changes it. Put “{now or 'nothing'}” back, or leave it empty")


def _for_who_owes(column: str, known: Known) -> None:
    if not known.may_answer:
        raise CellTrouble(column, "You do not answer for this one. Leave it to whoever does, or to the clerk")
    if known.ended:
        raise CellTrouble(column, f"It is {known.ended}, so it is owed no more. Leave the cell as it was")


def _text(row: UploadedRow, name: str) -> str:
    cell = row.cells.get(name)
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _number(row: UploadedRow, name: str, wrong: str) -> int:
    number = whole_number(row.cells.get(name))
    if number is None:
        raise CellTrouble(name, f"“{_text(row, name)[:60]}” {wrong}")
    return number


def _day(row: UploadedRow, name: str) -> date | None:
    if name not in row.cells:
        return None
    assert BY_NAME[name].kind is Kind.DAY
    try:
        return day_from(row.cells[name])
    except ValueError as error:
        raise CellTrouble(name, str(error)) from None


def _shown(value: Value) -> str:
    return day_in_words(value) if isinstance(value, date) else str(value or "")
