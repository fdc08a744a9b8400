"""One finding made two, and two made one."""

from __future__ import annotations

from itertools import count
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.history import Actor, save
from arising.register.record.ends import MOST_WORDS_BETWEEN, PARTED, beside, breaks
from arising.register.record.models import (
    Decision,
    Did,
    DocumentText,
    Exchange,
    Finding,
    Reading,
    State,
)
from arising.register.record.operations.deciding import decided, locked
from arising.register.record.operations.findings import alike, fingerprint
from arising.register.record.operations.steps import Recorder
from arising.register.record.signals import source_changed

F = TypeVar("F", bound=Finding)

_TIMES = ("due", "period")


def split(finding: F, before_word: int, *, actor: Actor, why: str = "", shown: str = "") -> tuple[F, F]:
    """Make two of a finding: the second begins with the word of the quote that ``before_word`` counts, the first is 0.

    Both take the values of the one and are amended from there. The reader's own words lead to the first of them
    from now on, so that a new reading brings neither back.

    Raises ``ValidationError`` where the quote has no such word, ``ChangedSince`` as ``confirm`` does.
    """
    with transaction.atomic():
        row = locked(finding, actor, shown)
        _of_a_kind_that_is_parted(row)
        text = DocumentText.objects.only("text").get(reading=row.reading_id).text
        places = breaks(row, text)
        if not 1 <= before_word <= len(places):
            raise ValidationError("The quote cannot be split there: each part holds at least a word.")
        step = Recorder(actor, Did.SPLIT, [row])
        second = _second(row, text, places[before_word - 1])
        row.end = row.start + len(text[row.start : second.start].rstrip())
        row.quote = text[row.start : row.end]
        for part in (row, second):
            save(decided(part, State.AMENDED, actor), actor=actor, why=why or "Split in two")
        step.done([row, second])
        source_changed.send(sender=type(row), source=row.source)
    return row, second


def _second(row: Any, text: str, at: int) -> Any:
    """The part of a finding that begins at ``at``; what it has of answers goes with it."""
    same = ("source", "item", "topic", "reading", "rule", "confidence", "as_read", *row.amendable)
    second = type(row)(**{name: getattr(row, name) for name in same})
    second.start, second.end, second.quote = at, row.end, text[at : row.end]
    if isinstance(row, Decision):
        second.label = row.label
    if isinstance(row, Exchange):
        second.answers = [answer for answer in row.answers if answer["start"] >= at]
        row.answers = [answer for answer in row.answers if answer["start"] < at]
    second.fingerprint = _free_fingerprint(second)
    return second


def _free_fingerprint(row: Finding) -> str:
    """The fingerprint of a finding's words, counted on past those that the source has already."""
    taken = set(type(row)._default_manager.filter(source=row.source_id).values_list("fingerprint", flat=True))
    key = row.item.key if row.item else ""
    names = (fingerprint(type(row), key, alike(row.quote), ordinal) for ordinal in count(1))
    return next(name for name in names if name not in taken)


def merge(first: F, second: F, *, actor: Actor, why: str = "", shown: str = "", second_shown: str = "") -> F:
    """Make one finding of two of a kind that stand next to each other in one item.

    The first takes the words from its own beginning to the end of the second, and from the second what it does not
    say itself. The second is kept as a part of it, so that a new reading does not bring it back.

    Raises ``ValidationError`` where they do not stand next to each other, ``ChangedSince`` as ``confirm`` does.
    """
    with transaction.atomic():
        one, other = locked(first, actor, shown), locked(second, actor, second_shown)
        if other.start < one.start:
            one, other = other, one
        _of_a_kind_that_is_parted(one)
        text = DocumentText.objects.only("text").get(reading=one.reading_id).text
        if not beside(one, other, text):
            raise ValidationError(
                "Only two findings of one kind that stand next to each other in one item can be merged, "
                f"with at most {MOST_WORDS_BETWEEN} words between them."
            )
        step = Recorder(actor, Did.MERGED, [one, other])
        one.end = max(one.end, other.end)
        one.quote = text[one.start : one.end]
        _take_what_is_not_said(one, other)
        other.merged_into = one
        save(decided(one, State.AMENDED, actor), actor=actor, why=why or "Merged with the one next to it")
        save(decided(other, State.REJECTED, actor), actor=actor, why=f"Merged into {one.anchor}")
        step.done([one, other])
        source_changed.send(sender=type(one), source=one.source)
    return one


def _take_what_is_not_said(one: Any, other: Any) -> None:
    """Fill the columns of ``one`` that say nothing; a time comes whole or not at all."""
    kept = [prefix for prefix in _TIMES if getattr(one, prefix, "")]
    for name in one.amendable:
        if name.split("_")[0] not in kept and getattr(one, name) in (None, "", [], {}):
            setattr(one, name, getattr(other, name))
    if isinstance(one, Exchange):
        for name in ("askers", "responders"):
            setattr(one, name, list(dict.fromkeys([*getattr(one, name), *getattr(other, name)])))
        one.answers = sorted(
            [*one.answers, *(each for each in other.answers if each not in one.answers)], key=lambda each: each["start"]
        )


def _of_a_kind_that_is_parted(row: Finding) -> None:
    if not isinstance(row, PARTED):
        raise ValidationError(f"A {row.kind_name()} is neither split nor merged. Amend or reject it.")
    if row.superseded or row.state == State.REJECTED:
        raise ValidationError("A finding that was rejected, or is gone from the source, is neither split nor merged.")
    if not Reading.objects.filter(pk=row.reading_id, current=True).exists():
        raise ValidationError("The source has changed since these words were read; they are not split or merged.")
