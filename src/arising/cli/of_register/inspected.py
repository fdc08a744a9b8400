"""Inspection reports and national tables put into the register from the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from arising.cli.batch import Outcome, attempt
from arising.cli.inputs import Input, shown
from arising.cli.of_register.register import open_register

if TYPE_CHECKING:
    from arising.register.bodies.models import Council


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of the reports on the command line."""

    council: str | None = None
    published: date | None = None
    received: date | None = None
    audience: str = "public"
    visible_from: datetime | None = None


def add_each(files: Iterable[Input], given: Given) -> Iterator[Outcome]:
    """Put each file in the register, as the person who holds its data."""
    open_register()
    for one in files:
        yield attempt(one, partial(_add, given=given))


def _add(one: Input, *, given: Given) -> Outcome:
    from django.core.exceptions import ValidationError

    from arising.cli.inspections import TABLES

    try:
        return _add_table(one) if one.path.suffix.lower() in TABLES else _add_report(one, given)
    except ValidationError as trouble:
        said = " ".join(trouble.messages).rstrip(".")
        return Outcome(one, failure=said.removeprefix(f"“{shown(one.path.name)}”: "))


def _add_table(one: Input) -> Outcome:
    from arising.register.improvement import operations

    table = operations.bring_national_table(one.path.read_bytes(), shown(one.path.name), actor=None)
    before = table.state
    stored = operations.store_national_table(table, actor=None)
    return Outcome(one, done="unchanged" if before == stored.state else "added", notes=tuple(stored.odd))


def _add_report(one: Input, given: Given) -> Outcome:
    from django.utils import timezone

    from arising.register.accounts.audiences import Audience, Seen
    from arising.register.improvement import operations
    from arising.register.improvement.models import Inspection

    content, name = one.path.read_bytes(), shown(one.path.name)
    visible_from = given.visible_from
    if visible_from is not None and timezone.is_naive(visible_from):
        visible_from = timezone.make_aware(visible_from)
    council = _council(given, content, name)
    before = Inspection.objects.count()
    inspection = operations.add_report(
        council, content, name, published=given.published, received=given.received, despite=given.council is not None,
        seen=Seen(Audience(given.audience), visible_from), actor=None, why="Added from the command line",
    )  # fmt: skip
    notes = tuple(f"{gap['about']}: {gap['says']}" for gap in inspection.gaps)
    return Outcome(one, done="added" if Inspection.objects.count() > before else "unchanged", notes=notes)


def _council(given: Given, content: bytes, name: str) -> Council:
    """The council that was named, else the one that the report is about, else the only one.

    Raises ValidationError where none of these is to be had.
    """
    from django.core.exceptions import ValidationError

    from arising.register.bodies.models import Council
    from arising.register.improvement.operations.inspections.reports import read_report

    held = list(Council.objects.all())
    if given.council is not None:
        named = [each for each in held if given.council.casefold() in (each.name.casefold(), each.slug)]
        if named:
            return named[0]
        known = ", ".join(each.name for each in held) or "none"
        raise ValidationError(f"there is no council called {given.council}. Those there are: {known}.")
    code = read_report(content, name, given.published).authority_code
    about = Council.objects.filter(area__code=code).first() if code else None
    if about is not None:
        return about
    if len(held) == 1:
        return held[0]
    raise ValidationError("the register does not know which council this is about. Say it with --council.")
