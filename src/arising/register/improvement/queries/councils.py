"""Which councils a reader sees in the improvement journey."""

from __future__ import annotations

from django.db.models import QuerySet

from arising.register.accounts.audiences import Reader
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Council
from arising.register.improvement.rules import keeps_improvement


def councils(user: Reader) -> QuerySet[Council]:
    """The councils with a body that ``user`` may see, and those whose journey they keep."""
    seen = set(bodies.bodies(user).order_by().values_list("council_id", flat=True))
    if keeps_improvement(user):
        seen.update(user.keeps_improvement_of.values_list("council_id", flat=True))  # type: ignore[union-attr]
    return Council.objects.filter(pk__in=seen)


def council(user: Reader, slug: str) -> Council:
    """A council that ``user`` may see. Raises Council.DoesNotExist."""
    return councils(user).get(slug=slug)
