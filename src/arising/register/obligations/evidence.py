"""What shows that something was done: a source in the register, the words of a later minute, or a link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.urls import Resolver404, resolve

from arising.register.accounts.audiences import Audience, Reader, audiences_for
from arising.register.accounts.history import Actor
from arising.register.bodies.models import Item
from arising.register.record.models import FINDINGS, Finding, Passage, Source

ASKED_FOR = (
    "Give the address of a page that shows it: one of this register, such as /sources/3/, or one that begins with "
    "https://"
)
_ANCHOR = re.compile(r"([a-z]+)-(\d{1,18})\Z")
_MODELS = {model.kind_name(): model for model in FINDINGS}
_web = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Evidence:
    """Where it can be seen. A quote comes with its source, item and anchor."""

    source: Source | None = None
    item: Item | None = None
    quote: str = ""
    anchor: str = ""
    link: str = ""

    def columns(self) -> dict[str, Any]:
        """The columns of an answer."""
        return {name: getattr(self, name) for name in ("source", "item", "quote", "anchor", "link")}


def evidence_at(address: str, *, actor: Actor) -> Evidence:
    """The evidence that an address leads to.

    An address of this register leads to a source, or with a finding's anchor to the words of a minute; the one who
    gives it must be able to see them. Raises ``ValidationError`` for what is no address or leads nowhere.
    """
    address = address.strip()
    if not address:
        raise ValidationError({"evidence": ASKED_FOR + "."})
    try:
        parts = urlsplit(address)
    except ValueError:
        raise ValidationError({"evidence": f"“{address[:60]}” is no address. {ASKED_FOR}."}) from None
    if address.startswith("/") or parts.hostname in _own_hosts():
        return _within(parts, address, actor)
    try:
        _web(address)
    except ValidationError:
        raise ValidationError({"evidence": f"“{address[:60]}” is no address. {ASKED_FOR}."}) from None
    if len(address) > 2000:
        raise ValidationError({"evidence": "The address is longer than 2,000 characters. Give a shorter one."})
    return Evidence(link=address)


def here(address: str) -> str:
    """An address of this register without the name that the register is reached under; any other as it is."""
    try:
        parts = urlsplit(address)
        own = parts.hostname in _own_hosts()
    except ValueError:
        return address
    return urlunsplit(("", "", *parts[2:])) if own else address


def _own_hosts() -> set[str | None]:
    return {*settings.ALLOWED_HOSTS, urlsplit(settings.SITE_URL).hostname} - {"*", None}


def _within(parts: SplitResult, address: str, actor: Actor) -> Evidence:
    nowhere = ValidationError({"evidence": f"Nothing in this register is at {address[:200]}. {ASKED_FOR}."})
    try:
        match = resolve(parts.path)
    except Resolver404:
        raise nowhere from None
    found: Evidence | None = None
    named = _ANCHOR.match(parts.fragment)
    if match.url_name in ("source", "source-text", "source-original", "item") and named and named[1] in _MODELS:
        found = _words(_MODELS[named[1]], int(named[2]), actor)
    elif match.url_name in ("source", "source-text", "source-original"):
        source = _seen(Source, actor).filter(pk=match.kwargs["pk"]).first()
        found = Evidence(source=source) if source else None
    elif match.url_name == "item":
        found = _item(match.kwargs, actor)
    if found is None:
        raise nowhere
    return found


def _words(model: type[Finding], pk: int, actor: Actor) -> Evidence | None:
    finding = _seen(model, actor).filter(pk=pk).select_related("source", "item").first()
    if finding is None:
        return None
    return Evidence(source=finding.source, item=finding.item, quote=finding.quote, anchor=finding.anchor)


def _item(where: dict[str, str], actor: Actor) -> Evidence | None:
    items = _seen(Item, actor).filter(
        meeting__body__slug=where["body"], meeting__slug=where["meeting"], slug=where["item"]
    )
    passage = (
        Passage.objects.filter(item__in=items, reading__current=True, reading__source__in=_seen(Source, actor))
        .select_related("item", "reading__source")
        .first()
    )
    return Evidence(source=passage.reading.source, item=passage.item) if passage else None


def _seen(model: Any, actor: Reader) -> Any:
    """The rows that ``actor`` may see; the command on the machine, which is nobody, may see all."""
    if actor is None or Audience.CLERKS in audiences_for(actor):
        return model.objects.all()
    return model.objects.visible_to(actor)
