"""A record as a brief in Markdown: what came out of the minutes, for a person to read and pass on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from arising.reading.formats import minuted
from arising.reading.record import (
    Attendance,
    Commitment,
    Decision,
    Declaration,
    Exchange,
    Figure,
    Finding,
    Paper,
    Record,
    Vote,
    When,
)

UNSURE = 0.5
"""A finding less sure than this is marked so that its reader looks at the minutes."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST_START = re.compile(r"^(\d+)([.)])|^([-+=])")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>]+")


def markdown(record: Record) -> str:
    """The record as a brief: who met, what was decided and promised, asked and answered, and the figures given."""
    sections = [
        _opening(record),
        _attendance(record.attendance) if record.attendance else [],
        _section("Interests declared", record.declarations, _declaration),
        _section(
            "Taken as urgent", record.urgency, lambda urgency: _sentence(escaped(urgency.reason), law=urgency.law)
        ),
        _section("Held back", record.embargoes, lambda embargo: f"Until {_when(embargo.until) or 'a day not given'}"),
        _section("Decisions", record.decisions, _decision),
        _section("Votes", record.votes, _vote),
        _section("Undertakings", _of_kind(record.commitments, "undertaking"), _commitment),
        _section("Expectations", _of_kind(record.commitments, "expectation"), _commitment),
        _section("Questions and answers", record.exchanges, _exchange, _answers),
        _section("Figures", record.figures, _figure),
        _papers(record.supporting),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _opening(record: Record) -> list[str]:
    lines = [f"# {escaped(record.title or record.document)}"]
    met = ", ".join(escaped(part) for part in (record.meeting.body, record.meeting.date) if part)
    if met:
        lines += ["", met]
    if record.summary:
        lines += ["", _line(record.summary)]
    lines += ["", f"Read from {escaped(record.document)}. Each quote stands in it word for word."]
    if not minuted(record):
        lines += ["", "Nothing was found in it to take down."]
    if record.notes:
        lines += ["", *(f"- {_line(note)}" for note in record.notes)]
    return lines


def _section(
    heading: str,
    findings: Sequence[Any],
    says: Callable[[Any], str],
    below: Callable[[Any], Iterable[str]] = lambda finding: (),
) -> list[str]:
    """A heading and one entry a finding: what it comes to, the quote, and what belongs below it."""
    if not findings:
        return []
    lines = [f"## {heading}"]
    for finding in findings:
        lines += ["", f"- {says(finding)}{_about(finding)}", "", f"  > {_line(finding.quote)}"]
        lines += [line for answer in below(finding) for line in ("", f"  {answer}")]
    return lines


def _about(finding: Finding) -> str:
    topic = f" ({escaped(finding.topic)})" if finding.topic else ""
    return f"{topic} (unsure: look at the minutes)" if finding.confidence < UNSURE else topic


def _attendance(attendance: Attendance) -> list[str]:
    substitutes = tuple(
        f"{one.name} for {one.replaces}" if one.replaces else one.name for one in attendance.substitutes
    )
    names = {
        "Present": attendance.present,
        "Apologies": attendance.apologies,
        "Substitutes": substitutes,
        "In attendance": attendance.in_attendance,
    }
    listed = [f"- {heading}: {escaped('; '.join(those))}" for heading, those in names.items() if those]
    return ["## Attendance", "", *listed] if listed else []


def _declaration(declaration: Declaration) -> str:
    return _sentence(f"**{escaped(declaration.name)}**", escaped(declaration.interest), matter=declaration.matter)


def _decision(decision: Decision) -> str:
    label = f"{escaped(decision.label)} " if decision.label else ""
    return _sentence(f"{label}**{decision.action.capitalize()}**", escaped(decision.asks_for), to=decision.addressee)


def _commitment(commitment: Commitment) -> str:
    owner = commitment.owner or "Nobody named"
    if commitment.owner_resolved and commitment.owner_resolved != owner:
        owner = f"{owner} ({commitment.owner_resolved})"
    due = commitment.due and f"{commitment.due}{_worked_out(commitment.when)}"
    return _sentence(f"**{escaped(owner)}**", escaped(commitment.deliverable), to=commitment.to, due=due)


def _exchange(exchange: Exchange) -> str:
    askers, responders = "; ".join(exchange.askers), "; ".join(exchange.responders)
    kind = exchange.kind.capitalize() if exchange.kind else "Said"
    return _sentence(f"**{kind}**", **{"from": askers, "answered by": responders})


def _answers(exchange: Exchange) -> Iterator[str]:
    for answer in exchange.answers:
        if answer.quote == exchange.quote:
            continue
        speaker = answer.resolved or answer.speaker
        yield f"> {escaped(speaker)}: {escaped(answer.quote)}" if speaker else f"> {_line(answer.quote)}"


def _vote(vote: Vote) -> str:
    names = [f"{escaped(name)} {ballot}" for name, ballot in vote.votes.items()]
    counts = [f"{count} {ballot}" for ballot, count in (vote.count or {}).items()]
    outcome = f"**{vote.outcome.capitalize()}**" if vote.outcome else "**Vote**"
    return _sentence(outcome, ", ".join(counts), ", ".join(names))


def _figure(figure: Figure) -> str:
    number = f"{figure.value:,.12g}"
    if figure.high is not None:
        number += f" to {figure.high:,.12g}"
    if figure.of is not None:
        number += f" of {figure.of:,.12g}"
    amount = f"£{number}" if figure.unit == "£" else f"{number}%" if figure.unit == "%" else f"{number} {figure.unit}"
    about = "about " if figure.approximate else ""
    scope = "national" if figure.scope == "national" else ""
    return _sentence(f"**{about}{escaped(amount)}**", escaped(figure.measure), scope, period=_when(figure.period))


def _papers(papers: Sequence[Paper]) -> list[str]:
    if not papers:
        return []
    return ["## Supporting documents", "", *(f"- {_paper(paper)}" for paper in papers)]


def _paper(paper: Paper) -> str:
    title = escaped(paper.title)
    if paper.url and _WEB_ADDRESS.fullmatch(paper.url):
        title = f"[{title}](<{paper.url}>)"
    return f"{title} (restricted)" if paper.restricted else title


def _of_kind(commitments: Iterable[Commitment], kind: str) -> list[Commitment]:
    return [commitment for commitment in commitments if commitment.kind == kind]


def _sentence(*parts: str, **named: str | None) -> str:
    """Parts already escaped, then named ones, those that are empty left out."""
    said = [part for part in parts if part]
    said += [f"{name}: {escaped(value)}" for name, value in named.items() if value]
    return "; ".join(said)


def _when(when: When | None) -> str:
    return f"{when.words}{_worked_out(when)}" if when else ""


def _worked_out(when: When | None) -> str:
    """The days that bound a time, where the words alone do not say them."""
    if when is None or not (when.earliest or when.latest):
        return ""
    if when.earliest == when.latest:
        return f" ({when.earliest})"
    return f" ({when.earliest or 'any time'} to {when.latest or 'any time'})"


def _line(text: str) -> str:
    """Text that starts a line, where a number or a dash would start a list."""
    return _LIST_START.sub(lambda found: f"\\{found[3]}" if found[3] else f"{found[1]}\\{found[2]}", escaped(text))


def escaped(text: str | None) -> str:
    """The words as Markdown that shows just them: nothing in minutes is a mark-up of ours."""
    return _SPECIAL.sub(r"\\\1", " ".join((text or "").split()))
