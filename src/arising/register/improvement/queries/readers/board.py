"""The board's view: what is out of the ordinary first, what moved, what did not, what must be decided."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from arising.register.accounts.audiences import Reader
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council
from arising.register.improvement.models import Action
from arising.register.improvement.queries.plans.pages import Tally
from arising.register.improvement.queries.readers.held import Held, coming, held, moved, still
from arising.register.improvement.telling import Told, as_of, without_a_plan
from arising.register.programme.pack import Entry, Section
from arising.register.programme.queries.entries import number_of, things

MOST = 20
"""So many entries stand in a section."""
_MOVED_OFTEN = 90
"""An action that is so many days past its first due date stands out, wherever its date was moved to."""


def board_view(user: Reader, council: Council, months: int = 1) -> Told:
    """What an improvement board needs when it meets: exceptions first."""
    told = held(user, council, months)
    title = f"What does the board of {council} need to know and decide?"
    if told is None:
        return without_a_plan(title, council)
    sections = (
        _exceptions(told),
        _section("What must be decided?", "{} to decide.", list(_decisions(told)), "question"),
        _section("What moved?", f"{{}} since {day_in_words(told.since)}.", list(chain(*moved(told))), "change"),
        _section("What did not move, or went the wrong way?", "{}.", still(told), "entry", "entries"),
        comes(coming(told)),
        Section("How far is the plan?", " ".join(plan_in_words(told))),
    )
    return Told(title, as_of(told.today, told.since, user, council), title, sections)


def plan_in_words(told: Held) -> list[str]:
    """How much is done, and apart from that how much is shown to have worked."""
    tally = Tally(told.lines)
    return [tally.done, tally.worked] if told.lines else ["The plan holds no action yet."]


def comes(entries: list[Entry], title: str = "What comes in the next sixty days?", most: int = MOST) -> Section:
    """What is due, the first one first."""
    return Section(title, f"{things(len(entries))} due.", tuple(entries[:most]), max(0, len(entries) - most))


def _section(title: str, answer: str, entries: list[Entry], one: str, many: str = "") -> Section:
    count = number_of(len(entries), one) if len(entries) < 2 or not many else f"{len(entries):,} {many}"
    return Section(title, answer.format(count), tuple(entries[:MOST]), max(0, len(entries) - MOST))


def _exceptions(told: Held) -> Section:
    late = [
        Entry(f"{line.action}: {line.days_late} days overdue, due {line.when}. {line.owner or 'Nobody owns it'}.", (),
              line.action.get_absolute_url())
        for line in told.late
    ]  # fmt: skip
    slid = [
        Entry(f"{line.action}: {line.days_late_first} days past its first due date, now due {line.when}.", (),
              line.action.get_absolute_url())
        for line in told.lines
        if not line.is_done and not line.days_late and line.days_late_first > _MOVED_OFTEN
    ]  # fmt: skip
    worse = [Entry(f"{each.measure.title}: {each.wrong_way}", (), each.address) for each in told.worse]
    entries = [*worse, *late, *slid]
    said = (
        (len(worse), f"{number_of(len(worse), 'measure')} went the wrong way."),
        (len(late), f"{number_of(len(late), 'action')} {_are(len(late))} overdue."),
        (
            len(slid),
            f"{number_of(len(slid), 'action')} {_are(len(slid))} long past the first due date, not overdue.",
        ),
    )
    nothing = "Nothing is out of the ordinary: no action is overdue, and no measure went the wrong way."
    answer = " ".join(words for count, words in said if count) or nothing
    return Section("What is out of the ordinary?", answer, tuple(entries[:MOST]), max(0, len(entries) - MOST))


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _decisions(told: Held) -> Iterator[Entry]:
    """What only the board can settle, each as a question."""
    for line in told.late:
        yield Entry(
            f"{line.action}: is it given a new date, or dropped with a reason?", (), line.action.get_absolute_url()
        )
    for line in told.lines:
        address = line.action.get_absolute_url()
        if line.waits_for_evidence:
            yield Entry(
                f"{line.action}: it was done three months ago or more. What will show that it worked?", (), address
            )
        elif line.action.state == Action.State.DONE and line.impact:
            yield Entry(f"{line.action}: evidence is attached. Does it show that it worked?", (), address)
    for broken in told.chain.broken:
        if broken.kind == "unanswered":
            yield Entry(f"{broken.what.rstrip('.')}: no action answers it. Is one taken up?", (), broken.address)
    for review in told.reviews[:1]:
        yield Entry(f"{review.title} is due on {day_in_words(review.due)}. What will the board say to it?", (),
                    review.direction.get_absolute_url())  # fmt: skip
