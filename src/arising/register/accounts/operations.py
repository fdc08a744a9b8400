"""Changes to who may sign in and what they may see."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import transaction

from arising.register.accounts.audiences import Audience
from arising.register.accounts.history import Actor, save
from arising.register.accounts.models import User
from arising.register.accounts.rules import require


def add_user(
    email: str, role: Audience, *, name: str = "", password: str | None = None, actor: Actor, why: str
) -> User:
    """Somebody who may sign in. Without a password they cannot, until one is set.

    Raises ``django.db.IntegrityError`` where the address is known already.
    """
    require(actor, "accounts.manage_users")
    with transaction.atomic():
        user = User(email=email.strip().lower(), name=name)
        user.set_password(password)
        save(user, actor=actor, why=why)
        _put_in_role(user, role)
    return user


def give_role(user: User, role: Audience, *, actor: Actor, why: str) -> User:
    """Make ``user`` a member, an officer or a clerk; the public audience takes every role away."""
    require(actor, "accounts.manage_users")
    with transaction.atomic():
        _put_in_role(user, role)
        return save(user, actor=actor, why=f"Role: {role.label}. {why}".strip())


def _put_in_role(user: User, role: Audience) -> None:
    user.groups.remove(*Group.objects.filter(name__in=[audience.value for audience in Audience]))
    if role is not Audience.PUBLIC:
        user.groups.add(Group.objects.get_or_create(name=role.value)[0])
    user.__dict__.pop("roles", None)
