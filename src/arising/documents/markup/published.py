"""What a committee system prints around minutes: labels, agenda text, meeting lines, file sizes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from arising.documents.document import Part

_LABELS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (Part.MINUTES, re.compile(r"(?:draft |printed |confirmed )?minutes?(?: text)?", re.IGNORECASE)),
    (Part.DECISION, re.compile(r"(?:draft )?(?:decisions?|resolutions?|decision(?:s)? (?:taken|made))", re.IGNORECASE)),
    (
        Part.DOCUMENTS,
        re.compile(
            r"(?:additional|supporting|accompanying|background|related|linked|other) (?:documents?|papers?|reports?)"
            r"|documents?|attachments?|reports? attached",
            re.IGNORECASE,
        ),
    ),
    (
        Part.AGENDA,
        re.compile(r"agenda(?: item)? text|purpose|(?:officer )?recommendations?|summary|report", re.IGNORECASE),
    ),
    (
        Part.PAGE,
        re.compile(
            r"reasons? for (?:the )?(?:decision|urgency|key decision)s?|(?:alternative )?options(?: considered)?"
            r"(?: and rejected)?|alternatives? options? considered.{0,40}|contact|notes?|media|publication date"
            r"|details of any (?:conflict|interest).{0,60}|view directions",
            re.IGNORECASE,
        ),
    ),
)
AGENDA_LEAD = re.compile(
    r"To (?:receive|consider|approve|note|agree|confirm|discuss|elect|appoint|sign|review|scrutinise|comment|hear|give"
    r"|deal|report|determine|invite|answer|adopt|make|be)\b"
    r"|(?:The |Joint |Annual |Attached )?[Rr]eports? (?:of|by|from)\b"
    r"|Members (?:are|were) (?:asked|invited|requested|reminded)\b|Recommend(?:ed|ation)s?\b"
    r"|The (?:Committee|Sub-Committee|Panel|Board|Cabinet|Council|Commission|Executive) (?:is|are) (?:asked|invited"
    r"|requested|recommended)\b|Please\b|A (?:copy|report)\b|If (?:any|you)\b|Chair to\b"
)
_AGENDA_REPORT = re.compile(
    r"(?:This|The|An?|These)\b[^.]{0,60}\b(?:reports?|papers?|item|presentation)\b[^.]{0,60}?\b(?:provides?|details?"
    r"|sets? out|updates?|seeks?|presents?|informs?|asks?|outlines?|summarises?|gives?|covers?|contains?|describes?"
    r"|proposes?|is|are)\b"
)
AGENDA_ONLY = "agenda only: no minutes on this page"
_DECISION = re.compile(
    r"(?:That\b|RESOLVED|Resolved|AGREED|Agreed\b|DECISION|It was (?:RESOLVED|resolved)|UNANIMOUSLY)"
)
_FILE = re.compile(r"\s?(?:\w{3,5} icon\s?)?(?:PDF|DOCX?|XLSX?|PPTX?|HTML?)\s[\d.,]+\s?[KMG]B\s{0,5}$")
_RESTRICTED = re.compile(
    r"\(?\b(?:restricted|fully exempt|part exempt|view reasons|not for publication)\b", re.IGNORECASE
)

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(f"{month}|{month[:3]}" for month in _MONTHS) + "|Sept"
_LONG_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ \u00a0-]+({_MONTH})\.?,?[ \u00a0-]+(\d{{4}})\b", re.IGNORECASE
)
_SHORT_DATE = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_MEETING_LINE = re.compile(
    r"(?:Meeting of |Decision of |Agenda for |Minutes of )?(?:the )?(?P<body>[^\d].{2,150}?)(?:,| -| –| on)\s+"
    rf"(?:(?:{_WEEKDAY}),?\s+)?(?=\d{{1,2}}(?:st|nd|rd|th)?\s)"
)
_OF_A_MEETING = re.compile(
    r"\b(?:minutes|notes|record) of (?:an?|the) (?:\w+ )?meeting of (?:the )?(?-i:(?P<body>[A-Z].{2,150}?)),? held\b",
    re.IGNORECASE,
)
_DATED_BODY = re.compile(
    r"(?:Meeting: ?)?\d{1,2}/\d{1,2}/\d{4}(?:,? \d{1,2}[.:]\d\d ?[ap]m)? [-–] (?P<body>.+?)"
    r"(?: \((?:Item|item) ?[\w.]*\))?$"
)
_BODY = re.compile(
    r"\b(?:Committee|Sub-?Committee|Cabinet|Council|Board|Panel|Commission|Forum|Executive|Group|Assembly|Partnership"
    r"|Authority|Conference|Senedd)\b"
)
_NO_BODY = re.compile(r"\b(?:present|held|agreed|noted|minutes|were|was|members)\b|:", re.IGNORECASE)
_LONGEST_BODY = 100


def label_part(words: str) -> Part | None:
    """The part of the page that a label opens ("Minutes:", "Supporting documents:"), or None where it is no label."""
    bare = words.rstrip(" :-–").strip()
    if not 4 <= len(bare) <= 80:
        return None
    return next((part for part, pattern in _LABELS if pattern.fullmatch(bare)), None)


def is_agenda_text(words: str) -> bool:
    """Whether words read as written before the meeting: "To consider…", "This report provides…"."""
    return AGENDA_LEAD.match(words) is not None or _AGENDA_REPORT.match(words) is not None


def is_decision_text(words: str) -> bool:
    """Whether words open as a decision does, its label lost: "That the report be noted"."""
    return _DECISION.match(words) is not None


def without_file_size(words: str) -> str:
    """A title without the mark of the file it links to: "Minutes pdf icon PDF 135 KB"."""
    match = _FILE.search(words, max(len(words) - 60, 0))
    return words[: match.start()].rstrip() if match and match.start() else words


def is_restricted(words: str) -> bool:
    """Whether a paper or item is marked as not open to the public."""
    return _RESTRICTED.search(words) is not None


def date_in(words: str) -> str | None:
    """The first date in ``words`` as an ISO day: "9 January 2020", "09/01/2020", "2020-01-09"."""
    found: list[tuple[int, int, int, int]] = []
    if match := _LONG_DATE.search(words):
        month = next(n for n, name in enumerate(_MONTHS, 1) if name[:3].lower() == match[2][:3].lower())
        found.append((match.start(), int(match[3]), month, int(match[1])))
    if match := _SHORT_DATE.search(words):
        found.append((match.start(), int(match[3]), int(match[2]), int(match[1])))
    if match := _ISO_DATE.search(words):
        found.append((match.start(), int(match[1]), int(match[2]), int(match[3])))
    for _, year, month, day in sorted(found):
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return None


def meeting_in(words: str) -> tuple[str | None, str | None]:
    """Body and ISO day of a line that names a meeting: "Cabinet - Tuesday, 24th May, 2022 2.00 pm"."""
    words = words[:400]
    day = date_in(words)
    match = _OF_A_MEETING.search(words) or _DATED_BODY.match(words) or _MEETING_LINE.match(words)
    if day is None or match is None or not match["body"][0].isupper():
        return None, day
    return match["body"].strip(" ,-–"), day


def meeting_of_opening(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Body and ISO day that the first lines of printed minutes name, in one line or in a sentence over several.

    A line that no committee system set out counts only where it names a kind of body.
    """
    opening = " ".join(lines)[:1000]
    sentence = _OF_A_MEETING.search(opening)
    if sentence:
        return sentence["body"], date_in(opening[sentence.end() : sentence.end() + 400])
    for line in lines:
        body, day = meeting_in(line)
        if body and len(body) <= _LONGEST_BODY and _BODY.search(body) and not _NO_BODY.search(body):
            return body, day
    return None, None
