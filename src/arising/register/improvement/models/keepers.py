"""Who keeps the improvement journey of a council."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from arising.register.bodies.models import Council


class ImprovementOfficer(models.Model):
    """A user who keeps the improvement journey of a council beside its clerks: its plan, its evidence, its audits."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="keeps_improvement_of")
    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="improvement_officers")
    history = HistoricalRecords()

    to_council = "council__"

    class Meta:
        ordering = ("council__name", "user__email")
        constraints = (models.UniqueConstraint("user", "council", name="improvement_improvementofficer_once"),)

    def __str__(self) -> str:
        return f"{self.user} keeps the improvement of {self.council}"
