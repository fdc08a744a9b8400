"""A register in which every word of the tests also stands in an inspection, a visit and a direction."""

from __future__ import annotations

from datetime import date
from typing import Any

from arising.register.accounts.audiences import Seen
from arising.register.bodies.models import Body, Council
from arising.register.improvement import operations
from arising.register.improvement.models import Inspection

REPORT = """\
<h1>Inspection of {word} local authority children’s services</h1>
<p>Inspection dates: 13 to 24 November 2023</p>
<p>Lead inspector: {word} Lindqvist, His Majesty’s Inspector</p>
<table>
<tr><td>The impact of leaders on social work practice with children and families</td><td>Good</td></tr>
<tr><td>The experiences and progress of children who need help and protection</td><td>Inadequate</td></tr>
<tr><td>The experiences and progress of children in care</td><td>Good</td></tr>
<tr><td>The experiences and progress of care leavers</td><td>Good</td></tr>
<tr><td>Overall effectiveness</td><td>Inadequate</td></tr>
</table>
<h2>What needs to improve</h2>
<ul><li>The time that children of {word} wait before a social worker visits them.</li></ul>
<h2>The experiences and progress of children who need help and protection: inadequate</h2>
<p>1. Too many children of {word} wait for a first visit, and nobody tells them why.</p>
<p>The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects.</p>
"""
WHY = "For a test"


def report(word: str = "Kelderdale") -> bytes:
    """The report of an inspection, with a word in all its parts."""
    return f"<!doctype html><html><body>{REPORT.format(word=word)}</body></html>".encode()


def inspected(
    council: Council, word: str = "Kelderdale", *, seen: Seen = Seen(), received: date | None = date(2024, 1, 8)  # noqa: B008
) -> Inspection:  # fmt: skip
    """The inspection that such a report tells of."""
    return operations.add_report(
        council, report(word), f"{word} report.html", received=received, seen=seen, actor=None, why=WHY
    )


def inspect_everything(words: dict[str, Seen]) -> None:
    """Add, for each word, an inspection with what is owed after it, a visit, a direction and its revision."""
    operations.type_outcome(
        "E06000014", "inconsistent", date(2024, 2, 9), "https://york.example/send", actor=None, why=WHY
    )
    for word, seen in words.items():
        body = Body.objects.filter(name=f"{word} Committee").first() or Body.objects.filter(not_known=False)[0]
        one = inspected(body.council, word, seen=seen)
        if body.name.startswith(word):
            operations.owe_deadlines(one, body, actor=None, why=WHY)
        operations.plan_visit(
            body.council, Inspection.Kind.MONITORING, starts_on=date(2024, 9, 2), about=word, visit=1, follows=one,
            note=word, seen=seen, actor=None, why=WHY,
        )  # fmt: skip
        told: dict[str, Any] = {
            "basis": word,
            "commissioner_words": word,
            "inspection": one,
            "note": word,
            "seen": seen,
        }
        required = [f"1. {word} must publish a plan.", f"2. {word} must see every child in time."]
        first = operations.give_direction(
            body.council, f"Direction to {word}", date(2024, 2, 1), required=required, actor=None, why=WHY, **told
        )
        operations.give_direction(
            body.council, f"Revised direction to {word}", date(2024, 5, 1), required=required[:1], supersedes=first,
            actor=None, why=WHY, **told,
        )  # fmt: skip
