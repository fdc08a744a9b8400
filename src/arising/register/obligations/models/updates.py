"""What people did about an obligation: more time, answers, progress, an end to it, the executive's reply, reminders."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet
from arising.register.bodies.models import Item
from arising.register.obligations.models.obligation import Obligation
from arising.register.record.models import Source


class Extension(models.Model):
    """More time, given by a clerk with a reason. The date before stays in sight."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="extensions")
    before = models.DateField("the date before", null=True, blank=True)
    until = models.DateField("extended to")
    reason = models.CharField(max_length=1000)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ("obligation", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(before__isnull=True) | Q(until__gt=F("before")), name="obligations_extension_later"
            ),
        )

    def __str__(self) -> str:
        return f"Extended to {self.until}"


class Judgement(models.TextChoices):
    """What a clerk says of an answer."""

    GIVEN = "given", "Waiting for a clerk"
    ACCEPTED = "accepted", "Accepted as discharging it"
    NOT_ENOUGH = "not_enough", "Does not discharge it"


class Answer(models.Model):
    """An answer and its evidence: a source in the register, words of a later minute, a link, or a file.

    ``quote`` are the words of a later minute, copied with their place (``source``, ``item``, ``anchor``), which nobody
    edits. An answer counts from the day it was given unless a clerk says that it does not discharge the obligation.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField("the answer")
    answered_on = models.DateField("answered on")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    quote = models.TextField(blank=True, editable=False)
    anchor = models.CharField(max_length=40, blank=True, editable=False)
    link = models.URLField(max_length=2000, blank=True)
    file_name = models.CharField("name of the file", max_length=200, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    judgement = models.CharField(max_length=10, choices=Judgement, default=Judgement.GIVEN)
    judged_why = models.CharField("why", max_length=1000, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through: tuple[str, ...] = ()
    seen_through_if_any = ("source__", "source__meeting__", "source__meeting__body__", "item__")

    class Meta:
        ordering = ("obligation", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(source__isnull=False) | ~Q(link="") | ~Q(file_sha256=""), name="obligations_answer_evidence"
            ),
            models.CheckConstraint(condition=Q(judgement__in=Judgement.values), name="obligations_answer_judgement"),
        )

    def __str__(self) -> str:
        return self.text


class Progress(models.Model):
    """What was said of how far it has come. It answers nothing; ``said_on`` is the day it was said."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="progress")
    text = models.TextField("how far it has come")
    said_on = models.DateField("said on")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("obligation__",)
    seen_through_if_any = (
        "obligation__source__", "obligation__source__meeting__", "obligation__source__meeting__body__",
        "obligation__item__", "obligation__body__",
    )  # fmt: skip
    to_body = "obligation__body__"

    class Meta:
        ordering = ("obligation", "pk")
        verbose_name_plural = "progress"

    def __str__(self) -> str:
        return self.text


class Ending(models.Model):
    """An obligation that is owed no more without an answer: withdrawn, or superseded by ``by``, with the reason."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="endings")
    by = models.ForeignKey(Obligation, null=True, blank=True, on_delete=models.PROTECT, related_name="supersedes")
    reason = models.CharField(max_length=1000)
    taken_back = models.BooleanField("owed again", default=False)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    ended_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ("obligation", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(by__isnull=True) | ~Q(by=F("obligation")), name="obligations_ending_by_another"
            ),
        )

    def __str__(self) -> str:
        return self.reason


class Response(models.TextChoices):
    """What the executive says of a recommendation."""

    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Accepted in part"
    REJECTED = "rejected", "Rejected"
    DEFERRED = "deferred", "Deferred"


class Reply(models.Model):
    """The executive's reply to a recommendation, or to one part of it.

    ``part`` names the part replied to, empty for the whole. ``answer`` holds the evidence of it; a recommendation that
    was deferred has none, and waits on. ``follow_up`` is the obligation to do what the reply says
    will be done. ``impact_due`` is the day to look what came of it, ``impact`` what was found.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="replies")
    part = models.CharField("which part", max_length=300, blank=True)
    response = models.CharField(max_length=8, choices=Response)
    replied_on = models.DateField("replied on")
    will_do = models.CharField("what will be done", max_length=1000, blank=True)
    by_whom = models.CharField("by whom", max_length=500, blank=True)
    by_when = models.DateField("by when", null=True, blank=True)
    reason = models.TextField("reasons", blank=True)
    answer = models.OneToOneField(Answer, null=True, blank=True, on_delete=models.PROTECT, related_name="reply")
    follow_up = models.OneToOneField(
        Obligation, null=True, blank=True, on_delete=models.PROTECT, related_name="follows"
    )
    impact_due = models.DateField("impact to be checked on", null=True, blank=True)
    impact = models.TextField("what came of it", blank=True)
    impact_found_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ("obligation", "pk")
        verbose_name_plural = "replies"
        constraints = (
            models.CheckConstraint(condition=Q(response__in=Response.values), name="obligations_reply_response"),
            models.CheckConstraint(
                condition=Q(impact="") | Q(impact_found_on__isnull=False), name="obligations_reply_impact"
            ),
        )

    def __str__(self) -> str:
        return self.get_response_display()


class Reminder(models.Model):
    """A mail about an obligation to one person on one occasion. ``due`` is the date that the mail names.

    A row is made before the mail is queued and ``sent_at`` is set when it has left, so that none leaves twice.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="reminders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    occasion = models.CharField(max_length=20)
    due = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("obligation", "pk")
        constraints = (
            models.UniqueConstraint("obligation", "user", "occasion", "due", name="obligations_reminder_once"),
        )

    def __str__(self) -> str:
        return f"{self.occasion}, {self.due}"


class Digest(models.Model):
    """A summary by mail to one person of what is owed, once in the week that begins on ``week``."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("week", "pk")
        constraints = (models.UniqueConstraint("user", "week", name="obligations_digest_once"),)

    def __str__(self) -> str:
        return f"{self.user}, week of {self.week}"
