"""No reader is answered at any address with what their role may not see.

The register of this test holds one thing of every audience, exempt, held back, of another body, and what only staff
or administrators know. Each holds a mark. Every address that the URL configuration has is asked as every role.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker, Settings

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.history import save
from arising.register.accounts.models import User
from arising.register.accounts.operations import add_user, rename_user
from arising.register.accounts.roles import Role
from arising.register.bodies import operations as bodies
from arising.register.bodies.models import Body, Item, Person
from arising.register.record import operations as record
from arising.register.record.models import Commitment, Source
from arising.register.search.operations import save_search
from register.addresses import ARGUMENTS, addresses, paths, words_of
from register.conftest import a_user
from register.filled import filled, filling
from register.invented import Add, ScriptedReader
from register.planted.foretold import foretell_for_everything
from register.planted.improved import plan_for_audiences
from register.planted.inspected import inspect_everything
from register.planted.linked import link_to_everything
from register.planted.planned import plan_for_everything
from register.planted.reported import report_for_everything
from register.planted.scored import audit_for_everything, recruit_for_everything, score_for_everything
from register.planted.surveyed import survey_for_everything
from register.planted.trained import train_for_everything

NOW = "2024-06-01T12:00+00:00"
HELD_UNTIL = datetime(2024, 6, 2, tzinfo=UTC)
TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}
READERS = ("nobody", "somebody", "member", "officer", "board", "inspector", "clerk of one", "clerk", "administrator")
ROLES = {
    "member": Role.MEMBER, "officer": Role.OFFICER, "board": Role.BOARD, "inspector": Role.INSPECTOR,
    "clerk": Role.CLERK, "administrator": Role.ADMINISTRATOR,
}  # fmt: skip
CLERKS = frozenset({"clerk of one", "clerk", "administrator"})
STAFF = CLERKS | {"officer", "board", "inspector"}
OF_ALL = frozenset({"clerk", "administrator"})

WHO_IS_ASKED_TWICE = ("nobody", "officer", "clerk of one")
"""Who asks every address on a second database too: the public, staff, and who sees some bodies and not others. What
each query answers is asked there for every reader by ``test_visibility``."""
WALKERS = [
    pytest.param(name, marks=() if name in WHO_IS_ASKED_TWICE else pytest.mark.first_database) for name in READERS
]

A_FEW = 2
"""How many paths of each address are asked by those of ``ASK_A_FEW``."""
ASK_A_FEW = OF_ALL | {"somebody"}
"""Those from whom next to nothing is hidden, and who sees what the public sees, for whom every path is asked."""
AT_ONE_PLACE = {"EARLIERMARK", "WHYMARK"}
"""The marks that stand in the history of one thing, where who asks a few paths may not come."""

MAY_READ: dict[str, frozenset[str]] = {
    "OPENMARK": frozenset(READERS),
    "MEMBERMARK": STAFF | {"member"},
    "OFFICERMARK": STAFF,
    "CLERKMARK": CLERKS,
    "EXEMPTMARK": CLERKS,
    "ITEMMARK": CLERKS,
    "HELDMARK": CLERKS,
    "EARLIERMARK": CLERKS,
    "ELSEWHEREMARK": frozenset(READERS),
    "ELSEOFFICERMARK": (STAFF - CLERKS) | OF_ALL,
    "ELSECLERKMARK": OF_ALL,
    "STAFFMARK": STAFF,
    "WHYMARK": STAFF,
    "NAMEMARK": STAFF,
    "USERMARK": frozenset({"administrator"}),
    "KEPTMARK": frozenset({"member"}),
}
"""Who may read each mark."""


REPORTED = {
    "OPENMARK": Audience.PUBLIC, "MEMBERMARK": Audience.MEMBERS, "OFFICERMARK": Audience.OFFICERS,
    "CLERKMARK": Audience.CLERKS,
}  # fmt: skip
"""For whom figures were reported, and things said of them."""


def asked_by(mark: str) -> str:
    """The word that stands beside a mark wherever it stands: to search for it says nothing of what was found."""
    return mark.replace("MARK", "token").lower()


def minutes(mark: str) -> str:
    token = asked_by(mark)
    return (
        f"{mark} {token} report\n\nOfficers of {mark} {token} would send {mark} {token}.\n\n"
        f"{mark} {token} spoke.\n\nThe Committee noted {mark} {token}.\n"
    )


def finds(mark: str) -> dict[str, list[Any]]:
    both = f"{mark} {asked_by(mark)}"
    promise, spoke, noted = f"Officers of {both} would send {both}.", f"{both} spoke.", f"The Committee noted {both}."
    under = {"topic": f"{both} report"}
    return {
        "topics": [f"{both} report"],
        "exchanges": [(spoke, {**under, "askers": (both,), "responders": (both,)})],
        "commitments": [(promise, {**under, "owner": both, "deliverable": both, "to": both})],
        "decisions": [(noted, {"addressee": both, "action": "request", "asks_for": both})],
        "votes": [(noted, {"votes": {both: "for"}})],
        "figures": [
            (noted, {**under, "measure": f"potholes mended before winter evenings {both}", "scope": "national"})
        ],
        "people": [(spoke, {"name": f"Councillor {both}", "role": f"{both} Chair", "attending": "present"})],
        "declarations": [(spoke, {"name": both, "matter": both})],
        "references": [(noted, {"name": both})],
        "urgency": [(noted, {"reason": both})],
        "areas": [(noted, {"name": both})],
    }


@pytest.fixture(scope="module")
def everybody(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, kept_sources: Path
) -> Iterator[dict[str, User | None]]:
    """Everybody who reads, of a register that holds every mark."""
    with filled(django_db_blocker):
        with filling(kept_sources, at=NOW) as (add, reader):
            readers = fill(add, reader)
        yield readers


@pytest.fixture
def readers(
    everybody: dict[str, User | None],
    db: None,
    settings: Settings,
    kept_sources: Path,
    on_day: Callable[[str], None],
) -> dict[str, User | None]:
    on_day(NOW)
    settings.SOURCES = kept_sources
    return everybody


def fill(add: Add, reader: ScriptedReader) -> dict[str, User | None]:
    reader.finds = {}

    def put(mark: str, **told: Any) -> Source:
        reader.finds = {**finds(mark), **reader.finds}
        source = add(minutes(mark), name=f"{mark}.txt", **told).source
        reader.finds, reader.says = {}, {}
        return source

    opened = put("OPENMARK")
    put("MEMBERMARK", audience="members", date="2024-03-06")
    put("OFFICERMARK", audience="officers", date="2024-03-07")
    put("CLERKMARK", audience="clerks", date="2024-03-08")
    reader.says = {"restricted": True}
    put("EXEMPTMARK", date="2024-03-09")
    put("HELDMARK", visible_from=HELD_UNTIL, date="2024-03-10")
    put("ELSEWHEREMARK", body="ELSEWHEREMARK Committee")
    put("ELSEOFFICERMARK", body="ELSEWHEREMARK Committee", audience="officers")
    put("ELSECLERKMARK", body="ELSECLERKMARK Committee", audience="clerks")
    _a_withheld_name(add, reader)
    _an_exempt_item(add, reader)
    _a_title_that_was_for_fewer(opened)
    link_to_everything(opened)
    plan_for_everything(date(2024, 9, 10))
    everybody = _everybody(opened)
    clerk = everybody["clerk"]
    assert clerk
    report_for_everything(opened.meeting.body.council, REPORTED, held=("HELDMARK", HELD_UNTIL), clerk=clerk)
    inspect_everything(
        {**{mark: Seen(audience) for mark, audience in REPORTED.items()}, "HELDMARK": Seen(visible_from=HELD_UNTIL)}
    )
    plan_for_audiences(opened.meeting.body.council, REPORTED, held=("HELDMARK", datetime(2024, 6, 2, tzinfo=UTC)))
    tomorrow, today = datetime(2024, 6, 2, tzinfo=UTC), date(2024, 6, 1)
    for plant in (score_for_everything, audit_for_everything, recruit_for_everything):
        plant(opened.meeting.body.council, REPORTED, held=("HELDMARK", tomorrow), today=today)
    foretell_for_everything(opened.meeting.body.council, REPORTED, held=("HELDMARK", datetime(2024, 6, 2, tzinfo=UTC)))
    seen = {mark: Seen(audience) for mark, audience in REPORTED.items()}
    held_back = Seen(visible_from=datetime(2024, 6, 2, tzinfo=UTC))
    survey_for_everything(opened.meeting.body.council, {**seen, "HELDMARK": held_back})
    train_for_everything(opened.meeting.body, {**seen, "HELDMARK": held_back}, {"NAMEMARK": "Gwenda NAMEMARK"})
    return everybody


def _an_exempt_item(add: Add, reader: ScriptedReader) -> None:
    reader.finds = {
        **finds("ITEMMARK"),
        "items": [
            ("Welcome", {"number": "1", "until": "ITEMMARK itemtoken report"}),
            ("ITEMMARK itemtoken report", {"number": "2", "restricted": True}),
        ],
    }
    add(f"Welcome\n\nThe Chair welcomed everybody.\n\n{minutes('ITEMMARK')}", name="whole.txt", date="2024-05-01")
    reader.finds = {}


def _a_withheld_name(add: Add, reader: ScriptedReader) -> None:
    """In the text, every kind of finding, the title of the item, the name of the file, before it is withheld."""
    reader.finds = {
        kind: [(quote, {key: _named(value) for key, value in more.items()}) for quote, more in map(_pair, told)]
        for kind, told in finds("NAMEMARK").items()
    }
    reader.says = {"title": "Thanks to Gwenda NAMEMARK nametoken"}
    add(minutes("NAMEMARK"), name="gwenda-namemark.txt", date="2024-03-11", origin="https://x.example/g.namemark")
    reader.finds, reader.says = {}, {}
    bodies.withhold(Person.objects.get(name="Gwenda NAMEMARK"), "She is a witness.", also=["Gwenda N."], actor=None)


def _pair(told: Any) -> tuple[str, dict[str, Any]]:
    return (told, {}) if isinstance(told, str) else told


def _named(value: Any) -> Any:
    return "Gwenda NAMEMARK" if value == "Councillor NAMEMARK nametoken" else value


def _a_title_that_was_for_fewer(source: Source) -> None:
    item = Item.objects.get(meeting=source.meeting)
    before, item.title = item.title, "EARLIERMARK earliertoken"
    save(item, **TOLD)
    item.title = before
    save(item, **TOLD)


def _everybody(source: Source) -> dict[str, User | None]:
    everybody: dict[str, User | None] = {"nobody": None, "somebody": add_user("s@kelderdale.example", None, **TOLD)}
    for name, role in ROLES.items():
        everybody[name] = a_user(role)
    one = everybody["clerk of one"] = add_user("one@kelderdale.example", Role.CLERK, **TOLD)
    bodies.set_clerkships(one, bodies=[source.meeting.body], **TOLD)
    clerk = everybody["clerk"]
    assert clerk
    bodies.set_clerkships(clerk, everything=True, **TOLD)
    decider = add_user("d@kelderdale.example", Role.CLERK, name="STAFFMARK", **TOLD)
    bodies.set_clerkships(decider, everything=True, **TOLD)
    record.confirm(Commitment.objects.get(source=source), actor=decider, why="WHYMARK")
    bodies.rename_body(Body.objects.get(pk=source.meeting.body_id), "Youth Committee", actor=decider, why="WHYMARK")
    member = everybody["member"]
    assert member
    save_search(member, "KEPTMARK", {"q": asked_by("OPENMARK")}, often="daily", note="KEPTMARK")
    rename_user(add_user("usermark@kelderdale.example", None, **TOLD), "USERMARK", **TOLD)
    return everybody


def marks_in(answer: Any, path: str) -> set[str]:
    """The marks in an answer, but for those that stand in the path itself."""
    words = words_of(answer).upper().replace(path.upper(), "")
    return {mark for mark in MAY_READ if mark in words}


def signed_in(user: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def hidden_from(name: str) -> set[str]:
    return {mark for mark, who in MAY_READ.items() if name not in who}


def test_every_address_that_takes_arguments_is_given_some() -> None:
    """Fails when an address is added: give it its arguments in ``addresses.py``."""
    assert {name for name, takes in addresses().items() if takes} - set(ARGUMENTS) == set()


def test_no_arguments_are_given_to_an_address_that_is_gone() -> None:
    assert set(ARGUMENTS) - {name for name, takes in addresses().items() if takes} == set()


@pytest.mark.parametrize("name", WALKERS)
def test_every_address_answers_what_its_reader_may_see_and_nothing_else(
    readers: dict[str, User | None], name: str
) -> None:
    """Every mark that is theirs must be somewhere: on an empty register nothing leaks."""
    missable = AT_ONE_PLACE if name in ASK_A_FEW else set()
    client, hidden = signed_in(readers[name]), hidden_from(name)
    answers = {path: client.get(path) for path in paths(A_FEW if name in ASK_A_FEW else None)}
    seen = {path: marks_in(answer, path) for path, answer in answers.items()}
    assert {path: marks & hidden for path, marks in seen.items() if marks & hidden} == {}
    assert set(MAY_READ) - hidden - missable - set().union(*seen.values()) == set()
    assert {path for path, answer in answers.items() if answer.status_code >= 500} == set()


@pytest.mark.parametrize("name", ["nobody", "member", "inspector", "clerk of one"])
def test_no_question_finds_what_its_reader_may_not_see(readers: dict[str, User | None], name: str) -> None:
    client, hidden = signed_in(readers[name]), hidden_from(name)
    asked = [f"{path}?q={word}&text={word}" for path in lists() for word in map(asked_by, hidden)]
    found = {path: marks_in(client.get(path), path) & hidden for path in asked}
    assert {path: marks for path, marks in found.items() if marks} == {}


@pytest.mark.parametrize("name", ["nobody", "officer"])
def test_nothing_sent_is_answered_with_what_its_sender_may_not_see(
    readers: dict[str, User | None], name: str, mailoutbox: object
) -> None:
    client, hidden = signed_in(readers[name]), hidden_from(name)
    signing_out_last = sorted(paths(), key=lambda path: path == reverse("account_logout"))
    seen = {path: marks_in(client.post(path), path) & hidden for path in signing_out_last}
    assert {path: marks for path, marks in seen.items() if marks} == {}


def lists() -> list[str]:
    """The addresses without arguments that show what the register holds."""
    names = ("search", "commitments", "decisions", "figures", "people", "sources")
    return [reverse(name) for name in (*names, "search-feed")]
