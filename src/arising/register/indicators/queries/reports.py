"""A council's own figures: the reports that somebody may see, and what one that was brought in holds."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from arising.measures.published.own import OwnFigures
from arising.register.accounts.audiences import Reader
from arising.register.accounts.rules import is_clerk
from arising.register.bodies.models import Council
from arising.register.indicators import operations
from arising.register.indicators.models import Brought, Indicator, Report, Reported


def report(user: Reader, pk: int) -> Report:
    """One report. Raises ``Report.DoesNotExist``."""
    return Report.objects.visible_to(user).select_related("council").get(pk=pk)


def reported(user: Reader, held: Report) -> list[Reported]:
    """The figures of a report, in the order of the file."""
    found = Reported.objects.visible_to(user).filter(report=held).select_related("indicator", "area")
    return list(found.order_by("row", "pk"))


def councils_served(user: Reader) -> QuerySet[Council]:
    """The councils whose figures ``user`` may report."""
    served = [each.pk for each in Council.objects.all() if is_clerk(user, each)]
    return Council.objects.filter(pk__in=served)


def indicators_of(user: Reader) -> list[Indicator]:
    """The indicators that ``user`` may choose from: those that come with the register, and those of the councils whose
    figures they may report."""
    own = Q(council=None) | Q(council__in=councils_served(user))
    return list(Indicator.objects.filter(own))


def own_held_by(one: Brought) -> OwnFigures:
    """What a file of a council's own figures that was brought in holds. Raises ``NotPublished``."""
    assert one.council is not None
    return operations.own_figures(one.council, one.name, bytes(one.content))
