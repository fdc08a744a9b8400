"""What people say of figures: targets, events, new segments of charts, what a claim is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council
from arising.register.indicators.models.areas import StatisticalArea
from arising.register.indicators.models.cards import Indicator
from arising.register.record.models import Figure


class Target(Visible):
    """What an indicator is to reach, in its unit, by the day ``by``; without a day, always. Several with days are a
    trajectory. ``set_by`` says who set it: a plan, a board, a statute."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="targets")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    variant = models.CharField(max_length=60)
    value = models.FloatField()
    by = models.DateField("to be reached by", null=True, blank=True)
    set_by = models.CharField("who set it", max_length=300)
    set_on = models.DateField("set on", null=True, blank=True)
    dropped_on = models.DateField("dropped on", null=True, blank=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("indicator", "by", "pk")

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value:g}"

    @staticmethod
    def in_force(targets: Iterable[Target], on: date) -> Target | None:
        """The target that holds on a day: the next to be reached, else what always holds, else the last there was."""
        held = [one for one in targets if one.dropped_on is None]
        coming = sorted((one for one in held if one.by and one.by >= on), key=lambda one: (one.by, one.pk))
        always = [one for one in held if one.by is None]
        past = sorted((one for one in held if one.by and one.by < on), key=lambda one: (one.by, one.pk), reverse=True)
        return next(iter([*coming, *always, *past]), None)


class Event(Visible):
    """Something dated that may show in figures: a new system, a changed practice. Without indicators it is on every
    chart of its council."""

    class Kind(models.TextChoices):
        SYSTEM = "system", "Change of system"
        PRACTICE = "practice", "Change of practice"
        OTHER = "other", "Something else"

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="events")
    on = models.DateField()
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    indicators = models.ManyToManyField(Indicator, blank=True, related_name="events")
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("on", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=["system", "practice", "other"]), name="indicators_event_kind"),
        )

    def __str__(self) -> str:
        return self.title


class Segment(models.Model):
    """From the period that ends on ``end`` on, the limits of a chart are worked out anew. It has a name and a
    reason."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="segments")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="segments")
    variant = models.CharField(max_length=60)
    end = models.DateField("the end of its first period")
    name = models.CharField(max_length=100)
    reason = models.CharField(max_length=1000)
    history = HistoricalRecords()

    to_council = "council__"

    class Meta:
        ordering = ("indicator", "end", "pk")
        constraints = (
            models.UniqueConstraint(
                "council", "indicator", "variant", "end", name="indicators_segment_once"
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Match(models.Model):
    """What a person said that a quoted figure is about. It stands before what the machine proposes.

    Without an indicator: that it is about none of them. Without a period: that none is told.
    """

    figure = models.OneToOneField(Figure, on_delete=models.CASCADE, related_name="match")
    indicator = models.ForeignKey(Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="matches")
    variant = models.CharField(max_length=60, blank=True)
    area = models.ForeignKey(StatisticalArea, null=True, blank=True, on_delete=models.PROTECT, related_name="matches")
    year = models.PositiveIntegerField("the year in which its period ends", null=True, blank=True)
    why = models.CharField(max_length=1000, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(auto_now=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("figure__source__", "figure__source__meeting__", "figure__source__meeting__body__")
    seen_through_if_any = ("figure__item__",)

    class Meta:
        ordering = ("figure",)

    def __str__(self) -> str:
        return f"{self.figure}: {self.indicator or 'no indicator'}"
