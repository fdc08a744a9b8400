"""What is new of a body, a matter, a post that owes, or a search: minutes, promises, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Max, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from arising.register.accounts.audiences import Audience, Reader, audiences_for
from arising.register.accounts.history import latest_entries
from arising.register.bodies.dates_in_words import day_in_words
from arising.register.bodies.dates_in_words import in_words as date_in_words
from arising.register.bodies.models import Body, Meeting, Post
from arising.register.bodies.withheld import cover
from arising.register.matters import queries as matters
from arising.register.matters.models import LinkState, Matter
from arising.register.obligations import queries as obligations
from arising.register.obligations.models import Answer, Ending, Extension, Judgement, Obligation, Origin, Reply
from arising.register.record.models import Source
from arising.register.search.queries.finding import found_entries
from arising.register.search.queries.hits import begun, hits
from arising.register.search.queries.saved import KEYED_BY, Asks, key_of, narrowing_of, words_of

MOST = 50
"""How many of each sort are taken into account, the latest; so many stand in a feed."""


@dataclass(frozen=True)
class News:
    """One thing that is new: ``words`` tell it, ``quote`` are the exact words it rests on, empty where there are none.

    ``key`` stays for good. ``at`` is when it came to be seen, as far as the register knows.
    """

    key: str
    title: str
    words: str
    quote: str
    url: str
    at: datetime


def followed_matter(user: Reader, slug: str) -> Matter:
    """A matter of which ``user`` may see a topic. Raises ``Matter.DoesNotExist``."""
    seen = Matter.objects.visible_to(user).filter(topics__in=matters.topics(user))
    return seen.select_related("council").distinct().get(slug=slug)


def news_of_body(user: Reader, body: Body) -> list[News]:
    """New minutes of a body, what is owed to it, and what became of that, the latest first."""
    owed = obligations.in_brief(user).filter(body=body)
    return _latest([*_minutes(user, body), *_of_what_is_owed(user, owed)])


def news_of_matter(user: Reader, matter: Matter) -> list[News]:
    """What was promised under the topics of a matter, and what became of it, the latest first."""
    topics = matters.topics(user).filter(membership__matter=matter).order_by().values("pk")
    under = Q(commitment__topic__in=topics) | Q(decision__topic__in=topics) | Q(exchange__topic__in=topics)
    owed = obligations.in_brief(user).filter(under)
    return _latest([*_topics(user, matter), *_of_what_is_owed(user, owed)])


def news_of_owner(user: Reader, post: Post) -> list[News]:
    """What a post owes, and what became of it, the latest first."""
    return _latest(_of_what_is_owed(user, obligations.in_brief(user).filter(owner=post)))


def news_of_search(user: Reader, asks: Asks) -> list[News]:
    """What a search finds in minutes and of what is owed, the latest in the register first.

    People and matters, of which no day is known, are left out.
    """
    found = found_entries(user, words_of(asks), narrowing_of(asks)).filter(person=None, matter=None)
    said = _since("source__added_at", "source__", "source__meeting__")
    owed = _since("obligation__added_at", "obligation__", "obligation__source__", "obligation__source__meeting__")
    dated = found.annotate(at=Coalesce(owed, said)).order_by("-at", "-pk")
    rows = {row["pk"]: row for row in dated.values("at", *KEYED_BY)[:MOST]}
    told = hits(user, [(pk, None) for pk in rows])
    # minutes of an item that are very long stand in the index in parts
    by_key = {
        key_of(row): News(
            key=key_of(row).partition(":")[0],
            title=hit.title,
            words=f"{hit.body}, {date_in_words(hit.meeting_date)}." if hit.body and hit.meeting_date else hit.body,
            quote=begun(hit.text),
            url=hit.url,
            at=row["at"],
        )
        for row, hit in zip(rows.values(), told, strict=True)
    }
    return _latest(by_key.values())


def _latest(news: Iterable[News]) -> list[News]:
    """The latest, none later than now: to a clerk what is held back is new already."""
    now = timezone.now()
    return sorted(news, key=lambda one: (min(one.at, now), one.key), reverse=True)[:MOST]


def _since(added: str, *holders: str) -> Greatest:
    """From when a row can be seen: since it was added, or since what it hangs on was opened."""
    return Greatest(F(added), *(Coalesce(F(f"{holder}visible_from"), F(added)) for holder in holders))


def _minutes(user: Reader, body: Body) -> Iterator[News]:
    sources = Source.objects.visible_to(user).filter(meeting__body=body, readings__current=True)
    dated = sources.annotate(
        edited=Max("editions__added_at"), at=_since("added_at", "", "meeting__", "meeting__body__")
    )
    by_meeting: dict[Meeting, list[Any]] = {}
    for source in dated.select_related("meeting__body").order_by("-at", "-pk")[: 4 * MOST]:
        by_meeting.setdefault(source.meeting, []).append(source)
    for meeting, held in by_meeting.items():
        day = date_in_words(meeting.date) if meeting.date else "a day that is not known"
        yield News(
            key=f"minutes/{meeting.pk}",
            title=f"Minutes of {day}",
            words=f"{body.name}: {'; '.join(sorted(str(source) for source in held))}.",
            quote="",
            url=meeting.get_absolute_url(),
            at=max(max(source.at, source.edited or source.at) for source in held),
        )


def _topics(user: Reader, matter: Matter) -> Iterator[News]:
    at = _since("source__added_at", "source__", "source__meeting__")
    topics = matters.topics(user).filter(membership__matter=matter).annotate(at=at)
    for topic in topics.select_related("source__meeting__body").order_by("-at")[:MOST]:
        yield News(
            key=f"topic/{topic.pk}",
            title=f"Spoken of on {date_in_words(topic.source.meeting.date)}: {topic.heading}",
            words=f"{topic.source.meeting.body.name}.",
            quote="",
            url=f"{matter.get_absolute_url()}#topic-{topic.pk}",
            at=topic.at,
        )


def _of_what_is_owed(user: Reader, owed: QuerySet[Obligation]) -> Iterator[News]:
    at = _since("added_at", "", "source__", "source__meeting__")
    for one in owed.annotate(at=at).order_by("-at", "-pk")[:MOST]:
        yield _promise(one)
    keys = owed.order_by().values("pk")
    seen = _answers(user, keys)
    for update in (*seen, *cover(user, list(_others(keys, {answer.pk for answer in seen})))):
        yield _update(update)
    closures = matters.closures(user).filter(commitment__in=owed.order_by().values("commitment"))
    promised = {row.commitment_id: row for row in owed.filter(commitment__in=closures.values("commitment"))}
    for closure in closures.order_by("-source__added_at", "-pk")[:MOST]:
        row, sure = promised[closure.commitment_id], closure.state == LinkState.CONFIRMED
        when = date_in_words(closure.source.meeting.date) if closure.source.meeting.date else "a later meeting"
        yield News(
            key=f"later/{closure.pk}",
            title=f"{closure.get_effect_display()}{'' if sure else ', it seems'}: {row.title}",
            words=f"Minutes of {when} {'say' if sure else 'seem to say'}: {closure.get_effect_display().lower()}.",
            quote=closure.quote,
            url=row.get_absolute_url(),
            at=closure.decided_at or closure.source.added_at,
        )


def _promise(one: Any) -> News:
    expected = one.origin == Origin.EXPECTATION
    owner = "" if expected else f"Owed by {one.owed_by}. " if one.owed_by else "Nobody is named who owes it. "
    due = f"Due on {day_in_words(one.due)}." if one.due else "No date was given."
    return News(
        key=f"obligation/{one.pk}",
        title=f"{'Expected' if expected else one.get_origin_display()}: {one.title}",
        words=f"{owner}{due}",
        quote=one.finding.quote if one.finding else "",
        url=one.get_absolute_url(),
        at=one.at,
    )


def _answers(user: Reader, keys: QuerySet[Any, Any]) -> list[Any]:
    """The answers that a reader may see, each with ``at``: when it was given, or accepted and so opened."""
    found = Answer.objects.visible_to(user).filter(obligation__in=keys)
    if Audience.MEMBERS not in audiences_for(user):
        found = found.filter(judgement=Judgement.ACCEPTED)
    answers: list[Any] = list(found.select_related("obligation").order_by("-given_at")[:MOST])
    changed = latest_entries(Answer, [answer.pk for answer in answers])
    for answer in answers:
        answer.at = changed[answer.pk].history_date if answer.pk in changed else answer.given_at
    return answers


def _others(keys: QuerySet[Any, Any], answers: set[int]) -> Iterator[Any]:
    """Extensions, endings that hold, and replies, the latest of each; a reply with its answer or not at all."""
    for model, when in ((Extension, "given_at"), (Ending, "ended_at"), (Reply, "given_at")):
        rows: Any = model._default_manager.filter(obligation__in=keys).select_related("obligation")
        for row in rows.order_by(f"-{when}")[:MOST]:
            hidden = isinstance(row, Reply) and row.answer_id is not None and row.answer_id not in answers
            if not hidden and not getattr(row, "taken_back", False):
                row.at = getattr(row, when)
                yield row


def _update(update: Any) -> News:
    one: Obligation = update.obligation
    match update:
        case Answer():
            sort, title, words, quote = "answer", "Answered", update.text, update.quote
        case Extension():
            until = f"More time is given until {day_in_words(update.until)}."
            sort, title, words, quote = "extension", "Extended", f"{until} {update.reason}", ""
        case Ending():
            title = "Superseded" if update.by_id else "Withdrawn"
            sort, words, quote = "ending", update.reason, ""
        case _:
            told = (f"What will be done: {update.will_do}." if update.will_do else "", update.reason)
            title = f"The executive replied ({update.get_response_display().lower()})"
            sort, words, quote = "reply", " ".join(filter(None, told)), ""
    return News(
        key=f"{sort}/{update.pk}",
        title=f"{title}: {one.title}",
        words=words,
        quote=quote,
        url=f"{one.get_absolute_url()}#{sort}-{update.pk}",
        at=update.at,
    )
