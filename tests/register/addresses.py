"""Every address of the register, and what to put into those that take arguments.

A new address without arguments is walked as it is. One with arguments needs a line in ``ARGUMENTS``: its name, and
every set of arguments under which something can be found in the tests' register.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pypdfium2
from django.http import FileResponse, HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from arising.register.accounts.models import User
from arising.register.accounts.operations import invitation
from arising.register.bodies.models import Body, Item, Meeting, Person
from arising.register.record.models import Source

Arguments = dict[str, Any]


def _meetings() -> Iterator[Arguments]:
    for meeting in Meeting.objects.select_related("body"):
        yield {"body": meeting.body.slug, "meeting": meeting.slug}


def _items() -> Iterator[Arguments]:
    for item in Item.objects.select_related("meeting__body"):
        yield {"body": item.meeting.body.slug, "meeting": item.meeting.slug, "item": item.slug}


def _sources() -> Iterator[Arguments]:
    yield from ({"pk": source.pk} for source in Source.objects.all())


def _people() -> Iterator[Arguments]:
    yield from ({"slug": person.slug} for person in Person.objects.all())


def _users() -> Iterator[Arguments]:
    yield from ({"pk": user.pk} for user in User.objects.all())


def _invitation() -> Iterator[Arguments]:
    path = invitation(User.objects.all()[0], actor=None)
    uidb36, _, key = path.strip("/").rpartition("/")[2].partition("-")
    yield {"uidb36": uidb36, "key": key}


ARGUMENTS: dict[str, Callable[[], Iterable[Arguments]]] = {
    "body": lambda: ({"body": body.slug} for body in Body.objects.all()),
    "meeting": _meetings,
    "item": _items,
    "person": _people,
    "person-name": _people,
    "source": _sources,
    "source-text": _sources,
    "source-original": _sources,
    "user": _users,
    "user-role": _users,
    "user-name": _users,
    "user-open": _users,
    "user-invite": _users,
    "user-bodies": _users,
    "account_reset_password_from_key": _invitation,
}
"""What each address with arguments is asked with."""


def addresses() -> dict[str, bool]:
    """Every address by its name, and whether it takes arguments. One without a name goes by its pattern."""
    return dict(_walk(get_resolver().url_patterns))


def _walk(patterns: Iterable[URLPattern | URLResolver], taking: bool = False) -> Iterator[tuple[str, bool]]:
    for pattern in patterns:
        takes = taking or bool(pattern.pattern.regex.groups)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, takes)
        else:
            yield pattern.name or str(pattern.pattern), takes


def paths() -> list[str]:
    """Every path there is something at, or could be."""
    asked = ((name, ARGUMENTS[name]() if takes else [{}]) for name, takes in addresses().items())
    return [reverse(name, kwargs=given) for name, arguments in asked for given in arguments]


def words_of(response: HttpResponseBase) -> str:
    """All that an answer says, in its headers and its body, files inside it included."""
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    if isinstance(response, FileResponse) and response.file_to_stream:
        response.file_to_stream.close()
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return f"{headers}\n{_text(body)}"


def _text(body: bytes) -> str:
    if body.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(body)
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    if body.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            return "\n".join(_text(parts.read(name)) for name in parts.namelist())
    return body.decode("utf-8", "replace")
