"""Distance travelled: scales with fixed wording, the groups that score them, scorings and what was scored."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.measures import distance
from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council
from arising.register.improvement.models.evidence import Evidence
from arising.register.improvement.models.plans import ImprovementPlan, Priority
from arising.register.indicators.models import Indicator


class Scale(Visible):
    """A scale from 0 to 10. Its wording, its baseline and its goal are fixed once it was asked of anybody: another
    wording is another scale, which says which one it ``follows``."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="scales")
    plan = models.ForeignKey(ImprovementPlan, null=True, blank=True, on_delete=models.PROTECT, related_name="scales")
    priority = models.ForeignKey(Priority, null=True, blank=True, on_delete=models.PROTECT, related_name="scales")
    title = models.CharField(max_length=200)
    zero = models.TextField("what 0 means")
    five = models.TextField("what 5 means")
    ten = models.TextField("what 10 means")
    baseline = models.PositiveSmallIntegerField("where it began")
    baseline_on = models.DateField("when it began", null=True, blank=True)
    goal = models.PositiveSmallIntegerField("where it is to be")
    follows = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )  # fmt: skip
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("plan__", "plan__body__")
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("council", "order", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(
                condition=Q(goal__gt=F("baseline")) & Q(goal__lte=10), name="improvement_scale_goal"
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("scale", args=[self.pk])

    @property
    def measured(self) -> distance.Scale:
        """The same for the measures."""
        return distance.Scale(
            str(self.pk), self.title, self.zero, self.five, self.ten, float(self.baseline), float(self.goal)
        )


class ScaleIndicator(models.Model):
    """An indicator that should move when a scale does."""

    scale = models.ForeignKey(Scale, on_delete=models.CASCADE, related_name="beside")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    variant = models.CharField(max_length=60, blank=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("scale__",)
    seen_through_if_any = ("scale__plan__", "scale__plan__body__")
    to_council = "scale__council__"

    class Meta:
        ordering = ("scale", "pk")
        constraints = (
            models.UniqueConstraint("scale", "indicator", "variant", name="improvement_scaleindicator_once"),
        )

    def __str__(self) -> str:
        return f"{self.indicator} beside {self.scale}"


class ScoringGroup(models.Model):
    """A group that scores apart from the others. ``size`` is how many belong to it; nobody is named."""

    class Kind(models.TextChoices):
        BOARD = "board", "Board"
        MANAGERS = "managers", "Managers"
        FRONT_LINE = "front_line", "Front line"
        PARTNERS = "partners", "Partners"
        PARENTS = "parents", "Parents and carers"
        YOUNG_PEOPLE = "young_people", "Young people"
        OTHER = "other", "Another group"

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="scoring_groups")
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=100)
    size = models.PositiveIntegerField("how many belong to it")
    history = HistoricalRecords()

    to_council = "council__"

    class Meta:
        ordering = ("council", "pk")
        constraints = (models.UniqueConstraint("council", "name", name="improvement_scoringgroup_name"),)

    def __str__(self) -> str:
        return self.name


class ScoringRound(Visible):
    """A scoring: which scales are asked, from which day, and the last day on which answers are taken. ``closed_on`` is
    set where it was closed before that."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="scoring_rounds")
    plan = models.ForeignKey(
        ImprovementPlan, null=True, blank=True, on_delete=models.PROTECT, related_name="scoring_rounds"
    )
    title = models.CharField(max_length=200)
    scales = models.ManyToManyField(Scale, related_name="rounds")
    opens_on = models.DateField("opens on")
    closes_on = models.DateField("last day for answers")
    closed_on = models.DateField("closed before that, on", null=True, blank=True)
    history = HistoricalRecords(m2m_fields=[scales])
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("plan__", "plan__body__")
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-closes_on", "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="improvement_scoringround_order"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("scoring-round", args=[self.pk])

    @property
    def day(self) -> date:
        """The day that its scores are of: its last."""
        return self.closed_on or self.closes_on

    def is_over(self, today: date) -> bool:
        """Whether no answer is taken any more, so that scores may be shown."""
        return today > self.closes_on or self.closed_on is not None

    def has_opened(self, today: date) -> bool:
        """Whether answers are taken, or were."""
        return today >= self.opens_on


class ScoringLink(models.Model):
    """A secret link by which one person, or a group that met, answers once. Only its digest is kept, and nothing of who
    got it or when it was used."""

    round = models.ForeignKey(ScoringRound, on_delete=models.CASCADE, related_name="links")
    group = models.ForeignKey(ScoringGroup, on_delete=models.PROTECT, related_name="links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    for_group = models.BooleanField("for a group that answers together", default=False)
    answered = models.BooleanField(default=False)

    to_council = "round__council__"

    class Meta:
        ordering = ("round", "group", "pk")

    def __str__(self) -> str:
        return f"A link for {self.group}, {self.round}"


class ScoreSheet(models.Model):
    """What one link or one meeting of a group gave. It knows no name and no time, nor the link that it came by.

    ``typed_by`` and ``met_on`` are set where a keeper typed in what a group that met agreed on.
    """

    round = models.ForeignKey(ScoringRound, on_delete=models.CASCADE, related_name="sheets")
    group = models.ForeignKey(ScoringGroup, on_delete=models.PROTECT, related_name="sheets")
    people = models.PositiveIntegerField("how many agreed on it", default=1)
    met_on = models.DateField("when they met", null=True, blank=True)
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    dropped_on = models.DateField("taken back on", null=True, blank=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    dropped_why = models.CharField("why it was taken back", max_length=500, blank=True)
    objects = SeenQuerySet.as_manager()

    seen_through = ("round__",)
    seen_through_if_any = ("round__plan__", "round__plan__body__")
    to_council = "round__council__"

    class Meta:
        ordering = ("round", "group", "pk")
        constraints = (models.CheckConstraint(condition=Q(people__gt=0), name="improvement_scoresheet_people"),)

    def __str__(self) -> str:
        return f"{self.group}, {self.round}"


class Score(models.Model):
    """A number on a scale, with what a higher one than last time rests on: text with its day and source, or a piece of
    evidence of the register."""

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="scores")
    scale = models.ForeignKey(Scale, on_delete=models.PROTECT, related_name="scores")
    value = models.PositiveSmallIntegerField()
    why_not_lower = models.TextField("why not lower?", blank=True)
    evidence = models.ForeignKey(Evidence, null=True, blank=True, on_delete=models.PROTECT, related_name="scores")
    evidence_text = models.TextField("what shows it", blank=True)
    evidence_on = models.DateField("the day that is of", null=True, blank=True)
    evidence_source = models.CharField("where it comes from", max_length=500, blank=True)
    objects = SeenQuerySet.as_manager()

    seen_through = ("sheet__round__", "scale__")
    seen_through_if_any = (
        "sheet__round__plan__", "sheet__round__plan__body__", "scale__plan__", "scale__plan__body__",
    )  # fmt: skip
    to_council = "sheet__round__council__"
    to_body = "sheet__round__plan__body__"

    class Meta:
        ordering = ("sheet", "scale", "pk")
        constraints = (
            models.UniqueConstraint("sheet", "scale", name="improvement_score_once"),
            models.CheckConstraint(condition=Q(value__lte=10), name="improvement_score_value"),
        )

    def __str__(self) -> str:
        return f"{self.value} on {self.scale}"
