"""Findings: one table a kind. A finding is proposed by the reader and confirmed, amended or rejected by a person."""

from __future__ import annotations

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet
from arising.register.bodies.models import Item, Person, Post
from arising.register.bodies.partial_dates import EdtfField, in_order
from arising.register.record.models.sources import Reading, Source


class State(models.TextChoices):
    """How far a finding has come."""

    PROPOSED = "proposed", "Proposed by the reader"
    CONFIRMED = "confirmed", "Confirmed"
    AMENDED = "amended", "Amended"
    REJECTED = "rejected", "Rejected"


class ExchangeKind(models.TextChoices):
    QUESTION = "question", "Question"
    CONCERN = "concern", "Concern"
    REQUEST = "request", "Request"
    CHALLENGE = "challenge", "Challenge"
    COMMENT = "comment", "Comment"


class CommitmentKind(models.TextChoices):
    UNDERTAKING = "undertaking", "Undertaking"
    EXPECTATION = "expectation", "Expectation"


class DecisionAction(models.TextChoices):
    NOTE = "note", "Noted"
    AGREE = "agree", "Agreed"
    APPROVE = "approve", "Approved"
    REQUEST = "request", "Requested"
    RECOMMEND = "recommend", "Recommended"
    REFER = "refer", "Referred"
    ENDORSE = "endorse", "Endorsed"
    APPOINT = "appoint", "Appointed"
    THANK = "thank", "Thanked"
    WELCOME = "welcome", "Welcomed"
    REJECT = "reject", "Rejected"
    OTHER = "other", "Other"


class Scope(models.TextChoices):
    LOCAL = "local", "Local"
    NATIONAL = "national", "National"


class Attending(models.TextChoices):
    PRESENT = "present", "Present"
    APOLOGIES = "apologies", "Sent apologies"
    SUBSTITUTE = "substitute", "Substitute"
    IN_ATTENDANCE = "in_attendance", "In attendance"
    MENTIONED = "mentioned", "Mentioned"


class ReferenceKind(models.TextChoices):
    LAW = "law", "Law"
    GUIDANCE = "guidance", "Guidance"
    MEETING = "meeting", "Meeting"
    BODY = "body", "Body"


class FindingQuerySet(SeenQuerySet["Finding"]):
    """Findings, with the reader's rights and what still stands."""

    def standing(self) -> Self:
        """Neither rejected nor gone from the source as it is now."""
        return self.filter(superseded=False).exclude(state=State.REJECTED)


class Finding(models.Model):
    """What every finding has.

    ``reading`` is the reading on whose text ``start`` and ``end`` stand. ``as_read`` keeps the values the reader
    gave; the columns hold what the register says, which a person may have amended. ``superseded`` marks one that
    the current reading no longer gives. ``fingerprint`` tells that two readings found the same thing.
    ``merged_into`` is the finding that a person made of this one and its neighbour; it is not shown again.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL)
    topic = models.ForeignKey("record.Topic", null=True, blank=True, on_delete=models.SET_NULL)
    quote = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    rule = models.CharField(max_length=100)
    confidence = models.FloatField()
    state = models.CharField(max_length=9, choices=State, default=State.PROPOSED, db_index=True)
    superseded = models.BooleanField("gone from the source", default=False)
    fingerprint = models.CharField(max_length=64, editable=False)
    as_read = models.JSONField("what the reader said", default=dict, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    history = HistoricalRecords(inherit=True)
    objects = FindingQuerySet.as_manager()

    seen_through: ClassVar[tuple[str, ...]] = ("source__", "source__meeting__", "source__meeting__body__")
    seen_through_if_any: ClassVar[tuple[str, ...]] = ("item__",)
    amendable: ClassVar[tuple[str, ...]] = ()
    """The columns that a person may amend."""

    class Meta:
        abstract = True
        ordering = ("source", "start", "pk")
        indexes: ClassVar[tuple[models.Index, ...]] = (
            models.Index(fields=["state", "superseded", "confidence"], name="record_%(class)s_queue"),
        )
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint("source", "fingerprint", name="record_%(class)s_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="record_%(class)s_span"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="record_%(class)s_confidence"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="record_%(class)s_state"),
            models.CheckConstraint(
                condition=Q(state=State.PROPOSED) | Q(decided_at__isnull=False), name="record_%(class)s_decided"
            ),
        )

    def __str__(self) -> str:
        return self.quote

    @classmethod
    def kind_name(cls) -> str:
        """The kind in one lower-case word: "commitment", "decision"."""
        return cls._meta.model_name or ""

    @property
    def anchor(self) -> str:
        """The fragment that names this finding on its item's page."""
        return f"{self.kind_name()}-{self.pk}"

    @property
    def may_oblige(self) -> bool:
        """Whether the question is asked if this is an obligation."""
        return False


class Topic(Finding):
    """A subject of the discussion. ``body_end`` is where what is said under it ends."""

    topic = None
    heading = models.CharField(max_length=1000)
    number = models.CharField(max_length=20, blank=True)
    level = models.PositiveSmallIntegerField(default=1)
    body_end = models.PositiveIntegerField()

    amendable = ("heading",)


class Exchange(Finding):
    """A question, concern, comment, request or challenge, with who asked and who answered, as written.

    ``answers`` is a list of ``{"speaker", "resolved", "quote", "start", "end"}``. ``kind`` is empty where
    somebody spoke to a topic and nothing was asked.
    """

    kind = models.CharField(max_length=10, choices=ExchangeKind, blank=True)
    askers = models.JSONField(default=list, blank=True)
    responders = models.JSONField(default=list, blank=True)
    answers = models.JSONField(default=list, blank=True)
    is_obligation = models.BooleanField("an obligation or not", null=True, blank=True)

    amendable = ("kind", "askers", "responders", "is_obligation")

    @property
    def may_oblige(self) -> bool:
        return self.kind == ExchangeKind.REQUEST


class Commitment(Finding):
    """Something that will happen and can be checked later. ``due`` is in the words of the text."""

    kind = models.CharField(max_length=11, choices=CommitmentKind)
    owner = models.CharField("who owes it", max_length=500, blank=True)
    owner_resolved = models.CharField(max_length=500, blank=True)
    deliverable = models.CharField("what is owed", max_length=1000, blank=True)
    to = models.CharField("to whom", max_length=500, blank=True)
    due = models.CharField(max_length=300, blank=True)
    due_edtf = EdtfField()
    due_earliest = models.DateField(null=True, blank=True)
    due_latest = models.DateField(null=True, blank=True)
    due_event = models.CharField(max_length=200, blank=True)
    due_approximate = models.BooleanField(default=False)
    is_obligation = models.BooleanField("an obligation or not", null=True, blank=True)

    amendable = (
        "kind", "owner", "owner_resolved", "deliverable", "to", "due", "due_edtf", "due_earliest", "due_latest",
        "due_event", "due_approximate", "is_obligation",
    )  # fmt: skip

    class Meta(Finding.Meta):
        constraints = (*Finding.Meta.constraints, in_order("due_earliest", "due_latest", "record_commitment_due"))

    @property
    def owed_by(self) -> str:
        """Who owes it: whom a pronoun stands for where that is certain, otherwise as written."""
        return self.owner_resolved or self.owner

    @property
    def may_oblige(self) -> bool:
        return self.kind == CommitmentKind.UNDERTAKING


class Decision(Finding):
    """One operative clause of what the body decided."""

    action = models.CharField(max_length=9, choices=DecisionAction)
    addressee = models.CharField(max_length=500, blank=True)
    asks_for = models.CharField("what is asked", max_length=1000, blank=True)
    label = models.CharField(max_length=20, blank=True)
    is_obligation = models.BooleanField("an obligation or not", null=True, blank=True)

    amendable = ("action", "addressee", "asks_for", "is_obligation")

    @property
    def may_oblige(self) -> bool:
        return self.action in (DecisionAction.REQUEST, DecisionAction.RECOMMEND)


class Vote(Finding):
    """A recorded vote: ``votes`` by name, ``count`` by ballot ("for", "against", "abstain")."""

    votes = models.JSONField(default=dict, blank=True)
    count = models.JSONField(default=dict, blank=True)
    outcome = models.CharField(max_length=7, blank=True, choices=[("carried", "Carried"), ("lost", "Lost")])

    amendable = ("votes", "count", "outcome")


class Figure(Finding):
    """A number stated as a measure of something. Money is in whole units of its currency."""

    value = models.FloatField()
    unit = models.CharField(max_length=100)
    measure = models.CharField("what is measured", max_length=1000)
    scope = models.CharField(max_length=8, choices=Scope, default=Scope.LOCAL)
    high = models.FloatField("upper end", null=True, blank=True)
    of = models.FloatField("out of", null=True, blank=True)
    approximate = models.BooleanField(default=False)
    comparator = models.CharField(max_length=500, blank=True)
    period = models.CharField(max_length=300, blank=True)
    period_edtf = EdtfField()
    period_earliest = models.DateField(null=True, blank=True)
    period_latest = models.DateField(null=True, blank=True)

    amendable = (
        "value", "unit", "measure", "scope", "high", "of", "approximate", "comparator", "period", "period_edtf",
        "period_earliest", "period_latest",
    )  # fmt: skip

    class Meta(Finding.Meta):
        constraints = (*Finding.Meta.constraints, in_order("period_earliest", "period_latest", "record_figure_period"))


class Mention(Finding):
    """A person or a post as the minutes name them, and whom the register takes that to be."""

    name = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=300, blank=True)
    attending = models.CharField(max_length=13, choices=Attending, default=Attending.MENTIONED)
    substitute_for = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="mentions")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="mentions")

    amendable = ("name", "role", "attending", "substitute_for", "person", "post")


class Declaration(Finding):
    """An interest declared: by whom, of what kind, in what."""

    name = models.CharField(max_length=300)
    interest = models.CharField(max_length=500, blank=True)
    matter = models.CharField(max_length=1000, blank=True)

    amendable = ("name", "interest", "matter")


class Reference(Finding):
    """A law, guidance, meeting or body that the minutes refer to."""

    kind = models.CharField(max_length=8, choices=ReferenceKind)
    name = models.CharField(max_length=500)

    amendable = ("kind", "name")


class Urgency(Finding):
    """Why an item was taken without notice, and the law cited for it."""

    reason = models.TextField()
    law = models.CharField(max_length=500, blank=True)

    amendable = ("reason", "law")


class Embargo(Finding):
    """A report held back: ``until`` is when it may be seen, in the words of the text."""

    until = models.CharField(max_length=300, blank=True)
    until_edtf = EdtfField()
    until_earliest = models.DateField(null=True, blank=True)
    until_latest = models.DateField(null=True, blank=True)

    amendable = ("until", "until_edtf", "until_earliest", "until_latest")

    class Meta(Finding.Meta):
        constraints = (*Finding.Meta.constraints, in_order("until_earliest", "until_latest", "record_embargo_until"))


class Area(Finding):
    """A service area that a report says it covers."""

    name = models.CharField(max_length=500)

    amendable = ("name",)


FINDINGS: tuple[type[Finding], ...] = (
    Topic, Exchange, Commitment, Decision, Vote, Figure, Mention, Declaration, Reference, Urgency, Embargo, Area,
)  # fmt: skip
"""Every kind of finding, topics first, because the others stand under them."""
