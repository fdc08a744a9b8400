"""The minutes on one side and what was found in them on the other, each linked to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from arising.documents.document import Part
from arising.register.record import in_words
from arising.register.record.marking import Mark, MarkedText
from arising.register.record.minutes import Section, sections
from arising.register.record.models import Finding
from arising.register.record.queries import Stretch

GROUPS = {
    "commitment": "Commitments",
    "decision": "Decisions",
    "vote": "Votes",
    "exchange": "Questions and answers",
    "figure": "Figures",
    "declaration": "Declarations of interest",
    "urgency": "Urgency",
    "embargo": "Embargoes",
    "topic": "Topics",
    "area": "Service areas",
    "mention": "People and posts",
    "reference": "Laws, guidance, meetings and bodies",
}
"""Every kind of finding and its title, what is owed and decided first."""

SHARED_LOOKS = {"mention": "Person or post", "reference": "Law, guidance, meeting or body"}
"""Looks that findings of several names have."""


@dataclass(frozen=True)
class Entry:
    """A finding in the list beside the minutes. ``in_text`` says whether its words are marked on the page."""

    finding: Finding
    label: str
    look: str
    in_text: bool

    @property
    def anchor(self) -> str:
        """The fragment of the marked words; the entry's own has "entry-" before it."""
        return self.finding.anchor


@dataclass(frozen=True)
class Group:
    """The entries of one kind."""

    kind: str
    title: str
    entries: list[Entry]


@dataclass(frozen=True)
class SideBySide:
    """One stretch of minutes with its marks, and its findings by kind."""

    stretch: Stretch
    sections: list[Section]
    groups: list[Group]

    @property
    def found(self) -> int:
        """How many findings are listed."""
        return sum(len(group.entries) for group in self.groups)


@dataclass(frozen=True)
class KindOnPage:
    """A kind that the page holds, how often, and whether it is marked."""

    kind: str
    title: str
    count: int
    wanted: bool


@dataclass(frozen=True)
class Reading:
    """All the stretches of a page, the kinds in them, and what a person set on an earlier text of the source."""

    sides: list[SideBySide]
    kinds: list[KindOnPage]
    earlier: list[Group] = field(default_factory=list)

    @property
    def looks(self) -> dict[str, str]:
        """The looks of the marks on the page, with the words for them: the key to the marks."""
        entries = [entry for side in self.sides for group in side.groups for entry in group.entries]
        return {entry.look: SHARED_LOOKS.get(entry.look, in_words.title(entry.finding)) for entry in entries}


def side_by_side(
    stretches: Sequence[Stretch], wanted: Collection[str] = (), *, leave_out: frozenset[Part] = frozenset({Part.PAGE})
) -> Reading:
    """The stretches with the findings of the kinds ``wanted``, or of every kind, marked and listed.

    A finding is numbered within its kind over the whole page, whether or not it is wanted, so that "Figure 3"
    stays "Figure 3".
    """
    earlier = {finding.anchor: finding for stretch in stretches for finding in stretch.earlier}
    labels = _labels([finding for stretch in stretches for finding in stretch.findings] + list(earlier.values()))
    sides = []
    for stretch in stretches:
        chosen = [finding for finding in stretch.findings if not wanted or finding.kind_name() in wanted]
        marked = MarkedText(stretch.text, [_mark(finding, labels) for finding in chosen])
        shown = sections(stretch.blocks, marked, leave_out=leave_out)
        sides.append(SideBySide(stretch, shown, _groups(chosen, labels, marked.shown)))
    counts = Counter(finding.kind_name() for stretch in stretches for finding in stretch.findings)
    kinds = [
        KindOnPage(kind, title, counts[kind], not wanted or kind in wanted)
        for kind, title in GROUPS.items()
        if counts[kind]
    ]
    return Reading(sides, kinds, _groups(earlier.values(), labels, ()))


def _labels(findings: Iterable[Finding]) -> dict[str, str]:
    numbers: Counter[str] = Counter()
    labels = {}
    for finding in findings:
        title = in_words.title(finding)
        numbers[title] += 1
        labels[finding.anchor] = f"{title} {numbers[title]}"
    return labels


def _mark(finding: Finding, labels: dict[str, str]) -> Mark:
    return Mark(finding.anchor, finding.start, finding.end, in_words.look(finding), labels[finding.anchor])


def _groups(findings: Iterable[Finding], labels: dict[str, str], shown: Collection[str]) -> list[Group]:
    entries: dict[str, list[Entry]] = {}
    for finding in findings:
        entry = Entry(finding, labels[finding.anchor], in_words.look(finding), finding.anchor in shown)
        entries.setdefault(finding.kind_name(), []).append(entry)
    return [Group(kind, title, entries[kind]) for kind, title in GROUPS.items() if kind in entries]
