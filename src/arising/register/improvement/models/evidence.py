"""Evidence: something dated, with a source, that shows whether things are better."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council, Item
from arising.register.improvement.models.papers import Paper
from arising.register.improvement.models.plans import Action
from arising.register.indicators.models import Indicator


class Evidence(Visible):
    """Something that was seen on a day and shows whether things are better: an indicator's signal, an audit result,
    feedback, a visit. ``source`` says where it comes from; every piece has one.

    ``signal`` is what the chart of its indicator showed on the day, worked out and never written by hand; ``text`` of
    such evidence is the chart's own words. That of a survey, of audits and of the engagement log is worked out too, and
    follows what is counted there. ``note`` is what a person says beside words that were worked out.
    """

    class Kind(models.TextChoices):
        INDICATOR = "indicator", "Indicator"
        AUDIT = "audit", "Audit"
        SURVEY = "survey", "Survey"
        FEEDBACK = "feedback", "Feedback"
        VISIT = "visit", "Visit to the front line"
        INSPECTION = "inspection", "Inspection"
        DOCUMENT = "document", "Document"

    class Signal(models.TextChoices):
        IMPROVEMENT = "improvement", "Better, beyond noise"
        CONCERN = "concern", "Worse, beyond noise"
        CHANGE = "change", "Changed, beyond noise"
        NONE = "none", "No signal"
        NO_CHART = "no_chart", "No chart can be drawn"

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField("the day it is of")
    title = models.CharField("what it shows", max_length=500)
    text = models.TextField(blank=True)
    note = models.TextField("a note beside words that were worked out", blank=True)
    source = models.CharField("where it comes from", max_length=500)
    indicator = models.ForeignKey(Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence")
    variant = models.CharField(max_length=60, blank=True)
    signal = models.CharField("what the chart showed", max_length=11, choices=Signal, blank=True, editable=False)
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence")
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence")
    link = models.URLField(max_length=2000, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("item__", "item__meeting__", "item__meeting__body__", "paper__")
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-on", "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    kind__in=["indicator", "audit", "survey", "feedback", "visit", "inspection", "document"]
                ),
                name="improvement_evidence_kind",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="improvement_evidence_source"),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("evidence", args=[self.pk])

    @property
    def shows_impact(self) -> bool:
        """Whether an action may be called evidenced by it. A document alone shows that something was done, and an
        indicator shows nothing unless its chart shows an improvement beyond noise."""
        if self.kind == self.Kind.INDICATOR:
            return self.signal == self.Signal.IMPROVEMENT
        return self.kind != self.Kind.DOCUMENT


class Attached(models.Model):
    """A piece of evidence that somebody attached to an action, and what they say that it shows of it."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="attached")
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="attached")
    why = models.CharField("what it shows of the action", max_length=1000)
    attached_at = models.DateTimeField(auto_now_add=True)
    attached_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("action__plan__", "evidence__")
    seen_through_if_any = (
        "evidence__item__", "evidence__item__meeting__", "evidence__item__meeting__body__", "evidence__paper__",
    )  # fmt: skip
    to_council = "action__plan__council__"
    to_body = "action__plan__body__"

    class Meta:
        ordering = ("action", "-evidence__on", "pk")
        constraints = (models.UniqueConstraint("evidence", "action", name="improvement_attached_once"),)

    def __str__(self) -> str:
        return f"{self.evidence} for {self.action}"
