"""Which part of a copied page a paragraph belongs to, by the labels that survived the copying.

A page of one agenda item that was copied as text begins "Agenda item", its title and what was written before the
meeting. The minutes follow a "Minutes:" label, or, where labels were lost, a run of blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from arising.documents.document import Part
from arising.documents.text.paragraphs import Group

LOST_LABEL_BLANKS = 4
"""So many blank lines in a row stand where a label was."""

_LABELS = (
    (re.compile(r"minutes\s*:?$|discussion\s*:$", re.IGNORECASE), Part.MINUTES),
    (re.compile(r"decisions?\s*:$", re.IGNORECASE), Part.DECISION),
    (re.compile(r"(?:supporting|additional|background) documents?\s*:?$", re.IGNORECASE), Part.DOCUMENTS),
)


def is_item_page(groups: Sequence[Group]) -> bool:
    """Whether the text is a copy of the page of a single agenda item."""
    return bool(groups) and words_of(groups[0]).lower().rstrip(":") in ("agenda item", "agenda item details")


def part_of_groups(groups: Sequence[Group]) -> list[Part]:
    """The part of each group, in order."""
    if not is_item_page(groups):
        return _labelled(groups, Part.MINUTES)
    turn = next(
        (at for at, group in enumerate(groups) if at > 1 and (_is_label(group) or _after_gap(group))), len(groups)
    )
    if turn == len(groups):
        # nothing tells the report from the minutes: all that follows the title is read
        return [Part.PAGE, Part.PAGE, *_labelled(groups[2:], Part.MINUTES)]
    return [Part.PAGE, Part.PAGE, *[Part.AGENDA] * (turn - 2), *_labelled(groups[turn:], Part.MINUTES)]


def words_of(group: Group) -> str:
    """The words of a group's lines, joined."""
    return " ".join(line.text for line in group.lines)


def _is_label(group: Group) -> bool:
    return len(group.lines) == 1 and any(pattern.match(group.lines[0].text) for pattern, _ in _LABELS)


def _after_gap(group: Group) -> bool:
    return group.lines[0].blanks >= LOST_LABEL_BLANKS


def _labelled(groups: Sequence[Group], part: Part) -> list[Part]:
    """Parts by the labels among the groups; a label itself is page furniture."""
    parts: list[Part] = []
    for group in groups:
        label = next(
            (to for pattern, to in _LABELS if len(group.lines) == 1 and pattern.match(group.lines[0].text)), None
        )
        if label is not None and not group.marker:
            part = label
            parts.append(Part.PAGE)
        else:
            parts.append(part)
    return parts
