"""Trackers that were brought back."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from arising.register.bodies.models import Body


class TrackerImport(models.Model):
    """A filled-in tracker that somebody brought back: its bytes, and what became of it.

    It waits until somebody has looked at what it would change and said that this be stored. ``told`` then says what was
    changed and which rows stayed out. Whoever brought it sees it, and whoever serves the body.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waits to be looked at"
        STORED = "stored", "Stored"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="tracker_imports")
    name = models.CharField("name of the file", max_length=200)
    content = models.BinaryField("the bytes of the file")
    sha256 = models.CharField(max_length=64)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    brought_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    stored_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    stored_at = models.DateTimeField(null=True, blank=True)
    told = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=["waiting", "stored"]), name="programme_trackerimport_state"),
            models.CheckConstraint(
                condition=Q(state="waiting") | Q(stored_at__isnull=False), name="programme_trackerimport_stored"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("tracker-import", args=[self.body.slug, self.pk])
