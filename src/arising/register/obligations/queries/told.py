"""What people said of obligations: answers and progress, each as far as the reader may read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arising.register.accounts.audiences import Audience, Reader, audiences_for
from arising.register.accounts.rules import is_clerk
from arising.register.obligations.models import Answer, Judgement, Obligation, Progress


def answers_to(user: Reader, obligations: Sequence[Obligation]) -> dict[int, list[Answer]]:
    """The answers to obligations that ``user`` may see, oldest first, by the obligation's number.

    An answer is for members, officers and clerks until a clerk has accepted it; whoever may not see its evidence does
    not see it.
    """
    asked = _reading_all(user, obligations)
    found = Answer.objects.visible_to(user).filter(obligation__in=[one.pk for one in obligations])
    found = found.select_related("given_by", "source", "item__meeting__body")
    told: dict[int, list[Answer]] = {}
    for answer in found:
        if answer.obligation_id in asked or answer.judgement == Judgement.ACCEPTED:
            told.setdefault(answer.obligation_id, []).append(answer)
    return told


def progress_of(user: Reader, obligations: Sequence[Obligation]) -> dict[int, list[Progress]]:
    """What was said of how far obligations have come, oldest first, by the obligation's number.

    It is for members, officers and clerks.
    """
    asked = _reading_all(user, obligations)
    told: dict[int, list[Progress]] = {}
    for said in Progress.objects.visible_to(user).filter(obligation__in=asked).select_related("given_by"):
        told.setdefault(said.obligation_id, []).append(said)
    return told


def _reading_all(user: Reader, obligations: Iterable[Obligation]) -> set[int]:
    """The obligations of which ``user`` reads what no clerk has looked at yet."""
    everywhere = Audience.MEMBERS in audiences_for(user)
    return {one.pk for one in obligations if everywhere or is_clerk(user, one)}
