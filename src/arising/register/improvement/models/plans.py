"""The improvement plan: priorities, actions, milestones, measures, and what they answer."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Body, Council, Item, Post
from arising.register.improvement.models.directions import Direction, Requirement
from arising.register.improvement.models.inspections import Inspection, InspectionFinding
from arising.register.improvement.models.papers import Paper
from arising.register.indicators.models import Indicator
from arising.register.obligations.models import Obligation


class ImprovementPlan(Visible):
    """What a council means to do after a judgement. ``body`` is the board or committee that it answers to.

    It answers what ``inspections`` and ``directions`` asked for, all of the council's where none is named, and the
    recommendations of ``committees``.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="plans")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.SET_NULL, related_name="plans")
    title = models.CharField(max_length=300)
    inspections = models.ManyToManyField(Inspection, blank=True, related_name="plans")
    directions = models.ManyToManyField(Direction, blank=True, related_name="plans")
    committees = models.ManyToManyField(Body, blank=True, related_name="+")
    stale_after = models.PositiveSmallIntegerField("days after which an entry without an update is stale", default=60)
    history = HistoricalRecords(m2m_fields=[inspections, directions, committees])
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("body__",)
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("council", "-pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.pk])


class InPlan(models.Model):
    """A row that is seen with its plan."""

    seen_through: ClassVar[tuple[str, ...]] = ("plan__",)
    seen_through_if_any: ClassVar[tuple[str, ...]] = ("plan__body__",)
    to_council: ClassVar[str] = "plan__council__"

    class Meta:
        abstract = True


class PlanVersion(Visible):
    """The plan as it was agreed on a day, for those who may see both it and the plan. ``told`` is all of it in the form
    of the export; none is ever changed.
    ``dropped`` gives the reason for each action that the version before held and this does not, by its number."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300, blank=True)
    agreed_on = models.DateField()
    reason = models.CharField("why it was refreshed", max_length=1000, blank=True)
    told = models.JSONField()
    dropped = models.JSONField(default=dict, blank=True)
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_versions")
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    objects = SeenQuerySet.as_manager()

    seen_through = ("", "plan__")
    seen_through_if_any = ("plan__body__",)
    to_council = "plan__council__"

    class Meta(Visible.Meta):
        ordering = ("plan", "-number")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("plan", "number", name="improvement_planversion_once"),
        )

    def __str__(self) -> str:
        return f"{self.plan}, version {self.number}"


class Phase(InPlan):
    """A stretch of the plan: the first hundred days, embedding, sustaining."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="phases")
    title = models.CharField(max_length=200)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    class Meta:
        ordering = ("plan", "order", "pk")

    def __str__(self) -> str:
        return self.title


class Priority(InPlan):
    """A priority of the plan and the outcome that is wanted."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="priorities")
    reference = models.CharField(max_length=20)
    title = models.CharField(max_length=500)
    outcome = models.TextField("the outcome wanted", blank=True)
    dropped_in = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    class Meta:
        ordering = ("plan", "order", "pk")
        constraints = (models.UniqueConstraint("plan", "reference", name="improvement_priority_reference"),)

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class Action(InPlan):
    """Something that will be done. ``first_due`` stays when ``due`` is moved. ``was`` are the references that it had in
    earlier versions, the oldest first.

    ``state`` says how far it is. Evidenced and embedded need evidence that it worked: that it was done is no
    evidence of it.
    """

    class State(models.TextChoices):
        NOT_STARTED = "not_started", "Not started"
        UNDER_WAY = "under_way", "Under way"
        DONE = "done", "Done"
        EVIDENCED = "evidenced", "Evidenced"
        EMBEDDED = "embedded", "Embedded"

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="actions")
    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="actions")
    phase = models.ForeignKey(Phase, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions")
    reference = models.CharField(max_length=20)
    was = models.JSONField("earlier references", default=list, blank=True)
    title = models.TextField("what will be done")
    owner = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    owner_words = models.CharField("who owns it, as written", max_length=300, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    first_due = models.DateField("first due date", null=True, blank=True)
    due = models.DateField("due date now", null=True, blank=True)
    due_words = models.CharField("when, as written", max_length=200, blank=True)
    state = models.CharField(max_length=11, choices=State, default=State.NOT_STARTED)
    state_on = models.DateField("in this state since", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    findings = models.ManyToManyField(InspectionFinding, blank=True, related_name="actions")
    requirements = models.ManyToManyField(Requirement, blank=True, related_name="actions")
    obligations = models.ManyToManyField(Obligation, blank=True, related_name="actions")
    items = models.ManyToManyField(Item, blank=True, related_name="actions")
    dropped_in = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1, editable=False)
    history = HistoricalRecords(m2m_fields=[findings, requirements, obligations, items])
    objects = SeenQuerySet.as_manager()

    class Meta:
        ordering = ("plan", "order", "pk")
        constraints = (
            models.UniqueConstraint("plan", "reference", name="improvement_action_reference"),
            models.CheckConstraint(
                condition=Q(state__in=["not_started", "under_way", "done", "evidenced", "embedded"]),
                name="improvement_action_state",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("action", args=[self.pk])


class Milestone(models.Model):
    """A step of an action, with its day."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=500)
    first_due = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    reached_on = models.DateField(null=True, blank=True)
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("action__plan__",)
    seen_through_if_any = ("action__plan__body__",)
    to_council = "action__plan__council__"

    class Meta:
        ordering = ("action", "order", "pk")

    def __str__(self) -> str:
        return self.title


class Measure(models.Model):
    """What will show that a priority, or one action of it, worked: an indicator, an audit measure, or feedback; or only
    words, where a plan does not say what they are counted by.

    An indicator's targets and trajectory are those of the indicators room; ``baseline`` and ``goal`` are in its unit.
    """

    class Kind(models.TextChoices):
        INDICATOR = "indicator", "Indicator"
        AUDIT = "audit", "Audit"
        FEEDBACK = "feedback", "Feedback"
        WORDS = "words", "In words alone"

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="measures")
    action = models.ForeignKey(Action, null=True, blank=True, on_delete=models.CASCADE, related_name="measures")
    kind = models.CharField(max_length=9, choices=Kind)
    title = models.CharField(max_length=500)
    indicator = models.ForeignKey(Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="measures")
    variant = models.CharField(max_length=60, blank=True)
    baseline = models.FloatField(null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    goal = models.FloatField(null=True, blank=True)
    goal_by = models.DateField(null=True, blank=True)
    words = models.CharField("baseline and goal, as written", max_length=500, blank=True)
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("priority__plan__",)
    seen_through_if_any = ("priority__plan__body__",)
    to_council = "priority__plan__council__"

    class Meta:
        ordering = ("priority", "order", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind="indicator", indicator__isnull=False)
                | Q(kind__in=["audit", "feedback", "words"], indicator__isnull=True),
                name="improvement_measure_kind",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("measure", args=[self.pk])


class Update(models.Model):
    """What somebody said of an action on a day, and the state that it was in then. None is ever changed."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="updates")
    on = models.DateField()
    text = models.TextField()
    state = models.CharField(max_length=11, choices=Action.State)
    due = models.DateField("due date then", null=True, blank=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    objects = SeenQuerySet.as_manager()

    seen_through = ("action__plan__",)
    seen_through_if_any = ("action__plan__body__",)
    to_council = "action__plan__council__"

    class Meta:
        ordering = ("action", "-on", "-pk")

    def __str__(self) -> str:
        return self.text


class PlanFile(models.Model):
    """A workbook with a plan as a council keeps it, which waits to be stored as the next version.

    ``columns`` says which column of which sheet holds what, ``states`` what the words for how an action stands mean,
    ``renamed`` which new reference an action has that the file does not name. ``version`` is what became of it. It is
    for those who keep the plan.
    """

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="files")
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    columns = models.JSONField(default=dict, blank=True)
    states = models.JSONField(default=dict, blank=True)
    renamed = models.JSONField(default=dict, blank=True)
    version = models.OneToOneField(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="file")
    told = models.JSONField("what became of each row", default=list, blank=True)
    brought_at = models.DateTimeField(auto_now_add=True)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    to_council = "plan__council__"

    class Meta:
        ordering = ("plan", "-pk")

    def __str__(self) -> str:
        return str(self.paper.name)

    def get_absolute_url(self) -> str:
        return reverse("plan-file", args=[self.pk])
