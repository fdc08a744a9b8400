"""Files that wait until somebody has looked at what they hold."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from arising.register.accounts.audiences import Audience
from arising.register.bodies.models import Council
from arising.register.indicators.models.figures import Release, Report


class Brought(models.Model):
    """A file that somebody brought in: its bytes, until it is stored. Whoever brought it sees it.

    With a ``council`` it holds that council's own figures, from ``system``, for ``audience``; without one it is a
    published file. ``release`` or ``report`` is what it became; its bytes are dropped then. ``day`` is when it was
    published or reported.
    """

    name = models.CharField("name of the file", max_length=200)
    content = models.BinaryField("the bytes of the file", default=bytes)
    sha256 = models.CharField(max_length=64)
    day = models.DateField(null=True, blank=True)
    council = models.ForeignKey(Council, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    system = models.CharField("where the figures come from", max_length=100, blank=True)
    audience = models.CharField("who may see them", max_length=8, choices=Audience, default=Audience.PUBLIC)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    brought_at = models.DateTimeField(auto_now_add=True)
    release = models.ForeignKey(Release, null=True, blank=True, on_delete=models.CASCADE, related_name="brought")
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.CASCADE, related_name="brought")

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                "brought_by", "sha256", condition=Q(release=None, report=None), name="indicators_brought_once"
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("brought", args=[self.pk])

    @property
    def became(self) -> Release | Report | None:
        """What it became; None while it waits."""
        return self.release or self.report
