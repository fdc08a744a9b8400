"""Frameworks of inspection, the areas that each judges at its date, and the fixed headings that reports stand under.

Sources: Ofsted, "Inspecting local authority children's services" (November 2017 and its updates: care leavers judged
apart since January 2023; reports on inspections since April 2026 give no overall effectiveness); "Area SEND
inspections: framework and handbook" (2023); the local area SEND framework of 2016; the single inspection framework of
2013 to 2017.
"""

from __future__ import annotations

import re
from datetime import date

from arising.reading.inspections.inspection import FrameworkKey, GradeKey, OutcomeKey, PointKind

FRAMEWORKS: dict[FrameworkKey, str] = {
    "ilacs": "Inspection of local authority children’s services (ILACS)",
    "focused_visit": "Focused visit (ILACS)",
    "monitoring_visit": "Monitoring visit",
    "jtai": "Joint targeted area inspection (JTAI)",
    "sif": "Single inspection framework (SIF)",
    "area_send": "Area SEND inspection",
    "area_send_monitoring": "Area SEND monitoring inspection",
    "local_area_send": "Local area SEND inspection (2016 to 2022)",
}

LETTERS: frozenset[FrameworkKey] = frozenset({"focused_visit", "monitoring_visit", "jtai", "local_area_send"})
"""What is reported in a letter, without a table of judgements."""

GRADES: dict[GradeKey, str] = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement to be good",
    "inadequate": "Inadequate",
}

OUTCOMES: dict[OutcomeKey, str] = {
    "positive": "Arrangements typically lead to positive experiences and outcomes",
    "inconsistent": "Arrangements lead to inconsistent experiences and outcomes",
    "widespread_failings": "Widespread and/or systemic failings",
    "written_statement": "A written statement of action is required",
    "revisit": "Progress with the written statement of action",
    "monitoring": "Progress with the areas for priority action",
}

AREAS: dict[str, str] = {
    "overall": "Overall effectiveness",
    "leaders": "The impact of leaders on social work practice with children and families",
    "help_and_protection": "The experiences and progress of children who need help and protection",
    "in_care": "The experiences and progress of children in care",
    "in_care_and_care_leavers": "The experiences and progress of children in care and care leavers",
    "care_leavers": "The experiences and progress of care leavers",
    "looked_after": "Children looked after and achieving permanence",
    "adoption": "Adoption performance",
    "safeguarding_board": "The effectiveness of the Local Safeguarding Children Board",
}

CARE_LEAVERS_APART = date(2023, 1, 1)
NO_OVERALL = date(2026, 4, 1)

_SIF = ("overall", "help_and_protection", "looked_after", "adoption", "care_leavers", "leaders")
_BEFORE_2023 = ("overall", "leaders", "help_and_protection", "in_care_and_care_leavers")
_SINCE_2023 = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers")


def areas_judged(framework: FrameworkKey, first_day: date | None) -> tuple[str, ...]:
    """The areas that a framework judges on inspections that begin on a day; none where it grades nothing.

    ILACS is told by its date: without one, nothing is expected.
    """
    if framework == "sif":
        return _SIF
    if framework != "ilacs" or first_day is None:
        return ()
    if first_day < CARE_LEAVERS_APART:
        return _BEFORE_2023
    return _SINCE_2023 if first_day < NO_OVERALL else _SINCE_2023[1:]


_AREA_PATTERNS: tuple[tuple[str, str], ...] = (
    ("overall", r"overall\s+effectiveness"),
    (
        "safeguarding_board",
        r"(?:the\s+effectiveness\s+of\s+the\s+)?local\s+safeguarding\s+children(?:s|[’']s)?\s+board",
    ),
    ("leaders", r"impact\s+of\s+leaders\s+on\s+social\s+work\s+practice|leadership,\s+management\s+and\s+governance"),
    ("help_and_protection", r"children\s+(?:and\s+families\s+)?(?:who|that)\s+need\s+help\s+and\s+protection"),
    ("in_care_and_care_leavers", r"progress\s+of\s+children\s+in\s+care\s+and\s+care\s+leavers"),
    ("in_care", r"progress\s+of\s+children\s+in\s+care"),
    ("looked_after", r"children\s+looked\s+after\s+and\s+achieving\s+permanence"),
    ("adoption", r"adoption\s+performance"),
    ("care_leavers", r"experiences\s+and\s+progress\s+of\s+care[\s-]+leavers"),
)
AREA_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (area, re.compile(words, re.IGNORECASE)) for area, words in _AREA_PATTERNS
)

GRADE_WORDS: tuple[tuple[GradeKey, re.Pattern[str]], ...] = (
    ("requires_improvement", re.compile(r"requires?\s+improvement(?:\s+to\s+be\s+good)?", re.IGNORECASE)),
    ("inadequate", re.compile(r"inadequate", re.IGNORECASE)),
    ("outstanding", re.compile(r"outstanding", re.IGNORECASE)),
    ("good", re.compile(r"good", re.IGNORECASE)),
)


def area_named(words: str) -> str:
    """The area that a heading or a cell names, or ""."""
    return next((area for area, pattern in AREA_WORDS if pattern.search(words)), "")


def grade_named(words: str) -> GradeKey | None:
    """The grade that ``words`` are, alone or after an area and a colon."""
    said = words.strip(" \t\n.:;*–-0123456789")
    return next((grade for grade, pattern in GRADE_WORDS if pattern.fullmatch(said)), None)


_THE = r"(?:the )?"
_AREA_NAMES = (
    r"the impact of leaders on social work practice(?: with children and families)?",
    r"(?:the )?(?:experiences and progress of )?children (?:and families )?(?:who|that) need help and protection",
    r"the experiences and progress of children in care(?: and care leavers)?",
    r"(?:the )?experiences and progress of care[ -]+leavers",
    r"(?:the experiences and progress of )?children looked after and achieving permanence",
    r"(?:the graded judgement for )?adoption performance(?: is that.*)?",
    r"leadership, management and governance",
)
_TAIL = (
    r" ?(?:[:–—-]|,|\b(?:is|are|requires?)\b)? ?(?:(?:judged|graded)(?: to be| as)? )?"
    r"(?:outstanding|good|inadequate|(?:requires? )?improvement(?: to be good)?)?[. ]*\d?"
)
AREA_HEADING = re.compile(rf"(?:\d[\d.]* )?(?:{'|'.join(_AREA_NAMES)}){_TAIL}", re.IGNORECASE)
"""The heading of what was found in an area, with its grade or without."""

POINT_HEADINGS: tuple[tuple[PointKind, str], ...] = (
    ("priority_action", r"areas? (?:for|of) priority actions?|priority (?:and immediate )?actions?(?: areas?)?"),
    ("significant_weakness", r"areas? of significant weakness(?:es)?"),
    (
        "improve",
        r"what (?:needs|need) to improve(?: in (?:this|these) [^.]{3,70})?"
        rf"|what does {_THE}(?:local authority|lscb) need to improve|what needs to improve next",
    ),
    ("area_for_improvement", r"areas? for improvement"),
)
FINDING_HEADINGS = (
    r"headline findings|main findings|key findings|overall findings|overview|findings(?: and evaluation of progress)?"
    r"|evaluation of progress|areas? covered by (?:the|this) visit|summary(?: of (?:findings|key findings))?"
    rf"|executive summary|what is it like to be a (?:child|young person)[^.]*|what (?:is|are) {_THE}(?:local )?"
    rf"(?:area )?partnership doing that is effective|what does {_THE}(?:local )?(?:area )?partnership need to do better"
    r"|the effectiveness of the local area in [^.]*|strengths|areas? (?:for|of) development|key strengths"
    r"|the local authority[’']s strengths|progress since the last inspection|context"
    r"|(?:case|practice) study(?:: [^.]{3,80})?"
)
OTHER_HEADINGS = (
    r"information about (?:the local area partnership|this (?:local authority area|inspection)|the local area)"
    r"|about (?:the|this) inspection|inspection outcome|contents|next steps|the inspection"
    r"|inspection judgements? about[^.]*|the local authority|the (?:lscb|local safeguarding children board[^.]*)"
)
CLOSING = re.compile(
    r"the office for standards in education|yours sincerely|ofsted is proud to use|if you would like a copy of this"
    r"|(?:the )?inspection team$|local area partnership details$|information about this inspection$"
    r"|what the inspection judgements mean$|we are copying this letter|i am copying this letter"
    r"|cc:? |any complaints about|ofsted will take (?:the|these) findings",
    re.IGNORECASE,
)
"""How what follows the findings begins: the signature, the team, Ofsted's own address."""
