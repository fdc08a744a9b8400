"""Councils and their bodies: put in by name, renamed."""

from __future__ import annotations

import re
from dataclasses import asdict

from django.db import IntegrityError, transaction

from arising.register.accounts.audiences import BY_EVERYBODY, Seen
from arising.register.accounts.history import Actor
from arising.register.accounts.rules import require
from arising.register.bodies import names
from arising.register.bodies.models import Body, BodyKind, Council
from arising.register.bodies.operations.naming import put_in, rename
from arising.register.bodies.operations.visibility import widen

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
            council: Council = put_in(Council, {"key": key}, {"name": name.strip()[:200]}, slug, actor, why)
            return council
    except IntegrityError:
        # somebody else put it in at the same moment
        return Council.objects.get(key=key)


def name_council(council: Council, name: str, *, actor: Actor, why: str) -> Council:
    """Give a council its name. Its address stays. Raises ValueError where another council has that name."""
    require(actor, "bodies.change", council)
    return rename(council, name, Council.objects.all(), actor, why)


def body_named(council: Council, name: str | None, *, seen: Seen = BY_EVERYBODY, actor: Actor, why: str) -> Body:
    """The body of that name, put in the register when it is new; without a name, the body that is not known."""
    known = {"council": council, "not_known": True} if not name else {"council": council, "key": names.key(name)}
    found = Body.objects.filter(**known).first()
    if found:
        return widen(found, seen, actor=actor, why=why)
    if not name:
        columns = {"name": NO_BODY, "key": "", "kind": BodyKind.OTHER, "note": _NO_BODY_NOTE, **asdict(seen)}
        return put_in(Body, known, columns, f"{council.slug}-body-not-known", actor, why)
    kind = next((kind for pattern, kind in _KINDS if pattern.search(name)), BodyKind.OTHER)
    columns = {"name": name.strip()[:200], "kind": kind, **asdict(seen)}
    return put_in(Body, known, columns, names.slug(name, "body"), actor, why)


def rename_body(body: Body, name: str, *, actor: Actor, why: str) -> Body:
    """Give a body another name. Its address stays. Raises ValueError where another body of the council has it."""
    require(actor, "bodies.change", body)
    body.not_known = False
    return rename(body, name, Body.objects.filter(council=body.council), actor, why)
