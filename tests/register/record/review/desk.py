"""Minutes with several findings of every kind that is reviewed, and short ways to them."""

from __future__ import annotations

from typing import Any

from django.test import Client

from arising.register.record.models import Commitment, Decision, Exchange, Figure, Finding
from arising.register.record.versions import version

BOTH = "Officers undertook to circulate a note on waiting lists by March 2025 and to report on the pilot in June 2025."
EARLIER = "The Director of People thanked the team."
LATER = "Members asked about transport."
ONE = "The Committee requested a paper on transport."
OTHER = "The Committee recommended that the Cabinet fund it."
DESK = f"""Ofsted update

{EARLIER} {BOTH} {LATER}

{ONE} {OTHER}

It was reported that 66% of plans were issued in time. Some 12 plans were late.
"""
FINDS: dict[str, list[Any]] = {
    "commitments": [(BOTH, {"owner": "Officers", "deliverable": "a note", "due": "March 2025"})],
    "decisions": [(ONE, {"action": "request"}), (OTHER, {"action": "recommend", "addressee": "Cabinet"})],
    "exchanges": [(LATER, {"kind": "question", "askers": ("Members",)})],
    "figures": [
        ("66% of plans were issued in time", {"value": 66.0, "unit": "%"}),
        ("12 plans were late", {"value": 12.0, "unit": "plans", "measure": "late plans"}),
    ],
}


def promise() -> Commitment:
    return Commitment.objects.get()


def request() -> Decision:
    return Decision.objects.get(action="request")


def address(finding: Finding) -> str:
    return f"/review/{finding.kind_name()}/{finding.pk}/"


def send(client: Client, finding: Finding, do: str, *, shown: str = "", where: str = "", **told: Any) -> Any:
    """Press a button of the desk, with the version that the finding has unless another was shown."""
    data = {"do": do, "version": shown or version(type(finding).objects.get(pk=finding.pk)), **told}
    return client.post(address(finding) + where, data)


def as_written(client: Client, finding: Finding) -> dict[str, Any]:
    """What the form for amending holds when it is opened."""
    form = client.get(address(finding)).context["forms"]["amend"]
    return {name: form[name].value() for name in form.fields if form[name].value() is not None}


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


KINDS = (Commitment, Decision, Exchange, Figure)
