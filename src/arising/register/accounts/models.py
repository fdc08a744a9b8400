"""Who signs in: a user is known by an e-mail address, and by the role groups they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from simple_history.models import HistoricalRecords

from arising.register.accounts.roles import Role


class UserManager(BaseUserManager["User"]):
    """Makes users. Addresses are compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A user who may sign in with ``password``, or not at all where there is none.

        Raises ValueError without an address.
        """
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A user who may do everything."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


@dataclass(frozen=True)
class Served:
    """The bodies that a clerk serves: all there are, all of some councils, or some. ``councils_of_bodies`` are the
    councils of those some."""

    everything: bool = False
    councils: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    councils_of_bodies: frozenset[int] = frozenset()


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in."""

    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField("may sign in", default=True)
    joined = models.DateTimeField(default=timezone.now, editable=False)
    history = HistoricalRecords(excluded_fields=["password", "last_login"])

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ("email",)
        constraints = (models.UniqueConstraint(Lower("email"), name="accounts_user_email"),)

    def __str__(self) -> str:
        return self.name or self.email

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of the groups that the user belongs to; asked for once."""
        return frozenset(self.groups.values_list("name", flat=True))

    @property
    def role_names(self) -> list[str]:
        """The roles in words."""
        return [role.label for role in Role if role.value in self.roles]

    @cached_property
    def serves(self) -> Served:
        """The bodies that the user serves as a clerk; asked for once. Nobody but a clerk serves any."""
        if Role.CLERK.value not in self.roles:
            return Served()
        rows = list(self.clerkships.values_list("council_id", "body_id", "body__council_id"))
        return Served(
            everything=any(council is None and body is None for council, body, _ in rows),
            councils=frozenset(council for council, body, _ in rows if council and not body),
            bodies=frozenset(body for _, body, _ in rows if body),
            councils_of_bodies=frozenset(council for _, body, council in rows if body),
        )

    def forget_rights(self) -> None:
        """Ask again for roles and bodies the next time they are needed."""
        for name in ("roles", "serves"):
            self.__dict__.pop(name, None)
