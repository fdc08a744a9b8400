"""What a person did at the review desk, in steps that can be taken back one after the other."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Did(models.TextChoices):
    """What a step did."""

    CONFIRMED = "confirmed", "Confirmed"
    AMENDED = "amended", "Amended"
    REJECTED = "rejected", "Rejected"
    REOPENED = "reopened", "Put back in the queue"
    SPLIT = "split", "Split in two"
    MERGED = "merged", "Merged"
    CONFIRMED_MANY = "many", "Confirmed together"


class ReviewStep(models.Model):
    """One thing that one person did in one go, to one finding or to many."""

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    did = models.CharField(max_length=9, choices=Did)
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=["actor", "taken_back_at"], name="record_reviewstep_last"),)
        constraints = (models.CheckConstraint(condition=models.Q(did__in=Did.values), name="record_reviewstep_did"),)

    def __str__(self) -> str:
        return self.get_did_display()


class ReviewChange(models.Model):
    """What a step changed in one finding: the entries of its history before, none for a new one, and after."""

    step = models.ForeignKey(ReviewStep, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=20)
    finding = models.PositiveBigIntegerField()
    before = models.PositiveBigIntegerField(null=True, blank=True)
    after = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("step", "pk")
        constraints = (models.UniqueConstraint("step", "kind", "finding", name="record_reviewchange_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.finding}"
