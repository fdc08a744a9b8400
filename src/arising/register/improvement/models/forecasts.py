"""High-needs forecasts, each as it was made, and how years ended."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.measures import forecast
from arising.measures.forecast.stored import Results, plan_of, results_of
from arising.measures.forecast.years import told
from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Council, Item
from arising.register.improvement.models.papers import Paper


class Forecast(Visible):
    """A high-needs plan as it was made on a day, with what it came to then. Neither is ever changed: what is foretold
    anew is another forecast. ``rules`` is the version of the rules by which it was worked out.

    ``item`` is the item of a meeting that was told it, ``told_to`` who else was, in words. One that was brought in by
    mistake is withdrawn with a reason and stays.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="forecasts")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="forecasts")
    title = models.CharField(max_length=300)
    made_on = models.DateField("the day it was made")
    made_by = models.CharField("who made it", max_length=300, blank=True)
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="forecasts")
    told_to = models.CharField("who was told it", max_length=300, blank=True)
    inputs = models.JSONField("what the workbook holds")
    results = models.JSONField("what it came to")
    rules = models.PositiveSmallIntegerField("the version of the rules")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.CharField("why it was withdrawn", max_length=1000, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    history = HistoricalRecords(excluded_fields=["inputs", "results"])
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("item__", "item__meeting__", "item__meeting__body__")
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("council", "-made_on", "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("council", "paper", name="improvement_forecast_once"),
        )

    def __str__(self) -> str:
        return f"{self.title}, {day_in_words(self.made_on)}"

    def get_absolute_url(self) -> str:
        return reverse("forecast", args=[self.pk])

    @property
    def plan(self) -> forecast.Plan:
        """The plan as it was brought in."""
        return plan_of(self.inputs)

    @property
    def came_to(self) -> Results:
        """What it came to when it was brought in."""
        return results_of(self.results)


class Outturn(Visible):
    """How a financial year ended: the balance of the dedicated schools grant, in pounds, a deficit below 0. ``year`` is
    the one in which it begins. Of several for one year the one that was added last counts; none is changed."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="outturns")
    year = models.PositiveSmallIntegerField("the year in which it begins")
    in_year = models.BigIntegerField("what the year added", null=True, blank=True)
    cumulative = models.BigIntegerField("what stood at its end")
    source = models.CharField("where that stands", max_length=500)
    link = models.URLField(max_length=2000, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("council", "year", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(source=""), name="improvement_outturn_source"),
        )

    def __str__(self) -> str:
        return f"Outturn of {told(self.year)}"

    @property
    def told(self) -> forecast.Outturn:
        """The same as forecasts are held against."""
        return forecast.Outturn(self.year, self.cumulative, self.in_year, self.source)
