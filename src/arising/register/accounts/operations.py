"""Changes to who may sign in and what they are to the register."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse

from arising.register.accounts.history import Actor, save
from arising.register.accounts.models import User
from arising.register.accounts.roles import Role
from arising.register.accounts.rules import require


def add_user(
    email: str, role: Role | None, *, name: str = "", password: str | None = None, actor: Actor, why: str
) -> User:
    """Somebody who may sign in, in ``role``; without one they read what the public reads.

    Without a password they cannot sign in until they set one at the address that ``invitation`` gives.

    Raises ``django.db.IntegrityError`` where the address is known already.
    """
    require(actor, "accounts.manage_users")
    with transaction.atomic():
        user = User(email=email.strip().lower(), name=name.strip())
        user.set_password(password)
        save(user, actor=actor, why=_role_told(role, why))
        _put_in_role(user, role)
    return user


def give_role(user: User, role: Role | None, *, actor: Actor, why: str) -> User:
    """Put ``user`` in one role instead of those they had; None takes every role away."""
    require(actor, "accounts.manage_users")
    with transaction.atomic():
        _put_in_role(user, role)
        return save(user, actor=actor, why=_role_told(role, why))


def rename_user(user: User, name: str, *, actor: Actor, why: str) -> User:
    """Change how a user is named."""
    require(actor, "accounts.manage_users", user)
    user.name = name.strip()
    return save(user, actor=actor, why=why)


def close_account(user: User, *, actor: Actor, why: str) -> User:
    """Let somebody no longer sign in. What they did stays theirs.

    Raises ValueError where ``actor`` would close their own account.
    """
    if user == actor:
        raise ValueError("You cannot close your own account. Ask another administrator.")
    return _opened(user, False, actor, why)


def reopen_account(user: User, *, actor: Actor, why: str) -> User:
    """Let somebody sign in again."""
    return _opened(user, True, actor, why)


def invitation(user: User, *, actor: Actor) -> str:
    """The path under which ``user`` sets a password. It works once, for three days."""
    require(actor, "accounts.manage_users", user)
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])


def _opened(user: User, may_sign_in: bool, actor: Actor, why: str) -> User:
    require(actor, "accounts.manage_users", user)
    user.is_active = may_sign_in
    return save(user, actor=actor, why=why)


def _role_told(role: Role | None, why: str) -> str:
    return f"Role: {role.label if role else 'none'}. {why}".strip()


def _put_in_role(user: User, role: Role | None) -> None:
    user.groups.remove(*Group.objects.filter(name__in=Role.values))
    if role is not None:
        user.groups.add(Group.objects.get_or_create(name=role.value)[0])
    user.forget_rights()
