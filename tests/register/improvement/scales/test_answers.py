"""Scores as they come in, by links and typed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage
from pytest_django import Settings

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import (
    Evidence,
    Scale,
    Score,
    ScoreSheet,
    ScoringGroup,
    ScoringLink,
    ScoringRound,
)
from arising.register.improvement.operations import Given
from arising.register.obligations.operations import MailGoesNowhere
from register.improvement.scales.conftest import SHOWN, TOLD, a_round, met
from register.improvement.scales.conftest import Score as Scored

TODAY = date(2024, 6, 1)


def link(one: ScoringRound, group: ScoringGroup, **told: Any) -> str:
    (path,) = operations.make_links(one, group, 1, **told, **TOLD)
    return path.split("/")[2]


def test_a_person_scores_by_a_link(open_round: ScoringRound, board: ScoringGroup, scale: Scale) -> None:
    operations.answer(link(open_round, board), [Given(scale, 5, "Visits are recorded")])
    assert [(one.value, one.sheet.group, one.why_not_lower) for one in Score.objects.all()] == [
        (5, board, "Visits are recorded")
    ]


def test_nothing_of_who_answered_or_when_is_kept(open_round: ScoringRound, board: ScoringGroup, scale: Scale) -> None:
    sheet = operations.answer(link(open_round, board), [Given(scale, 5)])
    kept = {name: value for name, value in vars(sheet).items() if name not in ("_state", "id")}
    assert kept == {
        "round_id": open_round.pk, "group_id": board.pk, "people": 1, "met_on": None, "typed_by_id": None,
        "dropped_on": None, "dropped_by_id": None, "dropped_why": "",
    }  # fmt: skip
    assert not hasattr(ScoreSheet, "history")
    assert not hasattr(ScoringLink, "history")


def test_a_link_is_not_kept_only_its_digest(open_round: ScoringRound, board: ScoringGroup) -> None:
    token = link(open_round, board)
    kept = ScoringLink.objects.get()
    assert len(kept.digest) == 64
    assert token.split("~")[0] not in str(vars(kept))


def test_a_link_takes_one_answer(open_round: ScoringRound, board: ScoringGroup, scale: Scale) -> None:
    token = link(open_round, board)
    operations.answer(token, [Given(scale, 5)])
    with pytest.raises(ValidationError, match="used already"):
        operations.answer(token, [Given(scale, 9)])
    assert Score.objects.get().value == 5


def test_an_answer_that_is_refused_leaves_the_link_as_it_was(
    open_round: ScoringRound, board: ScoringGroup, scale: Scale
) -> None:
    token = link(open_round, board)
    with pytest.raises(ValidationError, match="not on the scale"):
        operations.answer(token, [Given(scale, 11)])
    operations.answer(token, [Given(scale, 5)])
    assert Score.objects.count() == 1


@pytest.mark.parametrize("token", ["", "x", "x~y", "é"])
def test_a_link_that_was_made_up_is_not_there(open_round: ScoringRound, token: str) -> None:
    with pytest.raises(ScoringLink.DoesNotExist):
        operations.answer(token, [])


def test_a_link_works_until_the_last_day(
    open_round: ScoringRound, board: ScoringGroup, scale: Scale, on_day: Callable[[str], None]
) -> None:
    token = link(open_round, board)
    on_day("2024-06-15T20:00+00:00")
    assert operations.answer(token, [Given(scale, 5)]).pk


def test_a_link_works_no_more_once_the_scoring_is_over(
    open_round: ScoringRound, board: ScoringGroup, scale: Scale, on_day: Callable[[str], None]
) -> None:
    token = link(open_round, board)
    on_day("2024-06-16T00:00+01:00")
    with pytest.raises(ValidationError, match=r"^\['This scoring was closed on 15 June 2024"):
        operations.answer(token, [Given(scale, 5)])


def test_a_link_does_not_work_before_the_first_day(scale: Scale, board: ScoringGroup) -> None:
    token = link(a_round(scale, TODAY + timedelta(days=2), TODAY + timedelta(days=9)), board)
    with pytest.raises(ValidationError, match="opens on 3 June 2024"):
        operations.answer(token, [Given(scale, 5)])


def test_a_scoring_that_was_closed_early_takes_no_answer(
    open_round: ScoringRound, board: ScoringGroup, scale: Scale
) -> None:
    token = link(open_round, board)
    operations.close_scoring_round(open_round, **TOLD)
    with pytest.raises(ValidationError, match="closed on 1 June 2024"):
        operations.answer(token, [Given(scale, 5)])


def test_a_raised_score_without_evidence_is_refused(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound
) -> None:
    scored(board=[4])
    with pytest.raises(ValidationError) as trouble:
        operations.answer(link(open_round, board), [Given(scale, 5)])
    assert trouble.value.message_dict == {
        f"scale-{scale.pk}": [
            "“Children are seen”: 5 is above the group’s last score, 4 on 20 May 2024. Say what shows it, the day that"
            " is of and where it comes from."
        ]
    }
    assert not ScoringLink.objects.filter(answered=True).exists()


@pytest.mark.parametrize("value", [4, 3])
def test_a_score_that_is_not_raised_needs_no_evidence(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound, value: int
) -> None:
    scored(board=[4])
    assert operations.answer(link(open_round, board), [Given(scale, value)]).pk


def test_a_groups_first_score_needs_no_evidence(
    scored: Scored, scale: Scale, board: ScoringGroup, parents: ScoringGroup, open_round: ScoringRound
) -> None:
    scored(board=[4])
    assert operations.answer(link(open_round, parents), [Given(scale, 9)]).pk


@pytest.mark.parametrize("left_out", ["evidence_text", "evidence_source", "evidence_on"])
def test_evidence_without_words_day_or_source_is_none(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound, left_out: str
) -> None:
    scored(board=[4])
    given: dict[str, Any] = {**SHOWN, "evidence_on": date(2024, 5, 25)}
    del given[left_out]
    with pytest.raises(ValidationError, match="Say what shows it"):
        operations.answer(link(open_round, board), [Given(scale, 5, **given)])


def test_dated_evidence_carries_a_raised_score(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound
) -> None:
    scored(board=[4])
    given = Given(scale, 5, **SHOWN, evidence_on=date(2024, 5, 25))
    assert operations.answer(link(open_round, board), [given]).pk


@pytest.mark.parametrize(
    ("on", "says"), [(date(2024, 5, 20), "something newer"), (date(2024, 6, 2), "still to come")]
)  # fmt: skip
def test_evidence_is_newer_than_the_last_score_and_not_of_the_future(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound, on: date, says: str
) -> None:
    scored(board=[4])
    with pytest.raises(ValidationError, match=says):
        operations.answer(link(open_round, board), [Given(scale, 5, **SHOWN, evidence_on=on)])


def test_a_piece_of_evidence_of_the_register_carries_a_raised_score(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound, council: Council
) -> None:
    scored(board=[4])
    audit = Evidence.objects.create(council=council, kind="audit", on=date(2024, 5, 25), title="Seen", source="Audit")
    operations.answer(link(open_round, board), [Given(scale, 5, evidence=audit)])
    assert Score.objects.get(value=5).evidence == audit


def test_evidence_that_a_score_rests_on_stays(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound, council: Council
) -> None:
    scored(board=[4])
    audit = Evidence.objects.create(council=council, kind="audit", on=date(2024, 5, 25), title="Seen", source="Audit")
    operations.answer(link(open_round, board), [Given(scale, 5, evidence=audit)])
    with pytest.raises(ValidationError, match="A score rests on it"):
        operations.remove_evidence(audit, actor=None, why="For a test")


def test_another_councils_evidence_shows_nothing(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound
) -> None:
    scored(board=[4])
    other = Council.objects.create(name="Otherdale", key="otherdale", slug="otherdale")
    audit = Evidence.objects.create(council=other, kind="audit", on=date(2024, 5, 25), title="Seen", source="Audit")
    with pytest.raises(ValidationError, match="another council"):
        operations.answer(link(open_round, board), [Given(scale, 5, evidence=audit)])


def test_what_too_few_scored_is_held_against_nobody(
    scored: Scored, scale: Scale, board: ScoringGroup, open_round: ScoringRound
) -> None:
    """Or a refusal would tell what they scored."""
    (one,) = scored(board=[None])
    ScoreSheet.objects.create(round=one, group=board, people=2).scores.create(scale=scale, value=1)
    assert operations.answer(link(open_round, board), [Given(scale, 9)]).pk


def test_a_group_that_answers_together_says_how_many_they_were(
    open_round: ScoringRound, parents: ScoringGroup, scale: Scale
) -> None:
    operations.answer(link(open_round, parents, for_group=True), [Given(scale, 5)], people=11)
    assert ScoreSheet.objects.get().people == 11


def test_two_of_a_group_are_too_few_to_answer_together(
    open_round: ScoringRound, parents: ScoringGroup, scale: Scale
) -> None:
    with pytest.raises(ValidationError, match="A group of 2 is too small"):
        operations.answer(link(open_round, parents, for_group=True), [Given(scale, 5)], people=2)


def test_more_than_belong_to_a_group_cannot_answer(
    open_round: ScoringRound, parents: ScoringGroup, scale: Scale
) -> None:
    with pytest.raises(ValidationError, match="20 belong to"):
        operations.answer(link(open_round, parents, for_group=True), [Given(scale, 5)], people=21)


def test_a_single_person_counts_once_whatever_they_say(
    open_round: ScoringRound, board: ScoringGroup, scale: Scale
) -> None:
    assert operations.answer(link(open_round, board), [Given(scale, 5)], people=8).people == 1


def test_a_scale_that_is_not_asked_is_not_scored(
    open_round: ScoringRound, board: ScoringGroup, council: Council
) -> None:
    from register.improvement.scales.conftest import SEEN

    other = operations.add_scale(council, "Staff stay", SEEN, **TOLD)
    with pytest.raises(ValidationError, match="not asked"):
        operations.answer(link(open_round, board), [Given(other, 5)])


def test_an_empty_answer_is_refused(open_round: ScoringRound, board: ScoringGroup) -> None:
    with pytest.raises(ValidationError, match="Nothing was scored"):
        operations.answer(link(open_round, board), [])


def test_a_group_that_met_is_typed_in(open_round: ScoringRound, board: ScoringGroup) -> None:
    sheet = met(open_round, board, 5)
    assert (sheet.people, sheet.met_on) == (6, TODAY)


def test_two_who_met_are_too_few(open_round: ScoringRound, board: ScoringGroup) -> None:
    with pytest.raises(ValidationError, match="A group of 2 is too small"):
        met(open_round, board, 5, people=2)
    assert not ScoreSheet.objects.exists()


def test_what_is_typed_in_needs_evidence_too(scored: Scored, board: ScoringGroup, open_round: ScoringRound) -> None:
    scored(board=[4])
    with pytest.raises(ValidationError, match="above the group’s last score"):
        met(open_round, board, 5)


def test_a_meeting_outside_the_scoring_is_refused(open_round: ScoringRound, board: ScoringGroup, scale: Scale) -> None:
    with pytest.raises(ValidationError, match="from 1 June 2024 to 1 June 2024"):
        operations.type_scores_in(
            open_round, board, [Given(scale, 5)], people=6, met_on=date(2024, 5, 31), actor=None
        )  # fmt: skip


def test_what_was_typed_in_can_be_taken_back_and_stays_in_sight(scored: Scored, board: ScoringGroup) -> None:
    scored(board=[4])
    operations.take_back_sheet(ScoreSheet.objects.get(), actor=None, why="The wrong meeting")
    page = queries.distance_page(None, board.council)
    assert page.scored == ()
    assert ScoreSheet.objects.get().dropped_why == "The wrong meeting"


def test_an_answer_by_a_link_cannot_be_taken_back(open_round: ScoringRound, board: ScoringGroup, scale: Scale) -> None:
    sheet = operations.answer(link(open_round, board), [Given(scale, 5)])
    with pytest.raises(ValidationError, match="came by a link"):
        operations.take_back_sheet(sheet, actor=None, why="x")


def test_no_more_links_are_made_than_belong_to_a_group(open_round: ScoringRound, board: ScoringGroup) -> None:
    operations.make_links(open_round, board, 5, **TOLD)
    with pytest.raises(ValidationError, match="4 more can be"):
        operations.make_links(open_round, board, 5, **TOLD)


def test_no_links_are_made_for_a_scoring_that_is_over(scored: Scored, board: ScoringGroup) -> None:
    (one,) = scored(board=[4])
    with pytest.raises(ValidationError, match="was closed"):
        operations.make_links(one, board, 1, **TOLD)


def test_only_a_keeper_makes_links_and_types_in(
    open_round: ScoringRound, board: ScoringGroup, scale: Scale, member: User
) -> None:
    with pytest.raises(PermissionDenied):
        operations.make_links(open_round, board, 1, actor=member, why="x")
    with pytest.raises(PermissionDenied):
        operations.type_scores_in(open_round, board, [Given(scale, 5)], people=6, met_on=TODAY, actor=member)


def test_scorings_of_one_scale_come_one_after_the_other(scale: Scale, open_round: ScoringRound) -> None:
    with pytest.raises(ValidationError, match="one after the other"):
        a_round(scale, TODAY + timedelta(days=14), TODAY + timedelta(days=20))


def test_after_a_scoring_was_closed_another_opens_the_next_day(scale: Scale, open_round: ScoringRound) -> None:
    operations.close_scoring_round(open_round, **TOLD)
    assert a_round(scale, TODAY + timedelta(days=1), TODAY + timedelta(days=3)).pk


def test_a_scoring_whose_scores_were_shown_is_not_opened_again(scored: Scored, board: ScoringGroup) -> None:
    (one,) = scored(board=[4])
    with pytest.raises(ValidationError, match="its scores were shown"):
        operations.extend_scoring_round(one, date(2024, 7, 1), **TOLD)


def test_a_scoring_is_extended(open_round: ScoringRound) -> None:
    assert operations.extend_scoring_round(open_round, date(2024, 7, 1), **TOLD).closes_on == date(2024, 7, 1)


def test_a_scale_that_was_followed_is_asked_no_more(scale: Scale, open_round: ScoringRound) -> None:
    from register.improvement.scales.test_scales import OTHER

    operations.follow_scale(scale, "Heard", OTHER, **TOLD)
    with pytest.raises(ValidationError, match="Ask that one"):
        a_round(scale, TODAY + timedelta(days=30), TODAY + timedelta(days=40))


@pytest.fixture
def mail(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SITE_URL = "https://scrutiny.example"


def test_links_go_out_by_mail_and_no_address_is_kept(
    mail: None, open_round: ScoringRound, board: ScoringGroup, scale: Scale, mailoutbox: list[EmailMessage]
) -> None:
    addresses = ["a@kelderdale.example", "b@kelderdale.example", " ", "a@kelderdale.example"]
    assert operations.send_links(open_round, board, addresses, **TOLD) == 2
    assert [each.to for each in mailoutbox] == [["a@kelderdale.example"], ["b@kelderdale.example"]]
    (line,) = [line for line in mailoutbox[0].body.splitlines() if line.startswith("https://scrutiny.example/score/")]
    assert operations.answer(line.split("/")[4], [Given(scale, 5)]).pk
    assert "kelderdale.example" not in str([vars(each) for each in ScoringLink.objects.all()])


def test_one_wrong_address_sends_nothing(
    mail: None, open_round: ScoringRound, board: ScoringGroup, mailoutbox: list[EmailMessage]
) -> None:
    with pytest.raises(ValidationError, match="“nobody” is no e-mail address"):
        operations.send_links(open_round, board, ["a@kelderdale.example", "nobody"], **TOLD)
    assert (mailoutbox, ScoringLink.objects.count()) == ([], 0)


def test_where_mail_goes_nowhere_no_link_is_made(
    open_round: ScoringRound, board: ScoringGroup, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    with pytest.raises(MailGoesNowhere):
        operations.send_links(open_round, board, ["a@kelderdale.example"], **TOLD)
    assert not ScoringLink.objects.exists()


def test_what_was_written_with_a_score_becomes_evidence_with_an_audience_of_its_own(
    scored: Scored, board: ScoringGroup
) -> None:
    scored(board=[4])
    score = Score.objects.get()
    made = operations.show_evidence(score, "audit", seen=Seen(Audience.MEMBERS), **TOLD)
    assert (made.title, made.source, made.on, made.audience) == (
        "Nine of ten visits were in time", "Audit of visits", date(2024, 5, 10), "members",
    )  # fmt: skip
    assert operations.show_evidence(score, "audit", **TOLD) == made
