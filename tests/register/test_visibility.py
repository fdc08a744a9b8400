"""Nobody sees through any query what is not for them."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Page
from django.db import models
from pytest_django import DjangoDbBlocker, Settings

from arising.reading import record as read
from arising.register.accounts.audiences import Audience, Reader, Seen
from arising.register.accounts.models import User
from arising.register.bodies import operations as bodies_operations
from arising.register.bodies import queries as bodies
from arising.register.bodies.models import Body, Item, Person
from arising.register.improvement import queries as improvement
from arising.register.indicators import queries as indicators
from arising.register.matters import queries as matters
from arising.register.obligations import queries as obligations
from arising.register.programme import queries as programme
from arising.register.record import operations
from arising.register.record import queries as record
from arising.register.record.models import Commitment, Source
from arising.register.search import queries as search
from arising.register.site import queries as site
from register.asked import ASKED, MARKS, NAMELESS, OF_MEETINGS_TO_COME, OF_WHOLE_MEETINGS, slugs
from register.filled import filled, filling
from register.invented import Add, ScriptedReader
from register.planted.improved import plan_for_audiences
from register.planted.inspected import inspect_everything
from register.planted.linked import link_to_everything
from register.planted.planned import plan_for_everything
from register.planted.surveyed import survey_for_everything
from register.planted.trained import train_for_everything

NOW = "2024-06-01T12:00+00:00"


def minutes(word: str) -> str:
    return f"{word} report\n\n{word} would be sent by {word}.\n\n{word} spoke.\n\nThe Committee noted {word}.\n"


def finds(word: str) -> dict[str, list[Any]]:
    promise, noted = f"{word} would be sent by {word}.", f"The Committee noted {word}."
    return {
        "topics": [f"{word} report"],
        "exchanges": [(f"{word} spoke.", {"askers": (word,)})],
        "commitments": [(promise, {"owner": word, "deliverable": word})],
        "decisions": [(noted, {"addressee": word, "action": "request"})],
        "votes": [(noted, {"votes": {word: "for"}})],
        "figures": [(noted, {"measure": word, "scope": "national"})],
        "people": [(f"{word} spoke.", {"name": f"Councillor {word}", "role": f"{word} Chair", "attending": "present"})],
        "declarations": [(f"{word} spoke.", {"name": word})],
        "references": [(noted, {"name": word})],
        "urgency": [(noted, {"reason": word})],
        "areas": [(noted, {"name": word})],
    }


def embargo(word: str, until: read.When | None) -> list[Any]:
    return [(f"{word} spoke.", {"until": until})]


@pytest.fixture(scope="module")
def register_of_all(django_db_setup: None, django_db_blocker: DjangoDbBlocker, kept_sources: Path) -> Iterator[None]:
    with filled(django_db_blocker):
        with filling(kept_sources, at=NOW) as (add, reader):
            fill(add, reader)
        yield


@pytest.fixture
def everything(
    register_of_all: None,
    db: None,
    settings: Settings,
    kept_sources: Path,
    on_day: Callable[[str], None],
) -> None:
    on_day(NOW)
    settings.SOURCES = kept_sources


def fill(add: Add, reader: ScriptedReader) -> None:
    """A register with one source of every sort of visibility, most of a body and meeting of their own.

    Members have a source of their own on an item that is public (BESIDEWORD), and one item of a public source is
    exempt (ITEMWORD).
    """

    def put(word: str, **told: Any) -> None:
        reader.finds = {**finds(word), **reader.finds}
        add(minutes(word), name=f"{word}.txt", **{"body": f"{word} Committee", **told})
        reader.finds, reader.says = {}, {}

    reader.finds = {}
    put("OPENWORD")
    put("MEMBERWORD", audience="members")
    reader.says = {"title": "OPENWORD"}
    put("BESIDEWORD", audience="members", body="OPENWORD Committee")
    put("OFFICERWORD", audience="officers")
    put("CLERKWORD", audience="clerks")
    reader.says = {"restricted": True}
    put("EXEMPTWORD")
    put("HELDWORD", visible_from=datetime(2024, 6, 2, tzinfo=UTC))
    august = read.When(words="August 2024", kind="date", edtf="2024-08", earliest="2024-08-01", latest="2024-08-31")
    reader.finds = {"embargoes": embargo("EMBARGOWORD", august)}
    put("EMBARGOWORD")
    reader.finds = {"embargoes": embargo("ENDLESSWORD", None)}
    put("ENDLESSWORD")
    _add_meeting_with_an_exempt_item(add, reader)
    person = Person.objects.get(name="Councillor MEMBERWORD")
    body = Body.objects.get(name="MEMBERWORD Committee")
    bodies_operations.record_membership(
        person, body=body, audience=Audience.MEMBERS, role="MEMBERWORD", actor=None, why="For a test"
    )
    link_to_everything(Source.objects.get(name="OPENWORD.txt"))
    plan_for_everything(date(2024, 9, 10))
    seen = {source.name.removesuffix(".txt"): source.seen for source in Source.objects.all()}
    closed = Seen(Audience.CLERKS)
    inspect_everything({word: seen.get(word, closed) if word != "EXEMPTWORD" else closed for word in MARKS})
    audiences = {word: MARKS[word] for word in ("OPENWORD", "MEMBERWORD", "OFFICERWORD", "CLERKWORD")}
    plan_for_audiences(body.council, audiences, held=("HELDWORD", datetime(2024, 6, 2, tzinfo=UTC)))
    marks = {word: Seen(audience) for word, audience in MARKS.items()}
    survey_for_everything(body.council, marks)
    train_for_everything(Body.objects.get(name="OPENWORD Committee"), marks, {})


def _add_meeting_with_an_exempt_item(add: Add, reader: ScriptedReader) -> None:
    open_part = "Welcome\n\nThe Chair OPENWORD welcomed everybody.\n\n"
    reader.finds = {
        **finds("ITEMWORD"),
        "items": [
            ("Welcome", {"number": "1", "until": "ITEMWORD report"}),
            ("ITEMWORD report", {"number": "2", "restricted": True}),
        ],
    }
    add(open_part + minutes("ITEMWORD"), name="whole.txt", body="OPENWORD Committee", date="2024-05-01")


def answers(query: str, user: Reader) -> str:
    """Everything that a query answers, in capitals, with nothing for what is not there."""
    words = []
    for ask in ASKED[query](user):
        with suppress(ObjectDoesNotExist):
            words.append(told(ask()))
    return " ".join(words).upper()


def words_in(answer: str) -> set[str]:
    return {word for word in MARKS if word in answer}


def told(answer: Any, seen: set[int] | None = None) -> str:
    """Everything that an answer holds, as text: columns, related rows that came with it, parts of dataclasses."""
    seen = set() if seen is None else seen
    if isinstance(answer, str | int | float | None):
        return str(answer)
    if id(answer) in seen:
        return ""
    seen.add(id(answer))
    parts: Iterable[Any]
    if isinstance(answer, models.Model):
        columns = (value for name, value in vars(answer).items() if name != "_state")
        parts = [*columns, *answer._state.fields_cache.values()]
    elif dataclasses.is_dataclass(answer):
        parts = [getattr(answer, field.name) for field in dataclasses.fields(answer)]
    elif isinstance(answer, Page):
        parts = [answer.paginator.count, *answer.object_list]
    elif isinstance(answer, dict):
        parts = [*answer.keys(), *answer.values()]
    elif isinstance(answer, models.QuerySet | list | tuple | set | frozenset):
        parts = list(answer)
    else:
        parts = [str(answer)]
    return " ".join(told(part, seen) for part in parts)


def queries_of(module: ModuleType) -> set[str]:
    """The public functions of a room's queries."""
    room = module.__name__.split(".")[2]
    functions = inspect.getmembers(module, inspect.isfunction)
    own = (name for name, thing in functions if thing.__module__.startswith(module.__name__))
    return {f"{room}.{name}" for name in own if not name.startswith("_")}


def test_every_query_is_asked() -> None:
    rooms = (bodies, record, matters, obligations, programme, indicators, improvement, search, site)
    assert set(ASKED) == set().union(*map(queries_of, rooms))


@pytest.mark.parametrize("role", [None, *Audience], ids=["nobody", *(role.value for role in Audience)])
def test_no_query_answers_what_its_reader_may_not_see(
    everything: None, request: pytest.FixtureRequest, role: Audience | None
) -> None:
    names = {Audience.MEMBERS: "member", Audience.OFFICERS: "officer", Audience.CLERKS: "clerk"}
    user: Reader = request.getfixturevalue(names[role]) if role in names else AnonymousUser() if role else None
    mine = (role or Audience.PUBLIC).up_to_here()
    not_mine = {word for word, audience in MARKS.items() if audience not in mine}
    assert {query: found for query in ASKED if (found := words_in(answers(query, user)) & not_mine)} == {}


def test_a_clerk_is_answered_everything(everything: None, clerk: User) -> None:
    for promise in Commitment.objects.all():
        operations.reopen(operations.confirm(promise, actor=clerk), actor=clerk)
    fewer = {
        "bodies.memberships": {"MEMBERWORD"},
        "bodies.membership": {"MEMBERWORD"},
        "bodies.members": set(MARKS) - {"ITEMWORD", "BESIDEWORD"},
        **{query: set() for query in NAMELESS},
        "obligations.mine": set(),
        "programme.own_calendar": set(),
        "obligations.answers_to": set(),
        "obligations.progress_of": set(),
        "matters.matters": {"OPENWORD"},
        "search.followed_matter": {"OPENWORD"},
        "obligations.responsible_officers": set(),
        "obligations.impact_to_check": set(),
        "obligations.meeting_panel": set(MARKS) - {"ITEMWORD", "BESIDEWORD"},
        **dict.fromkeys(OF_MEETINGS_TO_COME, set(MARKS) - {"ITEMWORD", "BESIDEWORD"}),
        **dict.fromkeys(OF_WHOLE_MEETINGS, set(MARKS) - {"ITEMWORD", "BESIDEWORD"}),
        **dict.fromkeys(("bodies.items", "bodies.item", "improvement.items_told"), set(MARKS) - {"BESIDEWORD"}),
    }
    assert {
        query: missed for query in ASKED if (missed := fewer.get(query, set(MARKS)) - words_in(answers(query, clerk)))
    } == {}


def test_a_count_counts_only_what_its_reader_may_see(everything: None, clerk: User) -> None:
    for count in (record.undated, record.asking, record.national):
        assert (count(None), count(clerk)) == (1, len(MARKS))


def test_what_is_held_back_opens_at_its_time(everything: None, on_day: Callable[[str], None]) -> None:
    assert "HELDWORD" not in told(record.commitments(None))
    on_day("2024-06-02T00:00+00:00")
    assert "HELDWORD" in told(record.commitments(None))
    assert "HELDWORD COMMITTEE" in told(site.home(None)).upper()


def test_an_embargo_lasts_until_its_last_day_is_over(everything: None, on_day: Callable[[str], None]) -> None:
    on_day("2024-08-31T22:59+00:00")
    assert "EMBARGOWORD" not in told(record.commitments(None))
    on_day("2024-08-31T23:00+00:00")
    assert "EMBARGOWORD" in told(record.commitments(None))


def test_letting_a_source_be_seen_opens_its_meeting_and_items(everything: None, clerk: User) -> None:
    source = Source.objects.get(name="ENDLESSWORD.txt")
    operations.set_visibility(source, Audience.PUBLIC, actor=clerk, why="The embargo is over.")
    assert "ENDLESSWORD" in told(record.commitments(None))
    item = Item.objects.get(meeting=source.meeting)
    assert record.item_page(None, *slugs(item)).stretches


def test_letting_a_source_be_seen_leaves_its_exempt_items_closed(everything: None, clerk: User) -> None:
    source = Source.objects.get(name="whole.txt")
    operations.set_visibility(source, Audience.PUBLIC, actor=clerk, why="It was public all along.")
    assert "ITEMWORD" not in told(record.source_page(None, source.pk)).upper()


def test_closing_the_only_source_of_a_meeting_closes_the_meeting(everything: None, clerk: User) -> None:
    source = Source.objects.get(name="OPENWORD.txt")
    operations.set_visibility(source, Audience.CLERKS, actor=clerk, why="Published by mistake.")
    assert not bodies.meetings(None).filter(pk=source.meeting.pk).exists()


def test_a_signed_in_person_without_a_role_is_the_public(everything: None, db: None) -> None:
    nobody = User.objects.create_user("resident@kelderdale.example")
    assert told(record.commitments(nobody)) == told(record.commitments(None))


def test_a_person_who_may_no_longer_sign_in_is_the_public(everything: None, clerk: User) -> None:
    clerk.is_active = False
    assert told(record.commitments(clerk)) == told(record.commitments(None))
