"""Persons and posts, who serves a body as its clerk, and names that are withheld."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from django.db import transaction

from arising.register.accounts.history import Actor, remove, save
from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.bodies import names
from arising.register.bodies.models import Body, Clerkship, Council, Item, Person, Post
from arising.register.bodies.operations.naming import free_address, put_in
from arising.register.bodies.signals import names_changed
from arising.register.bodies.withheld import Mask

N = TypeVar("N", Person, Post)


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
            known[key] = put_in(model, {"council": council, "key": key}, {"name": name.strip()[:200]}, slug, actor, why)
    return {name: known[key] for name, key in keys.items() if key}


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
            item.slug = free_address(Item, {"meeting": item.meeting}, names.slug(f"{item.number} {title}", "item"))
            save(item, actor=actor, why="The address held a name that is withheld")
