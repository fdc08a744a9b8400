"""Which actions of a plan answer what was asked for, fetched with the points themselves."""

from __future__ import annotations

from django.db.models import Prefetch

from arising.register.accounts.audiences import Reader
from arising.register.bodies.models import Council
from arising.register.improvement.models import Action, ImprovementPlan


def with_actions(user: Reader) -> Prefetch[str]:
    """Fetch the actions that answer each point, as far as ``user`` may see them, as its ``answered_by``."""
    actions = Action.objects.visible_to(user).filter(dropped_in=None).select_related("plan")
    return Prefetch("actions", queryset=actions.order_by("plan", "order", "pk"), to_attr="answered_by")


def has_plan(user: Reader, council: Council) -> bool:
    """Whether there is a plan of a council that ``user`` may see, so that points should be answered by it."""
    return ImprovementPlan.objects.visible_to(user).filter(council=council).exists()
