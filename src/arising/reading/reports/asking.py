"""What a report asks of the committee: its recommendations, and the sentences that ask for decisions or comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arising.reading.language.patterns import one_of
from arising.reading.reports.statements import Statement, plain_heading
from arising.reading.reports.vocabulary import ASKED, ASKS, BODIES, NO_ASK, ONLY_RECEIVES

_HEADING = re.compile(
    r"(?:(?:officer |officers' |key |summary of |the |draft )*recommendations?(?: to .*| for .*| and reasons.*)?"
    r"|recommendation\(s\)|decisions? (?:required|sought|requested|recommended)|actions? (?:required|requested|sought)"
    r"|what (?:is|are) the (?:committee|panel|board|commission|members) (?:being )?asked.*"
    r"|(?:key )?(?:questions|issues|matters|points) for (?:the )?(?:committee|panel|board|commission|members|scrutiny"
    r"|consideration|discussion)(?: to consider)?|ask of the .*|the ask|decision)"
)
_BODY = rf"(?<![\w-]){one_of(BODIES)}(?![\w-])"
_VERB = rf"(?P<verb>{one_of(sorted(ASKS))})\b"
_TO = r"\s+to:?\s*(?:\W?\s*\(?(?:[a-z]|i+|\d)[).]\s*)?"
_ASKED = re.compile(
    rf"{_BODY}[^.;]{{0,60}}?\b(?:is|are)\s+(?:therefore |also |hereby |further )?{one_of(ASKED)}"
    rf"(?:{_TO}(?P<verb>[a-z]+)|:|$)"
)
_RECOMMENDED = re.compile(r"\b(?:it is|i|we)\s+(?:therefore |also |hereby )?recommend(?:ed)?\b(?:\s*(?:that|:|to))?")
_VIEWS = re.compile(
    r"\b(?:views|comments|steer|feedback|endorsement|agreement|approval|support|input|challenge)\s+(?:of|from)\s+"
    rf"(?:the\s+)?{_BODY}[^.;]{{0,40}}?\b(?:is|are)\s+(?:sought|invited|welcomed?|requested)"
    rf"|\b(?:seeks?|seeking|requests?|requesting|invites?)\s+(?:the\s+)?(?:views|comments|steer|feedback|endorsement|approval"
    rf"|agreement|support|input)\s+(?:of|from)\s+(?:the\s+)?{_BODY}"
    rf"|\b(?:seeks?|seeking|requests?)\s+(?:the\s+)?{_BODY}(?:'s|s')\s+(?:\w+\s+){{0,2}}?(?:views|comments|steer|feedback"
    r"|endorsement|approval|agreement|support|input)"
)
_INLINE = re.compile(rf"^recommendations?\s*\d*\s*[:.–-]\s+(?:(?:that|to|the|members)\b|{_VERB})")
_OPENS = re.compile(rf"^(?:that\s+|to\s+|the\s+|members\s+|{_BODY}\s+|should\s+)*{_VERB}")


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence that asks: by which rule, how sure, and the verb that says what for, where one does."""

    statement: Statement
    rule: str
    confidence: float
    verb: str | None

    @property
    def only_receives(self) -> bool:
        """Whether nothing but to take note is asked."""
        return self.verb in ONLY_RECEIVES


def asks(told: list[Statement]) -> Iterator[Ask]:
    """The sentences that ask something of a committee, in order."""
    for statement in told:
        found = _ask(statement)
        if found is not None:
            yield found


def _ask(statement: Statement) -> Ask | None:
    lowered = statement.lowered
    asked = _ASKED.search(lowered)
    if asked and (asked["verb"] is None or asked["verb"] in ASKS):
        return Ask(statement, "committee-asked", 0.95, asked["verb"])
    if _VIEWS.search(lowered):
        return Ask(statement, "views-sought", 0.9, None)
    inline = _INLINE.match(lowered)
    if inline:
        return Ask(statement, "recommendation", 0.9, inline["verb"])
    recommended = _RECOMMENDED.search(lowered)
    if recommended:
        opens = _OPENS.match(lowered[recommended.end() :].lstrip(" :"))
        return Ask(statement, "is-recommended", 0.9, opens["verb"] if opens else None)
    if _under_recommendations(statement):
        opens = _OPENS.match(lowered)
        return Ask(statement, "recommendation", 0.85, opens["verb"] if opens else None)
    return None


def _under_recommendations(statement: Statement) -> bool:
    heading = (statement.heading or "").lower()
    is_question = statement.text.endswith("?") and "question" not in heading
    if not statement.is_prose or is_question or not _HEADING.fullmatch(heading):
        return False
    return plain_heading(statement.lowered).rstrip(".") not in NO_ASK and statement.lowered != heading
