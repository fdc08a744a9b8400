"""Which part of a copied page a paragraph belongs to, by the labels that survived the copying.

A page of one agenda item that was copied as text begins "Agenda item", its title and what was written before the
meeting. The minutes follow a "Minutes:" label, or, where labels were lost, a run of blank lines. The page of a whole
meeting begins "Agenda and minutes" and the name and date of the meeting; every item on it has a title, perhaps the
words of the agenda, then its minutes.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence

from arising.documents.document import Part
from arising.documents.text.paragraphs import Group

LOST_LABEL_BLANKS = 4
"""So many blank lines in a row stand where a label was."""

_MEETING_PAGE = frozenset(
    (
        "agenda",
        "agenda and minutes",
        "agenda and draft minutes",
        "agenda and decisions",
        "agenda, decisions and minutes",
        "minutes",
        "draft minutes",
    )
)
_SORT = r"(?:Extraordinary|Special|Annual|Urgent|Informal|Virtual|Moved|Rescheduled)[\w ]*,\s+"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Z][a-z]+),?\s+(?P<year>\d{4})"
_MEETING_LINE = re.compile(rf"(?:{_SORT})?(?P<body>[A-Z][^:]{{2,140}}?)\s+[-–]\s+{_WEEKDAY},?\s+{_DATE}")
_ABOUT_PAGE = re.compile(r"(?:Venue|Contact|Note|Media|Webcast|Location)\s*:|Items$|No\.?\s*\|?\s*Item\b|Item$")
_LONGEST_TITLE = 160
_MOST_WORDS = 18
_GAP = 2

_LABELS = (
    (re.compile(r"minutes\s*:?$|discussion\s*:$", re.IGNORECASE), Part.MINUTES),
    (re.compile(r"decisions?\s*:$", re.IGNORECASE), Part.DECISION),
    (re.compile(r"(?:supporting|additional|background) documents?\s*:?$", re.IGNORECASE), Part.DOCUMENTS),
)


def is_item_page(groups: Sequence[Group]) -> bool:
    """Whether the text is a copy of the page of a single agenda item."""
    return bool(groups) and words_of(groups[0]).lower().rstrip(":") in ("agenda item", "agenda item details")


def is_meeting_page(groups: Sequence[Group]) -> bool:
    """Whether the text is a copy of the page of a meeting."""
    if len(groups) < 3 or words_of(groups[0]).lower().rstrip(":") not in _MEETING_PAGE:
        return False
    return _MEETING_LINE.match(words_of(groups[1])) is not None or _ABOUT_PAGE.match(words_of(groups[1])) is not None


def meeting_of_page(groups: Sequence[Group]) -> tuple[str, str] | None:
    """The body and the ISO date that stand in the second line of a meeting's page."""
    match = _MEETING_LINE.match(words_of(groups[1])) if is_meeting_page(groups) else None
    months = [name for name in month_name if name]
    if match is None or match.group("month") not in months:
        return None
    month = months.index(match.group("month")) + 1
    return match.group("body"), f"{match.group('year')}-{month:02}-{int(match.group('day')):02}"


def titles_of_page(groups: Sequence[Group]) -> set[int]:
    """The numbers of the groups that are titles of items on a meeting's page."""
    if not is_meeting_page(groups):
        return set()
    return {at for at in range(2, len(groups) - 1) if _is_item_title(groups, at)}


def part_of_groups(groups: Sequence[Group]) -> list[Part]:
    """The part of each group, in order."""
    if is_meeting_page(groups):
        return _parts_of_meeting(groups, titles_of_page(groups))
    if not is_item_page(groups) or len(groups) < 3:
        return _labelled(groups, Part.MINUTES)
    turn = next((at for at in range(2, len(groups)) if _is_label(groups[at]) or _after_gap(groups[at])), None)
    if turn is None:
        # nothing tells the report from the minutes: all that follows the title is read
        return [Part.PAGE, Part.PAGE, *_labelled(groups[2:], Part.MINUTES)]
    return [Part.PAGE, Part.PAGE, *[Part.AGENDA] * (turn - 2), *_labelled(groups[turn:], Part.MINUTES)]


def words_of(group: Group) -> str:
    """The words of a group's lines, joined."""
    return " ".join(line.text for line in group.lines)


def _is_item_title(groups: Sequence[Group], at: int) -> bool:
    group, words = groups[at], words_of(groups[at])
    if len(words) > _LONGEST_TITLE or _is_label(group) or _ABOUT_PAGE.match(words) or not words[0].isupper():
        return False
    if group.lines[-1].listed:
        return True
    if words.endswith((".", ":", ";", ",")) or (group.marker and not group.marker[0].isdigit()):
        return False
    if group.lines[0].blanks < _GAP or len(words.split()) > _MOST_WORDS:
        return False
    follows = groups[at + 1]
    return _is_label(follows) or follows.lines[0].blanks >= 1


def _parts_of_meeting(groups: Sequence[Group], titles: set[int]) -> list[Part]:
    """Under each title what was written before the meeting, to a label or a gap; then the minutes."""
    parts: list[Part] = []
    part = Part.PAGE
    labelled = any(_is_label(group) and words_of(group).lower() == "minutes:" for group in groups)
    for at, group in enumerate(groups):
        label = _label_of(group)
        if at in titles:
            part = Part.AGENDA
            parts.append(Part.MINUTES)
        elif label is not None:
            part = Part.AGENDA if label is Part.DOCUMENTS else label
            parts.append(Part.PAGE)
        else:
            if part is Part.AGENDA and not labelled and group.lines[0].blanks >= _GAP and not group.lines[0].listed:
                part = Part.MINUTES
            parts.append(part)
    return parts


def _label_of(group: Group) -> Part | None:
    if len(group.lines) != 1 or group.marker or group.lines[0].listed:
        return None
    return next((to for pattern, to in _LABELS if pattern.match(group.lines[0].text)), None)


def _is_label(group: Group) -> bool:
    return _label_of(group) is not None


def _after_gap(group: Group) -> bool:
    return group.lines[0].blanks >= LOST_LABEL_BLANKS


def _labelled(groups: Sequence[Group], part: Part) -> list[Part]:
    """Parts by the labels among the groups; a label itself is page furniture."""
    parts: list[Part] = []
    for group in groups:
        label = _label_of(group)
        if label is not None and words_of(group).rstrip().endswith(":"):
            part = label
            parts.append(Part.PAGE)
        else:
            parts.append(part)
    return parts
