"""The member's view: one page, in words, with what to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import zip_longest

from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.embargoes import beside
from arising.register.improvement.models import Inspection, Judgement
from arising.register.improvement.queries.readers.board import comes, plan_in_words
from arising.register.improvement.queries.readers.held import Held, coming, held, moved, still
from arising.register.improvement.telling import Told, as_of
from arising.register.obligations.due import months_after
from arising.register.programme.pack import Entry, Section
from arising.register.programme.queries.entries import number_of

LAYOUTS = ((3, 5), (3, 4), (3, 3), (2, 4), (2, 3), (2, 2), (1, 2), (1, 1), (0, 1))
"""So many entries stand in a section, and so many questions: the first on the page, the others until all of it fits on
a sheet of paper."""


@dataclass(frozen=True)
class Gathered:
    """What the view is laid out of: the answer and all entries of each section. ``plan`` is None without a plan."""

    title: str
    opening: str
    since: date
    judged: tuple[Entry, ...]
    plan: str | None
    went: tuple[Entry, ...] = ()
    stayed: tuple[Entry, ...] = ()
    questions: tuple[Entry, ...] = ()
    due: tuple[Entry, ...] = ()


def member_view(user: Reader, council: Council, months: int = 6) -> Told:
    """Where the journey began, where it is, what moved, what did not, and what a member might ask."""
    told = held(user, council, months)
    today = timezone.localdate()
    since = told.since if told else months_after(today, -months)
    opening = as_of(today, since, user, council)
    judged = tuple(_judged(user, council))
    gathered = Gathered(f"How far has {council} come?", opening, since, judged, None)
    if told is not None:
        gathered = replace(
            gathered, plan=" ".join(plan_in_words(told)), went=tuple(_in_turn(moved(told, brief=True))),
            stayed=tuple(still(told)), questions=tuple(_questions(told)), due=tuple(coming(told)),
        )  # fmt: skip
    return _laid_out(gathered, *LAYOUTS[0])


def _shorter(gathered: Gathered) -> Iterator[Told]:
    return (_laid_out(gathered, *most) for most in LAYOUTS[1:])


def _laid_out(gathered: Gathered, most: int, questions: int) -> Told:
    """The view with at most so many entries in a section, and so many questions."""
    sections = [_first_and_latest(gathered.judged, most)]
    if gathered.plan is None:
        sections.append(Section("What was done?", "No improvement plan is on record."))
    else:
        nothing = f"Nothing since {day_in_words(gathered.since)}."
        sections += [
            Section("What was done, and what is shown to have worked?", gathered.plan),
            _first("What moved?", gathered.went, "change", nothing, most),
            _first("What did not, or went the wrong way?", gathered.stayed, "thing", "Nothing stands out.", most),
            _first("What might a member ask?", gathered.questions, "question", "Nothing stands out.", questions),
        ]
        sections += [comes(list(gathered.due), most=most)] if gathered.due else []
    return Told(gathered.title, gathered.opening, gathered.title, tuple(sections), partial(_shorter, gathered))


def _in_turn(kinds: list[list[Entry]]) -> Iterator[Entry]:
    """The first of each kind, then the second: so that a short list has something of each."""
    return (entry for row in zip_longest(*kinds) for entry in row if entry is not None)


def _first(title: str, entries: tuple[Entry, ...], one: str, nothing: str, most: int) -> Section:
    """A section of the first entries; where there are none it says so."""
    if not entries:
        return Section(title, nothing)
    of = f"{most} of " if 0 < most < len(entries) else ""
    return Section(title, f"{of}{number_of(len(entries), one)}.", entries[:most])


def _judged(user: Reader, council: Council) -> Iterator[Entry]:
    """What the inspections judged overall, the first one first."""
    graded: dict[int, list[Judgement]] = {}
    seen = Inspection.objects.visible_to(user).filter(council=council, status=Inspection.Status.HELD)
    for judgement in Judgement.objects.visible_to(user).filter(inspection__in=seen).order_by("order", "pk"):
        graded.setdefault(judgement.inspection_id, []).append(judgement)
    for one in seen.filter(pk__in=graded).order_by("ends_on", "pk"):
        yield Entry(f"{one}{beside(one)}: {_overall(graded[one.pk])}.", (), one.get_absolute_url())


def _first_and_latest(judged: tuple[Entry, ...], most: int) -> Section:
    """The first judgement and the latest: how far it came needs both, so those between are left out."""
    title = "What did inspectors judge?"
    if not judged:
        return Section(title, "No inspection with judgements is on record.")
    shown = (judged[0], *judged[1:][-max(most - 1, 1) :])
    answer = "The first and the latest." if len(shown) > 1 else "One inspection is on record."
    return Section(title, answer, shown, len(judged) - len(shown))


def _overall(graded: list[Judgement]) -> str:
    """The overall judgement, else all there are."""
    overall = next((one for one in graded if one.area == "overall"), None)
    return overall.grade_in_words.lower() if overall else "; ".join(str(one) for one in graded)


def _questions(told: Held) -> Iterator[Entry]:
    """What a member might ask, the weightiest first, each with where it comes from."""
    for each in told.worse:
        yield Entry(f"{each.measure.title} went the wrong way. Why, and what will be done?", (), each.address)
    for those in told.fed:
        for one in those:
            if one.remark:
                yield Entry(f"{one.about}: {one.remark}", (), one.address)
    for line in told.late[:2]:
        first = day_in_words(line.action.first_due or told.today)
        words = f"{line.action} was first due on {first}. When will it be done, and what has stood in the way?"
        yield Entry(words, (), line.action.get_absolute_url())
    for line in told.lines:
        if line.waits_for_evidence:
            words = f"{line.action} is called done. What has changed for children because of it?"
            yield Entry(words, (), line.action.get_absolute_url())
    for broken in told.chain.broken:
        if broken.kind == "unanswered":
            yield Entry(f"{broken.what.rstrip('.')}: who does something about it?", (), broken.address)
