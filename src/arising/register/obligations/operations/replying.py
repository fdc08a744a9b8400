"""The executive's reply to a recommendation, what it says will be done, and the look at what came of it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies import names
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Post
from arising.register.obligations.due import Basis, months_after
from arising.register.obligations.evidence import evidence_at
from arising.register.obligations.models import Answer, Obligation, Origin, Reply, Response
from arising.register.obligations.operations.answering import settle
from arising.register.obligations.operations.changing import keep, locked, needs

IMPACT_MONTHS = 6
"""How long after an accepted recommendation to look what came of it, unless a day is given."""


def reply(
    obligation: Obligation, response: Response, *, evidence: str, actor: Actor, part: str = "", will_do: str = "",
    by_whom: str = "", by_when: date | None = None, reason: str = "", on: date | None = None,
    impact_due: date | None = None, version: int | None = None,
) -> Reply:  # fmt: skip
    """Record the executive's reply to a recommendation, or to one ``part`` of it.

    What it says will be done becomes an obligation of its own. A recommendation that is deferred stays open. Raises
    ``ValidationError`` where what the response needs is missing, ``Changed``.
    """
    require(actor, "obligations.answer", obligation)
    on = on or timezone.localdate()
    _check(obligation, response, will_do, reason, on)
    shown = evidence_at(evidence, actor=actor)
    accepted = response in (Response.ACCEPTED, Response.PARTLY)
    with transaction.atomic():
        row = locked(obligation, version)
        given = Reply(
            obligation=row, part=part.strip()[:300], response=response, replied_on=on, will_do=will_do.strip()[:1000],
            by_whom=by_whom.strip()[:500], by_when=by_when, reason=reason.strip(), given_by=actor,
            impact_due=impact_due or (months_after(on, IMPACT_MONTHS) if accepted else None),
        )  # fmt: skip
        if response is not Response.DEFERRED:
            told = ": ".join(filter(None, [response.label, will_do.strip() or reason.strip()]))
            given.answer = Answer(obligation=row, text=told, answered_on=on, given_by=actor, **shown.columns())
            save(given.answer, actor=actor, why="The executive replied")
        if accepted:
            given.follow_up = _follow_up(row, given, actor)
        save(given, actor=actor, why="The executive replied")
        settle(row)
        keep(row, actor=actor, why=f"The executive replied on {day_in_words(on)}: {response.label.lower()}")
    return given


def record_impact(given: Reply, impact: str, *, actor: Actor, version: int | None = None) -> Reply:
    """Say what came of an accepted recommendation. Raises ``ValidationError`` where nothing is said, ``Changed``."""
    require(actor, "obligations.change", given.obligation)
    impact = needs("impact", impact, "Say what came of it, or that nothing did.")
    with transaction.atomic():
        row = locked(given.obligation, version)
        found = Reply.objects.select_for_update(of=("self",)).get(pk=given.pk)
        found.impact, found.impact_found_on = impact, timezone.localdate()
        save(found, actor=actor, why="Impact checked")
        keep(row, actor=actor, why="Impact checked")
    return found


def _check(obligation: Obligation, response: Response, will_do: str, reason: str, on: date) -> None:
    if obligation.origin not in (Origin.RECOMMENDATION, Origin.BETWEEN_BODIES):
        raise ValidationError("Only a recommendation has a reply. Answer this one instead.")
    if response in (Response.ACCEPTED, Response.PARTLY):
        needs("will_do", will_do, "Say what will be done.")
    else:
        needs("reason", reason, "Give the reasons, as the reply gives them.")
    if on > timezone.localdate():
        raise ValidationError({"on": "That day is still to come. Give the day of the reply."})


def _follow_up(row: Obligation, given: Reply, actor: Actor) -> Obligation:
    """The obligation to do what the reply says, seen by whoever may see the recommendation."""
    council = row.body.council_id if row.body else None
    post = Post.objects.filter(council=council, key=names.key(given.by_whom)).first() if given.by_whom else None
    when = day_in_words(given.by_when) if given.by_when else ""
    how = (
        f"The reply of {day_in_words(given.replied_on)} gives the day: {when}." if when else "The reply gives no date."
    )
    follow_up = Obligation(
        origin=Origin.UNDERTAKING, source=row.source, item=row.item, body=row.body, audience=row.audience,
        visible_from=row.visible_from, owner=post or row.owner, owner_words=given.by_whom, owing_body=row.owing_body,
        officer=row.officer, title=given.will_do, said_on=given.replied_on, due=given.by_when, due_words=when,
        due_basis=(Basis.EXPLICIT if given.by_when else Basis.NONE).value, due_how=how, set_by_person=["due", "title"],
    )  # fmt: skip
    return save(follow_up, actor=actor, why=f"Follows from the reply to number {row.pk}")
