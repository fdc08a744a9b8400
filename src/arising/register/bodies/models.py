"""Councils, their bodies, the persons and posts in them, meetings and items. Words follow Popolo."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.partial_dates import EdtfField, in_order, validate_edtf


class BodyKind(models.TextChoices):
    COMMITTEE = "committee", "Committee"
    CABINET = "cabinet", "Cabinet"
    COUNCIL = "council", "Full council"
    BOARD = "board", "Board"
    PANEL = "panel", "Panel or group"
    OTHER = "other", "Other body"


class MeetingStatus(models.TextChoices):
    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


class Council(models.Model):
    """An authority. One register holds one council or many."""

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, unique=True, editable=False)
    slug = models.SlugField(max_length=90, unique=True, editable=False)
    history = HistoricalRecords()

    to_council = ""

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Body(Visible):
    """A committee, board, cabinet or full council.

    ``not_known`` marks the one body of a council that gathers minutes which do not say whose they are.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)
    slug = models.SlugField(max_length=90, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=BodyKind, default=BodyKind.COMMITTEE)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    not_known = models.BooleanField(default=False, editable=False)
    note = models.TextField(blank=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    to_body = ""
    to_council = "council__"

    class Meta(Visible.Meta):
        ordering = ("not_known", "name")
        verbose_name_plural = "bodies"
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("council", "key", name="bodies_body_key"),
            models.UniqueConstraint("council", condition=Q(not_known=True), name="bodies_body_one_not_known"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("body", args=[self.slug])


class Clerkship(models.Model):
    """Somebody serves a body as its clerk; or, without a body, every body of a council; or, without either, every
    body that the register holds or will hold."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="clerkships")
    council = models.ForeignKey(Council, null=True, blank=True, on_delete=models.CASCADE, related_name="clerkships")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.CASCADE, related_name="clerkships")
    history = HistoricalRecords()

    class Meta:
        ordering = ("user", "council", "body")
        constraints = (
            models.UniqueConstraint("user", "body", name="bodies_clerkship_body"),
            models.UniqueConstraint("user", "council", name="bodies_clerkship_council"),
            models.UniqueConstraint(
                "user", condition=Q(body__isnull=True, council__isnull=True), name="bodies_clerkship_everything"
            ),
            models.CheckConstraint(
                condition=Q(body__isnull=True) | Q(council__isnull=True), name="bodies_clerkship_of_one"
            ),
        )

    def __str__(self) -> str:
        return str(self.body or (f"Every body of {self.council}" if self.council else "Every body"))


class Person(models.Model):
    """Somebody named in minutes. Seen by whoever may see one place that names them.

    ``withheld`` says that the public does not read the name, nor the other forms of it in ``withheld_also``.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)
    slug = models.SlugField(max_length=90, unique=True, editable=False)
    withheld = models.BooleanField("name withheld", default=False)
    withheld_why = models.TextField("why it is withheld", blank=True)
    withheld_also = models.JSONField("other forms of the name", default=list, blank=True)
    history = HistoricalRecords()

    to_council = "council__"

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "people"
        constraints = (models.UniqueConstraint("council", "key", name="bodies_person_key"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])


class Post(models.Model):
    """An office that outlives whoever holds it, such as Portfolio Holder for Children's Services."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="posts")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)
    slug = models.SlugField(max_length=90, unique=True, editable=False)
    history = HistoricalRecords()

    to_council = "council__"

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint("council", "key", name="bodies_post_key"),)

    def __str__(self) -> str:
        return self.name


class Membership(Visible):
    """A person belongs to a body, or holds a post, from one time to another.

    ``start`` and ``end`` are EDTF, empty where not known; the other four are the days that bound them.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.CASCADE, related_name="memberships")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=100, blank=True)
    start = EdtfField("from", validators=[validate_edtf])
    start_earliest = models.DateField(null=True, blank=True, editable=False)
    start_latest = models.DateField(null=True, blank=True, editable=False)
    end = EdtfField("to", validators=[validate_edtf])
    end_earliest = models.DateField(null=True, blank=True, editable=False)
    end_latest = models.DateField(null=True, blank=True, editable=False)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through_if_any = ("body__",)
    to_council = "person__council__"

    class Meta(Visible.Meta):
        ordering = ("-start_earliest", "person__name")
        constraints = (
            *Visible.Meta.constraints,
            models.CheckConstraint(
                condition=Q(body__isnull=False) | Q(post__isnull=False), name="bodies_membership_of_something"
            ),
            in_order("start_earliest", "start_latest", "bodies_membership_start"),
            in_order("end_earliest", "end_latest", "bodies_membership_end"),
            in_order("start_earliest", "end_latest", "bodies_membership_order"),
        )

    def __str__(self) -> str:
        return f"{self.person}, {self.role or self.post or self.body}"


class Meeting(Visible):
    """One meeting of a body. ``date`` is EDTF, empty where nobody knows it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    date = EdtfField(validators=[validate_edtf])
    earliest = models.DateField(null=True, blank=True, editable=False, db_index=True)
    latest = models.DateField(null=True, blank=True, editable=False, db_index=True)
    title = models.CharField(max_length=300, blank=True)
    slug = models.SlugField(max_length=90, editable=False)
    status = models.CharField(max_length=10, choices=MeetingStatus, default=MeetingStatus.HELD)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("", "body__")

    class Meta(Visible.Meta):
        ordering = (models.F("latest").desc(nulls_last=True), "-slug")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("body", "slug", name="bodies_meeting_slug"),
            in_order("earliest", "latest", "bodies_meeting_order"),
        )

    def __str__(self) -> str:
        return f"{self.body}, {self.date or 'date not known'}"

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.body.slug, self.slug])


class Item(Visible):
    """An agenda item. ``restricted`` is one that the public was kept out of: its content is for clerks."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    number = models.CharField("number as printed", max_length=20, blank=True)
    title = models.CharField(max_length=500)
    key = models.CharField(max_length=200, editable=False)
    slug = models.SlugField(max_length=90, editable=False)
    order = models.PositiveIntegerField(default=0)
    restricted = models.BooleanField(default=False)
    gone = models.BooleanField("in no source any more", default=False, editable=False)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("", "meeting__", "meeting__body__")

    class Meta(Visible.Meta):
        ordering = ("meeting", "order", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("meeting", "slug", name="bodies_item_slug"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return reverse("item", args=[self.meeting.body.slug, self.meeting.slug, self.slug])
