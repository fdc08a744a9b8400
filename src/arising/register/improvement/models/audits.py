"""Audits of practice: counts by team and grade, and how far auditors and moderators agree. Never a case."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council
from arising.register.improvement.models.evidence import Evidence


class AuditRound(Visible):
    """Audits of a period. ``grades`` are in their order, the best first; the first ``good`` of them are good or
    better."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="audit_rounds")
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    grades = models.JSONField(default=list, blank=True)
    good = models.PositiveSmallIntegerField("how many grades are good or better", default=2)
    file = models.CharField("the file that it came from", max_length=300, blank=True)
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-ends_on", "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="improvement_auditround_order"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("audit", args=[self.pk])


class InAudit(models.Model):
    """A row that is seen with its audits."""

    seen_through: ClassVar[tuple[str, ...]] = ("round__",)
    to_council: ClassVar[str] = "round__council__"

    class Meta:
        abstract = True


class AuditedTeam(InAudit):
    """A team: how many audits were planned, and how many got each grade, in the order of the grades."""

    round = models.ForeignKey(AuditRound, on_delete=models.CASCADE, related_name="teams")
    team = models.CharField(max_length=100)
    planned = models.PositiveIntegerField(null=True, blank=True)
    counts = models.JSONField(default=list, blank=True)
    objects = SeenQuerySet.as_manager()

    class Meta:
        ordering = ("round", "team")
        constraints = (models.UniqueConstraint("round", "team", name="improvement_auditedteam_once"),)

    def __str__(self) -> str:
        return self.team


class Moderated(InAudit):
    """How many files got one grade from the auditor and one from the moderator, by the places of the grades."""

    round = models.ForeignKey(AuditRound, on_delete=models.CASCADE, related_name="moderated")
    auditor = models.PositiveSmallIntegerField()
    moderator = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField()
    objects = SeenQuerySet.as_manager()

    class Meta:
        ordering = ("round", "auditor", "moderator")
        constraints = (models.UniqueConstraint("round", "auditor", "moderator", name="improvement_moderated_once"),)

    def __str__(self) -> str:
        return f"{self.count} of {self.round}"
