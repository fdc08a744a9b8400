"""Which part of a page each stretch belongs to: the minutes, the decision, what the agenda said before, the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from urllib.parse import urljoin

from arising.documents.document import BlockKind, Part, Supporting
from arising.documents.html.page import ATTENDANCE_TABLE
from arising.documents.markup.published import (
    AGENDA_LEAD,
    is_agenda_text,
    is_decision_text,
    is_restricted,
    label_part,
    meeting_in,
    without_file_size,
)
from arising.documents.markup.stretch import Stretch

_LABEL_MARKS = frozenset(["mgSubItemTitleTxt", "mgSubSubTitleTxt"])
_FURNITURE_MARKS = frozenset(["mgActionList", "mgLinks", "mgContact", "mgNotes", "mgMainTitleTxt"])
_PAGE_TITLES = re.compile(
    r"agenda item|agenda(?:, decisions)?(?: and (?:decisions|(?:draft )?minutes))?|(?:draft )?minutes|decisions?"
    r"|issue - meetings|issue details?|issue history|decision details|meeting details|(?:decision|issue) - .{0,80}",
    re.IGNORECASE,
)
_MEETING_HEAD = re.compile(r"Meeting:? ?\d{1,2}/\d{1,2}/\d{4}")
_LINE_LABEL = re.compile(
    r"(?:Venue|Contact|Note|Media|Link|Publication date|Date of (?:decision|meeting)|Decided at meeting"
    r"|Decision(?: status| type| maker| due(?: date)?(?: by)?)|Is (?:key decision|subject to call in)\??|Effective from"
    r"|(?:Reason )?Key(?: decision)?|Notice(?: of decision)? first published|Lead (?:member|director|officer)"
    r"|Wards? affected|Ward\(s\) affected|This decision has been called in by|Anticipated restriction|Consultation\w*"
    r"|Consultees|Decision maker|Status|Made by Lead Member|Officer contact)\s?\??:",
    re.IGNORECASE,
)
_DATED_LABEL = re.compile(r"(?:Date of (?:decision|meeting)|Decided at meeting)\s?:\s*", re.IGNORECASE)
_MAKER_LABEL = re.compile(r"Decision maker\s?:\s*(?P<body>.{3,150})", re.IGNORECASE)
_INLINE_LABEL = re.compile(r"(?<=\S)\s+(?=(?:Minutes|Decision|Additional documents|Supporting documents):\s)")
_LABEL_START = re.compile(
    r"\s*((?:Draft )?Minutes|Decisions?|Resolutions?|Additional documents|Supporting documents):\s+(?=\S)"
)
_FILE_LINK = re.compile(r"documents/|mgConvert2PDF|\.(?:pdf|docx?|xlsx?|pptx?)\b", re.IGNORECASE)
_NO_LINK = re.compile(r"\s*(?:javascript|data|mailto|tel|vbscript|file):|\s*#", re.IGNORECASE)
_ROLL_HEAD = re.compile(r"(?:Attendee|Name|Member|Councillor)s?\b.*\bAttendance$")
_BLANK_RUN = 2


@dataclass(slots=True)
class Section:
    """What the page says of one item: its title and the stretches under it."""

    title: Stretch | None = None
    stretches: list[Stretch] = field(default_factory=list)


@dataclass(slots=True)
class Parted:
    """A page parted: its stretches, and what its furniture says of the meeting."""

    stretches: list[Stretch] = field(default_factory=list)
    title: str | None = None
    body: str | None = None
    date: str | None = None
    supporting: list[Supporting] = field(default_factory=list)
    restricted: bool = False
    sections: list[Section] = field(default_factory=list)


def is_committee_page(stretches: Sequence[Stretch]) -> bool:
    """Whether a page came from a committee system, told from its landmarks or from its title."""
    if any(stretch.landmark or stretch.item for stretch in stretches):
        return True
    first = next((stretch for stretch in stretches[:12] if stretch.kind is BlockKind.HEADING), None)
    return first is not None and _PAGE_TITLES.fullmatch(first.words) is not None


def part_committee_page(stretches: Sequence[Stretch], text: str, url: str | None) -> Parted:
    """Part the stretches of a page that came from a committee system; ``text`` is the page's text."""
    parting = _Parting(text, url)
    for stretch in stretches:
        for piece in _split_labels(stretch, text):
            parting.take(piece)
    return parting.finish()


class _Parting:
    def __init__(self, text: str, url: str | None) -> None:
        self._text = text
        self._url = url
        self._parted = Parted()
        self._part: Part = Part.PAGE
        self._item = 0
        self._section = Section()
        self._labelled = False

    def take(self, stretch: Stretch) -> None:
        """Give one stretch its part."""
        self._parted.stretches.append(stretch)
        new_row = stretch.item and stretch.item != self._item
        self._item = stretch.item
        if stretch.landmark == ATTENDANCE_TABLE:
            stretch.part = Part.PAGE if _ROLL_HEAD.match(stretch.words) else Part.ATTENDANCE
        elif new_row or (stretch.landmark == "mgAiTitleTxt" and stretch.item):
            self._take_title(stretch)
        elif not stretch.box and (stretch.landmark in _FURNITURE_MARKS or self._is_page_title(stretch)):
            self._take_furniture(stretch)
        elif not stretch.box and _MEETING_HEAD.match(stretch.words):
            self._open_section(None)
            self._as_heading(stretch, 1)
            self._take_furniture(stretch)
            self._part = Part.AGENDA
        elif not stretch.box and self._take_label(stretch):
            return
        elif stretch.landmark == "mgSubTitleTxt" or (self._parted.title is None and not stretch.box):
            self._take_subtitle(stretch)
        elif not stretch.box and (stretch.landmark == "mgLabel" or _LINE_LABEL.match(stretch.words)):
            self._take_line_label(stretch)
        else:
            self._take_words(stretch)

    def finish(self) -> Parted:
        """Part what no label parted, and say of every title whether minutes stand under it."""
        self._open_section(None)
        parted = self._parted
        for section in parted.sections:
            if not self._labelled:
                _part_unlabelled([stretch for stretch in section.stretches if stretch.part is Part.AGENDA])
            minuted = any(stretch.part in (Part.MINUTES, Part.DECISION) for stretch in section.stretches)
            if section.title is not None:
                section.title.part = Part.MINUTES if minuted else Part.AGENDA
        titles = [section.title.words for section in parted.sections if section.title is not None]
        parted.restricted = all(map(is_restricted, titles or [parted.title or ""]))
        return parted

    def _is_page_title(self, stretch: Stretch) -> bool:
        return (
            stretch.kind is BlockKind.HEADING
            and self._parted.title is None
            and not stretch.landmark
            and _PAGE_TITLES.fullmatch(stretch.words) is not None
        )

    def _take_furniture(self, stretch: Stretch) -> None:
        stretch.part = Part.PAGE
        if self._parted.body is None:
            self._note_meeting(stretch.words)

    def _take_title(self, stretch: Stretch) -> None:
        """The title of an agenda item in a meeting page."""
        self._open_section(stretch)
        self._as_heading(stretch, 1)
        self._list_paper(stretch, only_files=True)
        stretch.end = stretch.start + len(without_file_size(self._text[stretch.start : stretch.end]))
        self._part = Part.AGENDA

    def _take_subtitle(self, stretch: Stretch) -> None:
        """The title of an item that has a page of its own, or the body and date of a meeting."""
        self._as_heading(stretch, 1)
        stretch.part = Part.PAGE
        if self._parted.title is None:
            self._parted.title = without_file_size(stretch.words)
            self._note_meeting(stretch.words)
            # the title of an item is followed by its agenda text, the name of a meeting by venue and contact
            named = meeting_in(stretch.words)[0] is not None
            self._part = Part.PAGE if named else Part.AGENDA

    def _take_label(self, stretch: Stretch) -> bool:
        """Turn to the part that a label opens; False where the stretch is no label."""
        marked = stretch.landmark in _LABEL_MARKS
        heading = marked or stretch.kind is BlockKind.HEADING or stretch.bold or stretch.words.endswith(":")
        part = label_part(stretch.words) if heading else None
        if part is None or (not marked and part is Part.AGENDA):
            return False
        self._as_heading(stretch, 2)
        stretch.part = Part.PAGE
        self._part = part
        self._labelled = self._labelled or part in (Part.MINUTES, Part.DECISION)
        return True

    def _take_line_label(self, stretch: Stretch) -> None:
        stretch.part = Part.PAGE
        dated = _DATED_LABEL.match(stretch.words)
        if dated:
            body, day = meeting_in(stretch.words[dated.end() :])
            self._parted.date = self._parted.date or day
            self._parted.body = self._parted.body or body
        maker = _MAKER_LABEL.match(stretch.words)
        if maker:
            self._parted.body = maker["body"]

    def _take_words(self, stretch: Stretch) -> None:
        if self._part is Part.DOCUMENTS and stretch.landmark == "mgWordPara":
            self._part = Part.AGENDA
        stretch.part = self._part
        if self._part is Part.DOCUMENTS:
            self._list_paper(stretch)
        self._section.stretches.append(stretch)

    def _open_section(self, title: Stretch | None) -> None:
        if self._section.title is not None or self._section.stretches:
            self._parted.sections.append(self._section)
        self._section = Section(title)

    def _note_meeting(self, words: str) -> None:
        body, day = meeting_in(words)
        if body is not None and self._parted.body is None:
            self._parted.body = body
        if day is not None and self._parted.date is None:
            self._parted.date = day

    def _list_paper(self, stretch: Stretch, *, only_files: bool = False) -> None:
        """Add the papers that a stretch links to, or names without a link, to the supporting documents."""
        restricted = is_restricted(stretch.words)
        links = [link for link in stretch.links if link.words and not _NO_LINK.match(link.href)]
        if only_files:
            links = [link for link in links if _FILE_LINK.search(link.href)]
        for link in links:
            href = urljoin(self._url, link.href) if self._url else link.href
            self._parted.supporting.append(Supporting(without_file_size(link.words), href, restricted))
        if not links and not only_files:
            self._parted.supporting.append(Supporting(without_file_size(stretch.words), None, restricted))

    @staticmethod
    def _as_heading(stretch: Stretch, level: int) -> None:
        if not stretch.cells:
            stretch.kind, stretch.level = BlockKind.HEADING, level


def _split_labels(stretch: Stretch, text: str) -> Iterator[Stretch]:
    """A stretch in the pieces that labels within it make: "Apologies Minutes: None." in a flattened table."""
    if stretch.box or stretch.landmark or stretch.cells:
        yield stretch
        return
    raw = text[stretch.start : stretch.end]
    inner = [match.end() for match in _INLINE_LABEL.finditer(raw)] if stretch.item else []
    for low, high in pairwise([0, *inner, len(raw)]):
        cuts = [low, high]
        label = _LABEL_START.match(raw, low, high)
        lead = AGENDA_LEAD.search(raw, low + 1, high) if stretch.item and not low and inner else None
        if label:
            cuts = [low, label.end(1) + 1, high]
        elif lead:
            cuts = [low, lead.start(), high]
        for left, right in pairwise(cuts):
            yield replace(
                stretch,
                start=stretch.start + left,
                end=stretch.start + right,
                words=" ".join(raw[left:right].split()),
                marker="" if left else stretch.marker,
                blanks=0 if left else stretch.blanks,
            )


def _part_unlabelled(stretches: list[Stretch]) -> None:
    """Part what stands under a title where the labels were lost.

    What is left of them is the box each part stood in, or a run of empty lines. The first group is what the agenda
    said, unless it reads as a decision; where there is one group only, it is the agenda's while it reads so.
    """
    groups = _groups(stretches)
    if len(groups) == 1:
        agenda = True
        for stretch in stretches:
            agenda = agenda and is_agenda_text(stretch.words)
            stretch.part = Part.AGENDA if agenda else Part.MINUTES
        return
    for number, group in enumerate(groups):
        part = Part.MINUTES if number else Part.AGENDA
        if is_decision_text(group[0].words):
            part = Part.DECISION
        elif number and is_agenda_text(group[0].words) and number + 1 < len(groups) and group[0].part is Part.AGENDA:
            part = groups[number - 1][0].part if groups[number - 1][0].part is Part.AGENDA else Part.MINUTES
        for stretch in group:
            stretch.part = part


def _groups(stretches: list[Stretch]) -> list[list[Stretch]]:
    boxed = len({stretch.box for stretch in stretches}) > 1
    groups: list[list[Stretch]] = []
    for stretch in stretches:
        before = groups[-1][-1] if groups else None
        fresh = before is None or (before.box != stretch.box if boxed else stretch.blanks >= _BLANK_RUN)
        if fresh:
            groups.append([])
        groups[-1].append(stretch)
    return groups
