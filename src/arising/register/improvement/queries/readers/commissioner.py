"""The commissioner's view: each required action, what shows that it was met, and the review that is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.embargoes import beside
from arising.register.improvement.models import (
    Action,
    Attached,
    Direction,
    Inspection,
    Judgement,
    Requirement,
    ReviewPoint,
)
from arising.register.improvement.queries.directions import directions, in_force
from arising.register.improvement.queries.readers.ahead import ahead
from arising.register.improvement.queries.readers.board import comes
from arising.register.improvement.telling import Told, as_of
from arising.register.obligations import queries as obligations
from arising.register.obligations.due import months_after
from arising.register.programme.pack import Entry, Quote, Section
from arising.register.programme.queries.entries import number_of

_SHOWN = (Action.State.EVIDENCED, Action.State.EMBEDDED)
_FINISHED = (Action.State.DONE, *_SHOWN)


def commissioner_view(user: Reader, council: Council, months: int = 6) -> Told:
    """Each action that the direction in force requires, or the last there was, the actions of the plan that answer it,
    the evidence of so many ``months``, and the reviews."""
    today = timezone.localdate()
    since = months_after(today, -months)
    every = list(directions(user).filter(council=council))
    direction = next(iter(in_force(every) or every), None)
    opening = as_of(today, since, user, council)
    also = comes([entry for _, entry in ahead(user, council, today)], "What else comes in the next sixty days?")
    title = f"What was required of {council}, and what has been shown?"
    if direction is None:
        nothing = Section("What was required?", f"No direction to {council} is on record.")
        return Told(title, opening, title, (nothing, also, _judged(user, council)))
    requirements = _requirements(user, direction)
    sections = (
        _required(direction, requirements, since),
        _reviews(user, direction, today),
        also,
        _judged(user, council),
    )
    return Told(title, opening, f"{title} {day_in_words(today)}", sections)


def _requirements(user: Reader, direction: Direction) -> list[Requirement]:
    attached = Attached.objects.visible_to(user).select_related("evidence").order_by("-evidence__on", "pk")
    actions = Action.objects.visible_to(user).filter(dropped_in=None).prefetch_related(
        Prefetch("attached", queryset=attached, to_attr="shown_by")
    )  # fmt: skip
    return list(
        Requirement.objects.visible_to(user)
        .filter(direction=direction)
        .prefetch_related(Prefetch("actions", queryset=actions, to_attr="answered_by"))
    )


def _required(direction: Direction, requirements: list[Requirement], since: date) -> Section:
    title = "What was required, and what has been shown?"
    if not requirements:
        none = f"No required actions of the direction of {day_in_words(direction.given_on)} are on record."
        return Section(title, none)
    shown = [one for one in requirements if any(_shows(action) for action in _answering(one))]
    without = [one for one in requirements if not _answering(one)]
    answer = (
        f"{number_of(len(requirements), 'required action')} of the direction of {day_in_words(direction.given_on)}. "
        f"{len(shown)} {'has' if len(shown) == 1 else 'have'} evidence that something changed. "
        f"{_without(len(without))}"
    )
    if direction.lifted_on:
        answer += f" The direction was lifted on {day_in_words(direction.lifted_on)}."
    return Section(title, answer, tuple(_entry(direction, *one, since) for one in enumerate(requirements, start=1)))


def _without(count: int) -> str:
    if not count:
        return "An action of the plan answers each."
    return f"{count} {'has' if count == 1 else 'have'} no action of the plan."


def _answering(requirement: Requirement) -> list[Action]:
    answering: list[Action] = requirement.answered_by  # type: ignore[attr-defined]
    return answering


def _evidence(action: Action) -> list[Attached]:
    attached: list[Attached] = action.shown_by  # type: ignore[attr-defined]
    return attached


def _shows(action: Action) -> bool:
    return any(one.evidence.shows_impact for one in _evidence(action))


def _entry(direction: Direction, place: int, requirement: Requirement, since: date) -> Entry:
    quote = Quote(requirement.words, f"Direction of {day_in_words(direction.given_on)}", direction.given_on)
    answering = _answering(requirement)
    words = f"Required action {requirement.number or place}: {_stands(answering)} {_newest(answering, since)}"
    return Entry(words, (quote,), requirement.get_absolute_url())


def _stands(actions: list[Action]) -> str:
    if not actions:
        return "no action of the plan answers it."
    counts = Counter(action.state for action in actions)
    states = ", ".join(
        f"{counts[state]} {state.label.lower()}" for state in map(Action.State, Action.State.values) if counts[state]
    )
    one = len(actions) == 1
    return f"{number_of(len(actions), 'action')} of the plan {'answers' if one else 'answer'} it, {states}."


def _newest(actions: Iterable[Action], since: date) -> str:
    """What the evidence says that was added since a day; else when there was any."""
    attached = sorted(
        (one for action in actions for one in _evidence(action)), key=lambda one: one.evidence.on, reverse=True
    )
    fresh = [one for one in attached if one.evidence.on >= since]
    if fresh:
        told = "; ".join(f"{one.evidence.title} ({day_in_words(one.evidence.on)})" for one in fresh[:3])
        return f"Shown since {day_in_words(since)}: {told}."
    if attached:
        return f"No new evidence since {day_in_words(attached[0].evidence.on)}."
    return "No evidence is attached."


def _reviews(user: Reader, direction: Direction, today: date) -> Section:
    points = list(ReviewPoint.objects.visible_to(user).filter(direction=direction).order_by("due", "pk"))
    title = "Which review is due?"
    if not points:
        return Section(title, "No review of the direction is on record.")
    owed = obligations.in_brief(user).filter(pk__in=[one.obligation_id for one in points if one.obligation_id])
    states = {line.obligation.pk: line for line in obligations.lines(user, owed)}
    coming = next((one for one in points if one.due >= today), None)
    answer = (
        f"The next is on {day_in_words(coming.due)}: {coming.title}."
        if coming
        else f"The last was due on {day_in_words(points[-1].due)}. None is to come."
    )
    entries = []
    for point in points:
        line = states.get(point.obligation_id or 0)
        stands = f" {line.state.words}" if line else ""
        address = line.obligation.get_absolute_url() if line else point.direction.get_absolute_url()
        entries.append(Entry(f"{point.title}, due on {day_in_words(point.due)}.{stands}", (), address))
    return Section(title, answer, tuple(entries))


def _judged(user: Reader, council: Council) -> Section:
    """What inspectors judged, the last first."""
    judgements = Judgement.objects.visible_to(user).order_by("order", "pk")
    found = (
        Inspection.objects.visible_to(user)
        .filter(council=council, status=Inspection.Status.HELD)
        .prefetch_related(Prefetch("judgements", queryset=judgements, to_attr="graded"))
    )
    entries = []
    for one in found:
        graded: list[Judgement] = one.graded
        told = "; ".join(str(each) for each in graded) or "no judgements are given"
        entries.append(Entry(f"{one}{beside(one)}: {told}.", (), one.get_absolute_url()))
    count = number_of(len(entries), "inspection or visit")
    answer = f"{len(entries)} inspections and visits are on record." if len(entries) > 1 else f"{count} is on record."
    return Section("What did inspectors judge?", answer if entries else "No inspection is on record.", tuple(entries))
