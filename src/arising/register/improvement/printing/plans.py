"""An improvement plan as a Word document and as a tagged PDF, with the words of its page."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from arising.register.bodies.dates_in_words import day_in_words
from arising.register.improvement.queries import Line, PlanPage
from arising.register.programme.printing.pdf import Printed

STYLE = Path(__file__).with_name("plan.css")
APART = "That an action is done says nothing of whether it worked. The two are counted apart."


def parts(page: PlanPage) -> list[tuple[Any, list[Line]]]:
    """Each priority with its actions, in the order of the plan."""
    return [(part, list(part.tally.lines)) for part in page.priorities]


def facts(line: Line) -> list[str]:
    """What stands beneath an action: its owner, its date, what it answers, its measures, its evidence."""
    told = [f"Owner: {line.owner or 'nobody named'}. Due: {line.when}. {line.words}"]
    told += [f"Answers: {point}" for point in line.answers]
    told += [f"Measure: {each.title}" for each in line.measures]
    told += [f"Evidence of {day_in_words(each.evidence.on)}: {each.evidence.title}" for each in line.evidence]
    if line.updates:
        last = line.updates[0]
        told.append(f"Update of {day_in_words(last.on)}: {last.text}")
    return told


def as_pdf(page: PlanPage) -> bytes:
    """The plan as PDF/UA-1. Raises ``NoPdf``."""
    held = [(part, [(line, facts(line)) for line in lines]) for part, lines in parts(page)]
    told = {"page": page, "plan": page.plan, "parts": held, "apart": APART}
    return Printed(render_to_string("improvement/plans/printed.html", told), STYLE).as_pdf()


def as_word(page: PlanPage) -> bytes:
    """The plan as a Word document, with headings that a screen reader can walk."""
    # it takes a quarter of a second, so only where a document is made
    from docx import Document
    from docx.shared import Pt

    document = Document()
    document.core_properties.title = page.plan.title
    document.core_properties.language = "en-GB"
    document.styles["Normal"].font.size = Pt(12)
    document.add_heading(page.plan.title, level=1)
    for words in (*page.words, APART):
        document.add_paragraph(words)
    for part, lines in parts(page):
        document.add_heading(str(part.of), level=2)
        if part.of.outcome:
            document.add_paragraph(f"Outcome wanted: {part.of.outcome}")
        document.add_paragraph(f"{part.tally.done} {part.tally.worked}")
        for line in lines:
            document.add_heading(f"{line.action.reference} {line.action.title}", level=3)
            for fact in facts(line):
                document.add_paragraph(fact, style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
