"""You said, we did."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import Engagement, Evidence
from register.improvement.invented import a_plan, an_action

TOLD: dict[str, Any] = {"actor": None, "why": "For a test"}


def logged(council: Council, seen: Seen = Seen(), **told: Any) -> Engagement:  # noqa: B008
    entry = {
        "kind": "forum", "on": date(2026, 3, 3), "of": "parents", "source": "The parents’ and carers’ forum",
        "heard": "Letters come too late to plan for.", **told,
    }  # fmt: skip
    return operations.log_engagement(council, entry, seen=seen, **TOLD)


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_log_is_told_in_words(council: Council) -> None:
    logged(council, will_do="Letters go out a week earlier.")
    logged(council, done="A number to ring.", done_on=date(2026, 3, 9))
    logged(council, kind="app", source="The app")
    assert queries.engagement_log(None, council).words == (
        "People were heard 3 times: 2 forums and meetings and 1 app or web page. Something was said to be done about 2 "
        "of them, and is done about 1."
    )


def test_what_was_heard_is_evidence_of_feedback(council: Council) -> None:
    evidence = logged(council, will_do="Letters go out earlier.", will_do_by=date(2026, 5, 1)).evidence
    assert evidence is not None
    assert (evidence.kind, evidence.source) == ("feedback", "The parents’ and carers’ forum")
    assert evidence.title == "Parents and carers, forum or meeting: Letters come too late to plan for."
    assert evidence.text.endswith("To be done by 1 May 2026: Letters go out earlier.")


def test_a_visit_is_evidence_of_a_visit(council: Council) -> None:
    logged(council, kind="visit")
    assert Evidence.objects.get().kind == "visit"


def test_evidence_follows_what_was_done(council: Council) -> None:
    row = logged(council)
    operations.amend_engagement(row, {"done": "A number to ring.", "done_on": date(2026, 3, 9)}, **TOLD)
    assert Evidence.objects.get().text.endswith("Done on 9 March 2026: A number to ring.")


def test_evidence_is_for_no_more_than_the_entry(council: Council) -> None:
    operations.amend_engagement(logged(council), {}, seen=Seen(Audience.OFFICERS), **TOLD)
    assert Evidence.objects.get().audience == Audience.OFFICERS


def test_evidence_follows_its_kind(council: Council) -> None:
    operations.amend_engagement(logged(council), {"kind": "visit"}, **TOLD)
    assert Evidence.objects.get().kind == "visit"


def test_a_note_stays_beside_what_was_heard(council: Council) -> None:
    row = logged(council)
    assert row.evidence is not None
    operations.amend_evidence(row.evidence, {"note": "Raised at three forums."}, **TOLD)
    operations.amend_engagement(row, {"heard": "Letters come a week late."}, **TOLD)
    told = Evidence.objects.get()
    assert (told.note, told.text) == ("Raised at three forums.", "Letters come a week late.")


def test_an_entry_is_not_dated_before_the_action_that_it_shows_to_work(council: Council) -> None:
    row = logged(council)
    action = an_action(a_plan(council), state="evidenced", starts_on=date(2026, 3, 1))
    assert row.evidence is not None
    operations.attach(row.evidence, action, "Parents say so.", actor=None)
    with pytest.raises(ValidationError, match="rests on this"):
        operations.amend_engagement(row, {"on": date(2026, 2, 1)}, **TOLD)
    assert Evidence.objects.get().on == date(2026, 3, 3)


def test_an_entry_goes_with_its_evidence(council: Council) -> None:
    operations.remove_engagement(logged(council), **TOLD)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    "heard",
    ["Her DOB was given", "Seen under 943 476 5919", "Pupil H801200001001 was moved", "He was born on a Monday"],
)
def test_what_looks_like_one_child_is_refused(council: Council, heard: str) -> None:
    with pytest.raises(ValidationError, match="number of one child or patient"):
        logged(council, heard=heard)


def test_nothing_is_done_without_a_day(council: Council) -> None:
    with pytest.raises(ValidationError, match="Give the day on which it was done"):
        logged(council, done="A number to ring.")


def test_nothing_is_heard_on_a_day_to_come(council: Council) -> None:
    with pytest.raises(ValidationError, match="is still to come"):
        logged(council, on=date(2190, 1, 1))


def test_few_complaints_are_told_as_fewer_than_five(client: Client, council: Council) -> None:
    row = logged(council, kind="complaints", count=3)
    assert "How many: fewer than 5." in page(client, f"/engagement/{row.pk}/")
    assert "Fewer than 5 in all." in Evidence.objects.get().text


def test_a_theme_of_few_is_kept_back_with_what_would_tell_it(council: Council) -> None:
    row = logged(council, kind="complaints", count=20, themes=[("Waiting", 12), ("Letters", 6), ("Calls", 2)])
    assert queries.heard(None, row.pk).themes == [("Waiting", "12"), ("Letters", "kept back"), ("Calls", "kept back")]


def test_an_entry_for_officers_is_not_there_for_the_public(client: Client, council: Council, officer: User) -> None:
    row = logged(council, Seen(Audience.OFFICERS))
    assert client.get(f"/engagement/{row.pk}/").status_code == 404
    assert "Nothing that was heard is on record yet." in page(client, f"/improvement/{council.slug}/engagement/")
    client.force_login(officer)
    assert "Letters come too late" in page(client, f"/improvement/{council.slug}/engagement/")


def test_the_log_is_narrowed(client: Client, council: Council) -> None:
    logged(council, themes=[("Letters", None)])
    logged(council, kind="app", heard="The app is slow.")
    told = page(client, f"/improvement/{council.slug}/engagement/?theme=Letters")
    assert "Letters come too late" in told
    assert "The app is slow" not in told
    assert "The app is slow" in page(client, f"/improvement/{council.slug}/engagement/log.csv?kind=app")


def test_somebody_who_does_not_keep_the_journey_logs_nothing(council: Council, officer: User) -> None:
    with pytest.raises(PermissionDenied):
        operations.log_engagement(council, {}, actor=officer, why="Try")


def test_it_is_logged_and_answered_on_pages(client: Client, council: Council, keeper: User) -> None:
    client.force_login(keeper)
    day = {"on_day": 3, "on_month": 3, "on_year": 2026}
    told = {
        "kind": "complaints",
        "of": "parents",
        "source": "Complaints team",
        "heard": "Waiting",
        "audience": "public",
    }
    themes = {"themes": "Waiting for a visit: 6\nLetters", "count": "9"}
    assert client.post(f"/improvement/{council.slug}/engagement/add/", {**told, **day, **themes}).status_code == 302
    row = Engagement.objects.get()
    assert row.themes == [["Waiting for a visit", 6], ["Letters", None]]
    done = {"done": "Two more workers.", "done_on_day": 9, "done_on_month": 3, "done_on_year": 2026}
    client.post(f"/engagement/{row.pk}/change/", {**told, **day, **themes, **done})
    assert "Done on 9 March 2026: Two more workers." in page(client, f"/engagement/{row.pk}/")
