"""Entries of a plan that say what is so no longer: no update for long, finished but shown as open, and the other way
round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Min
from django.utils import timezone

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import Action, ImprovementPlan
from arising.register.improvement.queries.plans.chains import measures_of
from arising.register.improvement.queries.plans.lines import Line, actions_of, lines
from arising.register.improvement.queries.plans.measured import Moved
from arising.register.improvement.queries.plans.pages import plan
from arising.register.improvement.said import says_it_is_finished
from arising.register.improvement.states import State

KINDS = {
    "silent": "No update for long",
    "finished": "Seems finished, and is shown as open",
    "wrong way": "Shown as finished, though its measure moves the wrong way",
    "no figure": "Measures without a new figure",
}
"""The kinds of stale entries, each as a heading."""


@dataclass(frozen=True)
class Stale:
    """An entry that is stale: why, and where it stands."""

    kind: str
    what: str
    words: str
    address: str


@dataclass(frozen=True)
class StalePage:
    """The stale entries of a plan."""

    plan: ImprovementPlan
    entries: tuple[Stale, ...]

    @property
    def words(self) -> str:
        """The answer in a sentence."""
        count = len(self.entries)
        if not count:
            return "No entry of the plan is stale."
        return f"{count} {'entry' if count == 1 else 'entries'} may say what is so no longer."

    @property
    def by_kind(self) -> list[tuple[str, list[Stale]]]:
        """The entries under their headings."""
        grouped = [(title, [each for each in self.entries if each.kind == kind]) for kind, title in KINDS.items()]
        return [(title, those) for title, those in grouped if those]


def stale(user: Reader, pk: int) -> StalePage:
    """The stale entries of a plan. Raises ImprovementPlan.DoesNotExist."""
    of = plan(user, pk)
    held = lines(user, actions_of(user, of))
    return stale_of(of, held, measures_of(user, of, held))


def stale_of(of: ImprovementPlan, held: Sequence[Line], moved: dict[int, Moved]) -> StalePage:
    """The stale entries of a plan whose actions and measures were fetched already."""
    since = _begun(held)
    entries: list[Stale] = []
    for line in held:
        entries += _of_action(line, of, since[line.action.pk], [moved[each.pk] for each in line.measures])
    for each in moved.values():
        if each.is_stale and each.latest is not None:
            words = f"Its latest figure is of {each.latest.period.words}. A later one should be known by now."
            entries.append(Stale("no figure", each.measure.title, words, each.address))
    return StalePage(of, tuple(entries))


def _of_action(line: Line, of: ImprovementPlan, since: date, moved: list[Moved]) -> Iterator[Stale]:
    action, address = line.action, line.action.get_absolute_url()
    is_open = action.state in (State.NOT_STARTED, State.UNDER_WAY)
    last = line.updates[0].on if line.updates else since
    begins = action.starts_on is None or action.starts_on <= line.today
    if is_open and begins and line.today - last > timedelta(days=of.stale_after):
        said = f"The last update is of {day_in_words(last)}." if line.updates else "Nobody has said how it stands yet."
        days = (line.today - last).days
        yield Stale("silent", str(action), f"{said} That is {days} days ago; {of.stale_after} are allowed.", address)
    if is_open and (why := _seems_finished(line)):
        yield Stale("finished", str(action), f"It is shown as {action.get_state_display().lower()}. {why}", address)
    for each in moved:
        if line.is_done and each.wrong_way:
            state = action.get_state_display().lower()
            yield Stale("wrong way", str(action), f"It is {state}. {each.measure.title}: {each.wrong_way}", address)


def _seems_finished(line: Line) -> str:
    if line.milestones and all(each.reached_on for each in line.milestones):
        return "Every milestone of it was reached."
    if line.updates and says_it_is_finished(line.updates[0].text):
        return (
            f"The update of {day_in_words(line.updates[0].on)} says that it is finished: “{line.updates[0].text[:200]}”"
        )
    return ""


def _begun(held: Sequence[Line]) -> dict[int, date]:
    """On which day each action came into the register."""
    pks = [each.action.pk for each in held]
    rows = Action.history.filter(id__in=pks).order_by().values("id").annotate(first=Min("history_date"))
    found = {row["id"]: timezone.localdate(row["first"]) for row in rows}
    return {pk: found.get(pk, timezone.localdate()) for pk in pks}
