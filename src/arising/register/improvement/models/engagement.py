"""What people said outside surveys: at forums, on visits, through apps, in complaints; what will be done about it, and
what was done."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council
from arising.register.improvement.models.evidence import Evidence
from arising.register.improvement.models.surveys import People


class Engagement(Visible):
    """Something that was heard from people on a day: "you said, we did". ``count`` is how many people, complaints or
    compliments it is of; ``themes`` are pairs of a theme and how many it is of, or None. It is ``evidence`` from the
    start. It holds no names, and nothing about a child."""

    class Kind(models.TextChoices):
        FORUM = "forum", "Forum or meeting"
        VISIT = "visit", "Visit to the front line"
        APP = "app", "App or web page"
        COMPLAINTS = "complaints", "Complaints"
        COMPLIMENTS = "compliments", "Compliments"
        OTHER = "other", "Something else"

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="engagements")
    kind = models.CharField(max_length=11, choices=Kind)
    on = models.DateField("its day")
    of = models.CharField("of whom", max_length=14, choices=People)
    source = models.CharField("where it comes from", max_length=300)
    count = models.PositiveIntegerField("how many", null=True, blank=True)
    themes = models.JSONField(default=list, blank=True)
    heard = models.TextField("what was heard")
    will_do = models.TextField("what will be done", blank=True)
    will_do_by = models.DateField("by when", null=True, blank=True)
    done = models.TextField("what was done", blank=True)
    done_on = models.DateField("when it was done", null=True, blank=True)
    evidence = models.OneToOneField(
        Evidence, null=True, blank=True, on_delete=models.SET_NULL, related_name="engagement", editable=False
    )
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-on", "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(condition=~Q(source=""), name="improvement_engagement_source"),
            models.CheckConstraint(condition=Q(done="") | Q(done_on__isnull=False), name="improvement_engagement_done"),
        )

    def __str__(self) -> str:
        return self.heard if len(self.heard) < 100 else f"{self.heard[:99]}…"

    def get_absolute_url(self) -> str:
        return reverse("heard", args=[self.pk])
