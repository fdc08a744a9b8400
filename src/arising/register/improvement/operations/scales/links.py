"""The secret links by which people score without signing in. They are told once; only their digests are kept."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from arising.register.accounts.history import Actor, save
from arising.register.accounts.rules import require
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.models import ScoringGroup, ScoringLink, ScoringRound
from arising.register.improvement.secret_links import digest_of, token_of
from arising.register.obligations.operations import MailGoesNowhere
from arising.register.obligations.operations.reminding import NO_MAIL


def make_links(
    one: ScoringRound, group: ScoringGroup, many: int, *, for_group: bool = False, actor: Actor, why: str
) -> list[str]:  # fmt: skip
    """Make secret links for a group, and answer their addresses, which nobody can be told again.

    ``for_group`` makes them for a group that answers together. Raises ValidationError once the scoring is over, and for
    more links for single people than belong to the group.
    """
    require(actor, "improvement.keep", one.council)
    if group.council_id != one.council_id:
        raise ValidationError(f"{group} does not score for {one.council}.")
    if one.is_over(timezone.localdate()):
        raise ValidationError(f"The scoring was closed on {day_in_words(one.day)}.")
    if many < 1:
        raise ValidationError({"many": "Give how many links are to be made."})
    with transaction.atomic():
        row = ScoringRound.objects.select_for_update(of=("self",)).get(pk=one.pk)
        made = ScoringLink.objects.filter(round=row, group=group, for_group=False).count()
        if made + many > group.size and not for_group:
            raise ValidationError(
                {"many": f"{group.size} belong to {group}, and {made} links were made: {max(0, group.size - made)} "
                         "more can be. Change its size first where more belong to it now."}
            )  # fmt: skip
        if for_group and many > group.size:
            raise ValidationError({"many": f"{group.size} belong to {group}: more meetings cannot be held."})
        told = [secrets.token_urlsafe(24) for _ in range(many)]
        ScoringLink.objects.bulk_create(
            ScoringLink(round=row, group=group, for_group=for_group, digest=digest_of(each)) for each in told
        )
        save(row, actor=actor, why=f"{why}: {many} for {group}")
    return [reverse("score", args=[token_of(each)]) for each in told]


def send_links(one: ScoringRound, group: ScoringGroup, addresses: Sequence[str], *, actor: Actor, why: str) -> int:
    """Make a link for each address and send it there; answer how many left. No address is kept.

    Nothing is queued, for a queue would keep who got which link. Raises ValidationError for what is no address, and
    ``MailGoesNowhere`` where there is no way to send.
    """
    require(actor, "improvement.keep", one.council)
    if settings.EMAIL_BACKEND == NO_MAIL:
        raise MailGoesNowhere("Mail goes nowhere, so none was sent. Set EMAIL_BACKEND, or hand the links out yourself.")
    wanted = list(dict.fromkeys(each.strip() for each in addresses if each.strip()))
    if not wanted:
        raise ValidationError({"addresses": "Give one address on each line."})
    for address in wanted:
        try:
            validate_email(address)
        except ValidationError:
            raise ValidationError({"addresses": f"“{address[:80]}” is no e-mail address. Nothing was sent."}) from None
    with transaction.atomic():
        # where sending fails the links are not kept: nobody could be told them
        paths = make_links(one, group, len(wanted), actor=actor, why=why)
        with get_connection() as connection:
            mails = [_mail(one, group, address, path) for address, path in zip(wanted, paths, strict=True)]
            return int(connection.send_messages(mails) or 0)


def _mail(one: ScoringRound, group: ScoringGroup, address: str, path: str) -> EmailMessage:
    link = f"{settings.SITE_URL.rstrip('/')}{path}"
    text = render_to_string("improvement/mail/score.txt", {"it": one, "group": group, "link": link})
    return EmailMessage(f"How far has {one.council} come?", text, settings.DEFAULT_FROM_EMAIL, [address])
