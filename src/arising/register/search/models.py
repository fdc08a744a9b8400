"""What can be found: one row for each item's minutes in a source, each finding and each person.

The words of the rows are indexed by the database itself: in SQLite by the FTS5 table ``search_words``, which
triggers keep in step with this one, in PostgreSQL by the generated column ``words``. Both are made in the first
migration, and a migration that makes this table anew must make them anew.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q

from arising.register.accounts.audiences import Reader, SeenQuerySet
from arising.register.bodies.models import Item, Person
from arising.register.bodies.withheld import masks_for, people_named_to
from arising.register.record.models import Mention, Source


class EntryQuerySet(SeenQuerySet["Entry"]):
    """Entries with the rights of what they stand for. A person is seen where one place that names them is."""

    def visible_to(self, user: Reader, now: datetime | None = None) -> Self:
        mentions: models.QuerySet[Any] = Mention.objects.visible_to(user, now).standing()
        named = Q(person__isnull=True) | Q(
            person__in=mentions.filter(person__in=people_named_to(user)).values("person")
        )
        return super().visible_to(user, now).filter(named, self._with_names(user))

    @staticmethod
    def _with_names(user: Reader) -> Q:
        """Of entries that stand twice, with a name and without, those that ``user`` may read."""
        without = Q(source__meeting__body__council__in=list(masks_for(user)))
        return Q(holds_name__isnull=True) | (Q(holds_name=False) & without) | (Q(holds_name=True) & ~without)


class Entry(models.Model):
    """Something that can be found. ``kind`` is "item", "person", or the kind of a finding ("commitment").

    What holds a name that is withheld stands twice: ``holds_name`` is true for the words as they are and false for
    them without the name. For everything else it is empty.
    """

    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=600, blank=True)
    text = models.TextField(blank=True)
    source = models.ForeignKey(Source, null=True, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, null=True, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    anchor = models.CharField(max_length=40, blank=True)
    holds_name = models.BooleanField(null=True)
    objects = EntryQuerySet.as_manager()

    seen_through_if_any = ("source__", "source__meeting__", "source__meeting__body__", "item__")
    seen_through: tuple[str, ...] = ()

    class Meta:
        verbose_name_plural = "entries"
        constraints = (
            models.UniqueConstraint("person", name="search_entry_person"),
            models.CheckConstraint(
                condition=Q(person__isnull=True, source__isnull=False) | Q(person__isnull=False, source__isnull=True),
                name="search_entry_of_one",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"
