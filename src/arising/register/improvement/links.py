"""What an action may be linked to: what it answers, and where it was scrutinised."""

from __future__ import annotations

from arising.register.bodies.models import Item
from arising.register.improvement.models import InspectionFinding, Requirement
from arising.register.obligations.models import Obligation

Asking = InspectionFinding | Requirement | Obligation
"""What asks for something."""
Point = Asking | Item
LINKS: dict[type[Point], str] = {
    InspectionFinding: "findings",
    Requirement: "requirements",
    Obligation: "obligations",
    Item: "items",
}
"""By which column of an action each is linked."""
