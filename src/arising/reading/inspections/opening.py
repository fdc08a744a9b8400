"""How a report opens: which framework it is written under, whom it is on, its days, and who led the inspection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from arising.documents import Document
from arising.measures import areas
from arising.reading.inspections.days import days_after
from arising.reading.inspections.inspection import FrameworkKey

HEAD = 6000
"""Within how many characters a report says what it is."""

_KIDS = r"children[’'‘`´‟ʼ]?\s?s[’'‟]?(?:\s+social\s+care)?\s+services"
_NAME = r"(?P<name>[A-Z](?:[^.:;]|(?<=St)\.){1,70}?)"
_SERVICES = rf"(?:\s+(?:local\s+authority\s+)?{_KIDS}|\s+local\s+authority\b)"
_TITLES: tuple[tuple[FrameworkKey, str], ...] = (
    ("jtai", r"joint\s+targeted\s+area\s+inspection"),
    ("area_send_monitoring", r"area\s+SEND\s+monitoring\s+(?:inspection|visit)"),
    ("area_send", r"area\s+SEND\s+(?:full\s+)?inspection\s+of"),
    (
        "local_area_send",
        r"joint\s+(?:local\s+)?area\s+(?:SEND|special\s+educational)[^\n]{0,60}?(?:inspection|re-?visit)",
    ),
    ("local_area_send", r"conducted\s+a\s+joint\s+inspection\s+of\s+the\s+local\s+area\s+of"),
    ("monitoring_visit", rf"monitoring\s+visit\s+(?:of|to)\s[^:]{{2,90}}?\s{_KIDS}"),
    ("focused_visit", rf"(?:focus+ed|assurance)\s+visit\s+to\s[^:]{{0,90}}?{_KIDS}"),
    ("sif", r"inspection\s+of\s+services\s+for\s+children\s+in\s+need\s+of\s+help\s+and\s+protection"),
    ("ilacs", rf"inspection\s+of\s+(?:(?:[^.]|(?<=St)\.){{2,80}}?\s)?{_KIDS}"),
)
_TITLE_PATTERNS = tuple((framework, re.compile(words, re.IGNORECASE)) for framework, words in _TITLES)
_DATES = re.compile(r"inspection\s+dates?\b\s*:?", re.IGNORECASE)
_PREVIOUS = re.compile(r"dates?\s+of\s+(?:the\s+)?(?:previous|last)\s+inspection[^\n]*", re.IGNORECASE)
_VISITED = re.compile(
    rf"(?:visit\s+to\s[^.]{{2,120}}?{_KIDS}|took\s+place|carried\s+out|(?:the\s+)?fieldwork)[^.\d]{{0,40}}?"
    r"\s(?:on|from|between|in)\s+(?=\w*\s*\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?=(?:\w+\s+)?\d{1,2})|\b(?:from|on)\s+(?=(?:\w+day\s+)?\d{1,2}\s+\w+)", re.IGNORECASE
)
_PUBLISHED = re.compile(r"(?:report\s+)?(?:published|publication\s+date)\s*(?:on)?\s*:?\s+(?=\d)", re.IGNORECASE)
_LETTER_DAY = re.compile(r"^[ \u00a0]*\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+20\d\d[ \u00a0]*(?:\t|$)", re.MULTILINE)
_OFSTED = re.compile(r"Ofsted|Majesty[’'‟]s (?:Chief )?Inspector|\bHMI\b")
_JOINTLY = re.compile(
    r"^[ \t]*(?:headline findings|key strengths|main findings|what needs to improve\??|areas? for improvement)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split()
)
_VISIT = re.compile(rf"\b({'|'.join(_ORDINALS)})\s+monitoring\s+visit", re.IGNORECASE)


@dataclass(slots=True)
class Opening:
    """What a report says of itself. ``from_report`` says that the day of publication is printed in it."""

    framework: FrameworkKey
    title: str
    written: str | None = None
    authority: str | None = None
    code: str = ""
    first_day: date | None = None
    last_day: date | None = None
    published: date | None = None
    visit: int | None = None
    previous: str = ""
    notes: list[str] = field(default_factory=list)


def opening(document: Document) -> Opening | None:
    """How a report opens, or None where it is no report of an inspection."""
    head = document.text[:HEAD]
    found = _framework(head)
    if found is None or not _OFSTED.search(document.text) or not _bears_out(found[0], head, document.text):
        return None
    framework, at, end = found
    block = document.block_at(at)
    title = document.words(block) if block and len(document.words(block)) < 200 else head[at:end]
    told = Opening(framework, " ".join(title.split()))
    told.written = _written(document, framework, head, at, end)
    _name(told)
    _days(told, document.text, head, framework)
    published = _PUBLISHED.search(head)
    if published:
        told.published = next(iter(days_after(head, published.end())), None)
    elif framework in ("focused_visit", "monitoring_visit", "jtai", "local_area_send"):
        dated = _LETTER_DAY.search(head)
        told.published = next(iter(days_after(head, dated.start())), None) if dated else None
    if framework == "monitoring_visit" and (visit := _VISIT.search(head)):
        told.visit = _ORDINALS.index(visit[1].lower()) + 1
    return told


_OTHERS = (
    ("the report of a fostering agency", r"fostering\s+(?:agency|service)"),
    ("the report of an adoption agency", r"adoption\s+(?:agency|support\s+agency)"),
    ("the report of a children’s home", r"children[’']?s\s+home\b|residential\s+special\s+school"),
    ("the report of an inspectorate in Wales", r"\bEstyn\b|Arolygiaeth|Care\s+Inspectorate\s+Wales|arolygiad"),
    ("the report of an inspectorate in Scotland", r"Care\s+Inspectorate\b|Education\s+Scotland"),
    ("the report of Cafcass", r"\bCafcass\b"),
    ("the report of a nursery or childminder", r"early\s+years\s+(?:provision|setting)|childminder|nursery"),
    ("the report of a school or college", r"\b(?:primary|secondary|infant|junior|good)\s+school\b|academy\b|college"),
)
_OTHER_PATTERNS = tuple((what, re.compile(words, re.IGNORECASE)) for what, words in _OTHERS)
_INSPECTED = re.compile(r"inspect|arolyg", re.IGNORECASE)
_FIRST_LINES = 700


def something_else(document: Document) -> str:
    """What a report of an inspection reads like that is none of those known here; "" where it is no such report."""
    head = document.text[:_FIRST_LINES]
    if not _INSPECTED.search(head) or not re.search(r"Ofsted|inspectorate|arolyg", document.text, re.IGNORECASE):
        return ""
    return next((what for what, pattern in _OTHER_PATTERNS if pattern.search(head)), "")


def _framework(head: str) -> tuple[FrameworkKey, int, int] | None:
    """The framework that the first title names, and where that title stands."""
    found = [(m.start(), n, m.end()) for n, (_, pattern) in enumerate(_TITLE_PATTERNS) if (m := pattern.search(head))]
    if not found:
        return None
    at, number, end = min(found)
    return _TITLE_PATTERNS[number][0], at, end


def _bears_out(framework: FrameworkKey, head: str, text: str) -> bool:
    """Whether a document is the report itself and not minutes or news that speak of one."""
    if framework in ("ilacs", "sif", "area_send", "area_send_monitoring"):
        return _DATES.search(head) is not None
    if framework == "jtai" and _DATES.search(head) and _JOINTLY.search(text):
        return True
    letter = re.search(r"\bDear\s|Yours\s+(?:sincerely|faithfully)", text) is not None
    summarises = re.search(
        r"this\s+letter\s+(?:summarises|outlines)|conducted\s+a\s+joint\s+inspection|revisited", head, re.I
    )
    return letter or summarises is not None


def _days(told: Opening, text: str, head: str, framework: FrameworkKey) -> None:
    previous = _PREVIOUS.search(head)
    told.previous = " ".join(previous[0].split()) if previous else ""
    labelled = [m for m in _DATES.finditer(head) if not (previous and previous.start() <= m.start() < previous.end())]
    places = [m.end() for m in labelled[:2]]
    if not places:
        visited = None if framework == "local_area_send" else _VISITED.search(head)
        places = [visited.end()] if visited else [m.end() for m in _BETWEEN.finditer(head)][:1]
    for place in places:
        days = days_after(head, place)
        if days:
            told.first_day, told.last_day = min(days), max(days)
            return


_BEFORE = re.compile(rf"(?:{_SERVICES}|\s+local\s+safeguarding.*)$", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"ofsted|inspection|inspector|judgement|report|services for|dear|reference|telephone|www|@|\d{3}", re.I
)
_IN_TITLE: dict[FrameworkKey, tuple[str, ...]] = {
    "ilacs": (rf"inspection\s+of\s+{_NAME}{_SERVICES}",),
    "focused_visit": (rf"visit\s+to\s+{_NAME}{_SERVICES}",),
    "monitoring_visit": (rf"visit\s+(?:of|to)\s+{_NAME}{_SERVICES}",),
    "area_send": (rf"inspection\s+of\s+{_NAME}\s+(?:local\s+)?area\s+partnership",),
    "area_send_monitoring": (rf"(?:inspection|visit)\s+(?:of|to)\s+{_NAME}\s+(?:local\s+)?area\s+partnership",),
    "local_area_send": (
        rf"(?:inspection|re-?visit)\s+(?:in|of|to)\s+(?!the\s+local\s+area){_NAME}\s*(?:\n|$)",
        rf"(?:inspection\s+of|revisited)\s+the\s+(?:local\s+)?area\s+of\s+{_NAME}\s+(?:to\s+(?:judge|decide)|local\s+area)",
    ),
    "jtai": (
        rf"area\s+inspection(?:\s+\(JTAI\))?\s+(?:of\s+[^\n.]{{0,140}}?\s)?in\s+{_NAME}\s*(?:\n|\.|$|\(|took|between|from|on\s)",
        rf"area\s+inspection\s+of\s+{_NAME}\s*(?:\n|$)",
        rf"{_NAME}\s+(?:safeguarding\s+(?:children\s+)?partnership)",
    ),
    "sif": (rf"(?:^|\n|\d\s+){_NAME}\s+(?:re-?)?inspection\s+of\s+services\s+for\s+children\s+in\s+need\s+of\s+help",),
}


def _written(document: Document, framework: FrameworkKey, head: str, at: int, end: int) -> str | None:
    """The authority as the title names it: within it, else in the line before it or after it."""
    for pattern in _IN_TITLE[framework]:
        for match in re.finditer(pattern, head, re.IGNORECASE):
            name = " ".join(match["name"].split())
            if name[:1].isupper() and not _NOT_A_NAME.search(name) and name.casefold() not in ("children", "local"):
                return name
    blocks = [block for block in document.blocks if block.start < HEAD]
    number = next((n for n, block in enumerate(blocks) if block.end > at), 0)
    beside = [blocks[n] for n in (number - 1, number - 2, number + 1) if 0 <= n < len(blocks)]
    for block in beside:
        name = _BEFORE.sub("", " ".join(document.words(block).split()))
        if 2 < len(name) < 70 and not _NOT_A_NAME.search(name) and name[0].isupper() and not name.endswith("."):
            return name
    return None


_ALIASES = {
    "hull": "Kingston upon Hull, City of", "london": "City of London", "newcastle": "Newcastle upon Tyne",
    "kingston": "Kingston upon Thames", "richmond": "Richmond upon Thames", "southend": "Southend-on-Sea",
    "bcp": "Bournemouth, Christchurch and Poole", "telford": "Telford and Wrekin",
}  # fmt: skip
"""Authorities by the short names that they go by."""
_KIND_OF_COUNCIL = re.compile(
    r"\b(?:metropolitan|district|borough|city|county|unitary|council|corporation|mbc|local\s+authority|the|cc)\b|[’']s\b",
    re.IGNORECASE,
)


def _name(told: Opening) -> None:
    """The usual name and the code of the authority, where it is one that is known."""
    if told.written is None:
        return
    area = known_authority(told.written)
    if area is None:
        told.authority = told.written
        return
    told.authority, told.code = usual_name(area), area.code


def known_authority(written: str) -> areas.Area | None:
    """The authority that is meant, however its council is styled; None where none is certain."""
    stripped = " ".join(_KIND_OF_COUNCIL.sub(" ", written).replace(" ,", ",").split()).strip(" ,-–")
    stripped = re.sub(r"^of ", "", stripped, flags=re.IGNORECASE)
    for name in (written, stripped, _ALIASES.get(stripped.casefold(), "")):
        area = areas.found(name) if name else None
        if area is not None and area.level == "authority":
            return area
    return None


def usual_name(area: areas.Area) -> str:
    """The name of an authority as it is said: "Bristol", where lists have "Bristol, City of"."""
    return re.sub(r", (?:City|County) of$", "", area.name).replace("St. ", "St ")


_WHO = r"[A-ZÀ-Ý][\w’'.-]*(?:[ \t](?:-\w+|(?!and\b|for\b)[a-z]{1,3}(?=[ \t][A-Z])|[A-ZÀ-Ý][\w’'.-]*)){1,4}"
_MAJESTYS = r"(?:his|her)\s+majesty[’'‟]s\s+inspectors?"
_MANAGER = r"regulatory\s+inspection\s+manager"
_RANK = rf"(?:social\s+care\s+)?(?:senior\s+)?(?:{_MAJESTYS}|(?:ofsted\s+)?(?:senior\s+)?HMI|{_MANAGER})"
_LEAD = re.compile(rf"lead\s+inspectors?\s*(?:\([^)\n]*\))?(?:\s*:\s*|[ \t]+)(?P<who>{_WHO})", re.IGNORECASE)
_LEAD_AFTER = re.compile(rf"(?P<who>{_WHO})(?:,|\s[–-])\s*[^\n]{{0,60}}?lead\s+inspector", re.IGNORECASE)
_LEAD_ABOVE = re.compile(rf"lead\s+inspector\s*\n\s*(?P<who>{_WHO})", re.IGNORECASE)
_SIGNED = re.compile(r"Yours\s+(?:sincerely|faithfully),?(?P<after>.{3,200})", re.DOTALL)
_TEAM = re.compile(
    r"(?:inspectors?\s+(?:for\s+this\s+visit\s+)?(?:were|was)|carried\s+out\s+by|led\s+by)\s*:?\s+"
    r"(?P<who>[^.]{4,300})",
    re.IGNORECASE,
)
_PERSON = re.compile(_WHO)
_NO_PERSON = re.compile(
    r"majesty|inspector|ofsted|HMI|social care|children|services|care quality|dear|yours|lead|senior|regional",
    re.IGNORECASE,
)


def lead_inspector(text: str, framework: FrameworkKey) -> tuple[str | None, tuple[str, ...]]:
    """Who led the inspection, or signed the letter, and all inspectors that a letter names."""
    team: tuple[str, ...] = ()
    if framework in ("focused_visit", "monitoring_visit"):
        found = _TEAM.search(text[:HEAD])
        team = tuple(_people(re.split(r",|\band\b|;", found["who"]))) if found else ()
    ways = (_LEAD, _LEAD_AFTER, _LEAD_ABOVE)
    if framework.startswith("area_send"):
        # its team stands in a table of two columns, each name before its rank: "…, Ofsted HMI Lead inspector"
        ways = (_LEAD_AFTER, _LEAD, _LEAD_ABOVE)
    lead = next((who for way in ways if (who := _named(way.search(text)))), None)
    if lead is None and (signed := _SIGNED.search(text)):
        lead = next(iter(_people(signed["after"].splitlines())), None)
    return lead or (team[0] if team else None), team


def _named(match: re.Match[str] | None) -> str | None:
    return next(iter(_people([match["who"]])), None) if match else None


def _people(pieces: Sequence[str]) -> list[str]:
    """The names among the pieces of a line, without ranks."""
    people = []
    for piece in pieces:
        bare = re.sub(_RANK, " ", piece, flags=re.IGNORECASE).strip(" \t,:;.–-")
        match = _PERSON.search(bare)
        if match and not _NO_PERSON.search(match[0]) and match[0][0].isupper():
            people.append(" ".join(match[0].split()))
    return people
