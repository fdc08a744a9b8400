"""What can be found: one row for each item's minutes in a source, each finding, person, obligation and matter.

The words of the rows are indexed by the database itself: in SQLite by the FTS5 table ``search_words``, which
triggers keep in step with this one, in PostgreSQL by the generated column ``words``. Both are made in the second
migration, and a migration that makes this table anew must make them anew.

Beside it stand the searches that people keep, and the mails about what is new in them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from arising.register.accounts.audiences import Reader, SeenQuerySet
from arising.register.bodies.models import Council, Item, Person
from arising.register.bodies.withheld import masks_for, people_named_to
from arising.register.matters.models import Matter
from arising.register.obligations.models import Obligation
from arising.register.record.models import Mention, Source, Topic

LEADS_TO = ("source", "person", "obligation", "matter")
"""The columns of which an entry has one: what it leads to."""


def _leads_to_one() -> Q:
    wanted = Q()
    for name in LEADS_TO:
        wanted |= Q(**{f"{other}__isnull": other != name for other in LEADS_TO})
    return wanted


class EntryQuerySet(SeenQuerySet["Entry"]):
    """Entries with the rights of what they stand for.

    A person is seen where one place that names them is, an obligation where it is in a list, a matter where one of its
    topics is.
    """

    def visible_to(self, user: Reader, now: datetime | None = None) -> Self:
        mentions: models.QuerySet[Any] = Mention.objects.visible_to(user, now).standing()
        topics: models.QuerySet[Any] = Topic.objects.visible_to(user, now).standing()
        rows: dict[str, models.QuerySet[Any]] = {
            "person": mentions.filter(person__in=people_named_to(user)).values("person"),
            "obligation": Obligation.objects.visible_to(user, now).filter(gone=False).values("pk"),
            "matter": Matter.objects.visible_to(user, now).filter(topics__in=topics).values("pk"),
        }
        seen = [Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__in": found}) for name, found in rows.items()]
        return super().visible_to(user, now).filter(*seen, self._with_names(user))

    @staticmethod
    def _with_names(user: Reader) -> Q:
        """Of entries that stand twice, with a name and without, those that ``user`` may read."""
        masks = masks_for(user)
        without = Q(council__in=list(masks))
        if masks:
            without |= Q(council__isnull=True)
        return Q(holds_name__isnull=True) | (Q(holds_name=False) & without) | (Q(holds_name=True) & ~without)


class Entry(models.Model):
    """Something that can be found. ``kind`` is "item", "person", "obligation", "expectation", "matter", or the kind of
    a finding ("commitment"). ``said_by`` are those who said or promised it, as written.

    What holds a name that is withheld stands twice: ``holds_name`` is true for the words as they are and false for
    them without the name. For everything else it is empty.
    """

    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=1000, blank=True)
    text = models.TextField(blank=True)
    said_by = models.TextField(blank=True, default="")
    council = models.ForeignKey(Council, null=True, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, null=True, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    obligation = models.ForeignKey(Obligation, null=True, on_delete=models.CASCADE, related_name="+")
    matter = models.ForeignKey(Matter, null=True, on_delete=models.CASCADE, related_name="+")
    anchor = models.CharField(max_length=40, blank=True)
    holds_name = models.BooleanField(null=True)
    objects = EntryQuerySet.as_manager()

    seen_through_if_any = ("source__", "source__meeting__", "source__meeting__body__", "item__")
    seen_through: tuple[str, ...] = ()
    to_council = "council__"

    class Meta:
        verbose_name_plural = "entries"
        constraints = (
            models.UniqueConstraint("person", name="search_entry_person"),
            models.CheckConstraint(condition=_leads_to_one(), name="search_entry_of_one"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


class Often(models.TextChoices):
    """How often somebody is told by mail of what is new in a search."""

    DAILY = "daily", "Every day on which there is something new"
    WEEKLY = "weekly", "Once a week, where there is something new"
    NEVER = "never", "Never: only keep the search"


class SavedSearch(models.Model):
    """A search that somebody keeps. Nobody else sees it, and nothing of it is left when they delete it.

    ``asks`` are the words and filters as in the address of the search page. ``checked_on`` is the day on which it was
    last looked for something new.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=100)
    note = models.CharField("note to self", max_length=1000, blank=True)
    asks = models.JSONField(default=dict)
    often = models.CharField("how often", max_length=6, choices=Often, default=Often.WEEKLY)
    checked_on = models.DateField()
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("name", "pk")
        verbose_name_plural = "saved searches"
        constraints = (
            models.UniqueConstraint("user", "name", name="search_savedsearch_name"),
            models.CheckConstraint(condition=Q(often__in=Often.values), name="search_savedsearch_often"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("my-search", args=[self.pk])


class Alert(models.Model):
    """A mail about what is new in a saved search, made before it is queued, so that none leaves twice."""

    saved_search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="alerts")
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("saved_search", "pk")

    def __str__(self) -> str:
        return f"{self.saved_search}, {self.made_at}"


class KnownHit(models.Model):
    """Something that a saved search has found: before it was saved, or told of in ``alert``. It is not told of again.

    ``key`` stays when the index is made anew ("obligation-12", and "obligation-12:answered" once it is).
    """

    saved_search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="known")
    key = models.CharField(max_length=80)
    alert = models.ForeignKey(Alert, null=True, on_delete=models.CASCADE, related_name="hits")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint("saved_search", "key", name="search_knownhit_once"),)

    def __str__(self) -> str:
        return self.key
