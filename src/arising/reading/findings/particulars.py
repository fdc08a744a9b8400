"""What minutes say of the meeting and its reports: body, date, period, urgency, embargo, areas, law and guidance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from arising.documents import BlockKind, Part
from arising.reading.language.patterns import has_any
from arising.reading.language.sentences import sentences
from arising.reading.language.times import find_times, work_out
from arising.reading.language.vocabulary import BODY_WORDS, DAYS, MONTHS
from arising.reading.outline import READ, Outline
from arising.reading.record import Area, Embargo, Meeting, Reference, ReferenceKind, Urgency

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_WEEKDAY = rf"(?:{'|'.join(DAYS)})"
_DATE = rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
_BODY_WORD = "|".join(BODY_WORDS)

_HELD = re.compile(rf"(?i:minutes\b|a?\s?meeting|proceedings|record)\b.{{0,320}}?\b(?P<date>{_DATE})", re.DOTALL)
_MINUTES_OF = r"minutes of (?:the )?(?:proceedings (?:of|at) )?(?:an? |the )?(?:\w+ )?meeting of (?:the )?"
_OF_BODY = re.compile(
    rf"(?i:{_MINUTES_OF}|a meeting of (?:the )?|meeting of (?:the )?)"
    r"(?P<body>[^.;:]{3,160}?)(?=\s+(?:was\s+)?(?:held|which|on|at|in the|in)\b|$)"
)
_BODY_LINE = re.compile(
    rf"^(?P<body>(?:[A-Z][\w’',&-]*\s+(?:(?:and|of|for|the|&)\s+)*){{0,12}}(?:{_BODY_WORD}))(?:\s+(?:MINUTES|Minutes))?$",
    re.IGNORECASE,
)
_MINUTES_LINE = re.compile(r"(?i)minutes of .*")
_TITLE_END = re.compile(r"\s+(?:was\s+)?held\b|\.\s")
_BODY_END = re.compile(r"\s+(?i:was held|held)\b")
_ARTICLE = re.compile(r"(?:An?|the|The) ")
_NAMES_COUNCIL = re.compile(r"\bCouncil\b")
_JUST_COUNCIL = re.compile(r"(?:County|City|Full|Borough|District|Parish|Town)?\s?Council")
_COUNCIL = re.compile(r"\b(?:[A-Z][\w’'-]*\s+(?:and\s+|of\s+|&\s+)?){1,6}(?:Council|COUNCIL)\b")
_ITEM_LINE = re.compile(rf"[Mm]eeting of (?:the )?(?P<body>[^.:]{{3,140}}?),?\s+(?P<date>{_DATE})")
_ONLY_DATE = re.compile(
    rf"(?:(?i:date|on|held on|meeting)\s*:?\s*)?{_DATE}(?:\s*[,.]?\s*(?:at\s+)?\d{{1,2}}[.:]\d\d.*)?$"
)
_COVERS = r"(?:covers? (?:the )?period|for the period|during the period|period covered|covering the period)"
_MONTH_OF_YEAR = rf"(?:\d{{1,2}}\s+)?{_MONTH}\s+\d{{4}}"
_PERIOD = re.compile(
    rf"\b{_COVERS}\b[^.]{{0,30}}?(?P<first>{_MONTH_OF_YEAR})\s*(?:–|—|-|to|until|and)\s*(?P<last>{_MONTH_OF_YEAR})"
)

_CHAIR_AGREED = r"(?:[Tt]he )?[Cc]hair(?:man|person)?\b[^.]{0,120}?\b(?:opinion|agreed|accepted|considered)\b"
_URGENT = re.compile(
    rf"{_CHAIR_AGREED}[^.]*?\burgen(?:t|cy)\b[^.]*"
    r"|\b(?:matter|item|report)s? of urgency\b[^.]*"
    r"|\b[Uu]rgent (?:item|business|report)\b[^.]*\breason[^.]*"
)
_REASON_IS = r"reason(?:s)? for (?:the )?urgency[^.]{0,20}?(?:was|is|being|that|:)\s*"
_REASON = re.compile(
    rf"(?:{_REASON_IS}|to enable |because |in order (?:that|to) |as (?=the |it |a decision))(?P<reason>[^.]+)"
)
_S100B = re.compile(
    r"\b(?:[Ss]ection|[Ss]\.?)\s?100\s?B(?:\s?\(4\)\s?\(b\))?(?:\s+of)?(?:\s+the)?(?:\s+Local Government Act,? 1972)?"
)
_SECTION_100B = re.compile(r"100\s?B(?:\s?\(4\)\s?\(b\))?")
_NOT_BEFORE = re.compile(
    r"\b(?:until|before|released? (?:on|at)|ends? (?:on|at)|lifted (?:on|at)|published (?:on|at))\s+"
    r"(?:after\s+)?(?P<rest>[^.]{4,60})"
)

_AREAS_LEAD = re.compile(
    r"(?i)\b(?:areas?|services?|responsibilit(?:y|ies)|portfolio|terms of reference)\b"
    r".*(?::|set out below:?|as follows:?)\s*$"
)

_SECTION_WORD = r"(?:[Ss]ections?|[Ss]\.?|[Pp]aragraphs?|[Ss]chedule|[Rr]egulations?|[Pp]art)"
_SECTION = rf"\b{_SECTION_WORD}\s?\d+\w*(?:\s?\(\w+\))*(?:[^.;,]{{0,40}}?\bof)?(?:\s+the)?\s+"
_ACT = re.compile(
    rf"(?:{_SECTION})?(?:[A-Z][\w’'()-]*\s+(?:(?:and|of|for|to|the|in)\s+){{0,2}}){{1,9}}"
    r"(?:Act|Regulations|Order|Code|Directive)(?:\s+\(England\))?,?\s+(?:19|20)\d\d\b"
)
_SECTION_OF = re.compile(
    r"\b(?:[Ss]ection|[Ss]chedule)\s\d+\w*(?:\s?\(\w+\))*(?:\s(?:of|to)\sthe\s(?:[A-Z]\w+\s){1,6}Act(?:\s\d{4})?)"
)
_ON_SUBJECT = r"(?:\s+(?:on|for)\s+(?:the\s+)?[A-Z][^.;]{0,160}?(?=\s\(|[.;,]|$))?"
_GUIDANCE = re.compile(
    r"(?:[A-Z][\w’'-]*\s+(?:(?:and|of|for|to|the|in|on)\s+){0,2}){0,6}"
    rf"(?:[Ss]tatutory [Gg]uidance){_ON_SUBJECT}|\(DfE \d{{4}}\)"
)
_ON_DATE = re.compile(rf"\s(?:held\s+)?on\s+{_DATE}")
_WHOSE = rf"(?:[A-Z][\w’'&-]*,?\s+(?:(?:and|of|for|&)\s+)*){{0,8}}(?:{_BODY_WORD})\b(?:[^.;]{{0,60}}\smeetings?)?"
_WHOSE_MEETING = re.compile(rf"(?:(?:[Mm]eeting of (?:the )?)?{_WHOSE}|[Mm]eeting)$")
_DIGIT = re.compile(r"\d")
_BODY_HEAD = re.compile(
    r"(?:Committee|Sub-Committee|Cabinet|Board|Panel|Forum|Partnership|Commission|Working Group|Task Group"
    r"|Advisory Group|Task Force)\b"
)
_BEFORE_HEAD = re.compile(r"(?:[A-Z][a-z][\w’'-]*,?\s+(?:(?:and|of|for|&)\s+)*){1,7}$")
_HEADS = (
    "Committee", "Cabinet", "Board", "Panel", "Forum", "Partnership", "Commission", "Working Group", "Task Group",
    "Advisory Group", "Task Force",
)  # fmt: skip
"""Without one of these no body is referred to."""
_LEADING_WORD = re.compile(r"^(?:the|The|In|At|By|its|Members of the)\s+")

_Way: TypeAlias = tuple[ReferenceKind, re.Pattern[str], tuple[str, ...]]
_REFERRING: tuple[_Way, ...] = (
    ("law", _ACT, (" Act", " Regulations", " Order", " Code", " Directive")),
    ("law", _S100B, ("100B", "100 B")),
    ("law", _SECTION_OF, (" Act",)),
    ("guidance", _GUIDANCE, ("uidance", "(DfE")),
)
"""Kinds of references, how they are written, and words without one of which none is."""


def meeting_of(out: Outline, *, body: str | None, day: str | None) -> Meeting:
    """The body and the day, as known from elsewhere or as the minutes' own opening gives them."""
    document = out.document
    head = ([document.title] if document.title else []) + _opening(out)
    if not out.whole_meeting and not any(_MINUTES_LINE.match(words) and _HELD.search(words) for words in head):
        # what the page of one item says of dates and bodies is mostly of others
        line = next((match for words in head if (match := _ITEM_LINE.search(words))), None)
        return Meeting(
            body=body or document.body or (line.group("body") if line else None),
            date=day or document.date or (_edtf(line.group("date")) if line else None),
        )
    return Meeting(body=body or document.body or _body_in(head), date=day or document.date or _date_in(head))


def title_of(out: Outline) -> str | None:
    """The title the page gives, or the line that says whose minutes these are."""
    if out.document.title:
        return out.document.title
    for words in _opening(out):
        match = _OF_BODY.search(words) or _MINUTES_LINE.match(words)
        if match:
            names_body = " of " in words[:60] and "Meeting held" not in words
            return _TITLE_END.split(words, maxsplit=1)[0] if names_body else words
    return next((words for words in _opening(out) if len(words) > 8), None)


def summary_of(out: Outline) -> str | None:
    """What was written of the item before the meeting: its first paragraph."""
    for block in out.blocks:
        if block.part is Part.AGENDA and block.kind is BlockKind.PARAGRAPH and block.end - block.start > 60:
            return out.document.words(block)
    return None


def period_of(out: Outline) -> tuple[str, str] | None:
    """The months that a report says it covers, as EDTF."""
    for at, block in enumerate(out.blocks):
        if block.part not in (Part.AGENDA, *READ):
            continue
        words = out.words(at)
        match = _PERIOD.search(words) if "period" in words else None
        if match:
            ends = [_edtf(match.group(name)) for name in ("first", "last")]
            if ends[0] and ends[1]:
                return ends[0], ends[1]
    return None


def urgency(out: Outline) -> Iterator[Urgency]:
    """Why an item was taken without notice (Local Government Act 1972, section 100B(4)(b))."""
    if "urgen" not in out.document.text:
        return
    for start, words, topic in _paragraphs(out):
        if "urgen" not in words:
            continue
        match = _URGENT.search(words)
        if match is None:
            continue
        quote = match.group().rstrip(" ,;")
        reason = _REASON.search(words, match.start())
        law = _S100B.search(words)
        yield Urgency(
            quote=quote,
            start=start + match.start(),
            end=start + match.start() + len(quote),
            rule="urgency",
            confidence=0.9,
            topic=topic,
            reason=(reason.group("reason").strip() if reason else quote),
            law=_act_name(law.group()) if law else None,
        )


def embargoes(out: Outline, meeting: date | None) -> Iterator[Embargo]:
    """A report held back, and until when."""
    if "embargo" not in out.lowered:
        return
    for start, words, topic in _paragraphs(out):
        if "embargo" not in words.lower():
            continue
        for low, high in sentences(words, 0, len(words)):
            quote = words[low:high].rstrip(" .")
            if "embargo" not in quote.lower():
                continue
            until = _NOT_BEFORE.search(quote)
            times = find_times(quote, until.start() if until else 0, len(quote))
            end = next((time for time in times if time.shape in ("clock_day", "day")), None)
            yield Embargo(
                quote=quote,
                start=start + low,
                end=start + low + len(quote),
                rule="embargo",
                confidence=0.9 if end else 0.6,
                topic=topic,
                until=work_out(end, meeting) if end else None,
            )


def areas(out: Outline) -> Iterator[Area]:
    """The service areas that a report says it covers, as a list under its first paragraph."""
    leads = False
    for at, block in enumerate(out.blocks):
        if block.part not in (Part.AGENDA, *READ) or at in out.heading_of:
            leads = False
            continue
        if block.kind is BlockKind.LIST_ITEM:
            words = out.words(at)
            if not leads or len(words) >= 160 or words.endswith("."):
                leads = False
                continue
            yield Area(quote=words, start=block.start, end=block.end, rule="areas-listed", confidence=0.8, name=words)
        else:
            words = out.words(at)
            may_lead = words.rstrip()[-7:].lower().endswith((":", "below", "follows"))
            leads = may_lead and _AREAS_LEAD.search(words) is not None


def references(out: Outline) -> Iterator[Reference]:
    """Law, guidance, and other meetings and bodies referred to; each named once."""
    seen: set[tuple[str, str]] = set()
    text = out.document.text
    ways = [way for way in _REFERRING if has_any(text, way[2])]
    heads = tuple(head for head in _HEADS if head in text)
    for start, words, topic in _paragraphs(out):
        for kind, low, high in _referred(words, ways, heads):
            while low < high and words[low] in " ,(":
                low += 1
            while high > low and words[high - 1] in " ,)":
                high -= 1
            quote = words[low:high]
            name = _LEADING_WORD.sub("", quote)
            if (kind, name.lower()) in seen:
                continue
            seen.add((kind, name.lower()))
            yield Reference(
                quote=quote,
                start=start + low,
                end=start + high,
                rule=f"refers-{kind}",
                confidence=0.75,
                topic=topic,
                kind=kind,
                name=name,
            )


def _referred(words: str, ways: Iterable[_Way], heads: tuple[str, ...]) -> Iterator[tuple[ReferenceKind, int, int]]:
    """What a paragraph refers to; ``ways`` and ``heads`` are those of which the document has words at all."""
    for kind, pattern, needed in ways:
        if has_any(words, needed) and _DIGIT.search(words):
            for match in pattern.finditer(words):
                yield kind, match.start(), match.end()
    if " on " in words and _DIGIT.search(words):
        for match in _ON_DATE.finditer(words):
            whose = _WHOSE_MEETING.search(words, max(0, match.start() - 140), match.start())
            if whose:
                yield "meeting", whose.start(), match.end()
    for match in _BODY_HEAD.finditer(words) if has_any(words, heads) else ():
        before = _BEFORE_HEAD.search(words, max(0, match.start() - 110), match.start())
        if before:
            yield "body", before.start(), match.end()


def _paragraphs(out: Outline) -> Iterator[tuple[int, str, str | None]]:
    for at, block in enumerate(out.blocks):
        if block.part in (Part.AGENDA, *READ) and at not in out.labels:
            topic = out.topic_at[at]
            yield block.start, out.words(at), topic.words if topic and block.part in READ else None


def _opening(out: Outline) -> list[str]:
    """The paragraphs before the first item, or the first dozen."""
    first = out.items[0].start if out.whole_meeting else None
    words = []
    for at, block in enumerate(out.blocks[:40]):
        if (first is not None and block.start >= first) or (first is None and at >= 8):
            break
        words.append(out.words(at))
    return words


def _date_in(head: list[str]) -> str | None:
    for words in [*head, " ".join(head)]:
        match = _HELD.search(words)
        if match and (edtf := _edtf(match.group("date"))):
            return edtf
    return next((edtf for words in head if _ONLY_DATE.match(words) and (edtf := _edtf(words))), None)


def _edtf(words: str) -> str | None:
    time = next(iter(find_times(words, 0, len(words))), None)
    return work_out(time, None).edtf if time else None


def _body_in(head: list[str]) -> str | None:
    council = next((m.group() for words in head if (m := _COUNCIL.search(words))), None)
    council = _cased(council) if council else None
    name: str | None = None
    for words in [*head, " ".join(head)]:
        match = _OF_BODY.search(words)
        if match:
            name = _BODY_END.split(match.group("body"))[0].strip(" ,")
            break
    if name is None or _ARTICLE.match(name):
        lines = [words for words in head if len(words) < 120 and _BODY_LINE.match(words)]
        name = next((words for words in lines if _cased(words) != council), lines[0] if lines else None)
    if name is None or len(name.split()) > 24 or "MINUTES" in name:
        return council
    name = _cased(name)
    if council is None or name == council or council.lower() in name.lower():
        return name
    if _NAMES_COUNCIL.search(name) and not _JUST_COUNCIL.fullmatch(name):
        return name
    return f"{council}, {name}"


def _cased(name: str) -> str:
    """A name set in capitals, as it is written in a sentence."""
    if not name.isupper():
        return name
    small = {"AND", "OF", "FOR", "THE", "IN", "ON"}
    return " ".join(w.lower() if at and w in small else w.capitalize() for at, w in enumerate(name.split()))


def _act_name(words: str) -> str:
    """The law cited, in full where the minutes leave the Act to be understood."""
    section = _SECTION_100B.search(words)
    return f"Local Government Act 1972, section {section.group().replace(' ', '')}" if section else words
