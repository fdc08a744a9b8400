"""A report laid out, every rule put to it, and what is missing said with what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from arising.documents import Block, Document
from arising.reading.reports.asking import asks
from arising.reading.reports.rules import RULES
from arising.reading.reports.statements import Statement, statements, tables
from arising.reading.reports.tables import told_in
from arising.reading.reports.told import Element, Key, Lint, Told
from arising.reading.reports.vocabulary import PLANS_HEADING

NAMES: dict[Key, str] = {
    "position": "Current position",
    "comparator": "Comparator",
    "trend": "Trend",
    "so_what": "So what",
    "ask": "Ask",
}
REMEDIES: dict[Key, str] = {
    "position": "Give the latest figure for each thing that the report is about, and the day or period that it is for.",
    "comparator": "Put beside each main figure what it is in England, in the region and for similar councils, and what"
    " it was a year ago.",
    "trend": "Say how each main figure has moved over several years or quarters, in words and numbers.",
    "so_what": "Say what the figures mean for children, families or residents: who waits, who is safer, who loses.",
    "ask": "Say what the Committee is asked to do: what to decide, what to comment on, what to recommend and to whom.",
}
ONLY_NOTES = "It asks the Committee to note and no more. Say on what its comments or decision would change something."
MORE_PLANS = "More is told of what is planned than of what was achieved. For each plan say what has changed so far."
NO_RESULTS = "No sentence tells a result. For each plan say what has changed so far, with a figure."
FEW = 5
FEW_SENTENCES = "Few sentences were found in it. See that it is the report itself and not its cover."


def lint(document: Document) -> Lint:
    """What a report to a scrutiny committee tells and what it leaves out.

    Args:
        document: as ``arising.documents.open_document`` gives it.

    Returns:
        The five elements in order, and the sentences that tell plans and results.
        ``document.text[t.start:t.end] == t.quote`` for every ``t`` of them.
    """
    stated = list(statements(document))
    asked = list(asks(stated))
    asking = {ask.statement.start for ask in asked}
    prose = [one for one in stated if one.is_prose and one.start not in asking]
    found: dict[str, list[Told]] = {key: [] for key in (*get_args(Key), "plan", "result")}
    for statement in prose:
        for key, told in _told_by(document, statement):
            found[key].append(told)
    for table in tables(document):
        for one in told_in(document, table):
            told = _told(document, one.block, *one.span, one.rule, one.confidence, table.heading)
            found[one.key].append(told)
    found["ask"] = [_of(document, ask.statement, ask.rule, ask.confidence) for ask in asked]
    remedies: dict[Key, str | None] = {key: None if found[key] else REMEDIES[key] for key in NAMES}
    if asked and all(ask.only_receives for ask in asked):
        remedies["ask"] = ONLY_NOTES
    return Lint(
        document=document.name,
        sha256=document.sha256,
        title=document.title,
        elements=tuple(
            Element(key=key, name=name, told=_in_order(found[key]), remedy=remedies[key]) for key, name in NAMES.items()
        ),
        sentences=len(prose) + len(asked),
        plans=_in_order(found["plan"]),
        results=_in_order(found["result"]),
        remedy=_balance(len(found["plan"]), len(found["result"])),
        notes=document.notes if len(prose) >= FEW else (*document.notes, FEW_SENTENCES),
        text=document.text,
    )


def _told_by(document: Document, statement: Statement) -> Iterator[tuple[str, Told]]:
    """What a sentence tells, each thing by the first rule that finds it. What is only planned tells nothing else."""
    tells: dict[str, tuple[str, float]] = {}
    for rule in RULES:
        if rule.tells not in tells and rule.finds(statement):
            tells[rule.tells] = rule.name, rule.confidence
    if "plan" not in tells and _is_listed_as_plan(statement) and "result" not in tells:
        tells["plan"] = "listed-as-plan", 0.65
    if "plan" in tells and not _tells_both(tells):
        tells = {"plan": tells["plan"]}
    for key, (name, confidence) in tells.items():
        yield key, _of(document, statement, name, confidence)


def _tells_both(tells: dict[str, tuple[str, float]]) -> bool:
    """Whether a plan stands beside a change that has come: a figure alone may be the one that is planned."""
    return tells.get("result", ("",))[0] in ("has-changed", "changed")


def _is_listed_as_plan(statement: Statement) -> bool:
    return (statement.heading or "").lower().startswith(PLANS_HEADING)


def _of(document: Document, statement: Statement, rule: str, confidence: float) -> Told:
    return _told(document, statement.block, statement.start, statement.end, rule, confidence, statement.heading)


def _told(
    document: Document, block: Block, start: int, end: int, rule: str, confidence: float, heading: str | None
) -> Told:
    quote = document.text[start:end]
    place = str(block.place)
    return Told(quote=quote, start=start, end=end, rule=rule, confidence=confidence, topic=heading, place=place)


def _in_order(told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda one: (one.start, one.end)))


def _balance(plans: int, results: int) -> str | None:
    if plans and not results:
        return NO_RESULTS
    return MORE_PLANS if plans > results else None
