"""A source, its editions (the bytes as they were at a time), and every reading of them."""

from __future__ import annotations

from functools import cached_property

import msgspec
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.documents.document import Document
from arising.reading.record import Record
from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Item, Meeting
from arising.register.record import texts


class Source(Visible):
    """A published file or page. Its bytes may change with time: each state of them is an ``Edition``.

    Within one meeting a source is known by its name and, where the page is of a single agenda item, by that
    item's key. ``origin`` is the address or path it was taken from.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sources")
    name = models.CharField(max_length=300)
    item_key = models.CharField(max_length=200, blank=True, editable=False)
    origin = models.CharField("where it came from", max_length=2000, blank=True)
    title = models.CharField(max_length=500, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("", "meeting__", "meeting__body__")

    class Meta(Visible.Meta):
        ordering = ("meeting", "name", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("meeting", "name", "item_key", name="record_source_known_by"),
        )

    def __str__(self) -> str:
        return self.title or self.name

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.pk])


class Edition(models.Model):
    """The bytes of a source as they were when they were added. The bytes lie on disk under their SHA-256."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="editions")
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("source", "added_at", "pk")
        constraints = (
            models.UniqueConstraint("source", "sha256", name="record_edition_bytes"),
            models.CheckConstraint(condition=Q(size__gt=0), name="record_edition_size"),
        )

    def __str__(self) -> str:
        return f"{self.source} ({self.sha256[:12]})"


class Reading(models.Model):
    """What one version of the reader took from one edition. One reading of a source is the current one.

    ``record`` is the record without its text, which stands in ``document``.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="readings")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="readings")
    reader = models.CharField("version of the reader", max_length=60)
    record = models.JSONField()
    current = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("source", "-created_at", "-pk")
        constraints = (
            models.UniqueConstraint("edition", "reader", name="record_reading_once"),
            models.UniqueConstraint("source", condition=Q(current=True), name="record_reading_one_current"),
        )

    def __str__(self) -> str:
        return f"{self.source}, read by {self.reader}"

    @cached_property
    def as_record(self) -> Record:
        """The whole record, as the reader gave it."""
        return msgspec.convert({**self.record, "text": self.document.text}, type=Record)


class DocumentText(models.Model):
    """The text that a reading stands on, in blocks, with the way back to the original."""

    reading = models.OneToOneField(Reading, on_delete=models.CASCADE, primary_key=True, related_name="document")
    format = models.CharField(max_length=40)
    text = models.TextField()
    blocks = models.JSONField()
    original = models.TextField()
    offsets = models.JSONField()
    notes = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"Text of {self.reading}"

    @cached_property
    def as_document(self) -> Document:
        """The document as it was opened, with its blocks and offset map."""
        return texts.as_document(self)


class Passage(models.Model):
    """The stretch of a reading's text in which an item is minuted."""

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="passages")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ("reading", "start")
        constraints = (models.CheckConstraint(condition=Q(end__gt=F("start")), name="record_passage_span"),)

    def __str__(self) -> str:
        return f"{self.item}, {self.start}–{self.end}"
