"""Findings in words: what kind, who, what, to whom, by when, and how sure the reader was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from arising.register.bodies.dates_in_words import in_words
from arising.register.record.models import (
    Area,
    Commitment,
    Decision,
    Declaration,
    Embargo,
    Exchange,
    Figure,
    Finding,
    Mention,
    Reference,
    Topic,
    Urgency,
    Vote,
)

Facts = list[tuple[str, str]]
"""What is known of a finding, as label and value, in the order in which it is read out."""

PLACED_BY_WORDS = frozenset(
    f"{time}_{part}" for time in ("due", "period", "until") for part in ("edtf", "earliest", "latest", "event")
)
"""Columns that are worked out from words, and change with them."""

BALLOTS = {"for": "For", "against": "Against", "abstain": "Abstained"}


def look(finding: Finding) -> str:
    """The word that gives a finding its look: "undertaking", "question", "decision"."""
    match finding:
        case Commitment():
            return finding.kind
        case Exchange():
            return finding.kind or "remark"
    return finding.kind_name()


def title(finding: Finding) -> str:
    """What kind of finding it is: "Undertaking", "Question", "Person"."""
    match finding:
        case Mention():
            return "Person" if finding.name else "Post"
        case Area():
            return "Service area"
        case Reference():
            return finding.get_kind_display()
    return look(finding).capitalize()


def with_article(name: str) -> str:
    """ "Undertaking" as "an undertaking"."""
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name.lower()}"


def sureness(confidence: float) -> str:
    """How sure the reader was, in words and as a percentage."""
    for least, words in ((0.9, "very sure"), (0.75, "fairly sure"), (0.5, "unsure")):
        if confidence >= least:
            return f"{words} ({confidence:.0%})"
    return f"guessing ({confidence:.0%})"


def number(value: float) -> str:
    """``1,234``, ``4.5``: no more decimals than were given."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def amount(figure: Figure) -> str:
    """A figure with its unit: "66%", "about £2,153,000", "26 of 63 children", "50 to 60%"."""
    parts = [number(figure.value)]
    if figure.high is not None:
        parts.append(f"to {number(figure.high)}")
    if figure.of is not None:
        parts.append(f"of {number(figure.of)}")
    words = " ".join(parts)
    if len(figure.unit) == 1 and not figure.unit.isalnum():
        words = (
            f"{words}%" if figure.unit == "%" else f"{figure.unit}{words}".replace(f"{figure.unit}-", f"-{figure.unit}")
        )
    elif figure.unit:
        words = f"{words} {figure.unit}"
    return f"about {words}" if figure.approximate else words


def when(words: str, edtf: str, event: str = "") -> str:
    """A time as the text gives it, and worked out where that says more."""
    if edtf and (told := in_words(edtf)).casefold() != words.casefold():
        return f"{words} ({told})" if words else told
    return words or event


def facts(finding: Finding) -> Facts:
    """What is known of ``finding``; what is not known is left out, save what a reader would miss."""
    told = _FACTS[type(finding)](finding)
    return [(label, value) for label, value in told if value]


def differences(finding: Finding) -> Facts:
    """What the reader had said where a person says otherwise, by the name of the column."""
    told: Facts = []
    for name in finding.amendable:
        if name in finding.as_read and name not in PLACED_BY_WORDS:
            read, now = finding.as_read[name], getattr(finding, name)
            if read != now:
                told.append((str(finding._meta.get_field(name).verbose_name).capitalize(), _plain(read)))  # type: ignore[union-attr]
    if (quote := finding.as_read.get("quote")) and quote != finding.quote:
        told.append(("Words", f"“{quote}”"))
    return told


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nothing"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {each}" for name, each in value.items()) or "nothing"
    return {True: "yes", False: "no", None: "nothing", "": "nothing"}.get(value, str(value))


def _commitment(finding: Commitment) -> Facts:
    owner = finding.owed_by or "not said"
    if finding.owner_resolved and finding.owner and finding.owner_resolved != finding.owner:
        owner = f"{finding.owner_resolved} (“{finding.owner}” in the minutes)"
    due = when(finding.due, finding.due_edtf, finding.due_event)
    return [
        ("Who", owner),
        ("What", finding.deliverable),
        ("To whom", finding.to),
        ("By when", due or "no date given"),
    ]


def _decision(finding: Decision) -> Facts:
    return [
        ("What", finding.get_action_display()),
        ("Clause", finding.label),
        ("To whom", finding.addressee),
        ("Asks for", finding.asks_for),
    ]


def _exchange(finding: Exchange) -> Facts:
    answers = [_answer(answer) for answer in finding.answers]
    return [
        ("Asked by", ", ".join(finding.askers)),
        ("Answered by", ", ".join(finding.responders) or ("no answer recorded" if finding.kind else "")),
        *(("Answer", answer) for answer in answers),
    ]


def _answer(answer: dict[str, Any]) -> str:
    speaker = answer.get("resolved") or answer.get("speaker")
    return f"{speaker}: “{answer['quote']}”" if speaker else f"“{answer['quote']}”"


def _vote(finding: Vote) -> Facts:
    rows = [("Outcome", finding.get_outcome_display() if finding.outcome else "")]
    # PostgreSQL keeps no order of keys: the order is that of the minutes
    in_order = sorted(finding.votes, key=lambda name: (finding.quote.find(name), name))
    for ballot, words in BALLOTS.items():
        names = ", ".join(name for name in in_order if finding.votes[name] == ballot)
        count = finding.count.get(ballot)
        rows.append((words, f"{count} ({names})" if names and count is not None else names or _count(count)))
    return rows


def _count(count: int | None) -> str:
    return "" if count is None else str(count)


def _figure(finding: Figure) -> Facts:
    return [
        ("Figure", amount(finding)),
        ("Of what", finding.measure),
        ("When", when(finding.period, finding.period_edtf)),
        ("Beside", finding.comparator),
        ("Where", "nationally" if finding.scope == "national" else ""),
    ]


def _mention(finding: Mention) -> Facts:
    attending = finding.get_attending_display() if finding.attending != "mentioned" else ""
    return [
        ("Name", finding.name),
        ("Post", finding.role),
        ("There as", attending),
        ("In place of", finding.substitute_for),
    ]


_FACTS: dict[type[Finding], Callable[[Any], Facts]] = {
    Topic: lambda finding: [("Number", finding.number)],
    Exchange: _exchange,
    Commitment: _commitment,
    Decision: _decision,
    Vote: _vote,
    Figure: _figure,
    Mention: _mention,
    Declaration: lambda finding: [
        ("Who", finding.name), ("Interest", finding.interest), ("In what", finding.matter)
    ],
    Reference: lambda finding: [("What", finding.name)],
    Urgency: lambda finding: [("Reason", finding.reason), ("Law", finding.law)],
    Embargo: lambda finding: [("Until", when(finding.until, finding.until_edtf) or "no date given")],
    Area: lambda finding: [("What", finding.name)],
}  # fmt: skip
