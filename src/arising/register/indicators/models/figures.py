"""Figures: the rows of published releases, and what a council reported of itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.measures.periods import Kind
from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council
from arising.register.indicators.models.areas import StatisticalArea
from arising.register.indicators.models.cards import Indicator

PERIOD_KINDS = [(kind.value, kind.value.replace("_", " ").capitalize()) for kind in Kind]


class Release(models.Model):
    """A published file as it was taken in. ``dataset`` is the key of what it holds, so that a later release of the same
    is known. ``apart`` are the titles of the columns whose words tell rows of one area and period apart, ``titles``
    those of the values."""

    dataset = models.CharField(max_length=60, db_index=True)
    name = models.CharField(max_length=300)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, unique=True)
    rows = models.PositiveIntegerField(default=0)
    apart = models.JSONField(default=list)
    titles = models.JSONField(default=list)
    left_out = models.JSONField("rows that are about no area", default=dict)
    published_on = models.DateField(null=True, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("dataset", "published_on", "pk")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("release", args=[self.pk])


class Row(models.Model):
    """A row of a release, with every cell as it stands in the file: ``words`` are the columns that tell rows of one
    area and period apart, ``cells`` the values. ``number`` is counted as a spreadsheet counts. ``column`` is where its
    one value stands, in a file with a column for each period."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="held")
    number = models.PositiveIntegerField()
    column = models.CharField(max_length=100, blank=True)
    area = models.ForeignKey(StatisticalArea, on_delete=models.PROTECT, related_name="rows")
    kind = models.CharField(max_length=20, choices=PERIOD_KINDS)
    start = models.DateField()
    end = models.DateField()
    words = models.TextField(blank=True)
    cells = models.TextField(blank=True)

    class Meta:
        ordering = ("release", "number")
        constraints = (models.UniqueConstraint("release", "number", "column", name="indicators_row_once"),)
        indexes = (models.Index(fields=("area", "release"), name="indicators_row_of_area"),)

    def __str__(self) -> str:
        return f"{self.release}, row {self.number}"


class Report(Visible):
    """A file of a council's own figures, or what somebody typed in. ``system`` says where the figures come from: the
    council's own system, the inspection's data tool, another. ``doubts`` are the lines that were told of its values
    when it was stored."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="reports")
    system = models.CharField("where the figures come from", max_length=100)
    file_name = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    reported_on = models.DateField()
    doubts = models.JSONField(default=list, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-reported_on", "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint(
                "council", "sha256", "system", condition=~Q(sha256=""), name="indicators_report_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.system}, {self.file_name or 'typed in'}"

    def get_absolute_url(self) -> str:
        return reverse("report", args=[self.pk])


class Reported(models.Model):
    """A figure that a council reported of itself. It has a ``value``, or a ``symbol`` in its place."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="figures")
    row = models.PositiveIntegerField(default=0)
    column = models.CharField(max_length=100, blank=True)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="reported")
    variant = models.CharField(max_length=60)
    area = models.ForeignKey(StatisticalArea, on_delete=models.PROTECT, related_name="reported")
    kind = models.CharField(max_length=20, choices=PERIOD_KINDS)
    start = models.DateField()
    end = models.DateField()
    value = models.FloatField(null=True, blank=True)
    symbol = models.CharField(max_length=1, blank=True)
    numerator = models.FloatField(null=True, blank=True)
    denominator = models.FloatField(null=True, blank=True)
    objects = SeenQuerySet.as_manager()

    seen_through = ("report__",)
    to_council = "report__council__"

    class Meta:
        ordering = ("indicator", "variant", "end", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(value__isnull=True, symbol__in=list("ckuxz:")) | Q(value__isnull=False, symbol=""),
                name="indicators_reported_value_or_symbol",
            ),
        )
        indexes = (models.Index(fields=("indicator", "area"), name="indicators_reported_series"),)

    def __str__(self) -> str:
        return f"{self.indicator}, {self.area}, {self.end}"
