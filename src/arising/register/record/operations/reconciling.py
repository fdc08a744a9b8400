"""A new reading laid over an old one: nothing is doubled, nothing a person set is lost, nothing rejected returns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

import msgspec
from django.db.models import QuerySet

from arising.register.accounts.history import Actor, save_changed, save_new
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Council
from arising.register.record.ends import nearest
from arising.register.record.models import FINDINGS, Exchange, Finding, Mention, Reading, Source, State, Topic
from arising.register.record.operations.findings import Span, Taken, alike, item_at

CLOSE = 0.6
"""How near two quotes must be, at least, to be the same thing said (``shared``)."""
_PLACED = ("reading", "item", "start", "end", "rule", "confidence", "as_read")
_SAID = ("quote", "state", "superseded", "fingerprint")


def reconcile(
    reading: Reading, text: str, spans: list[Span], found: Iterable[Taken], *, actor: Actor, why: str
) -> None:
    """Make the findings of ``reading.source`` what ``reading`` found in ``text``.

    A finding is known again by its fingerprint, and one that a person decided on also by words that are close to
    it. What was proposed takes the new values; what a person confirmed, amended or rejected keeps its values and
    takes the new place. What a person rejected in another source of the same item is rejected here too, by the same
    person. What is found no more is superseded, unless a person confirmed or amended it: that moves to
    its words in the new text, or stays on the text where they stood.
    """
    by_model: dict[type[Finding], list[Taken]] = {model: [] for model in FINDINGS}
    for new in found:
        by_model[new.model].append(new)
    council = reading.source.meeting.body.council
    topics: list[Topic] = []
    for model, fresh in by_model.items():
        old = list(model.objects.filter(source=reading.source).select_for_update())
        if not fresh and not old:
            continue
        extra = _who(council, fresh, actor, why) if model is Mention else {}
        rows = _Table(model, reading, text, spans, old, topics, extra).lay(fresh, actor, why)
        if model is Topic:
            topics = sorted((row for row in rows if row.reading_id == reading.pk), key=lambda row: row.start)


def _who(council: Council, fresh: list[Taken], actor: Actor, why: str) -> dict[str, dict[str, Any]]:
    """The person and post of each mention, by fingerprint."""
    people = bodies.people_named(council, (new.columns["name"] for new in fresh), actor=actor, why=why)
    posts = bodies.posts_named(council, (new.columns["role"] for new in fresh), actor=actor, why=why)
    return {
        new.fingerprint: {"person": people.get(new.columns["name"]), "post": posts.get(new.columns["role"])}
        for new in fresh
    }


class _Table:
    """One kind of finding of one source, before and after a reading."""

    def __init__(
        self, model: type[Finding], reading: Reading, text: str, spans: list[Span], old: list[Any],
        topics: list[Topic], extra: dict[str, dict[str, Any]],
    ) -> None:  # fmt: skip
        self.model = model
        self.reading = reading
        self.text = text
        self.spans = spans
        self.old = old
        self.topics = topics
        self.extra = extra

    def lay(self, fresh: list[Taken], actor: Actor, why: str) -> list[Any]:
        """Match, write, and return every row that now stands."""
        unmatched = {row.fingerprint: row for row in self.old}
        pairs = [(new, unmatched.pop(new.fingerprint, None)) for new in fresh]
        decided = [row for row in unmatched.values() if row.state != State.PROPOSED]
        pairs = [(new, row or self._closest(new, decided)) for new, row in pairs]
        before = {row.pk: self._said(row) for row in self.old}
        kept = [self._take_over(row, new) for new, row in pairs if row]
        met = {row.pk for row in kept}
        gone = [row for row in unmatched.values() if row.pk not in met]
        for row in gone:
            self._leave(row)
        touched = [*kept, *gone]
        changed = [row for row in touched if before[row.pk] != self._said(row)]
        told = {row.pk for row in changed}
        save_changed(self.model, changed, (*self._places(), *_SAID, *self.model.amendable), actor=actor, why=why)
        # a row that only stands elsewhere in a new text is no change that anybody made
        moved = [row for row in touched if row.pk not in told]
        self.model._default_manager.bulk_update(moved, self._places(), batch_size=200)
        created = self._create([new for new, row in pairs if not row], actor, why)
        return [row for row in (*touched, *created) if not row.superseded]

    def _places(self) -> tuple[str, ...]:
        """The columns that follow the text and that nobody amends."""
        common = {field.name for field in Finding._meta.fields} - {"topic"} | {"id"}
        own = [field.name for field in self.model._meta.fields if field.name not in common]
        return (*_PLACED, *(name for name in own if name not in self.model.amendable))

    def _said(self, row: Any) -> tuple[Any, ...]:
        """What a person would call the content of a row."""
        return tuple(getattr(row, name) for name in (*_SAID, *self.model.amendable))

    def _create(self, fresh: list[Taken], actor: Actor, why: str) -> list[Any]:
        rejected = self._rejected_elsewhere(fresh)
        known: dict[Any, list[Any]] = {}
        for new in fresh:
            row = self._new(new)
            by = rejected.get((row.item_id, alike(new.quote)))
            if by:
                row.state, row.decided_by_id, row.decided_at = State.REJECTED, by.decided_by_id, by.decided_at
            known.setdefault(by, []).append(row)
        made = []
        for by, rows in known.items():
            made += save_new(self.model, rows, actor=actor, why=f"Rejected before, in {by.source.name}" if by else why)
        return made

    def _rejected_elsewhere(self, fresh: list[Taken]) -> dict[tuple[int | None, str], Any]:
        """What a person rejected in the other sources of the items, by item and words."""
        items = {new.item.pk for new in fresh if new.item}
        if not items:
            return {}
        rows: QuerySet[Any] = self.model.objects.all()
        found = rows.filter(item__in=items, state=State.REJECTED, merged_into=None)
        others = found.exclude(source=self.reading.source).select_related("source")
        return {(row.item_id, alike(row.quote)): row for row in others}

    def _new(self, new: Taken) -> Any:
        row = self.model(
            source=self.reading.source, fingerprint=new.fingerprint, quote=new.quote, start=new.start, end=new.end
        )
        return self._place(self._fill(row, new), new)

    def _fill(self, row: Any, new: Taken) -> Any:
        for name, value in (*new.columns.items(), *self.extra.get(new.fingerprint, {}).items()):
            setattr(row, name, value)
        return row

    def _take_over(self, row: Any, new: Taken) -> Any:
        """Give a row that was there the place, and unless a person decided on it the values, of the new finding."""
        if row.state == State.PROPOSED:
            self._fill(row, new)
        else:
            for name in set(new.columns) - set(self.model.amendable):
                setattr(row, name, new.columns[name])
        row.superseded, row.fingerprint = False, new.fingerprint
        quote, start, end = self._words(row, new)
        if start < 0:
            # the words that a person chose stand no more: they stay on the text where they stood
            row.as_read = _as_read(new)
            return row
        row.quote, row.start, row.end = quote, start, end
        return self._place(row, new)

    def _words(self, row: Any, new: Taken) -> tuple[str, int, int]:
        """A person's quote where it still stands by the new one, otherwise the new one; -1 for ends that a person
        set and that stand nowhere near."""
        if row.state == State.PROPOSED or row.quote == new.quote:
            return new.quote, new.start, new.end
        around = new.start + max(0, new.quote.find(row.quote))
        low = max(0, new.start - len(row.quote))
        at = nearest(self.text[low : new.end + len(row.quote)], row.quote, around - low)
        if at >= 0:
            return row.quote, low + at, low + at + len(row.quote)
        if row.quote != row.as_read.get("quote"):
            return row.quote, -1, -1
        return new.quote, new.start, new.end

    def _place(self, row: Any, new: Taken) -> Any:
        row.reading, row.item, row.rule, row.confidence = self.reading, new.item, new.rule, new.confidence
        row.as_read = _as_read(new)
        if self.model is not Topic:
            row.topic = self._topic(new)
        return row

    def _topic(self, new: Taken) -> Topic | None:
        """The last topic of that heading before the finding."""
        if new.heading is None:
            return None
        before = bisect_right([topic.start for topic in self.topics], new.start)
        named = (topic for topic in reversed(self.topics[:before]) if topic.as_read.get("heading") == new.heading)
        return next(named, None)

    def _closest(self, new: Taken, decided: list[Any]) -> Any:
        """The row a person decided on whose words are nearest to ``new`` in the same item, taken out of ``decided``."""
        near = [row for row in decided if row.item_id == (new.item.pk if new.item else None)]
        best = max(near, key=lambda row: _nearness(row, new), default=None)
        if best is None or _nearness(best, new) < CLOSE:
            return None
        decided.remove(best)
        return best

    def _leave(self, row: Any) -> None:
        """Settle a row that the new reading does not give."""
        if row.state in (State.PROPOSED, State.REJECTED):
            row.superseded = True
            return
        at = nearest(self.text, row.quote, row.start)
        answers = _moved_answers(row, self.text) if isinstance(row, Exchange) else []
        if at < 0 or answers is None:
            return
        moved = at - row.start
        row.reading, row.start, row.end = self.reading, at, at + len(row.quote)
        row.item = item_at(self.spans, at)
        if isinstance(row, Exchange):
            row.answers = answers
        if isinstance(row, Topic):
            row.body_end = min(max(row.body_end + moved, row.end), len(self.text))


def _as_read(new: Taken) -> Any:
    """What the reader said, as it is kept beside what the register says."""
    return msgspec.to_builtins({"quote": new.quote, **new.columns})


def _nearness(row: Any, new: Taken) -> float:
    """How near a finding is to what was decided on, by its words or by those that the reader gave then."""
    return max(shared(row.quote, new.quote), shared(str(row.as_read.get("quote", "")), new.quote))


def _moved_answers(row: Exchange, text: str) -> list[dict[str, Any]] | None:
    """The answers of an exchange where they now stand, or None where one of them is gone."""
    moved = []
    for answer in row.answers:
        at = text.find(answer["quote"])
        if at < 0:
            return None
        moved.append({**answer, "start": at, "end": at + len(answer["quote"])})
    return moved


def shared(one: str, other: str) -> float:
    """How nearly two quotes are the same words, from 0 to 1 (Dice); 0 where their numbers differ."""
    first, second = set(alike(one).split()), set(alike(other).split())
    if {word for word in first ^ second if any(letter.isdigit() for letter in word)}:
        return 0.0
    return 2 * len(first & second) / max(len(first) + len(second), 1)


def counts(source: Source) -> dict[str, int]:
    """How many findings of each kind stand in a source; kinds without any are left out."""
    standing = {model.kind_name(): model.objects.filter(source=source).standing().count() for model in FINDINGS}
    return {kind: number for kind, number in standing.items() if number}
