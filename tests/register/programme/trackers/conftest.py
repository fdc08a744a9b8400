"""An undertaking of the Director of People, the director, and what is owed to the committee as a tracker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from arising.register.accounts.models import User
from arising.register.bodies.models import Body
from register.obligations.conftest import committee, director, owed, today
from register.programme.trackers.sheets import Sheet, as_csv, read_csv

__all__ = ["committee", "director", "owed", "today"]

Taken = Callable[..., Sheet]


@pytest.fixture
def taken(client: Client, committee: Body) -> Taken:
    """The tracker of the committee as somebody takes it: ``taken(clerk, state="waiting")``."""

    def take(user: User | None = None, **narrowed: Any) -> Sheet:
        if user:
            client.force_login(user)
        return read_csv(client.get(f"/trackers/{committee.slug}.csv", narrowed).content)

    return take


@dataclass
class Desk:
    """Where trackers are brought back: what each page said, and the word to store."""

    client: Client
    slug: str
    path: str = ""
    page: Any = None

    def __call__(self, user: User, file: bytes | list[dict[str, Any]], name: str = "tracker.csv") -> str:
        """Bring a file back as ``user`` and say what the next page tells."""
        self.client.force_login(user)
        content = file if isinstance(file, bytes) else as_csv(file)
        sent = {"file": SimpleUploadedFile(name, content)}
        return self.read(self.client.post(f"/trackers/{self.slug}/import/", sent, follow=True))

    def store(self) -> str:
        """Store what the page showed, and say what the next page tells."""
        return self.read(self.client.post(self.path, {"seen": self.seen}, follow=True))

    @property
    def seen(self) -> str:
        """What the page sends back with the word to store."""
        (told,) = self.page.xpath("//input[@name='seen']/@value")
        return str(told)

    def read(self, response: Any) -> str:
        """What a page tells, in words."""
        assert response.status_code == 200, response.content
        self.path = response.request["PATH_INFO"]
        self.page = html.fromstring(response.content.decode())
        return " ".join(self.page.xpath("//main")[0].text_content().split())


@pytest.fixture
def bring(client: Client, committee: Body) -> Desk:
    return Desk(client, committee.slug)
