"""Atom feeds (RFC 4287): of a body, a matter, a post that owes, and a search. Each shows what its reader may see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import conditional_page

from arising.register.bodies import queries as bodies
from arising.register.record.views.pages import found
from arising.register.search import queries
from arising.register.search.forms import Search
from arising.register.search.queries import News
from arising.register.search.queries.saved import address_of, in_short, names_to
from arising.register.search.views.finding import coverage_of

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _About:
    """What a feed is about: its title, the page it belongs to, its key, which minutes are in, and what is new."""

    title: str
    page: str
    key: str
    coverage: str
    news: list[News]


class _Atom(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """When the newest entry came; for a feed without any always the same, so that it stays the same feed."""
        return super().latest_post_date() if self.items else _NOTHING_YET


if TYPE_CHECKING:
    _OfNews = Feed[News, _About]
else:
    _OfNews = Feed


class _Feed(_OfNews):
    feed_type = _Atom
    author_name = "Matters Arising"

    def __init__(self, about: _About) -> None:
        self.about = about

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> _About:
        return self.about

    def title(self, about: _About) -> str:
        return _clean(about.title)

    def link(self, about: _About) -> str:
        return about.page

    def subtitle(self, about: _About) -> str:
        return _clean(about.coverage)

    def feed_guid(self, about: _About) -> str:
        return _tag(about.key)

    def items(self, about: _About) -> list[News]:
        return about.news

    def item_title(self, item: Any) -> str:
        return _clean(item.title)

    def item_description(self, item: Any) -> str:
        words = f"<p>{escape(_clean(item.words))}</p>" if item.words else ""
        return words + (f"<blockquote>“{escape(_clean(item.quote))}”</blockquote>" if item.quote else "")

    def item_link(self, item: Any) -> str:
        return str(item.url)

    def item_guid(self, item: Any) -> str:
        return _tag(item.key)

    def item_updateddate(self, item: Any) -> datetime:
        at: datetime = item.at
        return at


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub(" ", text)


def _tag(key: str) -> str:
    """A name that stays for good, wherever the register is reached from (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{key}"


@conditional_page
def body(request: HttpRequest, body: str) -> HttpResponse:
    """New minutes of a body, what is owed to it, and what became of that."""
    held = found(bodies.body, request.user, body)
    about = _About(
        title=f"{held.name}: minutes, promises, and what became of them",
        page=held.get_absolute_url(),
        key=f"body/{held.pk}",
        coverage=queries.coverage(request.user, held).words,
        news=queries.news_of_body(request.user, held),
    )
    return _answer(request, about)


@conditional_page
def matter(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a matter was spoken of, what was promised, and what became of that."""
    held = found(queries.followed_matter, request.user, slug)
    about = _About(
        title=f"{held.title}: what was said and promised, and what became of it",
        page=held.get_absolute_url(),
        key=f"matter/{held.pk}",
        coverage=queries.coverage_of_all(request.user, held.council.slug).words,
        news=queries.news_of_matter(request.user, held),
    )
    return _answer(request, about)


@conditional_page
def owner(request: HttpRequest, pk: int) -> HttpResponse:
    """What a post owes, and what became of it."""
    held = found(queries.owing_post, request.user, pk)
    about = _About(
        title=f"{held.name}: what is owed, and what became of it",
        page=f"{reverse('obligations')}?{urlencode({'owner': held.name})}",
        key=f"owner/{held.pk}",
        coverage=queries.coverage_of_all(request.user, held.council.slug).words,
        news=queries.news_of_owner(request.user, held),
    )
    return _answer(request, about)


@conditional_page
def search(request: HttpRequest) -> HttpResponse:
    """What a search finds. A filter that cannot be used is no feed, which would else tell of more than was asked."""
    form = Search(request.GET, user=request.user)
    if form.errors:
        raise Http404
    about = _About(
        title=f"Search for {in_short(form.asks, names_to(request.user))}" if form.asks else "Search for nothing yet",
        page=address_of(form.asks),
        key=f"search/{urlencode(form.asks)}",
        coverage=coverage_of(request, form).words,
        news=queries.news_of_search(request.user, form.asks),
    )
    return _answer(request, about)


def _answer(request: HttpRequest, about: _About) -> HttpResponse:
    response = _Feed(about)(request)
    # to be asked for again each time: what was withheld since must not be shown
    response["Cache-Control"] = "private, no-cache" if request.user.is_authenticated else "no-cache"
    patch_vary_headers(response, ["Cookie"])
    return response
