"""How many of each group answered a round: typed in, brought in, shown as far as it may be."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from arising.register.accounts.history import changes
from arising.register.accounts.models import User
from arising.register.improvement import operations, queries
from arising.register.improvement.forms.surveys import RoundForm
from arising.register.improvement.models import GroupResponse, Question, SurveyRound
from arising.register.improvement.surveying.shown import Response, responses_shown
from arising.register.improvement.surveying.words import responses_in_words
from register.improvement.surveys.conftest import LISTENED, TOLD, Put
from register.improvement.surveys.test_pages import bring, page, store

BOTH: dict[str, Response | None] = {"Foster carers": (18, 60), "Kinship carers": (40, 80)}


def held(row: SurveyRound) -> dict[str, Response]:
    return {each.group: each.response for each in GroupResponse.objects.filter(round=row)}


@pytest.fixture
def row(put: Put) -> SurveyRound:
    return put("2026-03-27", by_group=BOTH)


@pytest.fixture
def kept(client: Client, keeper: User) -> Client:
    client.force_login(keeper)
    return client


def lines(text: str) -> dict[str, Response | None] | list[str]:
    form = RoundForm({"by_group": text})
    form.is_valid()
    if "by_group" in form.errors:
        return [str(each) for each in form.errors["by_group"]]
    told: dict[str, Response | None] = form.cleaned_data["by_group"]
    return told


def test_groups_are_typed_in_as_how_many_of_how_many() -> None:
    assert lines("Foster carers: 18 of 60\n\nKinship carers: 1,040 / 2,080\nOthers: c") == {
        "Foster carers": (18, 60), "Kinship carers": (1040, 2080), "Others": None,
    }  # fmt: skip


def test_a_line_that_cannot_be_read_is_told() -> None:
    assert lines("Foster carers: many\nNorth: 1 of 2\nNorth: 2 of 2") == [
        "Line 1: “Foster carers: many” cannot be read. Write the group, a colon, and how many of how many: "
        "Foster carers: 18 of 60.",
        "Line 3: “North” stands twice. Take one of them out.",
    ]


def test_most_and_fewest_are_told_in_a_sentence() -> None:
    told = responses_in_words({"Foster carers": (18, 60), "Kinship carers": (40, 80)})
    assert told == "Most answered of Kinship carers (50%), fewest of Foster carers (30%)."


def test_one_group_is_held_against_none() -> None:
    assert responses_in_words({"Foster carers": (18, 60)}) == ""


def test_a_group_of_few_is_kept_back_with_what_would_tell_it() -> None:
    shown = responses_shown({"A": (3, 10), "B": (20, 40), "C": (30, 50)}, 53)
    assert shown == {"A": None, "B": None, "C": (30, 50)}


def test_those_in_no_group_count_as_one() -> None:
    assert responses_shown({"A": (20, 40), "B": (30, 50)}, 53) == {"A": None, "B": (30, 50)}


def test_the_page_tells_the_rate_of_each_group(client: Client, row: SurveyRound) -> None:
    told = page(client, f"/survey-rounds/{row.pk}/")
    assert "Most answered of Kinship carers (50%), fewest of Foster carers (30%)." in told
    assert "How many answered, by group" in told


def test_a_group_of_few_is_on_no_page_and_in_no_file(client: Client, put: Put, question: Question) -> None:
    groups = {"North": {"Yes": 30, "No": 17}, "Tiny": {"Yes": 2, "No": 1}, "South": {"Yes": 20, "No": 14}}
    row = put(
        "2026-03-27", {question: groups}, answered=84,
        by_group={"North": (47, 101), "Tiny": (3, 17), "South": (34, 61)},
    )  # fmt: skip
    said = page(client, f"/survey-rounds/{row.pk}/")
    assert ">17<" not in said
    assert "kept back" in said
    rows = list(csv.DictReader(io.StringIO(client.get(f"/survey-rounds/{row.pk}/counts.csv").content.decode())))
    assert {each["group asked"] for each in rows if each["group"] == "Tiny"} == {"c"}
    assert {each["group asked"] for each in rows if each["group"] == "North"} == {"101"}


def test_a_round_without_groups_has_no_table_of_them(client: Client, put: Put) -> None:
    assert "How many answered, by group" not in page(client, f"/survey-rounds/{put('2026-03-27').pk}/")


@pytest.mark.parametrize(
    ("by_group", "line"),
    [
        ({"A": (7, 6)}, "7 cannot have answered: 6 were asked"),
        ({"A": (0, 0)}, "say how many were asked"),
        ({"A": (50, 60), "B": (40, 60)}, "90 answered in all groups, and 84 in all"),
        ({"A": (50, 160), "B": (30, 60)}, "220 were asked in all groups, and 210 in all"),
        ({"A": None}, "The register holds nothing of “A”"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(
    put: Put, by_group: dict[str, Response | None], line: str
) -> None:
    with pytest.raises(ValidationError, match=line):
        put("2026-03-27", by_group=by_group)
    assert not SurveyRound.objects.exists()


def test_no_group_holds_more_answers_than_people_who_answered(put: Put, question: Question) -> None:
    row = put("2026-03-27", by_group={"North": (20, 40)})
    told: dict[tuple[int, str, str], int | None] = {
        (question.pk, "North", "Yes"): 15, (question.pk, "North", "No"): 6
    }  # fmt: skip
    with pytest.raises(ValidationError, match="21 answers are held to one question, and 20 answered"):
        operations.set_counts(row, told, **TOLD)


def test_a_group_that_is_taken_out_of_the_form_goes_and_one_kept_back_stays(row: SurveyRound) -> None:
    operations.amend_round(row, {"by_group": {"Foster carers": None}}, **TOLD)
    assert held(row) == {"Foster carers": (18, 60)}


def test_a_round_put_right_without_a_word_of_groups_keeps_them(row: SurveyRound) -> None:
    operations.amend_round(row, {"note": "By post"}, **TOLD)
    assert held(row) == BOTH


def test_what_was_known_of_a_group_before_stays_in_its_history(row: SurveyRound) -> None:
    operations.amend_round(row, {"by_group": {**BOTH, "Foster carers": (20, 60)}}, **TOLD)
    assert changes(GroupResponse.objects.get(group="Foster carers"))[0]["changed"] == {"answered": (18, 20)}


def test_a_round_goes_with_its_groups(row: SurveyRound) -> None:
    operations.remove_round(row, **TOLD)
    assert not GroupResponse.objects.exists()


def test_the_form_opens_with_what_may_be_shown(kept: Client, put: Put) -> None:
    row = put("2026-03-27", by_group={"A": (3, 10), "B": (20, 40), "C": (61, 80)})
    said = kept.get(f"/survey-rounds/{row.pk}/change/").content.decode()
    assert "A: c\nB: c\nC: 61 of 80</textarea>" in said


def test_the_form_sent_as_it_opened_changes_nothing(kept: Client, put: Put) -> None:
    row = put("2026-03-27", by_group={"A": (3, 10), "B": (20, 40), "C": (61, 80)})
    before = held(row)
    told = {
        "starts_on_day": "1", "starts_on_month": "3", "starts_on_year": "2026", "ends_on_day": "27",
        "ends_on_month": "3", "ends_on_year": "2026", "asked": "210", "answered": "84", "audience": "public",
        "by_group": "A: c\nB: c\nC: 61 of 80",
    }  # fmt: skip
    assert kept.post(f"/survey-rounds/{row.pk}/change/", told).status_code == 302
    assert held(row) == before


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_groups_go_out_and_come_in_unchanged(kept: Client, put: Put, question: Question, form: str) -> None:
    groups = {"North": {"Yes": 30, "No": 17}, "South": {"Yes": 20, "No": 17}}
    row = put("2026-03-27", {question: groups}, by_group={"North": (47, 100), "South": (37, 60)})
    content = kept.get(f"/survey-rounds/{row.pk}/counts.{form}").content
    looked = bring(kept, row, content, f"counts.{form}")
    assert "How many answered: North 47 of 100; South 37 of 60." in looked
    store(kept, row, looked)
    assert held(row) == {"North": (47, 100), "South": (37, 60)}


def test_how_many_answered_comes_in_with_a_file(kept: Client, put: Put, question: Question) -> None:
    row = put("2026-03-27")
    content = (
        "question,group,answer,count,group answered,group asked\n"
        f"{LISTENED},North,Yes,30,48,100\n{LISTENED},North,No,17,48,100\n"
    )
    store(kept, row, bring(kept, row, content.encode()))
    assert held(row) == {"North": (48, 100)}


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (("North", "48", ""), "give both as whole numbers"),
        (("North", "many", "100"), "give both as whole numbers"),
        (("", "48", "100"), "only a group has it"),
    ],
)
def test_a_bad_number_of_a_group_has_a_line(
    kept: Client, put: Put, question: Question, cells: tuple[str, str, str], line: str
) -> None:
    group, answered, asked = cells
    told = f"question,group,answer,count,group answered,group asked\n{LISTENED},{group},Yes,30,{answered},{asked}\n"
    said = bring(kept, put("2026-03-27"), told.encode())
    assert "row 2, column group asked" in said
    assert line in said


def test_two_rows_of_a_group_that_differ_have_a_line(kept: Client, put: Put, question: Question) -> None:
    told = (
        "question,group,answer,count,group answered,group asked\n"
        f"{LISTENED},North,Yes,30,48,100\n{LISTENED},North,No,17,49,100\n"
    )
    assert "an earlier row says otherwise of “North”" in bring(kept, put("2026-03-27"), told.encode())


def test_the_csv_of_a_survey_has_it_too(client: Client, put: Put, question: Question) -> None:
    groups = {"North": {"Yes": 30, "No": 17}, "South": {"Yes": 20, "No": 17}}
    row = put("2026-03-27", {question: groups}, by_group={"North": (47, 100), "South": (37, 60)})
    rows = list(csv.DictReader(io.StringIO(client.get(f"/surveys/{row.survey_id}/survey.csv").content.decode())))
    assert {(each["group"], each["group answered"], each["group asked"]) for each in rows if each["group"]} == {
        ("North", "47", "100"), ("South", "37", "60")
    }  # fmt: skip
    assert queries.survey_page(None, row.survey_id).rounds[0].responses == {"North": (47, 100), "South": (37, 60)}
