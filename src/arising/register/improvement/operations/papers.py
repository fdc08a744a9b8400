"""Taking the files of the journey in."""

from __future__ import annotations

import mimetypes
from datetime import date
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from arising.register.accounts.audiences import BY_EVERYBODY, Seen, Visible
from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.models import Council
from arising.register.improvement.models import Paper
from arising.register.record.operations import files
from arising.register.record.texts import storable


def keep_paper(
    council: Council, content: bytes, name: str, *,
    title: str = "", text: str = "", dated: date | None = None, origin: str = "", seen: Seen = BY_EVERYBODY,
    actor: Actor, why: str,
) -> Paper:  # fmt: skip
    """Keep a file of a council's journey, byte for byte. The same bytes are kept once, and stay as they were first
    given.

    Raises ValidationError for a file that is empty or too large.
    """
    require(actor, "improvement.keep", council)
    name = storable(PurePosixPath(name.replace("\\", "/")).name)[-300:] or "file"
    if not content:
        raise ValidationError({"file": f"“{name[:80]}” is empty."})
    if len(content) > settings.LARGEST_UPLOAD:
        most = settings.LARGEST_UPLOAD // 1024**2
        raise ValidationError({"file": f"“{name[:80]}” is too large: at most {most} MB are taken."})
    sha256 = files.keep(content)
    with transaction.atomic():
        known = Paper.objects.filter(council=council, sha256=sha256).first()
        if known is not None:
            return known
        paper = Paper(
            council=council, title=(storable(title).strip() or name)[:500], name=name, sha256=sha256,
            size=len(content), media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
            text=text, origin=storable(origin)[:2000], dated=dated, audience=seen.audience,
            visible_from=seen.visible_from, added_by=actor,
        )  # fmt: skip
        return save(paper, actor=actor, why=why)


def narrowest(row: Visible, paper: Paper | None) -> Seen:
    """Who may see a thing together with the paper that it rests on: the narrower audience, the later time."""
    ways = [row.seen, *([paper.seen] if paper else [])]
    audience = max((seen.audience for seen in ways), key=lambda each: each.rank)
    times = [seen.visible_from for seen in ways if seen.visible_from]
    return Seen(audience, max(times) if times else None)
