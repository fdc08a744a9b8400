"""Surveys: what was asked of whom, when, and how many gave each answer. Counts only, never what one person said."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council
from arising.register.improvement.models.evidence import Evidence
from arising.register.improvement.surveying.answers import FIXED, AnswerScale
from arising.register.improvement.surveying.shown import Response


class People(models.TextChoices):
    """Who is asked, or heard."""

    PARENTS = "parents", "Parents and carers"
    YOUNG = "young", "Children and young people"
    CARE_LEAVERS = "care_leavers", "Care leavers"
    FOSTER = "foster", "Foster carers"
    SOCIAL_WORKERS = "social_workers", "Social workers"
    STAFF = "staff", "Staff"
    PARTNERS = "partners", "Partners"
    OTHER = "other", "Others"


class Survey(Visible):
    """The same questions put to the same kind of people, once or again and again. ``of_words`` says of whom where the
    list does not."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="surveys")
    title = models.CharField(max_length=200)
    of = models.CharField("of whom", max_length=14, choices=People)
    of_words = models.CharField("of whom, in words", max_length=100, blank=True)
    asked_by = models.CharField("who asks", max_length=200, blank=True)
    note = models.TextField(blank=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("council", "title", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("council", "title", name="improvement_survey_title"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("survey", args=[self.pk])

    @property
    def people(self) -> str:
        """Of whom, in the middle of a sentence."""
        return self.of_words or self.get_of_display().lower()


class Question(models.Model):
    """A question in its words. They never change once it was answered: reworded, it is another question, which
    ``follows`` it and is asked ``since`` a day.

    ``together`` are the answers that are taken together in a sentence: 61% agreed.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="questions")
    words = models.CharField("the question", max_length=500)
    scale = models.CharField("how it is answered", max_length=6, choices=AnswerScale)
    choices = models.JSONField("its answers", default=list, blank=True)
    together = models.JSONField("answers taken together", default=list)
    follows = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")
    since = models.DateField("asked in these words since", null=True, blank=True)
    order = models.PositiveIntegerField(default=0)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("survey__",)
    to_council = "survey__council__"

    class Meta:
        ordering = ("survey", "order", "pk")
        constraints = (
            models.UniqueConstraint("survey", "words", name="improvement_question_words"),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | Q(since__isnull=False), name="improvement_question_since"
            ),
        )

    def __str__(self) -> str:
        return self.words

    @property
    def answers(self) -> tuple[str, ...]:
        """All that may be answered, in order."""
        return FIXED.get(AnswerScale(self.scale), tuple(self.choices))

    def is_asked_on(self, day: date) -> bool:
        """Whether it is asked in these words on a day."""
        later: Question | None = getattr(self, "followed_by", None)
        return (self.since is None or self.since <= day) and (later is None or later.since is None or day < later.since)


class SurveyRound(Visible):
    """A survey as it was put once: from when to when, how many were asked and how many answered. ``version`` rises
    with every change of its counts. ``evidence`` is what was made of it."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="rounds")
    starts_on = models.DateField("its first day")
    ends_on = models.DateField("its last day")
    asked = models.PositiveIntegerField("how many were asked", null=True, blank=True)
    answered = models.PositiveIntegerField("how many answered")
    note = models.TextField(blank=True)
    evidence = models.OneToOneField(
        Evidence, null=True, blank=True, on_delete=models.SET_NULL, related_name="survey_round", editable=False
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("", "survey__")
    to_council = "survey__council__"

    class Meta(Visible.Meta):
        ordering = ("survey", "ends_on", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("survey", "ends_on", name="improvement_surveyround_once"),
            models.CheckConstraint(condition=Q(starts_on__lte=F("ends_on")), name="improvement_surveyround_order"),
            models.CheckConstraint(
                condition=Q(asked__isnull=True) | Q(answered__lte=F("asked")), name="improvement_surveyround_rate"
            ),
        )

    def __str__(self) -> str:
        return f"{self.survey}, {self.ends_on:%B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("survey-round", args=[self.pk])

    @property
    def by_question(self) -> dict[int, dict[str, dict[str, int]]]:
        """What is held, by the key of the question, the group and the answer. Nothing of it is kept back yet."""
        held: dict[int, dict[str, dict[str, int]]] = {}
        for row in self.counts.all():
            held.setdefault(row.question_id, {}).setdefault(row.group, {})[row.answer] = row.count
        return held


class GroupResponse(models.Model):
    """How many of a group were asked in a round, and how many of them answered. Nobody reads it but through what keeps
    small groups back."""

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="responses")
    group = models.CharField(max_length=100)
    asked = models.PositiveIntegerField("how many were asked")
    answered = models.PositiveIntegerField("how many answered")
    history = HistoricalRecords()

    to_council = "round__survey__council__"

    class Meta:
        ordering = ("round", "group")
        constraints = (
            models.UniqueConstraint("round", "group", name="improvement_groupresponse_once"),
            models.CheckConstraint(condition=Q(answered__lte=F("asked")), name="improvement_groupresponse_rate"),
        )

    def __str__(self) -> str:
        return f"{self.group}: {self.answered} of {self.asked}"

    @property
    def response(self) -> Response:
        """How many answered, and of how many."""
        return self.answered, self.asked


class AnswerCount(models.Model):
    """How many gave an answer in a round; ``group`` is empty for everybody. Nobody reads it but through what keeps
    small groups back."""

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="counts")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="counts")
    group = models.CharField(max_length=100, blank=True)
    answer = models.CharField(max_length=100)
    count = models.PositiveIntegerField()
    history = HistoricalRecords()

    to_council = "round__survey__council__"

    class Meta:
        ordering = ("round", "question", "group", "pk")
        constraints = (
            models.UniqueConstraint("round", "question", "group", "answer", name="improvement_answercount_once"),
        )

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"
