"""Hits as they are shown: the words around, where they lead, and what became of what was promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.dates_in_words import in_words as date_in_words
from arising.register.matters import queries as matters
from arising.register.matters.models import LinkState
from arising.register.obligations import queries as obligations
from arising.register.search.fulltext import CLOSES, OPENS
from arising.register.search.models import Entry

OBLIGING = ("commitment", "decision", "exchange")
"""The kinds of finding that something may be owed by."""
LONGEST_PASSAGE = 300


@dataclass(frozen=True)
class Hit:
    """One hit. ``passage`` is safe HTML: the words around, those that were looked for in ``<mark>``.

    ``url`` leads to the item, with the finding's anchor, to the source where a finding is in no item, to what is owed,
    to the matter or to the person. ``body`` and ``meeting_date`` (EDTF) are empty for a person and a matter.
    ``fate`` says in a few words what became of what was promised or how far a matter goes; ``leads_on`` is where more
    of that stands, where that is not ``url``. ``text`` is all the text that was searched.
    """

    kind: str
    title: str
    passage: SafeString
    url: str
    body: str
    meeting_date: str
    fate: str = ""
    leads_on: str = ""
    text: str = ""


@dataclass(frozen=True)
class _Fate:
    words: str
    url: str


def begun(text: str) -> str:
    """The beginning of ``text``, as a passage without words that were looked for."""
    return text if len(text) <= LONGEST_PASSAGE else f"{text[:LONGEST_PASSAGE].rsplit(' ', 1)[0]} …"


def hits(user: Reader, ranked: Sequence[tuple[int, str | None]]) -> list[Hit]:
    """The hits of entries that ``user`` may see, in the order given, each with its passage or the beginning of it."""
    found = Entry.objects.visible_to(user).select_related(
        "source__meeting__body", "item__meeting__body", "person", "obligation__body", "obligation__source__meeting",
        "matter",
    )  # fmt: skip
    entries = found.in_bulk([key for key, _ in ranked])
    fates = _fates(user, entries.values())
    return [
        _hit(entries[key], begun(entries[key].text) if passage is None else passage, fates.get(key))
        for key, passage in ranked
        if key in entries
    ]


def _hit(entry: Entry, passage: str, fate: _Fate | None) -> Hit:
    place = entry.person or entry.obligation or entry.matter or entry.item or entry.source
    marked = escape(passage).replace(OPENS, "<mark>").replace(CLOSES, "</mark>")
    url = (place.get_absolute_url() if place else "") + (f"#{entry.anchor}" if entry.anchor else "")
    body, day = _where(entry)
    return Hit(
        kind=entry.kind,
        title=entry.title or str(place),
        passage=mark_safe(marked),  # noqa: S308 - escaped above, and only the two marks put in
        url=url,
        body=body,
        meeting_date=day,
        fate=fate.words if fate else "",
        leads_on=fate.url if fate and fate.url != url else "",
        text=entry.text,
    )


def _where(entry: Entry) -> tuple[str, str]:
    """The body, and the date of the meeting (EDTF)."""
    if entry.source:
        return entry.source.meeting.body.name, entry.source.meeting.date
    if owed := entry.obligation:
        day = owed.source.meeting.date if owed.source else owed.said_on.isoformat() if owed.said_on else ""
        return owed.body.name if owed.body else "", day
    return "", ""


def _fates(user: Reader, entries: Iterable[Entry]) -> dict[int, _Fate]:
    """What became of what was promised, and how far matters go, by the entry's number."""
    entries = list(entries)
    return {**_of_what_is_owed(user, entries), **_of_matters(user, entries)}


def _of_what_is_owed(user: Reader, entries: list[Entry]) -> dict[int, _Fate]:
    named: dict[str, set[int]] = {name: set() for name in ("pk", *OBLIGING)}
    wanted: dict[int, tuple[str, int]] = {}
    for entry in entries:
        if entry.obligation_id:
            wanted[entry.pk] = ("pk", entry.obligation_id)
        elif entry.kind in OBLIGING:
            wanted[entry.pk] = (entry.kind, int(entry.anchor.rpartition("-")[2]))
    for name, key in wanted.values():
        named[name].add(key)
    asked = Q()
    for name, keys in named.items():
        if keys:
            asked |= Q(**{f"{name}__in": keys})
    if not asked:
        return {}
    told: dict[tuple[str, int | None], _Fate] = {}
    for line in obligations.lines(user, obligations.in_brief(user).filter(asked)):
        one = line.obligation
        fate = _Fate(_in_words(line), one.get_absolute_url())
        told["pk", one.pk] = fate
        told |= {(name, getattr(one, f"{name}_id")): fate for name in OBLIGING}
    return {pk: told[key] for pk, key in wanted.items() if key in told}


def _in_words(line: obligations.Line) -> str:
    """``Overdue by 12 days. Minutes of 2 May 2024 seem to say: answered.``"""
    words = [f"{line.state.words}."]
    if answered := line.obligation.answered_on:
        words = [f"{line.state.words}, on {day_in_words(answered)}."]
    if later := line.later:
        seem = "say" if later.state == LinkState.CONFIRMED else "seem to say"
        when = date_in_words(later.source.meeting.date) if later.source.meeting.date else "a later meeting"
        words.append(f"Minutes of {when} {seem}: {later.get_effect_display().lower()}.")
    return " ".join(words)


def _of_matters(user: Reader, entries: list[Entry]) -> dict[int, _Fate]:
    topics = matters.topics(user).order_by()
    followed = {entry.pk: entry.matter_id for entry in entries if entry.matter_id}
    counted = (
        topics.filter(membership__matter__in=set(followed.values()))
        .values("membership__matter")
        .annotate(times=Count("source__meeting", distinct=True), last=Max("source__meeting__latest"))
    )
    told = {row["membership__matter"]: _reach(row["times"], row["last"]) for row in counted} if followed else {}
    fates = {pk: _Fate(told[matter], "") for pk, matter in followed.items() if matter in told}
    headings = {int(entry.anchor.rpartition("-")[2]): entry.pk for entry in entries if entry.kind == "topic"}
    within = topics.filter(pk__in=headings, membership__isnull=False).select_related("membership__matter")
    for topic in within if headings else ():
        matter = topic.membership.matter
        fates[headings[topic.pk]] = _Fate(f"Part of the matter “{matter.title}”.", matter.get_absolute_url())
    return fates


def _reach(times: int, last: date | None) -> str:
    words = f"Spoken of at {times} meeting{'' if times == 1 else 's'}"
    return f"{words}, the last on {day_in_words(last)}." if last else f"{words}."
