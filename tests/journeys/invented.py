"""Minutes of an invented council with the record of them, laid into a register without the reader.

Pages are tested on findings of every kind, nested and crossing, whatever the rules of the reader find today.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any
from unittest.mock import patch

from arising.documents.builder import DocumentBuilder
from arising.documents.document import BlockKind, Document, Part, Place
from arising.reading import record as read
from arising.register.accounts.audiences import Audience
from arising.register.bodies.models import Body, Council, Item
from arising.register.bodies.operations import people_named, record_membership
from arising.register.improvement import operations as improvement
from arising.register.improvement.models import Inspection
from arising.register.indicators import operations as indicators
from arising.register.indicators.models import StatisticalArea
from arising.register.record.operations import Outcome, add_source, adding
from reading.inspections import reports
from reading.inspections.writing import written
from register.indicators.figures import EVERYWHERE, MEDWAY, WORSE, referrals
from register.indicators.systems.two_systems import differ
from register.planted.inspected import inspected

COUNCIL = "Wexcombe Council"
BODY = "Children and Young People Committee"
BRIEFING_NOTE = (
    "The Portfolio Holder and officers undertook to investigate this and inform the Committee via a briefing note"
)
VOTE = "Voting: for, Councillors Bell and Rao; against, Councillor Stone."


class Manuscript:
    """Blocks written one after the other, and findings named by their words."""

    def __init__(self) -> None:
        self.blocks: list[tuple[BlockKind, list[str], dict[str, Any]]] = []

    def add(self, kind: BlockKind, *cells: str, **about: Any) -> None:
        self.blocks.append((kind, list(cells), about))

    def document(self, name: str) -> Document:
        original = "\n".join(cell for _, cells, _ in self.blocks for cell in cells)
        builder = DocumentBuilder(original)
        at = 0
        for kind, cells, about in self.blocks:
            spans = []
            for cell in cells:
                spans.append((at, at + len(cell)))
                at += len(cell) + 1
            if kind is BlockKind.TABLE_ROW:
                builder.add_row([[span] for span in spans], **about)
            else:
                builder.add(kind, spans, **about)
        return builder.build(name=name, format="text", sha256=hashlib.sha256(original.encode()).hexdigest())


def where(document: Document) -> Callable[..., dict[str, Any]]:
    """What every finding has, from its words: ``at("12 reports")``."""

    def at(words: str, rule: str = "invented", confidence: float = 0.92) -> dict[str, Any]:
        start = document.text.index(words)
        return {"quote": words, "start": start, "end": start + len(words), "rule": rule, "confidence": confidence}

    return at


def keep(document: Document, record: read.Record, date: str, audience: Audience = Audience.PUBLIC) -> Outcome:
    """Add a source that opens as ``document`` and in which ``record`` is read."""
    with (
        patch.object(adding, "open_document", return_value=document),
        patch.object(adding, "read", return_value=record),
    ):
        return add_source(
            document.original.encode(),
            name=document.name,
            council=COUNCIL,
            body=BODY,
            date=date,
            origin=f"https://wexcombe.example/{document.name}",
            audience=audience,
            heed_embargo=False,
        )


def placements() -> Outcome:
    """An item with every kind of block and finding."""
    text = Manuscript()
    text.add(BlockKind.HEADING, "Placements for children in care", level=1, marker="7.")
    text.add(BlockKind.PARAGRAPH, "Recommendation: that the Committee agrees the draft strategy.", part=Part.AGENDA)
    text.add(
        BlockKind.PARAGRAPH,
        "The Director of Children’s Services, Amina Okafor, introduced the report. Councillor Bell declared an "
        "interest as a governor of Mill Lane School. The report was urgent because the inspection letter had come late "
        "(Local Government Act 1972, section 100B(4)(b)). It covered fostering, and its annex was embargoed until "
        "1 May 2024.",
        place=Place(page=1),
    )
    text.add(BlockKind.PARAGRAPH, "The following points were raised:", place=Place(page=1))
    text.add(
        BlockKind.LIST_ITEM,
        "Distance from home – in response to a question on why 37% of children lived more than 20 miles away, the "
        f"Assistant Director said that there were too few foster carers in the district. {BRIEFING_NOTE}.",
        level=0, marker="(a)", place=Place(page=1),
    )  # fmt: skip
    text.add(
        BlockKind.LIST_ITEM,
        "it was hoped that 12 new carers would be approved by March 2025;",
        level=1, marker="(i)", place=Place(page=2),
    )  # fmt: skip
    text.add(
        BlockKind.LIST_ITEM, "a Member was concerned about the cost of £2,153,000.", level=1, marker="(ii)",
        place=Place(page=2), margin="AO",
    )  # fmt: skip
    text.add(BlockKind.TABLE_ROW, "Year", "Children", "Placed in the district", place=Place(page=2))
    text.add(BlockKind.TABLE_ROW, "2023", "214", "131 <of> 214 & more", place=Place(page=2))
    text.add(
        BlockKind.PARAGRAPH, "Voting: for, Councillors Bell and Rao; against, Councillor Stone.", place=Place(page=2)
    )
    text.add(
        BlockKind.PARAGRAPH,
        "The Committee noted the report and recommended that the Cabinet consider a recruitment campaign.",
        part=Part.DECISION, place=Place(page=2),
    )  # fmt: skip
    document = text.document("placements.txt")
    at = where(document)
    topic = "Distance from home"
    asked = "in response to a question on why 37% of children lived more than 20 miles away"
    answered = "the Assistant Director said that there were too few foster carers in the district"
    record = read.Record(
        document=document.name,
        sha256=document.sha256,
        reader="invented",
        title="Placements for children in care",
        items=(read.Item(**at("Placements for children in care"), title="Placements for children in care", number="7",
                         body_end=len(document.text)),),
        topics=(read.Topic(**at(topic), heading=topic, body_end=document.text.index("it was hoped")),),
        exchanges=(
            read.Exchange(**at(f"{asked}, {answered}"), kind="question", topic=topic, askers=("a Member",),
                          responders=("the Assistant Director",),
                          answers=(read.Answer(**{k: at(answered)[k] for k in ("quote", "start", "end")},
                                               speaker="the Assistant Director"),)),
            read.Exchange(**at("a Member was concerned about the cost"), kind="concern"),
        ),
        commitments=(
            read.Commitment(**at(BRIEFING_NOTE), kind="undertaking", owner="The Portfolio Holder and officers",
                            deliverable="briefing note", to="the Committee", topic=topic),
            read.Commitment(**at("it was hoped that 12 new carers would be approved by March 2025"), kind="expectation",
                            due="March 2025", deliverable="12 new carers",
                            when=read.When(words="March 2025", kind="date", edtf="2025-03", earliest="2025-03-01",
                                           latest="2025-03-31")),
        ),
        decisions=(
            read.Decision(**at("The Committee noted the report"), action="note"),
            read.Decision(**at("recommended that the Cabinet consider a recruitment campaign"), action="recommend",
                          addressee="the Cabinet", asks_for="a recruitment campaign"),
        ),
        votes=(read.Vote(**at(VOTE),
                         votes={"Bell": "for", "Rao": "for", "Stone": "against"}, outcome="carried"),),
        figures=(
            read.Figure(**at("37%"), value=37, unit="%", measure="children living far away", topic=topic),
            # crosses the words of the expectation
            read.Figure(**at("12 new carers would be approved by March 2025;"), value=12, unit="carers",
                        measure="new carers"),
            read.Figure(**at("£2,153,000"), value=2153000, unit="£", measure="cost"),
            read.Figure(**at("131 <of> 214"), value=131, of=214, unit="children", measure="placed in the district"),
        ),
        people=(
            read.Person(**at("Amina Okafor"), name="Amina Okafor", role="Director of Children’s Services",
                        attending="in_attendance"),
            read.Person(**at("Councillor Bell"), name="Councillor Bell", attending="present"),
        ),
        declarations=(read.Declaration(**at("Councillor Bell declared an interest as a governor of Mill Lane School"),
                                       name="Councillor Bell", matter="Mill Lane School"),),
        urgency=(read.Urgency(**at("urgent because the inspection letter had come late"),
                              reason="the inspection letter had come late", law="Local Government Act 1972"),),
        references=(read.Reference(**at("Local Government Act 1972, section 100B(4)(b)"), kind="law",
                                   name="Local Government Act 1972, section 100B(4)(b)"),),
        areas=(read.Area(**at("fostering"), name="fostering"),),
        embargoes=(read.Embargo(**at("embargoed until 1 May 2024"),
                                until=read.When(words="1 May 2024", kind="date", edtf="2024-05-01",
                                                earliest="2024-05-01", latest="2024-05-01")),),
    )  # fmt: skip
    return keep(document, record, "2024-05-02")


def short(number: int, date: str, audience: Audience = Audience.PUBLIC, *, promises: int = 1) -> Outcome:
    """One more item, with as many undertakings as there are to be, and one figure."""
    text = Manuscript()
    promised = [f"Officers agreed to circulate the attendance figures of class {number}.{n}" for n in range(promises)]
    for words in promised:
        text.add(BlockKind.PARAGRAPH, f"{words}.")
    text.add(BlockKind.PARAGRAPH, f"Attendance was {80 + number}%.")
    document = text.document(f"attendance-{number}.txt")
    at = where(document)
    record = read.Record(
        document=document.name,
        sha256=document.sha256,
        reader="invented",
        title=f"Attendance in term {number}",
        commitments=tuple(read.Commitment(**at(words), kind="undertaking", owner="Officers") for words in promised),
        figures=(read.Figure(**at(f"{80 + number}%"), value=80 + number, unit="%", measure="attendance"),),
    )
    return keep(document, record, date, audience)


def published() -> None:
    """Published figures, with a chart, and an area for the council that they are of."""
    release = indicators.take_in(referrals({MEDWAY: WORSE, **EVERYWHERE}), "referrals.csv", actor=None).release
    assert release.rows == 65
    area = StatisticalArea.objects.get(code="E06000035")
    council = Council.objects.order_by("pk")[0]
    indicators.set_area(council, area, actor=None, why="For a test")
    differ(council, area)


NATIONAL = """\
la_code,local_authority,overall_effectiveness_grade,inspection_framework,inspection_start_date,inspection_end_date,publication_date,impact_of_leaders_grade,help_and_protection_grade,in_care_grade,care_leavers_grade
887,medway,good,standard,17/07/2023,28/07/2023,11/09/23,good,requires improvement,good,good
886,kent,outstanding,short,07/03/2023,11/03/2023,04/05/23,good,good,good,good
866,swindon,inadequate,short,07/03/2022,11/03/2022,04/05/22,good,good,good,inspection_pre_dates_judgement
"""


def judged() -> None:
    """Two inspections with a visit between them, a direction with its revision, and the grades of other authorities."""
    council = Council.objects.order_by("pk")[0]
    told: dict[str, Any] = {"actor": None, "why": "For a test"}
    before = written(reports.ILACS_2018, "html")
    improvement.add_report(council, before, "report-2019-01-11.html", received=date(2019, 1, 4), **told)
    improvement.add_report(council, written(reports.MONITORING_2021, "html"), "visit.html", **told)
    last = inspected(council, "Wexcombe")
    improvement.owe_deadlines(last, Body.objects.get(name=BODY), **told)
    improvement.plan_visit(council, Inspection.Kind.FOCUSED, starts_on=date(2099, 3, 3), about="Care leavers", **told)
    required = ("1. The Council must publish an improvement plan.", "2. The Council must see every child in time.")
    first = improvement.give_direction(council, "Direction of 2019", date(2019, 3, 1), required=required, **told)
    second = improvement.give_direction(
        council, "Direction of 2020", date(2020, 3, 2), required=required[:1], supersedes=first,
        commissioner_words="The Commissioner for Wexcombe", **told,
    )  # fmt: skip
    improvement.move_review(second.review_points.all()[0], date(2020, 7, 1), actor=None, why="Visits were halted.")
    table = improvement.bring_national_table(NATIONAL.encode(), "overview.csv", actor=None)
    improvement.store_national_table(table, actor=None)
    improvement.type_outcome("E10000016", "inconsistent", date(2024, 6, 7), "https://kent.example/send", **told)


def heard() -> None:
    """What people said, and what members learned."""
    told: dict[str, Any] = {"actor": None, "why": "For a test"}
    council = Council.objects.get(name=COUNCIL)
    survey = improvement.add_survey(council, "Your views", "parents", asked_by="The participation team", **told)
    words = "My child’s social worker listens to me"
    question = improvement.add_question(survey, words, "yes_no", **told)
    for year, groups in ((2023, {"North": (20, 12), "South": (23, 35)}), (2024, {"North": (30, 10), "South": (2, 2)})):
        counts = {
            (question.pk, group, answer): count
            for group, both in groups.items()
            for answer, count in zip(("Yes", "No"), both, strict=True)
        }
        row = improvement.add_round(survey, date(year, 3, 1), date(year, 3, 27), asked=210, answered=90, **told)
        improvement.set_counts(row, counts, **told)
    improvement.reword_question(question, "Social workers listen to me", "agree", since=date(2024, 5, 1), **told)
    entry = {"kind": "forum", "on": date(2024, 3, 3), "of": "parents", "source": "The parents’ and carers’ forum"}
    said = {"heard": "Letters come too late to plan for.", "themes": [("Letters", 7), ("Calls", 2)], "count": 9}
    improvement.log_engagement(council, {**entry, **said, "will_do": "Letters go out a week earlier."}, **told)
    body = Body.objects.get(name=BODY)
    people = people_named(council, ["Anwen Bell", "Idris Rao"], **told)
    for person in people.values():
        record_membership(person, body=body, role="Member", start="2023-05", **told)
    for kind, title in (("training", "Reading a scorecard"), ("home", "Elm House")):
        one = improvement.add_occasion(body, {"kind": kind, "on": date(2024, 2, 1), "title": title}, **told)
        improvement.set_took_part(one, [people["Anwen Bell"]], **told)
        improvement.add_led_to(one, "A question on placements", Item.objects.filter(meeting__body=body)[0], **told)
