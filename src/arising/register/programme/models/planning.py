"""What is planned: the plan of a meeting, the items of the work programme, and every time an item was moved."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Body, Item, Meeting, Post
from arising.register.obligations.models import Obligation

LONGEST = 24 * 60
"""The longest meeting, in minutes."""


class Plan(models.Model):
    """What is planned for a meeting: its theme, when and where it begins, and how its time is to be spent.

    ``minutes`` is the time of the whole meeting and ``theme_minutes`` the part of it for the theme, both in minutes.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="plan")
    theme = models.CharField(max_length=300, blank=True)
    starts = models.TimeField("begins at", null=True, blank=True)
    place = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveIntegerField("time in all", null=True, blank=True, validators=[MaxValueValidator(LONGEST)])
    theme_minutes = models.PositiveIntegerField(
        "time for the theme", null=True, blank=True, validators=[MaxValueValidator(LONGEST)]
    )
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("meeting__", "meeting__body__")
    to_body = "meeting__body__"

    class Meta:
        ordering = ("meeting",)
        constraints = (
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(theme_minutes__isnull=True) | Q(theme_minutes__lte=F("minutes")),
                name="programme_plan_theme_within",
            ),
        )

    def __str__(self) -> str:
        return f"Plan of {self.meeting}"


class Ended(models.TextChoices):
    """What became of an item of the work programme."""

    TAKEN = "taken", "Taken"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ProgrammeItem(Visible):
    """Something that a body is to look at: at ``meeting``, outside a meeting, or, with neither, when there is room.

    ``obligation`` is the request that it comes from. Comments of the body are to reach ``decision_by`` before the day
    on which it decides, ``decision_on``. ``taken_as`` is the item of the minutes under which it was taken.
    ``version`` rises with every change.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="programme_items")
    title = models.CharField(max_length=500)
    purpose = models.TextField("what is to be found out", blank=True)
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="programme_items"
    )
    outside = models.BooleanField("dealt with outside a meeting", default=False)
    order = models.PositiveIntegerField("place on the agenda", default=0)
    minutes = models.PositiveIntegerField(null=True, blank=True, validators=[MaxValueValidator(LONGEST)])
    on_theme = models.BooleanField("part of the theme", default=False)
    lead = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="programme_items")
    obligation = models.ForeignKey(
        Obligation, null=True, blank=True, on_delete=models.PROTECT, related_name="programme_items"
    )
    decision_by = models.CharField("who decides", max_length=300, blank=True)
    decision_on = models.DateField("when it is decided", null=True, blank=True)
    ended = models.CharField(max_length=9, choices=Ended, blank=True)
    ended_why = models.CharField(max_length=1000, blank=True)
    taken_as = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=1, editable=False)
    added_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("", "body__")
    seen_through_if_any = (
        "meeting__", "obligation__", "obligation__source__", "obligation__source__meeting__",
        "obligation__source__meeting__body__", "obligation__item__", "obligation__body__",
    )  # fmt: skip
    amendable: ClassVar[tuple[str, ...]] = (
        "title", "purpose", "order", "minutes", "on_theme", "lead", "decision_by", "decision_on",
    )  # fmt: skip
    """The columns that a person may amend."""

    class Meta(Visible.Meta):
        ordering = ("order", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) | Q(outside=False), name="programme_programmeitem_one_place"
            ),
            models.CheckConstraint(condition=Q(ended__in=["", *Ended.values]), name="programme_programmeitem_ended"),
            models.CheckConstraint(
                condition=Q(decision_on__isnull=True) | ~Q(decision_by=""), name="programme_programmeitem_decision"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("programme-item", args=[self.pk])


class Move(models.Model):
    """An item was moved from one place to another: a meeting, outside a meeting, or no place yet. Nobody edits it."""

    item = models.ForeignKey(ProgrammeItem, on_delete=models.CASCADE, related_name="moves")
    before = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    day_before = models.CharField("its day then", max_length=100, blank=True)
    day_after = models.CharField("its day, moved to", max_length=100, blank=True)
    outside = models.BooleanField("moved out of the meetings", default=False)
    reason = models.CharField(max_length=1000)
    moved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    moved_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("item__", "item__body__")
    seen_through_if_any = ("before__", "after__")
    to_body = "item__body__"

    class Meta:
        ordering = ("item", "pk")

    def __str__(self) -> str:
        return self.reason
