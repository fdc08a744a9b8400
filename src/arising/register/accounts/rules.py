"""Who may do what: predicates that the rooms below combine."""

from __future__ import annotations

from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest

from arising.register.accounts.audiences import Audience, Reader, audiences_for, body_path, council_path
from arising.register.accounts.history import Actor
from arising.register.accounts.models import User
from arising.register.accounts.roles import Role


@rules.predicate
def is_administrator(user: Reader, thing: Model | None = None) -> bool:
    """Whether ``user`` manages the register."""
    return has_role(user, Role.ADMINISTRATOR) or bool(isinstance(user, User) and user.is_active and user.is_superuser)


@rules.predicate
def is_clerk(user: Reader, thing: Model | None = None) -> bool:
    """Whether ``user`` does a clerk's work on ``thing``: serves its body, or its council where it is of no body.

    Without a thing: whether they do a clerk's work at all. An administrator does everywhere.
    """
    if is_administrator(user):
        return True
    if not isinstance(user, User) or not has_role(user, Role.CLERK):
        return False
    return thing is None or serves(user, thing)


@rules.predicate
def knows_staff(user: Reader, thing: Model | None = None) -> bool:
    """Whether ``user`` may read which user made a change: those who work with the register do, the public does not."""
    return is_clerk(user) or Audience.OFFICERS in audiences_for(user)


def has_role(user: Reader, role: Role) -> bool:
    """Whether ``user`` may sign in and has ``role``."""
    return isinstance(user, User) and user.is_active and role.value in user.roles


def serves(user: User, thing: Model) -> bool:
    """Whether ``user`` is a clerk of the body that ``thing`` belongs to.

    What belongs to a council and no body, such as a person, is served by whoever serves one of its bodies.
    """
    served = user.serves
    if served.everything:
        return True
    body, council = follow_path(thing, body_path(type(thing))), follow_path(thing, council_path(type(thing)))
    if body is not None and body.pk in served.bodies:
        return True
    if council is None:
        return False
    return council.pk in served.councils or (body is None and council.pk in served.councils_of_bodies)


def follow_path(thing: Model, path: str | None) -> Any:
    """What ``path`` leads to from ``thing``; None where there is no path or it ends before."""
    if path is None:
        return None
    at: Any = thing
    for name in path.removesuffix("__").split("__") if path else ():
        at = getattr(at, name, None)
    return at


def signed_in(request: HttpRequest) -> User:
    """The user who asks. Raises PermissionDenied where nobody is signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Sign in first.")
    return request.user


def require(actor: Actor, permission: str, thing: Model | None = None) -> None:
    """Raise PermissionDenied unless ``actor`` has ``permission``. None, the command on the machine, may do all."""
    if actor is not None and not actor.has_perm(permission, thing):
        raise PermissionDenied(f"{actor} may not do this.")


rules.add_perm("accounts.manage_users", is_administrator)
