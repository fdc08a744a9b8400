"""Recruitment followed from offers to who is still in post, and what permanent and agency staff cost. Counts alone."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council


class RecruitmentCohort(Visible):
    """People who were offered posts at one time, as a number. Nobody is named."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="recruitment_cohorts")
    title = models.CharField("who was to be recruited", max_length=200)
    offered_on = models.DateField("when the offers were made")
    offered = models.PositiveIntegerField("how many were offered a post")
    source = models.CharField("where it comes from", max_length=500)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-offered_on", "-pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('workforce', args=[self.council.slug])}#cohort-{self.pk}"


class CohortCount(models.Model):
    """How many of a cohort had come so far, on the day that they were counted."""

    class Stage(models.TextChoices):
        ACCEPTED = "accepted", "Accepted the offer"
        STARTED = "started", "Started"
        AFTER_3 = "after_3", "In post after 3 months"
        AFTER_6 = "after_6", "In post after 6 months"
        AFTER_12 = "after_12", "In post after a year"
        AFTER_24 = "after_24", "In post after 2 years"

        @property
        def months(self) -> int:
            """How many months after the offers it can be counted at the earliest."""
            return int(self.value.partition("_")[2] or 0)

    cohort = models.ForeignKey(RecruitmentCohort, on_delete=models.CASCADE, related_name="counts")
    stage = models.CharField(max_length=8, choices=Stage)
    count = models.PositiveIntegerField("how many")
    on = models.DateField("counted on")
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("cohort__",)
    to_council = "cohort__council__"

    class Meta:
        ordering = ("cohort", "on", "pk")
        constraints = (
            models.UniqueConstraint("cohort", "stage", name="improvement_cohortcount_once"),
            models.CheckConstraint(
                condition=Q(stage__in=["accepted", "started", "after_3", "after_6", "after_12", "after_24"]),
                name="improvement_cohortcount_stage",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cohort}: {self.count} {self.stage}"


class WorkforceCost(Visible):
    """What permanent and agency staff cost in a period, in pounds."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="workforce_costs")
    starts_on = models.DateField()
    ends_on = models.DateField()
    permanent = models.PositiveBigIntegerField("permanent staff, in pounds")
    agency = models.PositiveBigIntegerField("agency staff, in pounds")
    source = models.CharField("where it comes from", max_length=500)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-ends_on", "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("council", "starts_on", "ends_on", name="improvement_workforcecost_once"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="improvement_workforcecost_order"),
        )

    def __str__(self) -> str:
        return f"{self.council}, {self.starts_on} to {self.ends_on}"
