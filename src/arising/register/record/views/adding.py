"""A clerk sends minutes to the register, and is told what became of each file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from arising.documents import SourceError
from arising.reading.formats import KINDS, MINUTED
from arising.register.accounts.models import User
from arising.register.record import operations
from arising.register.record.forms import AddSources
from arising.register.record.operations import Outcome, Status
from arising.register.record.signals import sources_added

NOTHING_FOUND = "Nothing that minutes hold was found in it. Is it minutes?"


@dataclass(frozen=True)
class Sent:
    """What became of a file: the outcome, or in ``trouble`` why it was not added and what to do."""

    name: str
    outcome: Outcome | None = None
    trouble: str = ""

    @property
    def found(self) -> list[tuple[str, int]]:
        """How many findings of the main kinds stand, by kind."""
        counts = self.outcome.counts if self.outcome else {}
        return [(KINDS[key], counts[KINDS[key]]) for key in MINUTED if counts.get(KINDS[key])]

    @property
    def notes(self) -> list[str]:
        """What is to be known about it."""
        if self.outcome is None:
            return []
        empty = [] if self.found or self.outcome.status is Status.UNCHANGED else [NOTHING_FOUND]
        return [*self.outcome.notes, *empty]


@login_required
def add(request: HttpRequest) -> HttpResponse:
    """Send minutes; what could not be added leaves nothing behind, and the rest goes on."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm("record.add_source"):
        raise PermissionDenied
    form = AddSources(request.POST or None, files=request.FILES or None, user=user)
    if request.method != "POST" or not form.is_valid():
        return render(request, "record/add.html", {"form": form})
    place = form.place()
    sent = [_add(file, place, user) for file in form.cleaned_data["minutes"]]
    new = [one.outcome.source.pk for one in sent if one.outcome and one.outcome.status is not Status.UNCHANGED]
    if new:
        sources_added.send(sender=operations.add_source, sources=new)
    return render(request, "record/added.html", {"sent": sent, "added": len(new)})


def _add(file: UploadedFile, place: dict[str, Any], user: User) -> Sent:
    name = file.name or "without a name"
    try:
        return Sent(name, operations.add_source(file.read(), name=name, actor=user, why="Added on the page", **place))
    except SourceError as error:
        return Sent(name, trouble=str(error))
    except PermissionDenied:
        return Sent(name, trouble="It is of a body that you do not serve as clerk. Ask its clerk to add it.")
