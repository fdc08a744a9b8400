"""The papers of the journey: an inspection report, a letter, a direction, a plan as a council keeps it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Council


class Paper(Visible):
    """A file of the journey, kept byte for byte on disk under its SHA-256. It belongs to no meeting: the minutes of
    meetings are sources of the record.

    ``text`` is what was read in it, empty where it holds no text; quotes of findings and requirements are stretches
    of it. ``origin`` is where it came from.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="papers")
    title = models.CharField(max_length=500)
    name = models.CharField("name of the file", max_length=300)
    sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    size = models.PositiveBigIntegerField(editable=False)
    media_type = models.CharField(max_length=100)
    text = models.TextField(blank=True, editable=False)
    origin = models.CharField("where it came from", max_length=2000, blank=True)
    dated = models.DateField("its date", null=True, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    history = HistoricalRecords(excluded_fields=["text"])
    objects = SeenQuerySet.as_manager()

    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("-dated", "-pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("council", "sha256", name="improvement_paper_bytes"),
            models.CheckConstraint(condition=Q(size__gt=0), name="improvement_paper_size"),
        )

    def __str__(self) -> str:
        return self.title or self.name
