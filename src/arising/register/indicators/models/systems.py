"""Two systems held against one another: by how much they may differ, and what people say of where they do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from arising.measures.agreement import Allowed, Of
from arising.measures.periods import Kind, Period
from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council
from arising.register.indicators.models.areas import StatisticalArea
from arising.register.indicators.models.cards import Indicator
from arising.register.indicators.models.figures import PERIOD_KINDS, Report

PUBLISHED = ""
"""Stands in the place of a system for what was published."""


@dataclass(frozen=True)
class Side:
    """One of two figures that are held against one another: the system it is of, its number, the report it stands in.
    What was published stands in none."""

    system: str
    value: float
    report: Report | None = None


class Tolerance(models.Model):
    """By how much two figures of an indicator may differ, as a council set it; without an indicator, of all that have
    none of their own. ``value`` is in percent of the larger figure or in the unit of the indicator. ``set_by`` says who
    set it: a post, a board. Everybody reads it. One that another took the place of stays, as dropped."""

    class Of(models.TextChoices):
        PERCENT = "percent", "Percent of the larger figure"
        UNIT = "unit", "The unit of the indicator"

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="tolerances")
    indicator = models.ForeignKey(Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="tolerances")
    value = models.FloatField()
    of = models.CharField("what it is given in", max_length=7, choices=Of, default=Of.PERCENT)
    set_by = models.CharField("who set it", max_length=300)
    set_on = models.DateField("set on")
    reason = models.CharField(max_length=1000)
    dropped_on = models.DateField("dropped on", null=True, blank=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ()
    to_council = "council__"

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                "council", "indicator", condition=Q(dropped_on=None), name="indicators_tolerance_once"
            ),
            models.UniqueConstraint(
                "council", condition=Q(dropped_on=None, indicator=None), name="indicators_tolerance_for_all_once"
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="indicators_tolerance_value"),
            models.CheckConstraint(condition=Q(of__in=["percent", "unit"]), name="indicators_tolerance_of"),
        )

    def __str__(self) -> str:
        return f"{self.indicator or 'every indicator'}: {self.value:g} {self.of}"

    @staticmethod
    def in_force(tolerances: Iterable[Tolerance], indicator: Indicator) -> Tolerance | None:
        """The one that holds for an indicator: its own, else that for all; None where none is set."""
        held = {one.indicator_id: one for one in tolerances if one.dropped_on is None}
        return held.get(indicator.pk) or held.get(None)

    @property
    def allowed(self) -> Allowed:
        """By how much two figures may differ, as the measures know it."""
        of: Of = "unit" if self.of == self.Of.UNIT else "percent"
        return Allowed(self.value, of)


class Remark(Visible):
    """What somebody said of two figures that two systems give for one indicator and period, and how that stands since.

    None is ever changed. It keeps the two figures that it was about: of others it says nothing. ``one`` and ``other``
    are in the order of the names of their systems; a system without a name is what was published. ``said_by`` is who
    answers for it: a post, a team. Seen by whoever sees both reports and is of its own audience.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        EXPLAINED = "explained", "Explained"
        RESOLVED = "resolved", "Resolved"

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="remarks")
    area = models.ForeignKey(StatisticalArea, on_delete=models.PROTECT, related_name="remarks")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="remarks")
    variant = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=PERIOD_KINDS)
    start = models.DateField()
    end = models.DateField()
    one_system = models.CharField(max_length=100, blank=True)
    one_value = models.FloatField()
    one_report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    other_system = models.CharField(max_length=100)
    other_value = models.FloatField()
    other_report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    status = models.CharField(max_length=9, choices=Status)
    said_by = models.CharField("who says so", max_length=300)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("one_report__", "other_report__")
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("pk",)
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status__in=["open", "explained", "resolved"]), name="indicators_remark_status"
            ),
        )
        indexes = (models.Index(fields=("area", "indicator"), name="indicators_remark_of_area"),)

    def __str__(self) -> str:
        return self.text

    @property
    def period(self) -> Period:
        """The period of both figures."""
        return Period(self.end, self.start, Kind(self.kind))

    def is_about(self, one: float, other: float) -> bool:
        """Whether it was said of these two figures."""
        return (self.one_value, self.other_value) == (one, other)
