"""Who may see a thing, and from when: the part of visibility that every room shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from arising.register.accounts.models import User

Reader = User | AnonymousUser | None
M = TypeVar("M", bound=models.Model)


class Audience(models.TextChoices):
    """For whom a thing is meant, from the widest to the narrowest. Each includes those after it."""

    PUBLIC = "public", "Everybody"
    MEMBERS = "members", "Members, officers and clerks"
    OFFICERS = "officers", "Officers and clerks"
    CLERKS = "clerks", "Clerks only"

    @property
    def rank(self) -> int:
        """0 for the widest audience, rising as it narrows."""
        return list(Audience).index(self)

    def up_to_here(self) -> set[Audience]:
        """The audiences of what somebody in this one may see: its own and every wider one."""
        return set(list(Audience)[: self.rank + 1])


@dataclass(frozen=True)
class Seen:
    """Who may see a thing, and from when they may; None is at once."""

    audience: Audience = Audience.PUBLIC
    visible_from: datetime | None = None


BY_EVERYBODY = Seen()


def audiences_for(user: Reader) -> set[Audience]:
    """The audiences of everything that ``user`` may see.

    Somebody who is not signed in, or belongs to no role, is the public. The roles are the groups "members",
    "officers" and "clerks"; a superuser is a clerk.
    """
    if user is None or not user.is_authenticated or not user.is_active:
        return Audience.PUBLIC.up_to_here()
    if user.is_superuser:
        return Audience.CLERKS.up_to_here()
    roles = [role for role in Audience if role.value in user.roles]
    return max(roles, key=lambda role: role.rank, default=Audience.PUBLIC).up_to_here()


def seen_by(user: Reader, *, path: str = "", now: datetime | None = None) -> Q:
    """The condition that what stands at ``path`` ("" for the row itself, "source__" for its source) may be seen.

    Clerks see what is still held back; nobody else does.
    """
    audiences = audiences_for(user)
    if Audience.CLERKS in audiences:
        return Q()
    due = Q(**{f"{path}visible_from__isnull": True}) | Q(**{f"{path}visible_from__lte": now or timezone.now()})
    return Q(**{f"{path}audience__in": sorted(audiences)}) & due


class SeenQuerySet(models.QuerySet[M]):
    """Rows that know who may see them. ``seen_through`` on the model names the paths that must all be visible,
    ``seen_through_if_any`` those that must be visible where they lead to something."""

    def visible_to(self, user: Reader, now: datetime | None = None) -> Self:
        """The rows that ``user`` may see at ``now``."""
        now = now or timezone.now()
        wanted = Q()
        for path in getattr(self.model, "seen_through", ("",)):
            wanted &= seen_by(user, path=path, now=now)
        for path in getattr(self.model, "seen_through_if_any", ()):
            if condition := seen_by(user, path=path, now=now):
                wanted &= Q(**{f"{path}isnull": True}) | condition
        return self.filter(wanted)


class Visible(models.Model):
    """A row with an audience and a time from which that audience may see it (none: at once).

    ``visibility_set_by_person`` says that a person set these; what is added later no longer widens them.
    """

    audience = models.CharField("who may see it", max_length=8, choices=Audience, default=Audience.PUBLIC)
    visible_from = models.DateTimeField("held back until", null=True, blank=True)
    visibility_set_by_person = models.BooleanField(default=False, editable=False)

    seen_through: ClassVar[tuple[str, ...]] = ("",)
    seen_through_if_any: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(audience__in=[audience.value for audience in Audience]),
                name="%(app_label)s_%(class)s_audience",
            ),
        )

    @property
    def seen(self) -> Seen:
        """The audience and the time together."""
        return Seen(Audience(self.audience), self.visible_from)
