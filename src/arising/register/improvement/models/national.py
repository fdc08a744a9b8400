"""The national table of inspections: the latest grades of every authority, published and the same for all readers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.reading.inspections.schemes import OUTCOMES


class NationalTable(models.Model):
    """A table that somebody brought in, kept byte for byte under its SHA-256. It waits until they have looked at it;
    then its rows are stored. The one stored last counts; the others stay."""

    class Kind(models.TextChoices):
        ILACS = "ilacs", "Children’s services"
        AREA_SEND = "area_send", "Area SEND"

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be looked at"
        STORED = "stored", "Stored"

    name = models.CharField("name of the file", max_length=200)
    sha256 = models.CharField(max_length=64, editable=False)
    kind = models.CharField(max_length=9, choices=Kind)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    rows = models.PositiveIntegerField("how many authorities it has", default=0)
    odd = models.JSONField("what could not be taken", default=list, editable=False)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    brought_at = models.DateTimeField(auto_now_add=True)
    stored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-stored_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=["ilacs", "area_send"]), name="improvement_nationaltable_kind"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "stored"]), name="improvement_nationaltable_state"
            ),
            models.UniqueConstraint("sha256", name="improvement_nationaltable_bytes"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("national-table", args=[self.pk])


class NationalRow(models.Model):
    """The latest inspection of one authority, as a table tells it. ``grades`` are keys of the reader by area."""

    table = models.ForeignKey(NationalTable, on_delete=models.CASCADE, related_name="authorities")
    row = models.PositiveIntegerField("its row in the file")
    area_code = models.CharField("code of the authority", max_length=9, db_index=True)
    authority = models.CharField(max_length=200)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    lead = models.CharField("lead inspector", max_length=200, blank=True)
    link = models.URLField("the report", max_length=500, blank=True)
    grades = models.JSONField(default=dict)
    outcome = models.CharField(max_length=20, blank=True)
    odd = models.JSONField("what could not be taken", default=list)

    class Meta:
        ordering = ("authority",)

    def __str__(self) -> str:
        return self.authority


class AreaOutcome(models.Model):
    """The outcome of an area SEND inspection of an authority that somebody typed in, with where it is published. Like
    the national table it is the same for all readers. The latest day that is known of an authority counts."""

    area_code = models.CharField("code of the authority", max_length=9, db_index=True)
    authority = models.CharField(max_length=200)
    outcome = models.CharField(max_length=20)
    ends_on = models.DateField("its last day")
    source = models.CharField("where it is published", max_length=2000)
    history = HistoricalRecords()

    class Meta:
        ordering = ("authority", "-ends_on")
        constraints = (
            models.UniqueConstraint("area_code", "ends_on", name="improvement_areaoutcome_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=["positive", "inconsistent", "widespread_failings"]),
                name="improvement_areaoutcome_outcome",
            ),
        )

    def __str__(self) -> str:
        return f"{self.authority}, {self.ends_on:%B %Y}"

    @property
    def outcome_in_words(self) -> str:
        """What the inspection came to."""
        return OUTCOMES[self.outcome]  # type: ignore[index]
