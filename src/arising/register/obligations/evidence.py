"""What shows that something was done: a source in the register, the words of a later minute, or a link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
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
from arising.register.record.operations import files
from arising.register.record.texts import storable

ASKED_FOR = (
    "Give the address of a page that shows it: one of this register, such as /sources/3/, or one that begins with "
    "https://"
)
TAKEN = frozenset({"pdf", "docx", "doc", "odt", "xlsx", "ods", "csv", "pptx", "txt", "png", "jpg", "jpeg"})
"""How the names of files end that are taken as evidence. They are only ever given out as downloads."""

_ANCHOR = re.compile(r"([a-z]+)-(\d{1,18})\Z")
_MODELS = {model.kind_name(): model for model in FINDINGS}
_web = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class SentFile:
    """A file that somebody sent."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Evidence:
    """Where it can be seen. A quote comes with its source, item and anchor, a file with its name and SHA-256."""

    source: Source | None = None
    item: Item | None = None
    quote: str = ""
    anchor: str = ""
    link: str = ""
    file_name: str = ""
    file_sha256: str = ""

    def columns(self) -> dict[str, Any]:
        """The columns of an answer."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


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


def evidence_in(file: SentFile) -> Evidence:
    """A file as evidence: its bytes are kept.

    Raises ``ValidationError`` for a file of a kind that is not taken, one that is empty, or one that is too large.
    """
    suffix = file.name.rpartition(".")[2].lower()
    if suffix not in TAKEN:
        kinds = ", ".join(sorted(TAKEN))
        raise ValidationError({"file": f"“{file.name[:80]}” is no file that is taken. Those taken end in: {kinds}."})
    if not file.content:
        raise ValidationError({"file": f"“{file.name[:80]}” is empty."})
    if len(file.content) > settings.LARGEST_UPLOAD:
        most = settings.LARGEST_UPLOAD // 1024**2
        raise ValidationError({"file": f"“{file.name[:80]}” is too large: at most {most} MB are taken."})
    name = storable(PurePosixPath(file.name.replace("\\", "/")).name)[-200:]
    return Evidence(file_name=name, file_sha256=files.keep(file.content))


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
