"""A record built by hand with every kind of finding in it, for tests of what is made from records."""

from __future__ import annotations

from typing import Any

from arising.reading.record import (
    Answer,
    Area,
    Attendance,
    Commitment,
    Decision,
    Declaration,
    Embargo,
    Exchange,
    Figure,
    Finding,
    Item,
    Meeting,
    Paper,
    Person,
    Record,
    Reference,
    Substitute,
    Topic,
    Urgency,
    Vote,
    When,
)

NEXT_SPRING = When(words="by the end of March 2026", kind="date", edtf="2026-03", latest="2026-03-31")


def found(quote: str, **more: Any) -> dict[str, Any]:
    """What every finding has."""
    return {"quote": quote, "start": 10, "end": 10 + len(quote), "rule": "by hand", "confidence": 0.9} | more


FULL = Record(
    document="lighting.txt",
    sha256="0" * 64,
    reader="by hand",
    title="Street lighting",
    summary="The Committee asked when the lamps would be mended.",
    meeting=Meeting(body="Roads Committee", date="2025-11-04"),
    items=(Item(**found("Street lighting"), title="Street lighting", number="4", body_end=90),),
    topics=(Topic(**found("Mill Lane"), heading="Mill Lane", body_end=90),),
    exchanges=(
        Exchange(
            **found("A Member asked when the lamps would be mended", topic="Mill Lane"),
            kind="question",
            askers=("A Member",),
            responders=("The Head of Highways", "he"),
            answers=(
                Answer(speaker="he", resolved="Head of Highways", quote="he said in March", start=60, end=76),
                Answer(speaker=None, quote="work had begun", start=80, end=94),
            ),
        ),
        Exchange(**found("The Chair spoke of Mill Lane"), kind=None),
    ),
    commitments=(
        Commitment(
            **found("undertook to circulate a timetable by the end of March 2026", topic="Mill Lane"),
            kind="undertaking",
            owner="He",
            owner_resolved="Head of Highways",
            deliverable="timetable",
            to="the Committee",
            due="by the end of March 2026",
            when=NEXT_SPRING,
        ),
        Commitment(**found("it was hoped that work would finish in May", confidence=0.4), kind="expectation"),
    ),
    decisions=(
        Decision(
            **found("asked officers to write"),
            action="request",
            addressee="officers",
            asks_for="write",
            label="(a)",
        ),
    ),
    votes=(
        Vote(**found("For: Moss. Against: Tan."), votes={"Moss": "for", "Tan": "against"}, outcome="carried"),
        Vote(**found("8 in favour, 2 abstained"), count={"for": 8, "abstain": 2}),
    ),
    figures=(
        Figure(
            **found("about £1.5m of £2m"),
            value=1_500_000,
            of=2_000_000,
            unit="£",
            measure="budget",
            approximate=True,
        ),
        Figure(
            **found("26 to 30% nationally"),
            value=26,
            high=30,
            unit="%",
            measure="lamps out",
            scope="national",
            period=When(words="2024", kind="period", earliest="2024-01-01", latest="2024-12-31"),
        ),
        Figure(**found("ten lamps"), value=10, unit="lamps", measure="lamps mended"),
    ),
    people=(Person(**found("Councillor Moss (Chair)"), name="Councillor Moss", role="Chair", attending="present"),),
    attendance=Attendance(
        present=("Moss", "Tan"),
        substitutes=(Substitute(name="Vale", replaces="Ferrier"), Substitute(name="Lowe")),
    ),
    declarations=(
        Declaration(
            **found("Councillor Tan lives there"),
            name="Councillor Tan",
            interest="other interest",
        ),
    ),
    urgency=(Urgency(**found("urgent because of a fault"), reason="a fault", law="section 100B(4)(b)"),),
    embargoes=(Embargo(**found("embargoed until 5 November"), until=When(words="5 November", kind="date")),),
    areas=(Area(**found("highways"), name="highways"),),
    references=(Reference(**found("Highways Act 1980"), kind="law", name="Highways Act 1980"),),
    supporting=(
        Paper(title="Lighting report", url="https://council.example/report.pdf"),
        Paper(title="Costs", url="javascript:alert(1)", restricted=True),
    ),
    notes=("The date was taken from the file's name.",),
)

BARE = Record(document="agenda.txt", sha256="0" * 64, reader="by hand", notes=("This is an agenda without minutes.",))


def with_quote(quote: str, **more: Any) -> Record:
    """A record with one decision that has this quote."""
    decision = Decision(**found(quote), action="note", **more)
    return Record(document="minutes.txt", sha256="", reader="by hand", decisions=(decision,))


FINDINGS: tuple[Finding, ...] = tuple(FULL.findings())
