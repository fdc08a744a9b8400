"""Links as a brief in Markdown, for a person to read before a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from arising.following.links import Closure, Disagreement, Links, Quote, Silence, Suggestion
from arising.reading.record import Record

_LONGEST = 300
_EFFECTS = {
    "answered": "Answered, it seems",
    "slipped": "Slipped, it seems",
    "changed": "Changed, it seems",
    "dropped": "Dropped, it seems",
    "reaffirmed": "Said again",
}


def markdown(links: Links, records: Mapping[str, Record]) -> str:
    """What was said then and now, what went silent, and which topics may be one matter; only what is likely."""
    closures = [one for one in links.closures if one.likely]
    matters = [one for one in links.suggestions if one.likely]
    sections = [
        [
            "# What became of it",
            "",
            "Proposed from the minutes alone. Check each against the words before relying on it.",
        ],
        _section("What later meetings say", [_closure(one, records) for one in closures]),
        _section("Told one thing, then another", [_disagreement(one, records) for one in links.disagreements]),
        _section("Not spoken of again", [_silence(one, records) for one in links.silences]),
        _section("Topics that may be one matter", [_suggestion(one, records) for one in matters]),
        _section("What is missing", [[f"- {note}"] for note in links.notes]),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _section(title: str, entries: Sequence[Sequence[str]]) -> list[str]:
    return [f"## {title}", "", *(line for entry in entries for line in entry)] if entries else []


def _closure(one: Closure, records: Mapping[str, Record]) -> list[str]:
    return [
        f"- **{_EFFECTS[one.effect]}.** {_said(one.commitment, records)}",
        f"  - Then {_said(one.evidence, records)}",
        f"  - {' '.join(one.reasons)}",
    ]


def _disagreement(one: Disagreement, records: Mapping[str, Record]) -> list[str]:
    return [
        f"- We were told: {_said(one.before, records)}",
        f"  - We were then told: {_said(one.after, records)}",
        f"  - {one.question}",
    ]


def _silence(one: Silence, records: Mapping[str, Record]) -> list[str]:
    since = f"{one.meetings} later meeting{'s' if one.meetings != 1 else ''}, the last of {one.until}"
    return [f"- {_said(one.commitment, records)} No word of it in {since}."]


def _suggestion(one: Suggestion, records: Mapping[str, Record]) -> list[str]:
    return [f"- {_said(one.a, records)} and {_said(one.b, records)} {' '.join(one.reasons)}"]


def _said(quote: Quote, records: Mapping[str, Record]) -> str:
    words = " ".join(quote.words.split()).strip(" –-•")
    words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rsplit(' ', 1)[0]} …"
    met = records[quote.document].meeting.date or quote.document
    return f"“{words}” ({met})"
