"""Indicators, and the versions of their definitions."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.measures.cards import Card, card_of
from arising.register.bodies.models import Council


class Indicator(models.Model):
    """Something that is counted again and again by one definition. ``council`` is the one that added it; none for those
    that come with the register.

    ``told`` is its card as it stands: its definition with the variants, in the form of the cards' TOML files.
    """

    council = models.ForeignKey(Council, null=True, blank=True, on_delete=models.PROTECT, related_name="indicators")
    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=300)
    told = models.JSONField()
    version = models.PositiveIntegerField(default=1, editable=False)
    history = HistoricalRecords()

    to_council = "council__"

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("indicator", args=[self.key])

    @property
    def card(self) -> Card:
        """The card as it stands."""
        return card_of(self.told)


class Definition(models.Model):
    """A version of an indicator's card: from the year ``since`` on it counts what ``told`` says. None is ever
    changed."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="definitions")
    number = models.PositiveIntegerField()
    since = models.PositiveIntegerField("the year from which it holds", null=True, blank=True)
    told = models.JSONField()
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("indicator", "number")
        constraints = (models.UniqueConstraint("indicator", "number", name="indicators_definition_once"),)

    def __str__(self) -> str:
        return f"{self.indicator}, version {self.number}"

    @property
    def card(self) -> Card:
        """The card of this version."""
        return card_of(self.told)
