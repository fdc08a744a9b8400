"""Rows of a tracker, made of obligations with what people said of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.obligations.models import Answer, Origin, Progress
from arising.register.obligations.queries import Line
from arising.register.obligations.states import Standing
from arising.register.programme.tracker.cells import LONGEST
from arising.register.programme.tracker.columns import Row

RAG = {
    Standing.OVERDUE: "Red",
    Standing.DUE_SOON: "Amber",
    Standing.NO_DATE: "Amber",
    Standing.EXTENDED: "Green",
    Standing.OPEN: "Green",
    Standing.ANSWERED: "Blue",
    Standing.ANSWERED_LATE: "Blue",
}
TYPES = {
    str(origin.label): origin.value
    for origin in (Origin.UNDERTAKING, Origin.REQUEST, Origin.RECOMMENDATION, Origin.DUTY, Origin.DOCUMENT_REQUEST)
}
"""What a clerk can add in a row of a tracker, by its name."""
_EARLIER = "(What was said before stands on its page.)"


def row(line: Line, said: Sequence[Progress], answers: Sequence[Answer], *, site: str) -> Row:
    """The row of one obligation; ``site`` is put before addresses of this register."""
    one, state = line.obligation, line.state
    finding, last = one.finding, answers[-1] if answers else None
    return {
        "reference": one.pk,
        "committee": str(one.body or ""),
        "said_on": one.said_on,
        "minute": str(one.item or ""),
        "origin": str(one.get_origin_display()),
        "title": one.title,
        "quote": finding.quote if finding else "",
        "owner": one.owed_by,
        "held_by": "; ".join(line.held_by),
        "first_due": one.due,
        "due": one.dates.in_force,
        "due_how": one.due_how,
        "status": state.standing.label,
        "days": state.days,
        "rag": RAG.get(state.standing, ""),
        "progress": progress(said),
        "new_progress": "",
        "answer": last.text if last else "",
        "answered_on": last.answered_on if last else None,
        "evidence": evidence(last, site) if last else "",
        "judgement": ": ".join(filter(None, [last.get_judgement_display(), last.judged_why])) if last else "",
        "confirmed": "yes" if one.is_confirmed else "no",
        "address": f"{site}{one.get_absolute_url()}",
        "version": one.version,
    }


def progress(said: Sequence[Progress]) -> str:
    """What was said, newest last, each with its day. Where a cell cannot hold all, the oldest are left out."""
    told: list[str] = []
    left = LONGEST - len(_EARLIER) - 10
    for each in reversed(said):
        line = f"{day_in_words(each.said_on)}: {each.text}"
        left -= len(line) + 1
        if left < 0:
            told.append(_EARLIER)
            break
        told.append(line)
    return "\n".join(reversed(told))


def evidence(answer: Answer, site: str) -> str:
    """The address of what shows an answer."""
    if answer.file_sha256:
        return f"{site}{reverse('answer-file', args=[answer.obligation_id, answer.pk])}"
    if answer.source_id is None:
        return answer.link
    page = answer.item or answer.source
    assert page is not None
    return f"{site}{page.get_absolute_url()}" + (f"#{answer.anchor}" if answer.anchor else "")
