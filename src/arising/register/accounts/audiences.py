"""Who may see a thing, and from when: the part of visibility that every room shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from arising.register.accounts.models import User
from arising.register.accounts.roles import Role

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


READS = {
    Role.MEMBER: Audience.MEMBERS,
    Role.OFFICER: Audience.OFFICERS,
    Role.BOARD: Audience.OFFICERS,
    Role.INSPECTOR: Audience.OFFICERS,
    Role.ADMINISTRATOR: Audience.CLERKS,
}
"""The narrowest audience that each role belongs to in every body. A clerk's rights stand with the bodies they serve."""


def audiences_for(user: Reader) -> set[Audience]:
    """The audiences of everything that ``user`` may see in every body.

    Somebody who is not signed in, or has no role, is the public, and so is a clerk outside the bodies they serve. A
    superuser is an administrator.
    """
    if not isinstance(user, User) or not user.is_active:
        return Audience.PUBLIC.up_to_here()
    if user.is_superuser or user.serves.everything:
        return Audience.CLERKS.up_to_here()
    held = [audience for role, audience in READS.items() if role.value in user.roles]
    return max(held, key=lambda audience: audience.rank, default=Audience.PUBLIC).up_to_here()


def seen_by(user: Reader, *, path: str = "", now: datetime | None = None, early: Q | None = None) -> Q:
    """The condition that what stands at ``path`` ("" for the row itself, "source__" for its source) may be seen by
    ``user`` in every body, whether they serve it or not.

    Clerks and administrators see what is still held back, and their audience sees rows that ``early`` is true of;
    nobody else does.
    """
    audiences = audiences_for(user)
    if Audience.CLERKS in audiences:
        return Q()
    due = Q(**{f"{path}visible_from__isnull": True}) | Q(**{f"{path}visible_from__lte": now or timezone.now()})
    if early is not None:
        due |= early
    return Q(**{f"{path}audience__in": sorted(audiences)}) & due


def served_by(user: Reader, model: type[models.Model]) -> Q | None:
    """The condition that a row of ``model`` belongs to a body that ``user`` serves; None where they serve none."""
    if not isinstance(user, User) or not user.is_active:
        return None
    body, council = body_path(model), council_path(model)
    served = user.serves
    wanted = Q()
    if body is not None and served.bodies:
        wanted |= Q(**{f"{body}pk__in": sorted(served.bodies)})
    if council is not None and served.councils:
        wanted |= Q(**{f"{council}pk__in": sorted(served.councils)})
    return wanted or None


def body_path(model: type[models.Model]) -> str | None:
    """The way from a row of ``model`` to its body ("source__meeting__body__"), "" for a body, None where there is none.

    It is the longest of the paths that ``model`` is seen through, unless ``to_body`` says otherwise.
    """
    told: str | None = getattr(model, "to_body", None)
    if told is not None:
        return told
    paths = (*getattr(model, "seen_through", ()), *getattr(model, "seen_through_if_any", ()))
    return next((path for path in paths if path.endswith("body__")), None)


def council_path(model: type[models.Model]) -> str | None:
    """The way from a row of ``model`` to its council: ``to_council``, or through its body."""
    told: str | None = getattr(model, "to_council", None)
    if told is not None:
        return told
    body = body_path(model)
    return None if body is None else f"{body}council__"


Early = Callable[[User, type[models.Model]], Q | None]
"""Says which rows of a model ``user`` sees before their minute, though no clerk: a condition, or None for none."""
_early: list[Early] = []


def see_early(early: Early) -> None:
    """Let those whom ``early`` tells of see rows before their minute, as far as they are in the audience."""
    if early not in _early:
        _early.append(early)


def _seen_early(user: Reader, model: type[models.Model]) -> Q | None:
    if not isinstance(user, User) or not user.is_active:
        return None
    told = Q()
    for early in _early:
        told |= early(user, model) or Q()
    return told or None


Cover = Callable[[Reader, list[Any]], list[Any]]
"""Takes out of rows that were fetched what their reader may not read in them."""
_covers: list[Cover] = []


def cover_with(cover: Cover) -> None:
    """Let every row that ``visible_to`` finds go through ``cover``."""
    if cover not in _covers:
        _covers.append(cover)


class SeenQuerySet(models.QuerySet[M]):
    """Rows that know who may see them. ``seen_through`` on the model names the paths that must all be visible,
    ``seen_through_if_any`` those that must be visible where they lead to something.

    Whoever serves the body of a row, found by ``body_path``, sees it whatever its audience. What was found for a
    reader is covered for that reader when it is fetched, whichever way.
    """

    _found_for: tuple[Reader] | None = None

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]
        clone._found_for = self._found_for
        return clone

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None
        super()._fetch_all()
        if fresh and self._result_cache is not None:
            self._result_cache = self._covered(self._result_cache)

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[M]:
        for row in super().iterator(*args, **kwargs):
            yield from self._covered([row])

    def _covered(self, rows: list[Any]) -> list[Any]:
        if self._found_for is not None:
            for cover in _covers:
                rows = cover(self._found_for[0], rows)
        return rows

    def visible_to(self, user: Reader, now: datetime | None = None) -> Self:
        """The rows that ``user`` may see at ``now``."""
        now = now or timezone.now()
        early = _seen_early(user, self.model)
        wanted = Q()
        for path in getattr(self.model, "seen_through", ("",)):
            wanted &= seen_by(user, path=path, now=now, early=early)
        for path in getattr(self.model, "seen_through_if_any", ()):
            if condition := seen_by(user, path=path, now=now, early=early):
                wanted &= Q(**{f"{path}isnull": True}) | condition
        served = served_by(user, self.model) if wanted else None
        found = self.filter(wanted | served if served else wanted)
        found._found_for = (user,)
        return found


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
    def under_embargo(self) -> bool:
        """Whether its minute is still to come: whoever sees it now sees it early."""
        return self.visible_from is not None and self.visible_from > timezone.now()

    @property
    def seen(self) -> Seen:
        """The audience and the time together."""
        return Seen(Audience(self.audience), self.visible_from)
