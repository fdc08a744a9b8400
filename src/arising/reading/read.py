"""A document in, a record out: the passes over a document, in order."""

from __future__ import annotations

from arising.documents import Document
from arising.reading.findings.attendance import call_roll, declarations
from arising.reading.findings.commitments import commitments
from arising.reading.findings.decisions import RESOLUTION_RULES, decisions
from arising.reading.findings.exchanges import exchanges
from arising.reading.findings.figures import figures
from arising.reading.findings.floor import Floor
from arising.reading.findings.particulars import (
    areas,
    embargoes,
    meeting_of,
    period_of,
    references,
    summary_of,
    title_of,
    urgency,
)
from arising.reading.findings.people import people_with_posts
from arising.reading.findings.votes import division_blocks, divisions, votes
from arising.reading.language.times import day_of
from arising.reading.outline import Heading, Outline, outline
from arising.reading.record import Item, Paper, Record, Topic
from arising.reading.unbroken import Breaks

READER = "2"
"""The version of the rules. It rises when the same document would be read otherwise."""


def read(document: Document, *, body: str | None = None, date: str | None = None) -> Record:
    """Read minutes.

    Args:
        document: as ``arising.documents.open_document`` gives it.
        body: the committee, board or council, where it is known from elsewhere.
        date: the day of the meeting as EDTF (``2020-03-12``, or ``2020-03``), where it is known from elsewhere.

    Returns:
        All that was found. ``document.text[f.start:f.end] == f.quote`` for every finding ``f``.
    """
    out = outline(document)
    roll = call_roll(out)
    meeting = meeting_of(out, body=body, day=date)
    day = day_of(meeting.date)
    floor = Floor(out, roll)
    decided = tuple(decisions(out))
    resolutions = frozenset(out.block_at(d.start) for d in decided if d.rule in RESOLUTION_RULES)
    divided = divisions(out)
    breaks = Breaks(document)
    return Record(
        document=document.name,
        sha256=document.sha256,
        reader=READER,
        title=title_of(out),
        summary=summary_of(out),
        meeting=meeting,
        period=period_of(out),
        restricted=document.restricted,
        items=tuple(_item(out, heading) for heading in out.items),
        topics=tuple(_topic(out, heading) for heading in out.topics),
        exchanges=breaks.mend(exchanges(out, floor, resolutions)),
        commitments=breaks.mend(commitments(out, floor, day, resolutions)),
        decisions=breaks.mend(decided),
        votes=breaks.mend(votes(out, divided)),
        figures=breaks.mend(figures(out, day, division_blocks(divided))),
        people=breaks.mend([*roll.people, *people_with_posts(out, roll)]),
        attendance=roll.summary(),
        declarations=breaks.mend(declarations(out)),
        urgency=breaks.mend(urgency(out)),
        embargoes=breaks.mend(embargoes(out, day)),
        areas=breaks.mend(areas(out)),
        references=breaks.mend(references(out)),
        supporting=tuple(Paper(title=p.title, url=p.url, restricted=p.restricted) for p in document.supporting),
        notes=document.notes,
        text=document.text,
    )


def _item(out: Outline, heading: Heading) -> Item:
    return Item(
        quote=out.document.text[heading.start : heading.end],
        start=heading.start,
        end=heading.end,
        rule=heading.rule,
        confidence=0.95,
        title=heading.words,
        number=heading.number,
        body_end=heading.body_end,
    )


def _topic(out: Outline, heading: Heading) -> Topic:
    return Topic(
        quote=out.document.text[heading.start : heading.end],
        start=heading.start,
        end=heading.end,
        rule=heading.rule,
        confidence=0.95 if heading.rule != "glued-topic" else 0.7,
        topic=heading.words,
        heading=heading.words,
        number=heading.number,
        level=heading.level,
        body_end=heading.body_end,
    )
