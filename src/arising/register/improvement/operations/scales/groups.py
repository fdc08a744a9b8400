"""The groups that score apart from one another."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError

from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.improvement.models import ScoringGroup
from arising.register.improvement.queries.scales.scored import is_large_enough
from arising.register.record.texts import storable


def add_scoring_group(
    council: Council, kind: str, size: int, *, name: str = "", actor: Actor, why: str
) -> ScoringGroup:  # fmt: skip
    """Add a group that scores apart, and how many belong to it; without a name it is called by its kind.

    Raises ValidationError for a group that is too small for its scores ever to be shown, and for a name twice.
    """
    require(actor, "improvement.keep", council)
    if kind not in ScoringGroup.Kind.values:
        raise ValidationError({"kind": f"“{kind}” is no kind of group."})
    name = storable(name).strip()[:100] or str(ScoringGroup.Kind(kind).label)
    if ScoringGroup.objects.filter(council=council, name__iexact=name).exists():
        raise ValidationError({"name": f"There is a group called {name} already. Give this one another name."})
    large_enough(size, "size")
    return save(ScoringGroup(council=council, kind=kind, name=name, size=size), actor=actor, why=why)


def resize_scoring_group(group: ScoringGroup, size: int, *, actor: Actor, why: str) -> ScoringGroup:
    """Say how many belong to a group now. Raises ValidationError for one that is too small."""
    require(actor, "improvement.keep", group.council)
    large_enough(size, "size")
    group.size = size
    return save(group, actor=actor, why=why)


def large_enough(people: int, column: str) -> None:
    """Raises ValidationError for a group whose scores could be told to be somebody's."""
    if not is_large_enough(people):
        raise ValidationError(
            {column: f"A group of {people} is too small: of fewer than {settings.SMALLEST_GROUP} people no score is "
                     "taken together or shown, for it could be told whose it is. Join it with another group."}
        )  # fmt: skip
