"""Who keeps the improvement journey of a council."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import Audience, audiences_for
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.improvement.models import ImprovementOfficer


def appoint_improvement_officer(user: User, council: Council, *, actor: Actor, why: str) -> ImprovementOfficer:
    """Let ``user`` keep the improvement journey of ``council``. Saying it twice changes nothing.

    Raises ValidationError for somebody who may not read what officers read.
    """
    require(actor, "improvement.appoint", council)
    if Audience.OFFICERS not in audiences_for(user):
        raise ValidationError(f"{user} is no officer. Give them the role of an officer first.")
    with transaction.atomic():
        known = ImprovementOfficer.objects.filter(user=user, council=council).first()
        return known or save(ImprovementOfficer(user=user, council=council), actor=actor, why=why)


def dismiss_improvement_officer(officer: ImprovementOfficer, *, actor: Actor, why: str) -> None:
    """Let a user keep the improvement journey of a council no longer."""
    require(actor, "improvement.appoint", officer.council)
    remove(officer, actor=actor, why=why)
