"""Who may do what: predicates that the rooms below combine."""

from __future__ import annotations

import rules
from django.core.exceptions import PermissionDenied
from django.db.models import Model

from arising.register.accounts.audiences import Audience, Reader, audiences_for
from arising.register.accounts.history import Actor


@rules.predicate
def is_clerk(user: Reader) -> bool:
    return Audience.CLERKS in audiences_for(user)


def require(actor: Actor, permission: str, thing: Model | None = None) -> None:
    """Raise PermissionDenied unless ``actor`` has ``permission``. None, the command on the machine, may do all."""
    if actor is not None and not actor.has_perm(permission, thing):
        raise PermissionDenied(f"{actor} may not do this.")


rules.add_perm("accounts.manage_users", is_clerk)
