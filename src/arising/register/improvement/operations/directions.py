"""Statutory directions: given, revised, lifted; what they require, and when they are reviewed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher

from django.core.exceptions import ValidationError
from django.db import transaction

from arising.documents.markup.markers import leading_marker
from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor, save, save_new
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.models import Body, Council, Person, Post
from arising.register.improvement.models import Direction, Inspection, Paper, Requirement, ReviewPoint
from arising.register.improvement.operations.papers import narrowest
from arising.register.obligations import operations as obligations
from arising.register.obligations.due import months_after
from arising.register.obligations.models import Origin

BASIS = "Education Act 1996 s497A, applied by Children Act 2004 s50"
"""The power that a direction on children's services is given under, unless it names another."""
REVIEWS = (3, 6, 12)
"""After how many months a direction is reviewed, unless it says otherwise."""
ALIKE = 0.6
"""From what likeness of words on (0 to 1) a requirement is the same one as before, worded anew."""


def give_direction(
    council: Council, title: str, given_on: date, *,
    required: Sequence[str] = (), basis: str = BASIS, commissioner: Person | None = None, commissioner_words: str = "",
    inspection: Inspection | None = None, paper: Paper | None = None, reviews: Sequence[int] = REVIEWS,
    supersedes: Direction | None = None, note: str = "", seen: Seen = BY_EVERYBODY, actor: Actor, why: str,
) -> Direction:  # fmt: skip
    """Put a direction into the register with what it requires and when it is reviewed.

    Args:
        required: its actions, one each, with the number that leads them or without.
        reviews: after how many months it is reviewed.
        supersedes: the direction that it revises; that one stays in sight. An action whose words are much the same is
            carried on from there.

    Raises ValidationError where something is missing or cannot be.
    """
    require(actor, "improvement.keep", council)
    if not title.strip():
        raise ValidationError({"title": "Say what it is called."})
    for other in (inspection, paper, supersedes, commissioner):
        if other is not None and other.council_id != council.pk:
            raise ValidationError("Everything that a direction refers to must be of its own council.")
    if supersedes is not None and given_on < supersedes.given_on:
        before = day_in_words(supersedes.given_on)
        raise ValidationError({"given_on": f"The direction that it revises was given on {before}. Give a later day."})
    if supersedes is not None and Direction.objects.filter(supersedes=supersedes).exists():
        raise ValidationError(f"“{supersedes}” was revised before. Revise the direction that stands.")
    words = commissioner_words.strip()[:300]
    with transaction.atomic():
        direction = Direction(
            council=council, title=title.strip()[:300], given_on=given_on, basis=basis.strip()[:300],
            commissioner=commissioner or _person(council, words), commissioner_words=words, inspection=inspection,
            supersedes=supersedes, paper=paper, note=note.strip(), audience=seen.audience,
            visible_from=seen.visible_from,
        )  # fmt: skip
        save(direction, actor=actor, why=why)
        save_new(Requirement, _requirements(direction, required), actor=actor, why=why)
        points = [
            ReviewPoint(direction=direction, months=months, due=months_after(given_on, months), title=_review(months))
            for months in sorted(set(reviews))
        ]
        save_new(ReviewPoint, points, actor=actor, why=why)
        if supersedes is not None:
            _end_reviews(supersedes, direction, actor, why)
    return direction


def _person(council: Council, name: str) -> Person | None:
    """The person of a council who goes by a name, where there is just one."""
    found = list(Person.objects.filter(council=council, name__iexact=name)[:2]) if name else []
    return found[0] if len(found) == 1 else None


def _review(months: int) -> str:
    return f"Review after {months} month{'' if months == 1 else 's'}"


def _requirements(direction: Direction, required: Sequence[str]) -> list[Requirement]:
    """The rows of what is required, each with the one that it carries on, which carries its post with it."""
    before = list(direction.supersedes.requirements.all()) if direction.supersedes else []
    rows = []
    for order, line in enumerate(filter(None, (line.strip() for line in required))):
        marker = leading_marker(line)
        number, words = (marker[0], line[marker[1] :].strip()) if marker else ("", line)
        carried = max(before, key=lambda each: _likeness(each.words, words), default=None)
        if carried is not None and _likeness(carried.words, words) < ALIKE:
            carried = None
        if carried is not None:
            before.remove(carried)
        rows.append(
            Requirement(
                direction=direction, number=number[:20], words=words, order=order, carried_from=carried,
                owner=carried.owner if carried else None,
            )
        )  # fmt: skip
    return rows


def _likeness(one: str, other: str) -> float:
    first, second = (re.sub(r"\W+", " ", words.casefold()).strip() for words in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _end_reviews(old: Direction, new: Direction, actor: Actor, why: str) -> None:
    """Let nobody wait any more for the reviews of a direction that was revised."""
    for point in old.review_points.filter(obligation__isnull=False, due__gte=new.given_on).select_related("obligation"):
        assert point.obligation is not None
        if not point.obligation.ended and point.obligation.answered_on is None:
            reason = f"The direction was revised on {day_in_words(new.given_on)}: {new}"
            obligations.withdraw(point.obligation, reason=reason, actor=actor)


def owe_reviews(direction: Direction, body: Body, *, actor: Actor, why: str) -> list[ReviewPoint]:
    """Let ``body`` wait for the reviews of a direction. What it waits for already is left as it is."""
    require(actor, "improvement.keep", direction)
    if body.council_id != direction.council_id:
        raise ValidationError({"body": "Choose a body of the council that the direction was given to."})
    made = []
    words = commissioner_of(direction)
    post = Post.objects.filter(council=direction.council_id, name__iexact=words).first()
    with transaction.atomic():
        for point in direction.review_points.select_for_update(of=("self",)).filter(obligation=None):
            how = (
                f"{point.months} months after the direction of {day_in_words(direction.given_on)}."
                if point.months
                else ""
            )
            moved = point.first_due is not None or not how
            point.obligation = obligations.add(
                Origin.DUTY, f"{point.title} of the direction: {direction}", body, actor=actor, why=why,
                owner=post, owner_words="" if post else words, due=point.due, due_how="" if moved else how,
                said_on=direction.given_on, seen=narrowest(direction, direction.paper),
            )  # fmt: skip
            made.append(save(point, actor=actor, why=why))
    return made


def commissioner_of(direction: Direction) -> str:
    """Who reviews it: the commissioner by name, or as written."""
    return str(direction.commissioner or direction.commissioner_words)


def add_review(direction: Direction, due: date, title: str, *, actor: Actor, why: str) -> ReviewPoint:
    """Add a review that the direction sets beside the usual ones."""
    require(actor, "improvement.keep", direction)
    if due < direction.given_on:
        raise ValidationError({"due": "A review comes after the direction. Give a later day."})
    point = ReviewPoint(direction=direction, due=due, title=title.strip()[:300] or "Review")
    return save(point, actor=actor, why=why)


def move_review(point: ReviewPoint, due: date, *, actor: Actor, why: str) -> ReviewPoint:
    """Move a review to another day, with the reason. Its first day stays in sight, here and with what is owed."""
    require(actor, "improvement.keep", point)
    if not why.strip():
        raise ValidationError({"why": "Say why it is moved."})
    if due < point.direction.given_on:
        raise ValidationError({"due": "A review comes after the direction. Give a later day."})
    if due == point.due:
        return point
    with transaction.atomic():
        point.first_due = point.first_due or point.due
        later, point.due = due > point.due, due
        if point.obligation is not None and not point.obligation.ended and point.obligation.answered_on is None:
            if later:
                obligations.extend(point.obligation, due, reason=why, actor=actor)
            else:
                obligations.amend(point.obligation, {"due": due}, actor=actor, why=why)
        return save(point, actor=actor, why=why.strip())


def change_requirement(
    requirement: Requirement, *, due: date | None, owner: Post | None, actor: Actor, why: str
) -> Requirement:
    """Say by when an action is required, and which post answers for it. Its words are those of the direction."""
    require(actor, "improvement.keep", requirement)
    if owner is not None and owner.council_id != requirement.direction.council_id:
        raise ValidationError({"owner": "Choose a post of the same council."})
    requirement.due, requirement.owner = due, owner
    return save(requirement, actor=actor, why=why)


def lift_direction(direction: Direction, on: date, *, actor: Actor, why: str) -> Direction:
    """Say that a direction was lifted, and on which day."""
    require(actor, "improvement.keep", direction)
    if on < direction.given_on:
        raise ValidationError({"on": "It cannot be lifted before it was given. Give a later day."})
    direction.lifted_on = on
    return save(direction, actor=actor, why=why)
