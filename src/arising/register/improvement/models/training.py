"""What members learn: the training they are offered and take up, the visits they make, and what each led to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from arising.register.accounts.audiences import SeenQuerySet, Visible
from arising.register.bodies.models import Body, Item, Person
from arising.register.improvement.duties import DUTIES
from arising.register.indicators.models import Indicator
from arising.register.matters.models import Matter
from arising.register.obligations.models import Obligation


class Occasion(Visible):
    """A training session that the members of a body were offered, or a visit that some of them made. ``given_by`` says
    who gave it or where it was, ``about`` what it was about, beside an indicator or a duty of the lead member."""

    class Kind(models.TextChoices):
        TRAINING = "training", "Training session"
        FRONT_LINE = "front_line", "Visit to the front line"
        HOME = "home", "Visit to a home"
        FORUM = "forum", "Visit to a forum"
        OTHER = "other", "Another visit"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="occasions")
    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField("its day")
    title = models.CharField(max_length=200)
    given_by = models.CharField("who gave it, or where it was", max_length=200, blank=True)
    about = models.CharField("what it was about", max_length=300, blank=True)
    indicator = models.ForeignKey(Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="occasions")
    duty = models.CharField(max_length=40, blank=True, choices=[(duty.key, duty.title) for duty in DUTIES])
    note = models.TextField("what was seen or learned", blank=True)
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("", "body__")

    class Meta(Visible.Meta):
        ordering = ("body", "on", "pk")
        constraints = (
            *Visible.Meta.constraints,
            models.UniqueConstraint("body", "on", "title", name="improvement_occasion_once"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("occasion", args=[self.pk])

    @property
    def is_to_come(self) -> bool:
        """Whether its day is still to come: nobody has missed it yet."""
        return self.on > timezone.localdate()

    @property
    def is_training(self) -> bool:
        """Whether it was offered to every member; a visit is made by some."""
        return self.kind == self.Kind.TRAINING


class TookPart(models.Model):
    """A member or co-optee who took up a session, or made a visit."""

    occasion = models.ForeignKey(Occasion, on_delete=models.CASCADE, related_name="took_part")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="took_part")
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("occasion__", "occasion__body__")

    class Meta:
        ordering = ("occasion", "person__name")
        constraints = (models.UniqueConstraint("occasion", "person", name="improvement_tookpart_once"),)

    def __str__(self) -> str:
        return f"{self.person}: {self.occasion}"


class LedTo(models.Model):
    """What a session or a visit led to, in words, and the item, obligation or matter where it went on. Who may not see
    that does not see this."""

    occasion = models.ForeignKey(Occasion, on_delete=models.CASCADE, related_name="led_to")
    words = models.CharField("what it led to", max_length=500)
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.CASCADE, related_name="led_to_by")
    obligation = models.ForeignKey(
        Obligation, null=True, blank=True, on_delete=models.CASCADE, related_name="led_to_by"
    )  # fmt: skip
    matter = models.ForeignKey(Matter, null=True, blank=True, on_delete=models.CASCADE, related_name="led_to_by")
    history = HistoricalRecords()
    objects = SeenQuerySet.as_manager()

    seen_through = ("occasion__", "occasion__body__")
    seen_through_if_any = ("item__", "item__meeting__", "item__meeting__body__")
    to_body = "occasion__body__"

    class Meta:
        ordering = ("occasion", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(item=None, obligation=None) | Q(item=None, matter=None) | Q(obligation=None, matter=None),
                name="improvement_ledto_one",
            ),
        )

    def __str__(self) -> str:
        return self.words

    @property
    def thing(self) -> Item | Obligation | Matter | None:
        """Where it went on."""
        return self.item or self.obligation or self.matter
