"""Files that somebody brings in: kept until what they hold was looked at, then stored in one piece or not at all."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from arising.measures.published import UnknownLayout, looking, own
from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.indicators.models import Brought, Indicator, Release, Report, StatisticalArea
from arising.register.indicators.operations.releases import read_published, take_in
from arising.register.indicators.operations.reports import store_own
from arising.register.record.texts import storable

WAITS = timedelta(days=30)
"""So long a file waits to be stored. Those that waited longer are dropped when another is brought in."""


def bring(name: str, content: bytes, *, published_on: date | None, actor: User) -> Brought:
    """Keep a published file until somebody has looked at what it holds. The same file again is the one that waits. One
    of a layout that is not known waits for somebody to say which of its columns are which.

    Raises ``NotPublished``; then nothing of it was kept.
    """
    require(actor, "indicators.publish")
    name = storable(name)[-200:]
    try:
        read_published(content, name)
    except UnknownLayout as trouble:
        try:
            looking.look(content, file=name)
        except UnknownLayout:
            raise trouble from None
    return _kept(name, content, actor, day=published_on)


def bring_own(
    council: Council, system: str, name: str, content: bytes, *,
    on: date | None = None, audience: Audience = Audience.PUBLIC, actor: User,
) -> Brought:  # fmt: skip
    """Keep a file of a council's own figures until somebody has looked at what it holds.

    Raises ``NotPublished``, and ``ChildLevel`` for a file about single children; then nothing of it was kept. Raises
    ValidationError where it is not said which system the figures are from.
    """
    require(actor, "indicators.report", council)
    name, system = storable(name)[-200:], storable(system).strip()[:100]
    if not system:
        raise ValidationError({"system": "Say where the figures come from: the name of the system."})
    own_figures(council, name, content)
    return _kept(name, content, actor, day=on, council=council, system=system, audience=audience)


def own_figures(council: Council, name: str, content: bytes) -> own.OwnFigures:
    """What a file of a council's own figures says. Raises ``NotPublished``."""
    area = StatisticalArea.objects.filter(council=council).first()
    own_or_shipped = Indicator.objects.filter(Q(council=None) | Q(council=council))
    known = {each.key: each.card for each in own_or_shipped}
    return own.read(content, file=name, area=area.named if area else None, known=known)


def throw_away(brought: Brought, *, actor: User) -> None:
    """Throw a file away that was brought in and not stored. Raises ``Brought.DoesNotExist`` for another's, and for one
    that was stored."""
    with transaction.atomic():
        waiting = Brought.objects.select_for_update(of=("self",)).filter(release=None, report=None)
        waiting.get(pk=brought.pk, brought_by=actor).delete()


def store_brought(brought: Brought, *, actor: User) -> Release | Report:
    """Store a file that was looked at. A second time it is what it became."""
    with transaction.atomic():
        row = Brought.objects.select_for_update(of=("self",)).get(pk=brought.pk, brought_by=actor)
        if row.became is not None:
            return row.became
        content = bytes(row.content)
        if row.council is None:
            row.release = take_in(content, row.name, published_on=row.day, actor=actor).release
        else:
            row.report = store_own(
                row.council, row.system, own_figures(row.council, row.name, content),
                on=row.day or timezone.localdate(), seen=Seen(Audience(row.audience)), actor=actor,
                why=f"From the file {row.name}",
            )  # fmt: skip
        row.content = b""
        row.save(update_fields=["release", "report", "content"])
        done = row.became
    assert done is not None
    return done


def _kept(
    name: str, content: bytes, actor: User, *,
    day: date | None, council: Council | None = None, system: str = "", audience: Audience = Audience.PUBLIC,
) -> Brought:  # fmt: skip
    told = {
        "name": name, "content": content, "day": day, "council": council, "system": system, "audience": audience
    }  # fmt: skip
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        Brought.objects.filter(release=None, report=None, brought_at__lt=timezone.now() - WAITS).delete()
        held, _ = Brought.objects.update_or_create(
            brought_by=actor, sha256=sha256, release=None, report=None, defaults=told
        )
    return held
