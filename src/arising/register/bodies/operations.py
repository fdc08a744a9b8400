"""Every change to councils, bodies, persons, posts, meetings and items."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import asdict
from itertools import chain, count
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from arising.register.accounts.audiences import BY_EVERYBODY, Audience, Seen, Visible
from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.bodies import names
from arising.register.bodies.models import Body, BodyKind, Clerkship, Council, Item, Meeting, Membership, Person, Post
from arising.register.bodies.partial_dates import bounds
from arising.register.bodies.signals import names_changed
from arising.register.bodies.withheld import Mask

_ADDRESSED_WITHIN: dict[type[models.Model], tuple[str, ...]] = {Meeting: ("body",), Item: ("meeting",)}
"""What an address need only be unique within; elsewhere it is unique in the register."""

NO_COUNCIL = "Council not named"
NO_BODY = "Body not known"
_NO_BODY_NOTE = "Minutes that do not say which body met. Add them again with the body's name to move them."

_KINDS = (
    (re.compile(r"\b(?:cabinet|executive)\b(?!.*\b(?:committee|panel|board)\b)", re.IGNORECASE), BodyKind.CABINET),
    (re.compile(r"\bboard\b", re.IGNORECASE), BodyKind.BOARD),
    (re.compile(r"\b(?:panel|group|forum)\b", re.IGNORECASE), BodyKind.PANEL),
    (re.compile(r"\b(?:committee|commission)\b", re.IGNORECASE), BodyKind.COMMITTEE),
    (re.compile(r"\bcouncil\b", re.IGNORECASE), BodyKind.COUNCIL),
)  # fmt: skip

V = TypeVar("V", bound=Visible)
N = TypeVar("N", Person, Post)


def find_council(name: str | None) -> Council | None:
    """The council of that name, or without a name the only one there is; None where the register has none such."""
    if name:
        return Council.objects.filter(key=names.key(name)).first()
    known = list(Council.objects.all()[:2])
    return known[0] if len(known) == 1 else Council.objects.filter(key=names.key(NO_COUNCIL)).first()


def council_named(name: str | None, *, actor: Actor, why: str) -> Council:
    """The council of that name, put in the register when it is new.

    Without a name: the one council there is, or where there is none or more than one, "Council not named".
    """
    found = find_council(name)
    if found:
        return found
    name = name or NO_COUNCIL
    key = names.key(name)
    try:
        with transaction.atomic():
            slug = names.slug(name, "council")
            council: Council = _put_in(Council, {"key": key}, {"name": name.strip()[:200]}, slug, actor, why)
            return council
    except IntegrityError:
        # somebody else put it in at the same moment
        return Council.objects.get(key=key)


def name_council(council: Council, name: str, *, actor: Actor, why: str) -> Council:
    """Give a council its name. Its address stays. Raises ValueError where another council has that name."""
    require(actor, "bodies.change", council)
    return _rename(council, name, Council.objects.all(), actor, why)


def body_named(council: Council, name: str | None, *, seen: Seen = BY_EVERYBODY, actor: Actor, why: str) -> Body:
    """The body of that name, put in the register when it is new; without a name, the body that is not known."""
    known = {"council": council, "not_known": True} if not name else {"council": council, "key": names.key(name)}
    found = Body.objects.filter(**known).first()
    if found:
        return widen(found, seen, actor=actor, why=why)
    if not name:
        columns = {"name": NO_BODY, "key": "", "kind": BodyKind.OTHER, "note": _NO_BODY_NOTE, **asdict(seen)}
        return _put_in(Body, known, columns, f"{council.slug}-body-not-known", actor, why)
    kind = next((kind for pattern, kind in _KINDS if pattern.search(name)), BodyKind.OTHER)
    columns = {"name": name.strip()[:200], "kind": kind, **asdict(seen)}
    return _put_in(Body, known, columns, names.slug(name, "body"), actor, why)


def rename_body(body: Body, name: str, *, actor: Actor, why: str) -> Body:
    """Give a body another name. Its address stays. Raises ValueError where another body of the council has it."""
    require(actor, "bodies.change", body)
    body.not_known = False
    return _rename(body, name, Body.objects.filter(council=body.council), actor, why)


def place_meeting(body: Body, date: str | None, *, seen: Seen = BY_EVERYBODY, actor: Actor, why: str) -> Meeting:
    """The meeting of ``body`` on ``date`` (EDTF), put in the register when it is new.

    Where the day is not known it is always a new meeting: two in one month need not be one.
    Raises ValueError where ``date`` is no EDTF.
    """
    earliest, latest = bounds(date or "")
    if earliest and earliest == latest:
        found = Meeting.objects.filter(body=body, earliest=earliest, latest=latest).first()
        if found:
            return widen(found, seen, actor=actor, why=why)
    columns = {"date": date or "", "earliest": earliest, "latest": latest, **asdict(seen)}
    slug = names.slug((date or "undated").replace("/", "-to-"), "undated")
    return _put_in(Meeting, {"body": body}, columns, slug, actor, why)


def place_item(
    meeting: Meeting, title: str, *, number: str = "", order: int = 0, restricted: bool = False,
    seen: Seen = BY_EVERYBODY, apart_from: Collection[int] = (), actor: Actor, why: str,
) -> Item:  # fmt: skip
    """The item of ``meeting`` with that title, put in the register when it is new.

    An item is the same when its title is, or when its number is and one title holds the other; ``apart_from`` are
    items that it cannot be, because the same source has them already. What is restricted is for clerks, and stays
    so when a later source does not say it.
    """
    if restricted:
        seen = Seen(Audience.CLERKS)
    key, slug = names.key(title), names.slug(f"{number} {title}", "item")
    found = _same_item(meeting, key, number, apart_from)
    if found is None:
        columns = {"number": number[:20], "title": title.strip()[:500], "order": order, "restricted": restricted}
        columns |= {"key": key, **asdict(seen)}
        return _put_in(Item, {"meeting": meeting}, columns, slug, actor, why)
    if found.gone:
        found.gone = False
        save(found, actor=actor, why=why)
    if restricted and not found.restricted:
        found.restricted = True
        if not found.visibility_set_by_person:
            found.audience = Audience.CLERKS
        return save(found, actor=actor, why=why)
    if found.restricted:
        return found
    wider = seen.audience.rank < Audience(found.audience).rank and not found.visibility_set_by_person
    if wider and found.key != key:
        # the title that the narrower audience had, and the address made of it, need not be for the wider one
        found.title, found.slug = title.strip()[:500], _free(Item, {"meeting": meeting}, slug)
    return widen(found, seen, actor=actor, why=why)


def _same_item(meeting: Meeting, key: str, number: str, apart_from: Collection[int]) -> Item | None:
    others = [item for item in meeting.items.order_by("order", "pk") if item.pk not in apart_from]
    for item in others:
        if item.key == key:
            return item
    for item in others:
        if number and item.number == number and key and item.key and (item.key in key or key in item.key):
            return item
    return None


def mark_gone(items: Iterable[Item], *, actor: Actor, why: str) -> None:
    """Say that no source has these items any more: they leave their meeting's list and keep their address."""
    for item in items:
        item.gone = True
        save(item, actor=actor, why=why)


def drop_if_empty(meeting: Meeting) -> None:
    """Take a meeting that no source or person's word keeps out of the register, and the body not known with it."""
    if meeting.sources.exists() or meeting.visibility_set_by_person or meeting.title:
        return
    body = meeting.body
    meeting.delete()
    if body.not_known and not body.meetings.exists():
        body.delete()


def people_named(council: Council, wanted: Iterable[str], *, actor: Actor, why: str) -> dict[str, Person]:
    """A person for every name, by name as given. Styles, honours and case do not make another person."""
    return _all_named(Person, council, {name: names.person_key(name) for name in wanted if name}, "person", actor, why)


def posts_named(council: Council, wanted: Iterable[str], *, actor: Actor, why: str) -> dict[str, Post]:
    """A post for every role, by the role as given."""
    return _all_named(Post, council, {role: names.key(role) for role in wanted if role}, "post", actor, why)


def _all_named(
    model: type[N], council: Council, keys: dict[str, str], otherwise: str, actor: Actor, why: str
) -> dict[str, N]:
    known = {row.key: row for row in model.objects.filter(council=council, key__in=set(keys.values()))}
    for name, key in keys.items():
        if key and key not in known:
            slug = names.slug(name, otherwise)
            known[key] = _put_in(
                model, {"council": council, "key": key}, {"name": name.strip()[:200]}, slug, actor, why
            )
    return {name: known[key] for name, key in keys.items() if key}


def record_membership(
    person: Person, *, body: Body | None = None, post: Post | None = None, role: str = "", start: str = "",
    end: str = "", audience: Audience = Audience.PUBLIC, actor: Actor, why: str,
) -> Membership:  # fmt: skip
    """Say that a person belongs to a body or holds a post, from ``start`` to ``end`` (EDTF, empty if not known).

    Raises ``ValidationError`` for a date that is none, ``IntegrityError`` where it is neither a body nor a post, or
    the end comes before the start.
    """
    require(actor, "bodies.change", person)
    membership = Membership(person=person, body=body, post=post, role=role, start=start, end=end, audience=audience)
    membership.clean_fields()
    membership.start_earliest, membership.start_latest = bounds(start)
    membership.end_earliest, membership.end_latest = bounds(end)
    return save(membership, actor=actor, why=why)


def set_clerkships(
    user: User, *, everything: bool = False, councils: Collection[Council] = (), bodies: Collection[Body] = (),
    actor: Actor, why: str,
) -> list[Clerkship]:  # fmt: skip
    """Say which bodies ``user`` serves as clerk, instead of those before: everything, all of some councils, or some.

    It gives no role: somebody who is no clerk serves nothing by it.
    """
    require(actor, "accounts.manage_users", user)
    wanted = [Clerkship(user=user)] if everything else [
        *(Clerkship(user=user, council=council) for council in councils),
        *(Clerkship(user=user, body=body) for body in bodies),
    ]  # fmt: skip
    with transaction.atomic():
        kept = []
        for held in user.clerkships.select_related("council", "body"):
            same = next((one for one in wanted if (one.council, one.body) == (held.council, held.body)), None)
            if same:
                wanted.remove(same)
                kept.append(held)
            else:
                remove(held, actor=actor, why=why)
        kept += [save(clerkship, actor=actor, why=why) for clerkship in wanted]
        user.forget_rights()
        save(user, actor=actor, why=f"Serves: {', '.join(map(str, kept)) or 'no body'}. {why}".strip())
    return kept


def withhold(person: Person, reason: str, *, also: Iterable[str] = (), actor: Actor) -> Person:
    """Keep a person's name from the public, on every page and in every feed; the record stays whole.

    ``also`` are other forms of the name, such as a first name alone. Items whose address holds the name get another
    address. Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("Say why the name is withheld.")
    require(actor, "bodies.change", person)
    person.withheld, person.withheld_why = True, reason.strip()
    person.withheld_also = sorted({form.strip() for form in also if form.strip()})
    with transaction.atomic():
        save(person, actor=actor, why=f"Name withheld: {reason.strip()}")
        _take_out_of_addresses(person, actor)
        names_changed.send(sender=Person, council=person.council)
    return person


def stop_withholding(person: Person, reason: str, *, actor: Actor) -> Person:
    """Let the public read a person's name again. Raises ValueError without a reason."""
    if not reason.strip():
        raise ValueError("Say why the name may be read again.")
    require(actor, "bodies.change", person)
    person.withheld, person.withheld_why, person.withheld_also = False, "", []
    with transaction.atomic():
        save(person, actor=actor, why=f"Name no longer withheld: {reason.strip()}")
        names_changed.send(sender=Person, council=person.council)
    return person


def _take_out_of_addresses(person: Person, actor: Actor) -> None:
    mask = Mask([person])
    for item in Item.objects.filter(meeting__body__council=person.council).select_related("meeting"):
        title = mask.text(item.title)
        if title != item.title:
            item.slug = _free(Item, {"meeting": item.meeting}, names.slug(f"{item.number} {title}", "item"))
            save(item, actor=actor, why="The address held a name that is withheld")


def set_visibility(row: V, seen: Seen, *, actor: Actor, why: str) -> V:
    """Say who may see a row and from when. What is added later no longer widens it."""
    require(actor, "bodies.change", row)
    row.audience, row.visible_from, row.visibility_set_by_person = seen.audience, seen.visible_from, True
    return save(row, actor=actor, why=why)


def widen(row: V, seen: Seen, *, actor: Actor, why: str) -> V:
    """Let a row be seen by as many as what is now added to it, unless a person has said who may see it."""
    return _seen_as(row, [row.seen, seen], actor, why)


def follow(row: V, holders: Iterable[Visible], *, actor: Actor, why: str) -> V:
    """Let a row be seen by as many as the widest of ``holders``, unless a person has said who may see it."""
    return _seen_as(row, [holder.seen for holder in holders], actor, why)


def _seen_as(row: V, ways: list[Seen], actor: Actor, why: str) -> V:
    """The widest audience holds, and among those as wide, the earliest time."""
    if row.visibility_set_by_person or not ways:
        return row
    widest = min((seen.audience for seen in ways), key=lambda audience: audience.rank)
    times = [seen.visible_from for seen in ways if seen.audience == widest]
    seen = Seen(widest, None if None in times else min(time for time in times if time))
    if seen == row.seen:
        return row
    row.audience, row.visible_from = seen.audience, seen.visible_from
    return save(row, actor=actor, why=why)


def _rename(row: Any, name: str, others: models.QuerySet[Any], actor: Actor, why: str) -> Any:
    row.name, row.key = name.strip()[:200], names.key(name)
    if not row.key:
        raise ValueError("A name needs at least one letter or number.")
    if others.filter(key=row.key).exclude(pk=row.pk).exists():
        raise ValueError(f"There is another called {row.name}.")
    return save(row, actor=actor, why=why)


def _put_in(
    model: type[Any], known_by: dict[str, Any], columns: dict[str, Any], slug: str, actor: Actor, why: str
) -> Any:
    """A new row under the first address that is free: ``slug``, ``slug-2``, ``slug-3``…"""
    return save(model(**known_by, **columns, slug=_free(model, known_by, slug)), actor=actor, why=why)


def _free(model: type[Any], known_by: dict[str, Any], slug: str) -> str:
    within = {name: row for name, row in known_by.items() if name in _ADDRESSED_WITHIN.get(model, ())}
    taken = set(model.objects.filter(**within, slug__startswith=slug).values_list("slug", flat=True))
    return next(address for address in chain([slug], (f"{slug}-{n}" for n in count(2))) if address not in taken)
