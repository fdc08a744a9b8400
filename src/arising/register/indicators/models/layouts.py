"""Layouts of published files that somebody told the register of, and where indicators stand in the files of any."""

from __future__ import annotations

from dataclasses import replace

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.measures import cards
from arising.measures.cards import Dataset
from arising.measures.published.lait import LAIT
from arising.register.indicators.models.cards import Indicator


class Layout(models.Model):
    """Which columns of a file hold the period, the area, the words that tell rows apart and the figures. Later files of
    the same columns are read by it. ``release`` says as part of what they are published, ``told`` its columns in the
    form of ``data/datasets.toml``."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200, unique=True)
    release = models.CharField("where it is published", max_length=200)
    licence = models.CharField(max_length=200, blank=True)
    told = models.JSONField()
    history = HistoricalRecords()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("layout", args=[self.key])

    @property
    def dataset(self) -> Dataset:
        """The layout as the measures know it."""
        told = {**self.told, "name": self.name, "release": self.release, "licence": self.licence}
        return replace(cards.dataset_of(self.key, told), told_here=True)


class Place(models.Model):
    """Where a definition of an indicator stands in the files of a dataset: in the column ``value``, of the rows that
    have the words ``where``. ``numerator`` and ``denominator`` are the columns that it was worked out from."""

    dataset = models.CharField(max_length=60, db_index=True)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="places")
    variant = models.CharField(max_length=60)
    value = models.CharField(max_length=300)
    numerator = models.CharField(max_length=300, blank=True)
    denominator = models.CharField(max_length=300, blank=True)
    where = models.JSONField(default=dict, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ("dataset", "value", "pk")
        constraints = (models.UniqueConstraint("dataset", "indicator", "variant", name="indicators_place_once"),)

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"

    @property
    def place(self) -> cards.Place:
        """The place as the measures know it."""
        return cards.Place(self.dataset, self.value, self.numerator, self.denominator, self.where)


def datasets_known() -> dict[str, Dataset]:
    """Every dataset that the register can read, by key: those that come with it, the tables of the Local Authority
    Interactive Tool, and its layouts, each with the places that somebody gave indicators in it."""
    known = {**cards.datasets(), LAIT.key: LAIT, **{each.key: each.dataset for each in Layout.objects.all()}}
    places: dict[str, dict[tuple[str, str], cards.Place]] = {}
    for each in Place.objects.select_related("indicator"):
        places.setdefault(each.dataset, {})[each.indicator.key, each.variant] = each.place
    return {key: replace(one, places=places[key]) if key in places else one for key, one in known.items()}
