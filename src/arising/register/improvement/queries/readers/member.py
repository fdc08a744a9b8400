"""The member's view: one page, in words, with what to ask."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import Inspection, Judgement
from arising.register.improvement.queries.readers.board import plan_in_words
from arising.register.improvement.queries.readers.held import Held, held, moved, still
from arising.register.improvement.telling import Told, as_of
from arising.register.obligations.due import months_after
from arising.register.programme.pack import Entry, Section
from arising.register.programme.queries.entries import number_of

MOST = 3
"""So many entries stand in a section, so that all of it fits on a page."""


def member_view(user: Reader, council: Council, months: int = 6, most: int = MOST) -> Told:
    """Where the journey began, where it is, what moved, what did not, and what a member might ask."""
    told = held(user, council, months)
    title = f"How far has {council} come?"
    today = timezone.localdate()
    sections = [_judged(user, council, most)]
    if told is None:
        sections.append(Section("What was done?", "No improvement plan is on record."))
    else:
        went, stayed = moved(told), still(told)
        sections += [
            Section("What was done, and what is shown to have worked?", " ".join(plan_in_words(told))),
            _first("What moved?", went, "change", f"Nothing since {day_in_words(told.since)}.", most),
            _first("What did not, or went the wrong way?", stayed, "thing", "Nothing stands out.", most),
            _first("What might a member ask?", list(_questions(told)), "question", "Nothing stands out.", most + 2),
        ]
    opening = as_of(today, told.since if told else months_after(today, -months))
    return Told(title, opening, title, tuple(sections), on_one_page=True)


def _first(title: str, entries: list[Entry], one: str, nothing: str, most: int) -> Section:
    """A section of the first entries; where there are none it says so."""
    answer = f"{number_of(len(entries), one)}." if entries else nothing
    return Section(title, answer, tuple(entries[:most]), max(0, len(entries) - most))


def _judged(user: Reader, council: Council, most: int) -> Section:
    """What the inspections judged overall, the first and the last."""
    graded: dict[int, list[Judgement]] = {}
    seen = Inspection.objects.visible_to(user).filter(council=council, status=Inspection.Status.HELD)
    for judgement in Judgement.objects.visible_to(user).filter(inspection__in=seen).order_by("order", "pk"):
        graded.setdefault(judgement.inspection_id, []).append(judgement)
    found = list(seen.filter(pk__in=graded).order_by("ends_on", "pk"))
    title = "What did inspectors judge?"
    if not found:
        return Section(title, "No inspection with judgements is on record.")
    shown = [found[0], *found[1:][-max(most - 1, 1) :]] if len(found) > 1 else found
    entries = [
        Entry(f"{one}: {_overall(graded[one.pk])}.", (), one.get_absolute_url()) for one in shown
    ]  # fmt: skip
    answer = "The first and the latest." if len(shown) > 1 else "One inspection is on record."
    return Section(title, answer, tuple(entries), len(found) - len(shown))


def _overall(graded: list[Judgement]) -> str:
    """The overall judgement, else all there are."""
    overall = next((one for one in graded if one.area == "overall"), None)
    return overall.grade_in_words.lower() if overall else "; ".join(str(one) for one in graded)


def _questions(told: Held) -> Iterator[Entry]:
    """What a member might ask, the weightiest first, each with where it comes from."""
    for each in told.worse:
        yield Entry(f"{each.measure.title} went the wrong way. Why, and what will be done?", (), each.address)
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
            yield Entry(f"Who is doing something about this: {broken.what}", (), broken.address)
