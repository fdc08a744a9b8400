"""The door: records in, links out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from arising.following.closures import Promise, closures, promises
from arising.following.disagreements import disagreements
from arising.following.index import Index
from arising.following.links import Closure, Links, Silence
from arising.following.matters import likely_pairs, suggestions
from arising.reading.language.times import day_of
from arising.reading.record import Record

Calendar: TypeAlias = Mapping[str, Sequence[date]]
"""The days on which bodies met, by the name of the body."""


def follow(records: Mapping[str, Record], calendar: Calendar | None = None) -> Links:
    """Which topics may be one matter, what became of commitments, what went silent, where figures do not agree.

    Args:
        records: by the name of their document.
        calendar: the days on which bodies met, so that meetings whose minutes are not there can be named.

    Returns:
        Links, surest first. Every one is a proposal with its quotes and reasons.
    """
    index = Index()
    index.add(records)
    return links(index, calendar)


def follow_on(index: Index, records: Mapping[str, Record], calendar: Calendar | None = None) -> Links:
    """Add records to an index; the links are those that the new records have a part in.

    Raises ValueError for a name that is in the index already.
    """
    index.add(records)
    return links(index, calendar, new=frozenset(records))


def links(index: Index, calendar: Calendar | None = None, *, new: frozenset[str] | None = None) -> Links:
    """The links of an index: all, or those of the ``new`` records."""
    names = index.records.keys() if new is None else new
    subjects = [subject for name in names for subject in index.by_document[name]]
    made = sorted(suggestions(index, subjects), key=lambda one: (-one.score, one.a, one.b))
    found = [*closures(index, promises(index, names))]
    if new is not None:
        earlier = _promised_before(index, new)
        found += [one for one in closures(index, earlier, later=new) if isinstance(one, Closure)]
    closed = sorted((one for one in found if isinstance(one, Closure)), key=lambda one: (-one.score, one.commitment))
    silent = sorted((one for one in found if isinstance(one, Silence)), key=lambda one: (-one.meetings, one.commitment))
    return Links(
        suggestions=tuple(made),
        closures=tuple(closed),
        silences=tuple(silent),
        disagreements=tuple(disagreements(likely_pairs(index, made))),
        notes=tuple(_notes(index, names, calendar or {})),
    )


def _promised_before(index: Index, new: Collection[str]) -> list[Promise]:
    """The commitments of earlier records that speak of what the new ones speak of."""
    near: set[str] = set()
    for name in new:
        for subject in index.by_document[name]:
            near |= {other.document for other, _ in index.like(*index.vector(subject))[:_NEAR]}
    before = sorted(name for name in near - set(new) if any(index.may_answer(name, later) for later in new))
    return list(promises(index, before))


_NEAR = 12
"""So many of those most like each new subject are asked what was promised in them."""


def _notes(index: Index, names: Collection[str], calendar: Calendar) -> list[str]:
    undated = sorted(name for name in names if day_of(index.records[name].meeting.date) is None)
    notes = [
        f"{name}: the day of its meeting is not known, so nothing was followed from it or to it." for name in undated
    ]
    have = {index.met(name) for name in index.records}
    for body, days in sorted(calendar.items()):
        missing = sorted(day for day in days if (body.casefold(), day) not in have)
        if missing:
            listed = ", ".join(f"{day.day} {day:%B %Y}" for day in missing)
            notes.append(f"{body}: the minutes of {listed} are not there.")
    return notes
