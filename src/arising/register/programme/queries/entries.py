"""What is owed, and words of minutes, as entries of what is told in sections."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from arising.register.bodies.dates_in_words import in_words
from arising.register.bodies.models import Meeting
from arising.register.matters.models import Closure
from arising.register.obligations.queries import Line
from arising.register.programme.pack import Entry, Owed, Quote
from arising.register.record.models import Commitment, Finding


def entry_of(line: Line) -> Entry:
    """What is owed as one line, with the words it rests on."""
    one, owed = line.obligation, owed_of(line)
    finding = one.commitment or one.decision or one.exchange
    words = ". ".join(part for part in (owed.what.rstrip("."), owed.who, line.state.words.rstrip(".")) if part)
    return Entry(f"{words}.", (quote_of(finding),) if finding else (), address_of(line), owed)


def then_and_now(commitment: Commitment, closure: Closure) -> Entry:
    """A promise and what a later meeting says became of it, or seems to."""
    meeting = closure.source.meeting
    now = Quote(closure.quote.strip(" –—-•"), when(meeting), day_of(meeting))
    seems = "" if closure.state == "confirmed" else ", it seems"
    return Entry(f"{closure.get_effect_display()}{seems}.", (quote_of(commitment), now), place_of(commitment))


def owed_of(line: Line) -> Owed:
    """The same in columns."""
    one = line.obligation
    who = str(one.owner or one.owing_body or one.owner_words or "")
    return Owed(one.title, who, due_of(line), line.state.standing.label, line.state.days)


def address_of(line: Line) -> str:
    """Where its page is."""
    return reverse("obligation", args=[line.obligation.pk])


def due_of(line: Line) -> date | None:
    """By when it is owed now."""
    return line.obligation.extended_to or line.obligation.due


def quote_of(finding: Finding) -> Quote:
    """The words of a finding, and when they were said."""
    meeting = finding.source.meeting
    return Quote(finding.quote, when(meeting), day_of(meeting))


def day_of(meeting: Meeting) -> date | None:
    """The day of a meeting, where it is known to the day."""
    return meeting.latest if meeting.earliest == meeting.latest else None


def place_of(finding: Finding) -> str:
    """Where a finding stands on its page."""
    page = finding.item or finding.source
    return f"{page.get_absolute_url()}#{finding.anchor}"


def when(meeting: Meeting) -> str:
    """When a meeting was, in words."""
    return in_words(meeting.date) if meeting.date else "a day that is not known"


def things(number: int, one: str = "is", many: str = "are") -> str:
    """ "Nothing is", "1 thing is", "3 things are"."""
    return {0: f"Nothing {one}", 1: f"1 thing {one}"}.get(number, f"{number:,} things {many}")


def number_of(count: int, one: str) -> str:
    """ "No questions", "1 question", "3 questions"; ``one`` is the singular."""
    if count == 0:
        return f"No {one}s"
    return f"{count:,} {one}" + ("" if count == 1 else "s")
