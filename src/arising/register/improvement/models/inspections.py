"""Inspections and visits, what they judged, found and asked for."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.reading.inspections.schemes import AREAS, GRADES, OUTCOMES
from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council
from arising.register.improvement.models.papers import Paper
from arising.register.obligations.models import Obligation

TITLES: dict[str, str] = {**AREAS, "outcome": "Outcome"}
GRADED: dict[str, str] = {str(key): words for key, words in (*GRADES.items(), *OUTCOMES.items())}


class Inspection(Visible):
    """An inspection or a visit: planned, held or cancelled.

    ``framework`` is the scheme that its judgements follow, as the reader names it. ``report`` is the report or letter
    that tells of it. ``follows`` is the inspection that a monitoring visit belongs to, ``visit`` its number, ``about``
    what it looks at. ``gaps`` are the things that the report does not say, each with what it is about. ``judged`` names
    the authority that was inspected where it was one that ``council`` came out of.
    """

    class Kind(models.TextChoices):
        ILACS = "ilacs", "Inspection of children’s services"
        FOCUSED = "focused", "Focused visit"
        MONITORING = "monitoring", "Monitoring visit"
        SEND = "send", "Area SEND inspection"
        JTAI = "jtai", "Joint targeted area inspection"
        OTHER = "other", "Another inspection"

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="inspections")
    kind = models.CharField(max_length=10, choices=Kind)
    status = models.CharField(max_length=9, choices=Status, default=Status.HELD)
    framework = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField("its first day", null=True, blank=True)
    ends_on = models.DateField("its last day", null=True, blank=True)
    received_on = models.DateField("the day the report was received", null=True, blank=True)
    published_on = models.DateField("the day the report was published", null=True, blank=True)
    lead = models.CharField("lead inspector", max_length=200, blank=True)
    report = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="inspections")
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="visits")
    visit = models.PositiveSmallIntegerField("which visit it is", null=True, blank=True)
    about = models.CharField("what it looks at", max_length=500, blank=True)
    gaps = models.JSONField(default=list, blank=True, editable=False)
    judged = models.CharField("the authority that was judged, where it is another", max_length=200, blank=True)
    plan_due_on = models.DateField("the day for the priority action plan that was given", null=True, blank=True)
    note = models.TextField(blank=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("report__",)
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = (F("ends_on").desc(nulls_last=True), "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=["ilacs", "focused", "monitoring", "send", "jtai", "other"]),
                name="improvement_inspection_kind",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "held", "cancelled"]), name="improvement_inspection_status"
            ),
        )

    def __str__(self) -> str:
        on = self.ends_on or self.starts_on
        of = f" of {self.judged}" if self.judged else ""
        return f"{self.get_kind_display()}{of}{f', {on:%B %Y}' if on else ''}"

    def get_absolute_url(self) -> str:
        return reverse("inspection", args=[self.pk])


class Judgement(models.Model):
    """What an inspection judged of one area, in the words of its scheme. ``start`` and ``end`` bound the words in the
    text of the report; none where a person typed it in."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="judgements")
    area = models.CharField("what was judged", max_length=40)
    grade = models.CharField(max_length=40)
    words = models.CharField("as printed", max_length=300, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("inspection__",)
    seen_through_if_any = ("inspection__report__",)
    to_council = "inspection__council__"

    class Meta:
        ordering = ("inspection", "order", "pk")
        constraints = (models.UniqueConstraint("inspection", "area", name="improvement_judgement_once"),)

    def __str__(self) -> str:
        return f"{self.area_in_words}: {self.grade_in_words.lower()}"

    @property
    def area_in_words(self) -> str:
        """What was judged, as the scheme calls it."""
        return TITLES.get(self.area, self.area)

    @property
    def grade_in_words(self) -> str:
        """How it was judged, as the scheme calls it."""
        return GRADED.get(self.grade, self.grade)


class InspectionFinding(models.Model):
    """Something that an inspection found, or asked for. Its words are never changed: they are those of the report from
    ``start`` to ``end``; none where a person typed it in from a report that holds no text."""

    class Kind(models.TextChoices):
        FOUND = "found", "Found"
        TO_IMPROVE = "to_improve", "What needs to improve"
        PRIORITY_ACTION = "priority_action", "Priority action"

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=15, choices=Kind)
    number = models.CharField("number as printed", max_length=20, blank=True)
    heading = models.CharField("the heading that it stands under", max_length=300, blank=True)
    area = models.CharField("the area judged that it is about", max_length=40, blank=True)
    responsible = models.CharField("who must see to it, as written", max_length=300, blank=True)
    words = models.TextField()
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("inspection__",)
    seen_through_if_any = ("inspection__report__",)
    to_council = "inspection__council__"

    class Meta:
        ordering = ("inspection", "order", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=["found", "to_improve", "priority_action"]),
                name="improvement_inspectionfinding_kind",
            ),
        )

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return f"{self.inspection.get_absolute_url()}#finding-{self.pk}"

    @property
    def asks(self) -> bool:
        """Whether it asks for something, so that an action should answer it."""
        return self.kind != self.Kind.FOUND


class InspectionDeadline(models.Model):
    """That something due after an inspection is owed to a body. Its day is worked out from the inspection and stands
    with the obligation; ``key`` says which it is."""

    class Key(models.TextChoices):
        REPORT = "report", "Publish the report"
        ACTION_STATEMENT = "action_statement", "Publish the statement of action"
        PRIORITY_ACTION_PLAN = "priority_action_plan", "Submit the priority action plan"

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="deadlines")
    key = models.CharField(max_length=20, choices=Key)
    obligation = models.OneToOneField(Obligation, on_delete=models.CASCADE, related_name="inspection_deadline")
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("inspection__", "obligation__")
    seen_through_if_any = ("inspection__report__",)
    to_council = "inspection__council__"

    class Meta:
        ordering = ("inspection", "key")
        constraints = (
            models.UniqueConstraint("inspection", "key", name="improvement_inspectiondeadline_once"),
            models.CheckConstraint(
                condition=Q(key__in=["report", "action_statement", "priority_action_plan"]),
                name="improvement_inspectiondeadline_key",
            ),
        )

    def __str__(self) -> str:
        return self.get_key_display()
