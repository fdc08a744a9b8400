"""Where minutes record what was decided."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from arising.documents import Block, Part
from arising.reading.findings.decisions.actions import effect_of
from arising.reading.findings.decisions.clauses import Found, cut
from arising.reading.findings.decisions.prose import BODY, in_prose, motions, operative_clauses
from arising.reading.findings.decisions.resolutions import (
    Told,
    label_of,
    list_under,
    resolution,
    resolution_at,
    told_by,
)
from arising.reading.outline import READ, Outline
from arising.reading.record import Action, Decision

RESOLUTION_RULES = frozenset(("resolved", "resolved-list", "bare-that", "decision-heading", "minutes-passed"))
"""The rules whose findings stand in a resolution and not in the discussion."""

_ALWAYS: dict[str, Action] = {"minutes-passed": "approve", "elected": "appoint", "thanks-recorded": "thank"}
"""Rules that tell the action by themselves."""

_WORD = re.compile(r"\w+")
_IT_WAS_AGREED = r"[Ii]t was (?:unanimously |further )?(?:agreed|resolved|recommended|decided)"
_BODY_AGREED = (
    rf"(?:{BODY})\s+(?:(?:then|also|further|unanimously)\s+)*"
    r"(?P<verb>agreed|resolved|noted|recommended|requested|endorsed|approved)"
)
_LEADS_LIST = re.compile(
    rf"(?:{_IT_WAS_AGREED}|{_BODY_AGREED}|The following (?:was|were) (?:agreed|resolved|recommended))\b"
    r"[^.;]{0,140}:\s*[-–]?$"
)
_REASONS = re.compile(r"(?i)reasons?\b")
_BARE_THAT = re.compile(r"That\s+(?:the|an?|it|this|members|Cabinet|Council|[A-Z])")
_OPERATIVE_VERB = re.compile(r"\b(?:be|is|are|note|notes|agree|agrees|approve|approves|should)\b")


def decisions(out: Outline) -> Iterator[Decision]:
    """Every operative clause, in order; a resolution printed a second time in the same words is given once."""
    text = out.document.text
    items = [item.start for item in out.items]
    taken = -1
    seen: dict[tuple[int, str], Part] = {}
    found = sorted(_find(out), key=lambda one: (one.clause.start, -one.confidence))
    parts: dict[int, set[Part]] = {}
    for one in found:
        parts.setdefault(bisect_right(items, one.clause.start), set()).add(out.blocks[one.block].part)
    for one in found:
        clause = one.clause
        if clause.start < taken:
            continue
        words = text[clause.start : clause.end]
        item = bisect_right(items, clause.start)
        if len(parts[item]) > 1:
            # only then can it be printed a second time in another part
            key = item, " ".join(_WORD.findall(words.lower())).removeprefix("that ")
            part = out.blocks[one.block].part
            if seen.setdefault(key, part) is not part:
                continue
        taken = clause.end
        effect = effect_of(words, default=one.default, addressee=one.addressee)
        if one.rule in _ALWAYS:
            effect = replace(effect, action=_ALWAYS[one.rule])
        topic = out.topic_at[one.block]
        yield Decision(
            quote=words,
            start=clause.start,
            end=clause.end,
            rule=one.rule,
            confidence=one.confidence,
            topic=topic.words if topic else None,
            action=effect.action,
            addressee=effect.addressee,
            asks_for=effect.asks_for,
            label=clause.label,
        )


def _find(out: Outline) -> Iterator[Found]:
    """Resolutions first, then what stands under "Decision", then clauses that lost their keyword, then prose."""
    covered: set[int] = set()
    yield from _resolutions(out, covered)
    for at, block in enumerate(out.blocks):
        if block.part is Part.DECISION and at not in covered and at not in out.heading_of and at not in out.labels:
            covered.add(at)
            yield from _under_decision(out, at, block)
    for at, block in enumerate(out.blocks):
        if block.part is Part.MINUTES and at not in covered and at not in out.heading_of and _is_bare_that(out, at):
            covered.add(at)
            for clause in cut(out.document.text, block.start, block.end, label=label_of(block)):
                yield Found(clause, "bare-that", 0.8, at)
    for sentence in out.sentences:
        if sentence.block not in covered:
            yield from in_prose(out, sentence)
    yield from motions(out, covered)


def _resolutions(out: Outline, covered: set[int]) -> Iterator[Found]:
    for at, block in enumerate(out.blocks):
        if block.part not in READ or at in out.labels or at in covered:
            continue
        words = out.words(at)
        begins = resolution_at(words)
        if begins is not None:
            yield from resolution(out, at, block.start + begins, covered)
        elif words.rstrip(" -–").endswith(":") and (lead := _LEADS_LIST.match(words)):
            covered.add(at)
            told = told_by(words) or (Told("note") if lead.group("verb") == "noted" else None)
            yield from list_under(out, at, told, covered)


def _under_decision(out: Outline, at: int, block: Block) -> Iterator[Found]:
    """What stands under a "Decision:" heading: every sentence is operative."""
    for sentence in out.sentences_of(at):
        if sentence.text.rstrip().endswith(":") or _REASONS.match(sentence.text):
            continue
        clauses = operative_clauses(out, sentence) or cut(
            out.document.text, sentence.start, sentence.end, label=label_of(block)
        )
        for clause in clauses:
            yield Found(clause, "decision-heading", 0.93, at)


def _is_bare_that(out: Outline, at: int) -> bool:
    """ "That the report be noted.": what is left of a resolution whose keyword was lost in copying."""
    words = out.words(at)
    return _BARE_THAT.match(words) is not None and _OPERATIVE_VERB.search(words) is not None
