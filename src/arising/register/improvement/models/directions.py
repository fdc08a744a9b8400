"""Statutory directions, what they require, and when they are reviewed."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council, Person, Post
from arising.register.improvement.models.inspections import Inspection
from arising.register.improvement.models.papers import Paper
from arising.register.obligations.models import Obligation


class Direction(Visible):
    """A direction of the Secretary of State to a council (Education Act 1996, section 497A, applied by section 50 of
    the Children Act 2004). One that revises another supersedes it; the old one stays."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="directions")
    title = models.CharField(max_length=300)
    given_on = models.DateField("given on")
    basis = models.CharField("under which power", max_length=300, blank=True)
    commissioner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    commissioner_words = models.CharField("the commissioner, as written", max_length=300, blank=True)
    inspection = models.ForeignKey(
        Inspection, null=True, blank=True, on_delete=models.PROTECT, related_name="directions"
    )
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="directions")
    lifted_on = models.DateField("lifted on", null=True, blank=True)
    note = models.TextField(blank=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("paper__",)
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-given_on", "-pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("direction", args=[self.pk])


class Requirement(models.Model):
    """An action that a direction requires. ``carried_from`` is the same requirement in the direction that this one
    superseded."""

    direction = models.ForeignKey(Direction, on_delete=models.CASCADE, related_name="requirements")
    number = models.CharField("number as printed", max_length=20, blank=True)
    words = models.TextField()
    due = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="carried_to"
    )
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("direction__",)
    seen_through_if_any = ("direction__paper__",)
    to_council = "direction__council__"

    class Meta:
        ordering = ("direction", "order", "pk")

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return f"{self.direction.get_absolute_url()}#requirement-{self.pk}"


class ReviewPoint(models.Model):
    """When a direction is reviewed. ``obligation`` is what is owed then, where a body waits for it; ``first_due`` the
    day that was first set, which stays in sight when ``due`` is moved."""

    direction = models.ForeignKey(Direction, on_delete=models.CASCADE, related_name="review_points")
    first_due = models.DateField("its first day", null=True, blank=True)
    months = models.PositiveIntegerField("months after the direction", null=True, blank=True)
    due = models.DateField()
    title = models.CharField(max_length=300)
    obligation = models.OneToOneField(
        Obligation, null=True, blank=True, on_delete=models.SET_NULL, related_name="review_point"
    )
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("direction__",)
    seen_through_if_any = ("direction__paper__",)
    to_council = "direction__council__"

    class Meta:
        ordering = ("direction", "due", "pk")

    def __str__(self) -> str:
        return self.title
