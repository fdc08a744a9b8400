"""What is added by hand: duties, gates, document requests, issues for another body; and who answers for a post."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from arising.register.accounts.audiences import BY_EVERYBODY, Audience, Seen
from arising.register.accounts.history import Actor, save
from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Body, Post
from arising.register.obligations.due import Basis
from arising.register.obligations.models import Obligation, Origin, ResponsibleOfficer
from arising.register.obligations.operations.changing import needs
from arising.register.obligations.operations.deriving import reckon


def add(
    origin: Origin, title: str, body: Body, *, actor: Actor, why: str, owner: Post | None = None,
    owner_words: str = "", owing_body: Body | None = None, officer: User | None = None, due: date | None = None,
    received_on: date | None = None, holds_up: str = "", holds_up_on: date | None = None, said_on: date | None = None,
    seen: Seen = BY_EVERYBODY, due_how: str = "",
) -> Obligation:  # fmt: skip
    """Add an obligation to ``body`` that does not come from minutes.

    It was said on ``said_on``, or else on the day of receipt or today. A member's document request and a recommendation
    run from ``received_on``, a gate to the decision that it holds up. ``due_how`` says how a statute gives ``due``,
    where one does. Raises ``ValidationError`` where what the kind needs is missing.
    """
    require(actor, "obligations.change", body)
    title = needs("title", title, "Say what is owed.")
    if body.not_known:
        raise ValidationError({"body": "Choose the body that it is owed to."})
    if origin is Origin.GATE:
        needs("holds_up", holds_up, "Say which decision it holds up.")
    if origin is Origin.BETWEEN_BODIES and (owing_body is None or owing_body == body):
        raise ValidationError({"owing_body": "Choose the other body, that it was raised for."})
    if owing_body and Audience(owing_body.audience).rank > seen.audience.rank:
        raise ValidationError({"owing_body": "Not everybody who may see this may see that body. Choose another body."})
    if origin is Origin.DOCUMENT_REQUEST and received_on is None:
        raise ValidationError({"received_on": "Give the day on which the request was received: the time runs from it."})
    obligation = Obligation(
        origin=origin, title=title[:1000], body=body, owner=owner, owner_words=owner_words.strip()[:500],
        owing_body=owing_body, officer=officer, received_on=received_on, holds_up=holds_up.strip()[:500],
        holds_up_on=holds_up_on, said_on=said_on or received_on or timezone.localdate(), audience=seen.audience,
        visible_from=seen.visible_from, visibility_set_by_person=True,
    )  # fmt: skip
    with transaction.atomic():
        if due:
            obligation.due, obligation.due_basis = due, (Basis.STATUTE if due_how else Basis.PERSON).value
            obligation.due_how = (due_how or f"A clerk set the date: {day_in_words(due)}.")[:600]
            obligation.set_by_person = ["due"]
        else:
            reckon(obligation)
        return save(obligation, actor=actor, why=why)


def appoint(user: User, post: Post, *, actor: Actor, why: str) -> ResponsibleOfficer:
    """Let ``user`` answer for ``post``. Saying it twice changes nothing."""
    require(actor, "obligations.change", post)
    with transaction.atomic():
        known = ResponsibleOfficer.objects.filter(user=user, post=post).first()
        return known or save(ResponsibleOfficer(user=user, post=post), actor=actor, why=why)


def dismiss(responsible: ResponsibleOfficer, *, actor: Actor, why: str) -> None:
    """Let a user answer for a post no longer."""
    require(actor, "obligations.change", responsible.post)
    responsible._history_user = actor  # type: ignore[attr-defined]
    responsible._change_reason = why  # type: ignore[attr-defined]
    responsible.delete()
