"""What keepers do with scales and scorings in the browser, and what people answer by their links."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement import operations, queries
from arising.register.improvement.models import (
    Scale,
    ScaleIndicator,
    Score,
    ScoreSheet,
    ScoringGroup,
    ScoringLink,
    ScoringRound,
)
from register.improvement.scales.conftest import TOLD
from register.improvement.scales.conftest import Score as Scored
from register.improvement.scales.test_pages import PAGE, text

KEEPING = (
    f"{PAGE[:-9]}scales/add/", f"{PAGE[:-9]}scoring-groups/", f"{PAGE[:-9]}scoring-groups/add/",
    f"{PAGE[:-9]}scorings/add/",
)  # fmt: skip


@pytest.mark.parametrize("path", KEEPING)
def test_only_a_keeper_opens_what_is_kept(client: Client, council: Council, member: User, path: str) -> None:
    assert client.get(path).status_code == 302
    client.force_login(member)
    assert client.get(path).status_code == 403


def test_a_member_finds_no_scoring(client: Client, open_round: ScoringRound, member: User) -> None:
    client.force_login(member)
    assert client.get(f"/improvement/scorings/{open_round.pk}/").status_code == 404


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


WORDED = {
    "about": "Staff stay", "zero": "Nobody stays", "five": "Half stay", "ten": "All stay", "baseline": "2", "goal": "7",
    "audience": "public", "of": "",
}  # fmt: skip


def test_a_keeper_words_a_scale_names_a_group_and_opens_a_scoring(
    client: Client, council: Council, keeper: User
) -> None:
    client.force_login(keeper)
    client.post(f"{PAGE[:-9]}scales/add/", WORDED)
    client.post(f"{PAGE[:-9]}scoring-groups/add/", {"kind": "board", "name": "", "size": "9"})
    scale, today = Scale.objects.get(), timezone.localdate()
    sent = {**day("opens_on", today), **day("closes_on", today), "audience": "public", f"scale-{scale.pk}": "on"}
    client.post(f"{PAGE[:-9]}scorings/add/", sent)
    one = ScoringRound.objects.get()
    assert (list(one.scales.all()), one.title) == ([scale], "Scoring of 1 June 2024")
    said = text(client, one.get_absolute_url())
    assert "0 people have answered, of 0 groups. It closes after 1 June 2024." in said


def test_a_reworded_anchor_is_refused_on_its_page_too(
    client: Client, scored: Scored, scale: Scale, board: ScoringGroup, keeper: User
) -> None:
    scored(board=[4])
    client.force_login(keeper)
    answer = client.post(f"/improvement/scales/{scale.pk}/change/", {**WORDED, "baseline": "3", "goal": "8"})
    assert "Start a new scale that follows it." in answer.content.decode()


def test_a_keeper_follows_a_scale_and_puts_an_indicator_beside_it(
    client: Client, scored: Scored, scale: Scale, board: ScoringGroup, keeper: User
) -> None:
    scored(board=[4])
    client.force_login(keeper)
    client.post(f"/improvement/scales/{scale.pk}/follow/", WORDED)
    new = Scale.objects.get(follows=scale)
    client.post(f"/improvement/scales/{new.pk}/beside/add/", {"which": "re-referrals/children"})
    beside = ScaleIndicator.objects.get(scale=new)
    assert beside.indicator.key == "re-referrals"
    client.post(f"/improvement/scales/beside/{beside.pk}/drop/", {"why": "It counts something else"})
    assert not ScaleIndicator.objects.exists()


def test_links_are_told_once(client: Client, open_round: ScoringRound, board: ScoringGroup, keeper: User) -> None:
    client.force_login(keeper)
    path = f"/improvement/scorings/{open_round.pk}/links/{board.pk}/"
    said = client.post(path, {"many": "3"}).content.decode()
    assert said.count("/score/") == 3
    assert "/score/" not in client.get(path).content.decode()
    assert "3" in text(client, open_round.get_absolute_url())


def test_where_mail_goes_nowhere_the_page_says_so(
    client: Client, open_round: ScoringRound, board: ScoringGroup, keeper: User, settings: object
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # type: ignore[attr-defined]
    client.force_login(keeper)
    path = f"/improvement/scorings/{open_round.pk}/mail/{board.pk}/"
    assert "Mail goes nowhere" in client.post(path, {"addresses": "a@kelderdale.example"}).content.decode()


def a_link(one: ScoringRound, group: ScoringGroup, *, for_group: bool = False) -> str:
    return operations.make_links(one, group, 1, for_group=for_group, **TOLD)[0]


def test_the_answer_form_is_open_to_whoever_holds_the_link(
    client: Client, open_round: ScoringRound, board: ScoringGroup
) -> None:
    answer = client.get(a_link(open_round, board))
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]
    assert "Nobody knows whether children are seen" in answer.content.decode()


def test_an_answer_is_sent_and_thanked_for(
    client: Client, open_round: ScoringRound, board: ScoringGroup, scale: Scale
) -> None:
    path = a_link(open_round, board)
    answer = client.post(path, {f"scale-{scale.pk}-value": "5"}, follow=True)
    assert "Your scores are stored" in answer.content.decode()
    assert "This link was used" in client.get(path).content.decode()
    assert Score.objects.get().value == 5


def test_a_raised_score_without_evidence_is_one_clear_line_on_the_form(
    client: Client, scored: Scored, open_round: ScoringRound, board: ScoringGroup, scale: Scale
) -> None:
    scored(board=[4])
    path = a_link(open_round, board)
    assert "Last time Board scored 4, on 20 May 2024." in text(client, path)
    said = client.post(path, {f"scale-{scale.pk}-value": "6"}).content.decode()
    assert "6 is above the group’s last score, 4 on 20 May 2024." in said
    sent = {
        f"scale-{scale.pk}-value": "6", f"scale-{scale.pk}-evidence_text": "An audit",
        f"scale-{scale.pk}-evidence_source": "Team", **day(f"scale-{scale.pk}-evidence_on", date(2024, 5, 25)),
    }  # fmt: skip
    assert client.post(path, sent).status_code == 302


def test_a_link_that_is_over_says_so_in_one_line(client: Client, open_round: ScoringRound, board: ScoringGroup) -> None:
    path = a_link(open_round, board)
    operations.close_scoring_round(open_round, **TOLD)
    assert "This scoring was closed on 1 June 2024, so no answer is taken any more." in text(client, path)


def test_a_link_that_was_made_up_is_not_found(client: Client, open_round: ScoringRound) -> None:
    assert client.get("/score/abc~def/").status_code == 404


def test_a_group_that_meets_says_how_many_they_were(
    client: Client, open_round: ScoringRound, parents: ScoringGroup, scale: Scale
) -> None:
    path = a_link(open_round, parents, for_group=True)
    said = client.post(path, {"people": "2", f"scale-{scale.pk}-value": "5"}).content.decode()
    assert "A group of 2 is too small" in said
    client.post(path, {"people": "12", f"scale-{scale.pk}-value": "5"})
    assert ScoreSheet.objects.get().people == 12


def test_somebody_signed_in_who_answers_leaves_no_name(
    client: Client, open_round: ScoringRound, board: ScoringGroup, scale: Scale, board_member: User
) -> None:
    client.force_login(board_member)
    client.post(a_link(open_round, board), {f"scale-{scale.pk}-value": "5"})
    sheet = ScoreSheet.objects.get()
    assert (sheet.typed_by, sheet.met_on) == (None, None)


def test_a_keeper_types_in_what_a_group_agreed_and_takes_it_back(
    client: Client, open_round: ScoringRound, board: ScoringGroup, scale: Scale, keeper: User
) -> None:
    client.force_login(keeper)
    path = f"/improvement/scorings/{open_round.pk}/type-in/{board.pk}/"
    assert "What did Board agree on?" in text(client, path)
    said = client.post(path, {"people": "2", f"scale-{scale.pk}-value": "5", **day("met_on", timezone.localdate())})
    assert "A group of 2 is too small" in said.content.decode()
    client.post(path, {"people": "6", f"scale-{scale.pk}-value": "5", **day("met_on", timezone.localdate())})
    sheet = ScoreSheet.objects.get()
    assert (sheet.typed_by, sheet.people) == (keeper, 6)
    client.post(f"/improvement/scorings/sheets/{sheet.pk}/take-back/", {"why": "The wrong meeting"})
    assert "The wrong meeting" in text(client, open_round.get_absolute_url())


def test_a_keeper_extends_and_closes_a_scoring(client: Client, open_round: ScoringRound, keeper: User) -> None:
    client.force_login(keeper)
    path = open_round.get_absolute_url()
    client.post(f"{path}extend/", {**day("closes_on", date(2024, 7, 1)), "why": "Holidays"})
    assert "It closes after 1 July 2024." in text(client, path)
    client.post(f"{path}close/", {"why": "Everybody has answered"})
    assert "It was closed on 1 June 2024." in text(client, path)


def test_a_keeper_adds_what_was_written_to_the_evidence(
    client: Client, scored: Scored, scale: Scale, board: ScoringGroup, keeper: User
) -> None:
    scored(board=[4])
    client.force_login(keeper)
    score = Score.objects.get()
    client.post(f"/improvement/scores/{score.pk}/evidence/", {"kind": "audit", "audience": "public"})
    client.logout()
    said = text(client, f"/improvement/scales/{scale.pk}/")
    assert "Evidence in the register: Nine of ten visits were in time (Audit of visits, 10 May 2024)." in said


def test_a_keeper_of_another_council_keeps_nothing_here(
    client: Client, scale: Scale, officer: User, open_round: ScoringRound
) -> None:
    other = Council.objects.create(name="Otherdale", key="otherdale", slug="otherdale")
    operations.appoint_improvement_officer(officer, other, **TOLD)
    client.force_login(officer)
    assert client.get(f"/improvement/scales/{scale.pk}/change/").status_code == 403
    assert client.get(open_round.get_absolute_url()).status_code == 404


def test_a_link_is_found_by_its_digest_alone(open_round: ScoringRound, board: ScoringGroup) -> None:
    token = a_link(open_round, board).split("/")[2]
    assert queries.asked_by(token).group == board
    with pytest.raises(ScoringLink.DoesNotExist):
        queries.asked_by(ScoringLink.objects.get().digest)
