"""A tracker is filled in, brought back, looked at, and stored: what was shown, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client

from arising.register.accounts.models import User
from arising.register.bodies.models import Body
from arising.register.obligations import operations
from arising.register.obligations.models import Answer, Judgement, Obligation, Origin, Progress
from arising.register.programme.models import TrackerImport
from register.invented import MINUTES, NAMED, Add, ScriptedReader
from register.programme.trackers.conftest import Desk, Taken
from register.programme.trackers.sheets import as_csv, as_excel, read_csv, read_excel

LINK = "https://kelderdale.example/briefing-note"
Today = Callable[[str], None]


def filled(rows: list[dict[str, Any]], **cells: Any) -> list[dict[str, Any]]:
    """The rows, with these cells of the first one filled in: ``filled(rows, New_progress="A draft.")``."""
    told = {title.replace("_", " "): cell for title, cell in cells.items()}
    return [{**rows[0], **told}, *rows[1:]]


def now(owed: Obligation) -> Obligation:
    return Obligation.objects.get(pk=owed.pk)


def test_what_went_out_comes_in_and_changes_nothing(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User, committee: Body
) -> None:
    operations.add(Origin.DUTY, "=SUM(A1) – “it’s”\n- due", committee, due=date(2024, 5, 1), actor=None, why="Law")
    operations.say_progress(owed, "-1 is left", actor=clerk)
    operations.answer(owed, "'+ It was sent.\n= done", LINK, actor=clerk, on=date(2024, 3, 20))
    operations.extend(owed, date(2024, 6, 1), reason="Agreed", actor=clerk)
    assert "It would change nothing. 2 rows change nothing." in bring(clerk, taken(clerk))


def test_what_went_out_as_excel_comes_in_and_changes_nothing(
    client: Client, bring: Desk, owed: Obligation, clerk: User, committee: Body
) -> None:
    operations.answer(owed, "=1+1", LINK, actor=clerk)
    client.force_login(clerk)
    content = client.get(f"/trackers/{committee.slug}.xlsx").content
    assert "It would change nothing. 1 row changes nothing." in bring(clerk, content, "tracker.xlsx")


def test_nothing_is_stored_before_somebody_says_so(taken: Taken, bring: Desk, owed: Obligation, clerk: User) -> None:
    page = bring(clerk, filled(taken(clerk), New_progress="A draft is with the service."))
    assert "It would change 1 row and add no rows." in page
    assert "New progress: “A draft is with the service.”" in page
    assert not Progress.objects.exists()


def test_what_was_shown_is_stored_and_says_where_it_came_from(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User
) -> None:
    rows = filled(taken(clerk), New_progress="A draft.", Due_date="1 May 2024")
    assert "Due date: “1 May 2024”" in bring(clerk, rows)
    assert "1 row was stored on 2 April 2024 by Clerk." in bring.store()
    assert (now(owed).due, Progress.objects.get().text) == (date(2024, 5, 1), "A draft.")
    reasons = set(now(owed).history.values_list("history_change_reason", flat=True))
    assert "from the tracker tracker.csv, row 2" in reasons
    assert Progress.history.get().history_user == clerk


def test_the_file_is_kept_byte_for_byte(taken: Taken, bring: Desk, clerk: User) -> None:
    content = as_csv(filled(taken(clerk), New_progress="A draft."))
    bring(clerk, content)
    bring.store()
    kept = TrackerImport.objects.get()
    assert (bytes(kept.content), kept.brought_by, kept.stored_by, kept.state) == (content, clerk, clerk, "stored")


def test_a_later_day_gives_more_time_and_the_first_stays(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User
) -> None:
    operations.amend(owed, {"due": date(2024, 4, 10)}, actor=clerk, why="Agreed")
    assert "Due date: “10 April 2024” becomes “1 May 2024”" in bring(clerk, filled(taken(clerk), Due_date="1/5/24"))
    bring.store()
    assert (now(owed).due, now(owed).extended_to) == (date(2024, 4, 10), date(2024, 5, 1))


def test_an_earlier_day_sets_the_first_right(taken: Taken, bring: Desk, owed: Obligation, clerk: User) -> None:
    operations.amend(owed, {"due": date(2024, 4, 10)}, actor=clerk, why="Agreed")
    bring(clerk, filled(taken(clerk), Due_date="05/04/2024"))
    bring.store()
    assert (now(owed).due, now(owed).extended_to) == (date(2024, 4, 5), None)


def test_another_post_is_set_by_its_name(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User, add: Add, reader: ScriptedReader
) -> None:
    reader.finds = {"people": [(NAMED, {"name": NAMED, "role": "Head of Transport", "attending": "present"})]}
    add(f"{MINUTES}\nThe meeting ended.\n", name="earlier.txt", date="2024-02-06")
    bring(clerk, filled(taken(clerk), Responsible_officer="head of transport"))
    bring.store()
    assert str(now(owed).owner) == "Head of Transport"


def test_an_answer_waits_for_a_clerk(taken: Taken, bring: Desk, owed: Obligation, director: User) -> None:
    page = bring(director, filled(taken(director), Answer="It was sent.", Evidence=LINK))
    assert "Answer: “It was sent.”" in page
    assert f"Evidence: “{LINK}”" in page
    bring.store()
    given = Answer.objects.get()
    assert (given.text, given.link, given.given_by) == ("It was sent.", LINK, director)
    assert given.judgement == Judgement.GIVEN
    assert now(owed).answered_on == date(2024, 4, 2)


def test_the_same_file_again_changes_nothing(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User, today: Today
) -> None:
    rows = filled(
        taken(clerk), Answer="Sent.", Evidence=LINK, Answered_on="1.4.2024", Due_date="1 May 2024", New_progress="Done."
    )
    rows.append(dict.fromkeys(rows[0], "") | {"Type": "Statutory duty", "Action or recommendation": "A report"})
    today("2024-04-03")
    bring(clerk, rows)
    bring.store()
    assert Obligation.objects.count() == 2
    assert "It would change nothing. 2 rows change nothing." in bring(clerk, rows)


def test_the_same_words_said_again_later_are_new_progress(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User, today: Today
) -> None:
    bring(clerk, filled(taken(clerk), New_progress="No change."))
    bring.store()
    today("2024-05-02")
    assert "It would change 1 row" in bring(clerk, filled(taken(clerk), New_progress="No change."))


def test_a_row_without_a_reference_is_added(taken: Taken, bring: Desk, clerk: User, committee: Body) -> None:
    new = {
        "Type": "Member's document request", "Action or recommendation": "The contract", "Meeting date": "1 April 2024",
        "Responsible officer": "director of people", "New progress": "It is looked for.",
    }  # fmt: skip
    page = bring(clerk, [*taken(clerk), dict.fromkeys(taken(clerk)[0], "") | new])
    assert "It would change no rows and add 1 row. 1 row changes nothing." in page
    assert "New: The contract" in page
    bring.store()
    one = Obligation.objects.get(title="The contract")
    assert (one.origin, one.body, str(one.owner)) == (Origin.DOCUMENT_REQUEST, committee, "Director of People")
    assert (one.received_on, one.due) == (date(2024, 4, 1), date(2024, 4, 16))
    assert one.progress.get().text == "It is looked for."


def test_who_is_no_post_is_kept_in_words_for_what_is_added(taken: Taken, bring: Desk, clerk: User) -> None:
    new = {"Type": "Request", "Action or recommendation": "A map", "Responsible officer": "Somebody in Roads"}
    bring(clerk, [dict.fromkeys(taken(clerk)[0], "") | new])
    bring.store()
    assert Obligation.objects.get(title="A map").owner_words == "Somebody in Roads"


def test_an_empty_cell_changes_nothing(taken: Taken, bring: Desk, owed: Obligation, clerk: User) -> None:
    operations.amend(owed, {"due": date(2024, 4, 10)}, actor=clerk, why="Agreed")
    assert "It would change nothing." in bring(clerk, filled(taken(clerk), Due_date="", Responsible_officer=""))


def test_columns_are_found_by_their_titles_in_any_order_and_others_are_named(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User
) -> None:
    (row,) = taken(clerk)
    page = bring(clerk, [{"Mood": "good", "UPDATE": "A draft.", "Ref": row["Reference"]}])
    assert "New progress: “A draft.”" in page
    assert "they are not taken: Mood." in page
    assert "no column called Version" in page


def test_excel_with_its_own_dates_and_numbers_is_understood(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User
) -> None:
    (row,) = taken(clerk)
    table = {"Reference": float(row["Reference"]), "Version": int(row["Version"]), "Due date": date(2024, 5, 1)}
    assert "Due date: “1 May 2024”" in bring(clerk, as_excel([table]), "tracker.xlsx")


def test_what_was_changed_since_in_the_register_is_no_change_in_the_file(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User
) -> None:
    rows = taken(clerk)
    operations.amend(owed, {"due": date(2024, 4, 10)}, actor=clerk, why="Agreed")
    page = bring(clerk, filled(rows, New_progress="A draft."))
    assert "New progress: “A draft.”" in page
    assert "Due date" not in page


def test_what_was_changed_since_in_both_is_a_conflict(taken: Taken, bring: Desk, owed: Obligation, clerk: User) -> None:
    rows = taken(clerk)
    operations.amend(owed, {"due": date(2024, 4, 10)}, actor=clerk, why="Agreed")
    page = bring(clerk, filled(rows, Due_date="1 May 2024", New_progress="A draft."))
    assert "Row 2, due date: It was changed since, to 10 April 2024." in page
    assert "It would change nothing." in page


def test_what_was_answered_since_is_a_conflict(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User, today: Today
) -> None:
    rows = taken(clerk)
    today("2024-04-03")
    operations.answer(owed, "It was sent by post.", LINK, actor=clerk)
    page = bring(clerk, filled(rows, Answer="It was sent.", Evidence=LINK))
    assert "Row 2, answer: It was answered since: “It was sent by post.”." in page


def test_what_is_not_what_was_looked_at_is_not_stored(taken: Taken, bring: Desk, owed: Obligation, clerk: User) -> None:
    bring(clerk, filled(taken(clerk), Due_date="1 May 2024"))
    operations.amend(owed, {"due": date(2024, 4, 10)}, actor=clerk, why="Agreed")
    page = bring.store()
    assert "Nothing was stored" in page
    assert "is not what you looked at any more" in page
    assert (now(owed).extended_to, TrackerImport.objects.get().state) == (None, "waiting")


def test_a_tracker_is_stored_once(taken: Taken, bring: Desk, owed: Obligation, clerk: User, client: Client) -> None:
    bring(clerk, filled(taken(clerk), New_progress="A draft."))
    seen = bring.seen
    bring.store()
    again = client.post(bring.path, {"seen": seen}).content.decode()
    assert "tracker.csv was stored on 2 April 2024 already." in again
    assert Progress.objects.count() == 1


def test_rows_with_something_wrong_stay_out_and_the_rest_goes_in(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User, committee: Body, client: Client
) -> None:
    operations.add(Origin.DUTY, "A report", committee, actor=None, why="Law")
    rows = taken(clerk)
    wrong = [{**row, "New progress": "A draft.", "Due date": "32/1/2026" if at else ""} for at, row in enumerate(rows)]
    page = bring(clerk, wrong)
    assert "Row 3, due date: “32/1/2026” is no day. Write it as 4 December 2026." in page
    bring.store()
    assert Progress.objects.count() == 1
    (left,) = read_csv(client.get(f"{bring.path}left-out.csv").content)
    assert left["What is wrong"].startswith("Row 3, due date: “32/1/2026” is no day.")
    assert "1 row" in bring(clerk, [{**left, "Due date": "1 May 2024"}])
    bring.store()
    assert Progress.objects.count() == 2


def test_a_row_that_an_operation_refuses_stays_out_whole(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User
) -> None:
    finding = owed.commitment
    assert finding
    assert finding.item
    own = f"{finding.item.get_absolute_url()}#{finding.anchor}"
    bring(clerk, filled(taken(clerk), New_progress="A draft.", Answer="Sent.", Evidence=own))
    assert "Row 2: These are the words of the obligation itself." in bring.store()
    assert not Progress.objects.exists()


def test_evidence_in_the_register_goes_out_and_comes_in(
    taken: Taken, bring: Desk, owed: Obligation, clerk: User
) -> None:
    assert owed.source
    operations.answer(owed, "See the minutes.", owed.source.get_absolute_url(), actor=clerk)
    rows = taken(clerk)
    assert rows[0]["Evidence"].endswith(owed.source.get_absolute_url())
    assert "It would change nothing." in bring(clerk, rows)


def test_excel_that_openpyxl_saved_again_changes_nothing(
    client: Client, bring: Desk, owed: Obligation, clerk: User, committee: Body
) -> None:
    client.force_login(clerk)
    rows = read_excel(client.get(f"/trackers/{committee.slug}.xlsx").content)
    assert "It would change nothing." in bring(clerk, as_excel(rows), "tracker.xlsx")
