"""What became of the actions of a plan in a time, and what was shown of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.annual import Between
from arising.register.improvement.models import Evidence, PlanVersion, Update
from arising.register.improvement.queries.changes.change import Change
from arising.register.improvement.queries.plans import Line, actions_of, lines, plans
from arising.register.improvement.states import DONE, SHOWN_TO_WORK, rank
from arising.register.programme.pack import Quote
from arising.register.programme.queries.entries import number_of

PLAN = "improvement plan"


def actions_changed(user: Reader, council: Council, time: Between) -> list[Change]:
    """What the newest plan of a council says was done in ``time``, and what was shown to have worked: how many, each
    apart, and each action with the words of its update. Nothing of a plan that was not agreed by the end of it."""
    of = plans(user, council).first()
    if of is None:
        return []
    versions = PlanVersion.objects.visible_to(user).filter(plan=of, agreed_on__lte=time.until)
    held = lines(user, actions_of(user, of))
    told = [(line, step) for line in held for step in _last_step(line, time)]
    if not told and not versions.exists():
        return []
    done = sum(any(step.state in DONE for step in _reached(line, time, DONE)) for line in held)
    worked = sum(bool(_reached(line, time, SHOWN_TO_WORK)) for line in held)
    words = (
        f"{of}: {number_of(done, 'action')} {'was' if done == 1 else 'were'} done in this time. "
        f"{number_of(worked, 'action')} {'was' if worked == 1 else 'were'} shown by evidence to have worked."
    )
    return [
        Change(words, time.until, of.get_absolute_url(), PLAN, bool(done)),
        *(_of_action(line, *step) for line, step in told),
    ]  # fmt: skip


def states_changed(held: Iterable[Line], time: Between) -> list[Change]:
    """Each time that an action came into another state."""
    found = []
    for line in held:
        for before, update in steps(line):
            if time.since <= update.on <= time.until:
                back = before and rank(update.state) < rank(before.state)
                way = "went back to" if back else "is now"
                words = f"{line.action}: {way} {update.get_state_display().lower()}, since {day_in_words(update.on)}."
                found.append(Change(words, update.on, line.action.get_absolute_url(), str(line.action), not back))
    return found


def evidence_added(held: Iterable[Line], time: Between) -> list[Change]:
    """Each piece of evidence of a day in ``time``, once, with the actions that it is attached to."""
    pieces: dict[int, Evidence] = {}
    of: dict[int, list[Line]] = {}
    for line in held:
        for each in line.evidence:
            if time.since <= each.evidence.on <= time.until:
                pieces[each.evidence.pk] = each.evidence
                of.setdefault(each.evidence.pk, []).append(line)
    return [_of_evidence(piece, of[pk]) for pk, piece in pieces.items()]


def steps(line: Line) -> Iterator[tuple[Update | None, Update]]:
    """Each update that brought an action into another state, with the one before it."""
    before: Update | None = None
    for update in sorted(line.updates, key=lambda each: (each.on, each.pk)):
        if before is None or update.state != before.state:
            yield before, update
        before = update


def _reached(line: Line, time: Between, states: frozenset[str]) -> list[Update]:
    """The updates of a time by which an action came to be in one of the states, and was in none of them before."""
    return [
        update
        for before, update in steps(line)
        if time.since <= update.on <= time.until
        and update.state in states
        and (before is None or before.state not in states)
    ]  # fmt: skip


def _last_step(line: Line, time: Between) -> list[tuple[Update | None, Update]]:
    """The last step of an action in a time, where it is done by it, or is so no longer."""
    told = [(before, update) for before, update in steps(line) if time.since <= update.on <= time.until]
    return [
        (before, update)
        for before, update in told[-1:]
        if update.state in DONE or (before is not None and before.state in DONE)
    ]


def _of_action(line: Line, before: Update | None, update: Update) -> Change:
    action, on = line.action, day_in_words(update.on)
    if update.state in SHOWN_TO_WORK:
        shown = [each.evidence for each in line.impact if each.evidence.on <= update.on]
        rests = _rests_on(shown[0]) if shown else ""
        words = f"Action {action}: called {update.get_state_display().lower()} on {on}.{rests}"
    elif update.state in DONE:
        words = f"Action {action}: called done on {on}."
    else:
        words = f"Action {action}: no longer called done since {on}, but {update.get_state_display().lower()}."
    quotes = (Quote(update.text, f"Update of {on}", update.on),) if update.text else ()
    return Change(
        words, update.on, action.get_absolute_url(), str(action), update.state in DONE, quotes,
        within=str(action.priority),
    )  # fmt: skip


def _of_evidence(piece: Evidence, held: Sequence[Line]) -> Change:
    if len(held) == 1:
        (line,) = held
        of, address = str(line.action), line.action.get_absolute_url()
    else:
        names = [line.action.reference or str(line.action) for line in held]
        of, address = f"{', '.join(names[:-1])} and {names[-1]}", piece.get_absolute_url()
    words = f"{of}: {piece.title.rstrip('.')} ({day_in_words(piece.on)})."
    return Change(words, piece.on, address, of)


def _rests_on(piece: Evidence) -> str:
    return f" It rests on evidence of {day_in_words(piece.on)}: {piece.title.rstrip('.')} ({piece.source})."
