"""What is owed to a body until it is discharged, and who answers for a post."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Body, Item, Post
from arising.register.obligations.due import Basis
from arising.register.obligations.states import Dates
from arising.register.record.models import Commitment, Decision, Exchange, Finding, Source, State


class Origin(models.TextChoices):
    """What an obligation comes from."""

    UNDERTAKING = "undertaking", "Undertaking"
    REQUEST = "request", "Request"
    RECOMMENDATION = "recommendation", "Recommendation"
    BETWEEN_BODIES = "between_bodies", "Raised for another body"
    DUTY = "duty", "Statutory duty"
    GATE = "gate", "Needed before a decision"
    DOCUMENT_REQUEST = "document_request", "Member's document request"
    EXPECTATION = "expectation", "Expectation"


class Obligation(Visible):
    """What somebody owes a body. An expectation is followed in the same way and owed by nobody.

    It comes from one finding, whose ``source`` and ``item`` it stands under, or was added by hand. ``set_by_person``
    names the columns that a person has set, which no reading changes. ``due`` is the first date and stays;
    ``extended_to`` the last extension; ``answered_on`` the day of the answer that stands. Whether it is overdue is
    worked out from these and from today, and is not kept. ``version`` rises with every change.
    """

    origin = models.CharField("what it comes from", max_length=16, choices=Origin)
    commitment = models.OneToOneField(Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decision = models.OneToOneField(Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    exchange = models.OneToOneField(Exchange, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.SET_NULL, related_name="owed")
    owner = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="obligations")
    owner_words = models.CharField("who owes it, as written", max_length=500, blank=True)
    owing_body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.SET_NULL, related_name="owes")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="obligations"
    )
    title = models.CharField("what is owed", max_length=1000)
    said_on = models.DateField("the day it was said", null=True, blank=True)
    received_on = models.DateField("received on", null=True, blank=True)
    notice_on = models.DateField("the committee's notice", null=True, blank=True)
    due = models.DateField("first due date", null=True, blank=True, db_index=True)
    due_words = models.CharField("when, as written", max_length=300, blank=True)
    due_basis = models.CharField(max_length=8, choices=[(b.value, b.value) for b in Basis], default=Basis.NONE.value)
    due_how = models.CharField("how the date was worked out", max_length=600, blank=True)
    extended_to = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    ended = models.CharField(
        max_length=10, blank=True, choices=[("withdrawn", "Withdrawn"), ("superseded", "Superseded")]
    )
    holds_up = models.CharField("the decision it holds up", max_length=500, blank=True)
    holds_up_on = models.DateField("when that decision is planned", null=True, blank=True)
    gone = models.BooleanField("its finding no longer stands", default=False)
    set_by_person = models.JSONField(default=list, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    added_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("",)
    seen_through_if_any = ("source__", "source__meeting__", "source__meeting__body__", "item__", "body__")
    to_body = "body__"
    amendable: ClassVar[tuple[str, ...]] = (
        "title", "owner", "owner_words", "owing_body", "officer", "due", "received_on", "notice_on", "holds_up",
        "holds_up_on",
    )  # fmt: skip
    """The columns that a person may amend."""

    class Meta(Visible.Meta):
        ordering = ("pk",)
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="obligations_obligation_origin"),
            models.CheckConstraint(
                condition=Q(commitment__isnull=True, decision__isnull=True)
                | Q(commitment__isnull=True, exchange__isnull=True)
                | Q(decision__isnull=True, exchange__isnull=True),
                name="obligations_obligation_one_finding",
            ),
            models.CheckConstraint(
                condition=Q(source__isnull=False)
                | Q(commitment__isnull=True, decision__isnull=True, exchange__isnull=True),
                name="obligations_obligation_source",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("obligation", args=[self.pk])

    @property
    def finding(self) -> Finding | None:
        """What it comes from in the minutes; None where it was added by hand."""
        return self.commitment or self.decision or self.exchange

    @property
    def is_confirmed(self) -> bool:
        """Whether a clerk has said that it is right. What was added by hand is."""
        finding = self.finding
        return finding is None or finding.state in (State.CONFIRMED, State.AMENDED)

    @property
    def dates(self) -> Dates:
        """What its state is worked out from."""
        return Dates(self.said_on, self.due, self.extended_to, self.answered_on, self.ended)

    @property
    def owed_by(self) -> str:
        """Who owes it: the post, the other body, or the words of the minutes; empty where nobody was named."""
        return str(self.owner or self.owing_body or self.owner_words)


class ResponsibleOfficer(models.Model):
    """A user who answers for a post: its obligations are on their page, and they get its reminders."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="answers_for")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="responsible_officers")
    history = HistoricalRecords()

    class Meta:
        ordering = ("post__name", "user__email")
        constraints = (models.UniqueConstraint("user", "post", name="obligations_responsibleofficer_once"),)

    def __str__(self) -> str:
        return f"{self.user} answers for {self.post}"
