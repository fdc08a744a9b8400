"""Who was there: present, apologies, substitutes, also in attendance; and the interests they declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from arising.documents import BlockKind, Part
from arising.reading.language.names import SURNAME, TITLED_NAME, Name, names_before, split_names, surname
from arising.reading.language.patterns import has_any
from arising.reading.outline import Outline
from arising.reading.record import Attendance, Attending, Declaration, Person, Substitute

_PRESENT = (
    r"(?:(?:Committee |Council |Cabinet |Voting |Elected )?(?:Members?|Councillors?)\s+)?[Pp]resent(?: in the Chair)?"
    r"|In the [Cc]hair"
)
_STAFF = r"Officers?|Officials?|Council Members|Sectoral [Rr]epresentatives|Staff|Executive Members"
_OTHERS = (
    r"(?:Also |Others? )?[Ii]n [Aa]ttendance(?: [Vv]irtually)?|Also [Pp]resent|Other [Ii]nvitees"
    rf"|(?:{_STAFF})(?: [Pp]resent| in attendance)?"
)
_LABEL_END = r"\s*(?::\s*-?|\t|$)"
_LABELS: tuple[tuple[Attending, re.Pattern[str]], ...] = (
    ("substitute", re.compile(r"substitutes?(?: present| members?)?\s*:", re.IGNORECASE)),
    ("apologies", re.compile(rf"(?:apologies(?: for absence)?|absent){_LABEL_END}", re.IGNORECASE)),
    ("in_attendance", re.compile(rf"(?:{_OTHERS}|{_OTHERS.upper()}){_LABEL_END}")),
    ("present", re.compile(rf"(?:{_PRESENT}){_LABEL_END}", re.IGNORECASE)),
)
_LONGEST_ROLL = 60
"""No label of a roll is looked for further than this many blocks after the last one."""

_FOR_ABSENCE = r"(?: for (?:absence|lateness|non-attendance))?(?: for (?:this|the) meeting)?"
_WERE_RECEIVED = (
    r"(?: (?:had been|have been|were|was|being))?"
    r"(?: (?:received|submitted|given|tendered|recorded|noted|made|reported|accepted))?"
)
_FROM_WHOM = r"(?:,? (?:from|for|on behalf of|by))\s+(?P<names>[^.]*(?:\.(?=\s?[A-Z])[^.]*)*?)"
_APOLOGIES = re.compile(rf"[Aa]polog(?:ies|y){_FOR_ABSENCE}{_WERE_RECEIVED}{_FROM_WHOM}(?=\.$|$| and it was| who |;)")
_WHO, _WHOM = rf"(?P<who>{TITLED_NAME})", rf"(?P<whom>{TITLED_NAME})"
_CAME = r"(?:was (?:present|in attendance)|attended)"
_SUBSTITUTING = r"(?:(?:a |the )?substitut(?:e|ed|ing)|was substituting|deputis(?:ed|ing))(?:\s+member)?"
_SUBSTITUTE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WHO}\s*[,(–-]?\s*(?:\(?as )?{_SUBSTITUTING}\s+for\s+(?P<whom>{TITLED_NAME}|{SURNAME})",
        rf"{_WHO}\s+(?:attended|was (?:present|in attendance))"
        rf"\s+(?:as (?:a |the )?substitute|on behalf|in place)\s+(?:for|of)\s+{_WHOM}",
        rf"{_WHOM}\s+\((?:[Ss]ubstitut(?:e|ed)(?: by|:|–|-)\s*){_WHO}\)",
        rf"{_WHOM},?\s+for whom\s+{_WHO}\s+{_CAME}",
        rf"{_WHO}\s+{_CAME}\s+in place of\s+{_WHOM}",
        rf"{_WHOM}\s+(?:was|had been)\s+(?:replaced|substituted)\s+by\s+{_WHO}",
    )
)
_MAY_SUBSTITUTE = re.compile(r"(?i)substitut|replaced|deputis|in place of")
_SUBSTITUTE_WORDS = ("substitut", "in place of", "replaced by", "deputis")
_DECLARED = re.compile(
    r"\bdeclared\s+(?:an?\s+|their\s+|his\s+|her\s+)?"
    r"(?P<kind>[\w(),-]*(?:\s[\w(),-]+){0,8}?\s?interests?)\b(?P<what>[^.]*)"
)
_WARRANT = re.compile(r"\b(?:in|under|as|that|regarding|relating to|because)\b")
_TELLS = re.compile(r"\b(?:was|were|had|held|by|reported|introduced|Chaired)\b")
_SMALL_LETTER = re.compile(r"[a-z]")
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]?")


@dataclass
class Roll:
    """The people of a meeting and how they attended.

    ``members`` and ``officers`` hold surnames, ``initials`` the names that initials stand for.
    """

    people: list[Person] = field(default_factory=list)
    members: set[str] = field(default_factory=set)
    officers: set[str] = field(default_factory=set)
    initials: dict[str, str] = field(default_factory=dict)

    def summary(self) -> Attendance | None:
        """The names of those who attended, by how they did; None where the minutes have no roll."""

        def named(attending: Attending) -> tuple[str, ...]:
            return tuple(dict.fromkeys(p.name for p in self.people if p.attending == attending and p.name))

        substitutes = tuple(
            Substitute(name=p.name or "", replaces=p.substitute_for) for p in self.people if p.attending == "substitute"
        )
        attendance = Attendance(
            present=named("present"),
            apologies=named("apologies"),
            substitutes=substitutes,
            in_attendance=named("in_attendance"),
        )
        return attendance if attendance != Attendance() else None


def call_roll(out: Outline) -> Roll:
    """Read the rolls above the first item, the apologies and the substitutes."""
    roll = Roll()
    _read_lists(out, roll)
    _read_apologies(out, roll)
    _read_substitutes(out, roll)
    for person in roll.people:
        if person.name and person.attending != "mentioned":
            group = roll.officers if person.attending == "in_attendance" else roll.members
            group.add(surname(person.name))
    roll.officers -= roll.members
    return roll


def declarations(out: Outline) -> Iterator[Declaration]:
    """Interests declared, wherever in the minutes."""
    for sentence in out.sentences:
        if "declared" not in sentence.vocabulary:
            continue
        for match in _DECLARED.finditer(sentence.text):
            low, names = names_before(sentence.text, 0, match.start())
            if not names:
                continue
            what = match.group("what").strip(" ,–-")
            quote = sentence.text[low : match.end()].rstrip(" ,;")
            yield Declaration(
                quote=quote,
                start=sentence.start + low,
                end=sentence.start + low + len(quote),
                rule="declared",
                confidence=0.9,
                topic=sentence.topic.words if sentence.topic else None,
                name=", ".join(names),
                interest=" ".join(match.group("kind").split()) or None,
                matter=_WARRANT.sub("", what, count=1).strip() or None,
            )


def _read_lists(out: Outline, roll: Roll) -> None:
    first_item = out.items[0].start if out.whole_meeting else len(out.document.text)
    attending: Attending | None = None
    opened = 0
    for at, block in enumerate(out.blocks):
        if block.part is Part.ATTENDANCE:
            _add_line(out, roll, at)
            continue
        if block.start >= first_item or at - opened > _LONGEST_ROLL:
            break
        words = out.words(at)
        label = next(((kind, match) for kind, pattern in _LABELS if (match := pattern.match(words))), None)
        start = block.start
        if label is not None:
            attending, opened = label[0], at
            start = block.start + label[1].end()
        elif attending is None:
            continue
        elif not _is_roll(words, block.kind):
            attending = None
            continue
        out.labels.add(at)
        if start < block.end and attending is not None:
            _add_names(out, roll, split_names(out.document.text, start, block.end), attending)


def _is_roll(words: str, kind: BlockKind) -> bool:
    """Whether a block goes on with a list of people and is not the first sentence of the minutes."""
    if kind is BlockKind.TABLE_ROW:
        return True
    if _TELLS.search(words):
        return False
    if kind is BlockKind.HEADING and not _SMALL_LETTER.search(words):
        return False
    return bool(split_names(words, 0, len(words)))


def _add_names(out: Outline, roll: Roll, names: Sequence[Name], attending: Attending) -> None:
    for name in names:
        _take_initials(roll, name)
        roll.people.append(_person(out, name, attending))


def _take_initials(roll: Roll, name: Name) -> None:
    """ "Rob Boyd (RB)": the initials by which the minutes will call a person."""
    if name.note and _INITIALS.fullmatch(name.note) and name.note[0] == name.name[0]:
        roll.initials.setdefault(name.note, name.name)


def _add_line(out: Outline, roll: Roll, at: int) -> None:
    """ "Name, role: Present", as the web service lists attendees."""
    block = out.blocks[at]
    words = out.words(at)
    who, _, how = words.rpartition(":")
    name, _, role = who.partition(",")
    if name.strip():
        named = Name(block.start, block.end, name.strip(), role.strip() or None)
        roll.people.append(_person(out, named, _attending(how.strip().lower())))


def _attending(how: str) -> Attending:
    if how.startswith(("apolog", "absent")):
        return "apologies"
    if "attendance" in how:
        return "in_attendance"
    return "substitute" if "substitut" in how else "present"


def _person(out: Outline, name: Name, attending: Attending) -> Person:
    return Person(
        quote=out.document.text[name.start : name.end],
        start=name.start,
        end=name.end,
        rule=f"roll-{attending}",
        confidence=0.95,
        name=name.name,
        role=name.role,
        attending=attending,
    )


def _read_apologies(out: Outline, roll: Roll) -> None:
    known = {person.start for person in roll.people}
    for sentence in out.sentences:
        if not sentence.vocabulary & {"apologies", "apology"}:
            continue
        match = _APOLOGIES.search(sentence.text)
        if match is None:
            continue
        low = sentence.start + match.start("names")
        for name in split_names(out.document.text, low, sentence.start + match.end("names")):
            _take_initials(roll, name)
            if name.start not in known:
                roll.people.append(_person(out, name, "apologies"))


def _read_substitutes(out: Outline, roll: Roll) -> None:
    text = out.document.text
    if not has_any(out.lowered, _SUBSTITUTE_WORDS):
        return
    for at, block in enumerate(out.blocks):
        words = out.words(at)
        if not _MAY_SUBSTITUTE.search(words):
            continue
        for pattern in _SUBSTITUTE:
            for match in pattern.finditer(words):
                low, high = block.start + match.start(), block.start + match.end()
                roll.people.append(
                    Person(
                        quote=text[low:high],
                        start=low,
                        end=high,
                        rule="substitute",
                        confidence=0.9,
                        name=match.group("who"),
                        attending="substitute",
                        substitute_for=match.group("whom"),
                    )
                )
