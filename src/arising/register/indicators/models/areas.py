"""Areas that figures are published for, and which of them a council is."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.measures.areas import Area as Named
from arising.register.bodies.models import Council


class StatisticalArea(models.Model):
    """A country, a region or an authority, as the published files name it.

    ``code`` is the nine characters of the Office for National Statistics, ``old_code`` the three digits of the
    Department for Education, ``region`` the code of the region it is in. ``council`` is the one in this register that
    it belongs to.
    """

    class Level(models.TextChoices):
        NATIONAL = "national", "Country"
        REGIONAL = "regional", "Region"
        AUTHORITY = "authority", "Authority"

    code = models.CharField(max_length=9, unique=True)
    old_code = models.CharField(max_length=3, blank=True, db_index=True)
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=9, choices=Level)
    region = models.CharField(max_length=9, blank=True)
    council = models.OneToOneField(Council, null=True, blank=True, on_delete=models.SET_NULL, related_name="area")
    history = HistoricalRecords()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(level__in=["national", "regional", "authority"]), name="indicators_statisticalarea_level"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("area", args=[self.code])

    @property
    def named(self) -> Named:
        """The area as the measures know it."""
        return Named(self.code, self.name, self.level, self.old_code, self.region)  # type: ignore[arg-type]
