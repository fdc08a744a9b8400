"""The pages of surveys, and their files."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from arising.register.accounts.audiences import Audience, Seen
from arising.register.accounts.models import User
from arising.register.bodies.models import Council
from arising.register.improvement.models import AnswerCount, Evidence, Question, Survey, SurveyRound
from register.improvement.surveys.conftest import LISTENED, Put, everybody

Twice = tuple[SurveyRound, SurveyRound]
PARTS = ("day", "month", "year")
GROUPS = {"": {"Yes": 51, "No": 33}, "North": {"Yes": 2, "No": 2}, "South": {"Yes": 29, "No": 20}}


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def bring(client: Client, row: SurveyRound, content: bytes, name: str = "counts.csv") -> str:
    answer = client.post(f"/survey-rounds/{row.pk}/bring/", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    return answer.content.decode()


def store(client: Client, row: SurveyRound, looked: str) -> None:
    token = looked.split('name="looked_at" value="')[1].split('"')[0]
    answer = client.post(f"/survey-rounds/{row.pk}/bring/", {"looked_at": token})
    assert answer.status_code == 302


def held(row: SurveyRound) -> list[tuple[str, str, int]]:
    return sorted((each.group, each.answer, each.count) for each in AnswerCount.objects.filter(round=row))


@pytest.fixture
def kept(client: Client, keeper: User) -> Client:
    client.force_login(keeper)
    return client


def test_the_list_answers_in_words_first(client: Client, council: Council, twice: Twice) -> None:
    told = page(client, f"/improvement/{council.slug}/surveys/")
    assert '<p class="govuk-body-l">One survey is in the register. In March 2026, 61% of 84 parents' in told


def test_a_council_without_a_survey_says_who_adds_one(client: Client, council: Council) -> None:
    assert "Whoever keeps the improvement journey" in page(client, f"/improvement/{council.slug}/surveys/")


def test_a_survey_answers_in_words_first(client: Client, twice: Twice) -> None:
    told = page(client, f"/surveys/{twice[0].survey_id}/")
    assert f'<p class="govuk-body-l">In March 2026, 61% of 84 parents and carers said yes to “{LISTENED}”' in told
    assert "84 of 210 who were asked answered: 40%." in told


def test_a_survey_for_officers_is_not_there_for_the_public(client: Client, survey: Survey, officer: User) -> None:
    survey.audience = Audience.OFFICERS
    survey.save()
    assert client.get(f"/surveys/{survey.pk}/").status_code == 404
    client.force_login(officer)
    assert client.get(f"/surveys/{survey.pk}/").status_code == 200


def test_a_round_for_officers_is_not_counted_for_the_public(client: Client, put: Put, question: Question) -> None:
    put("2025-03-28", {question: everybody(43, 90)}, answered=90)
    put("2026-03-27", {question: everybody(51, 84)}, seen=Seen(Audience.OFFICERS))
    assert "March 2026" not in page(client, f"/surveys/{question.survey_id}/")


def test_a_small_group_is_on_no_page_and_in_no_file(client: Client, put: Put, question: Question) -> None:
    row = put("2026-03-27", {question: GROUPS})
    told = page(client, f"/survey-rounds/{row.pk}/")
    assert 'North</th><td class="govuk-table__cell" data-label="Share">kept back' in told
    assert f"{LISTENED},North,Yes,c" in page(client, f"/survey-rounds/{row.pk}/counts.csv").replace("\r", "")
    assert "North,Yes,c" in page(client, f"/surveys/{row.survey_id}/survey.csv")


def test_the_chart_is_a_picture_with_a_name(client: Client, question: Question, twice: Twice) -> None:
    for width in ("", "?narrow=1"):
        answer = client.get(f"/survey-questions/{question.pk}/chart.svg{width}")
        assert answer["Content-Type"] == "image/svg+xml"
        assert "61% of 84 parents and carers" in answer.content.decode()


def test_the_chart_is_there_as_png(client: Client, question: Question, twice: Twice) -> None:
    assert client.get(f"/survey-questions/{question.pk}/chart.png").content.startswith(b"\x89PNG")


def test_a_question_that_nobody_answered_has_no_chart(client: Client, question: Question) -> None:
    assert client.get(f"/survey-questions/{question.pk}/chart.svg").status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_counts_go_out_and_come_in_unchanged(kept: Client, put: Put, question: Question, form: str) -> None:
    row = put("2026-03-27", {question: GROUPS})
    before = held(row)
    content = kept.get(f"/survey-rounds/{row.pk}/counts.{form}").content
    looked = bring(kept, row, content, f"counts.{form}")
    assert "Counts: 6 as now." in looked
    store(kept, row, looked)
    assert held(row) == before


def test_a_file_is_looked_at_before_it_is_stored(kept: Client, put: Put, question: Question) -> None:
    row = put("2026-03-27")
    content = f"question,group,answer,count\n{LISTENED},,Yes,51\n{LISTENED},,No,33\n".encode()
    looked = bring(kept, row, content)
    assert "Counts: 2 new. Nothing is stored yet." in looked
    assert held(row) == []
    store(kept, row, looked)
    assert held(row) == [("", "No", 33), ("", "Yes", 51)]


def test_every_bad_cell_has_a_line(kept: Client, put: Put, question: Question) -> None:
    row = put("2026-03-27")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Spring"
    for cells in (
        ("Question", "Group", "Answer", "Count"), ("Who?", "", "Yes", 1), (LISTENED, "", "Perhaps", 1),
        (LISTENED, "", "Yes", "many"), (LISTENED, "", "No", 3), (LISTENED, "", "No", 3),
    ):  # fmt: skip
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    told = bring(kept, row, out.getvalue(), "counts.xlsx")
    assert "Spring, row 2, column question: “Who?” is no question of this survey." in told
    assert "Spring, row 3, column answer: “Perhaps” is no answer to it. Write one of: Yes, No." in told
    assert "Spring, row 4, column count: “many” is no whole number." in told
    assert "Spring, row 6, column answer: it stands in row 5 too." in told
    assert held(row) == []


def test_an_answer_without_a_row_is_not_taken_for_nobody(kept: Client, put: Put, question: Question) -> None:
    content = f"question,group,answer,count\n{LISTENED},,Yes,51\n".encode()
    assert "the answer “No” has no row" in bring(kept, put("2026-03-27"), content)


def test_a_file_about_single_children_is_refused(kept: Client, put: Put, question: Question) -> None:
    content = b"Child name,question,group,answer,count\nA,b,c,d,1\n"
    assert "Files about single children are not taken in" in bring(kept, put("2026-03-27"), content)


def test_a_file_without_the_columns_is_refused(kept: Client, put: Put, question: Question) -> None:
    assert "no sheet has the columns question, group" in bring(kept, put("2026-03-27"), b"a,b\n1,2\n")


def test_what_somebody_else_looked_at_is_not_stored(kept: Client, put: Put, question: Question, clerk: User) -> None:
    row = put("2026-03-27")
    looked = bring(kept, row, f"question,group,answer,count\n{LISTENED},,Yes,5\n{LISTENED},,No,3\n".encode())
    kept.force_login(clerk)
    store(kept, row, looked)
    assert held(row) == []


def test_counts_are_typed_in(kept: Client, put: Put, question: Question) -> None:
    row = put("2026-03-27")
    told = {f"answer-{question.pk}-0": "51", f"answer-{question.pk}-1": "33", "group": "", "version": row.version}
    assert kept.post(f"/survey-rounds/{row.pk}/counts/", told).status_code == 302
    assert held(row) == [("", "No", 33), ("", "Yes", 51)]


def test_a_count_that_is_left_out_is_asked_for(kept: Client, put: Put, question: Question) -> None:
    row = put("2026-03-27")
    answer = kept.post(f"/survey-rounds/{row.pk}/counts/", {f"answer-{question.pk}-0": "51"})
    assert "holds no count of “No”. Give one." in answer.content.decode()


def test_a_survey_a_question_and_a_round_are_added_on_pages(kept: Client, council: Council) -> None:
    kept.post(f"/improvement/{council.slug}/surveys/add/", {"name": "Views", "of": "foster", "audience": "members"})
    survey = Survey.objects.get()
    kept.post(f"/surveys/{survey.pk}/questions/add/", {"words": "Are you paid in time?", "scale": "agree"})
    days = {
        f"{day}_{part}": told
        for day in ("starts_on", "ends_on")
        for part, told in zip(PARTS, (27, 3, 2026), strict=True)
    }
    kept.post(f"/surveys/{survey.pk}/rounds/add/", {**days, "asked": 50, "answered": 20, "audience": "members"})
    row = SurveyRound.objects.get()
    assert (str(row), row.audience, row.added_by) == ("Views, March 2026", "members", User.objects.get())
    assert Question.objects.get().together == ["Strongly agree", "Agree"]


def test_one_press_makes_evidence_of_a_round(kept: Client, twice: Twice) -> None:
    assert "Make it evidence" in page(kept, f"/survey-rounds/{twice[1].pk}/")
    kept.post(f"/survey-rounds/{twice[1].pk}/evidence/")
    assert Evidence.objects.get().survey_round == twice[1]
    assert "Make it evidence" not in page(kept, f"/survey-rounds/{twice[1].pk}/")


@pytest.mark.parametrize("what", ["change", "remove", "counts", "bring"])
def test_somebody_who_does_not_keep_the_journey_changes_no_round(
    client: Client, twice: Twice, officer: User, what: str
) -> None:
    client.force_login(officer)
    assert client.get(f"/survey-rounds/{twice[1].pk}/{what}/").status_code == 403
