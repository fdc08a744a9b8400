"""Links across meetings. Each is proposed by following and confirmed or rejected by a person."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet
from arising.register.bodies.models import Council, Item
from arising.register.record.models import Commitment, Figure, Reading, Source, Topic


class LinkState(models.TextChoices):
    """How far a link has come."""

    PROPOSED = "proposed", "Proposed, not confirmed"
    CONFIRMED = "confirmed", "Confirmed"
    REJECTED = "rejected", "Rejected"


class Effect(models.TextChoices):
    """What a later meeting says about an earlier commitment."""

    ANSWERED = "answered", "Answered"
    REAFFIRMED = "reaffirmed", "Said again"
    SLIPPED = "slipped", "Slipped"
    CHANGED = "changed", "Changed"
    DROPPED = "dropped", "Dropped"


class Link(models.Model):
    """What every link has. ``score`` runs from 0 to 1; ``reasons`` is a list of sentences.

    ``likely`` marks what is shown unasked.
    """

    score = models.FloatField()
    likely = models.BooleanField(default=False, db_index=True)
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=9, choices=LinkState, default=LinkState.PROPOSED, db_index=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    history = HistoricalRecords(inherit=True)
    objects = SeenQuerySet.as_manager()

    seen_through: ClassVar[tuple[str, ...]] = ()
    """A link is seen through its ends, which every query asks for; here are only names withheld."""

    class Meta:
        abstract = True
        ordering = ("-score", "pk")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="matters_%(class)s_score"),
            models.CheckConstraint(condition=Q(state__in=LinkState.values), name="matters_%(class)s_state"),
            models.CheckConstraint(
                condition=Q(state=LinkState.PROPOSED) | Q(decided_at__isnull=False), name="matters_%(class)s_decided"
            ),
        )


class Matter(models.Model):
    """One subject followed across meetings. It holds the topics that a person said belong to it."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="matters")
    title = models.CharField(max_length=300)
    slug = models.SlugField(max_length=90, unique=True, editable=False)
    topics: models.ManyToManyField[Topic, MatterTopic] = models.ManyToManyField(
        Topic, through="MatterTopic", related_name="matters"
    )
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through: ClassVar[tuple[str, ...]] = ()
    to_council: ClassVar[str] = "council__"

    class Meta:
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("matter", args=[self.slug])


class MatterTopic(models.Model):
    """A topic that belongs to a matter. A topic belongs to one matter at most."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="members")
    topic = models.OneToOneField(Topic, on_delete=models.CASCADE, related_name="membership")
    history = HistoricalRecords()

    class Meta:
        ordering = ("matter", "pk")

    def __str__(self) -> str:
        return f"{self.topic} in {self.matter}"


class Suggestion(Link):
    """Two topics of different meetings that may be one matter; ``a`` is the one with the lower number."""

    a = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+")
    b = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+")

    to_body: ClassVar[str] = "a__source__meeting__body__"

    class Meta(Link.Meta):
        constraints = (
            *Link.Meta.constraints,
            models.UniqueConstraint("a", "b", name="matters_suggestion_once"),
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="matters_suggestion_order"),
        )

    def __str__(self) -> str:
        return f"{self.a.heading} and {self.b.heading}"


class Closure(Link):
    """What a later meeting says about a commitment.

    The evidence is ``quote``, which stands at ``start``..``end`` of the text of ``reading``. ``said`` is the quote
    without regard to white space and case: by it evidence is known again when its source is read anew.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="closures")
    effect = models.CharField(max_length=10, choices=Effect)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    quote = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    said = models.CharField(max_length=64, editable=False)

    to_body: ClassVar[str] = "commitment__source__meeting__body__"

    class Meta(Link.Meta):
        constraints = (
            *Link.Meta.constraints,
            models.UniqueConstraint("commitment", "source", "said", name="matters_closure_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="matters_closure_span"),
            models.CheckConstraint(condition=Q(effect__in=Effect.values), name="matters_closure_effect"),
        )

    def __str__(self) -> str:
        return f"{self.get_effect_display()}: {self.quote}"


class Disagreement(Link):
    """Two figures of one measure that differ, put as a question."""

    before = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="+")
    after = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="+")
    question = models.TextField()

    to_body: ClassVar[str] = "before__source__meeting__body__"

    class Meta(Link.Meta):
        constraints = (
            *Link.Meta.constraints,
            models.UniqueConstraint("before", "after", name="matters_disagreement_once"),
        )

    def __str__(self) -> str:
        return self.question


LINKS: tuple[type[Link], ...] = (Suggestion, Closure, Disagreement)
"""Every kind of link that is proposed."""
