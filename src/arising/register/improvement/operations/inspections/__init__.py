"""Every change to inspections and visits.

``reports.py`` takes a report in, ``visits.py`` plans, holds and cancels, ``changing.py`` says when a report was
received and who may see it, ``deadlines.py`` lets a body wait for what is due,
``typed_in.py`` holds what a person types in, ``bringing.py`` brings that in from a file.
"""

from arising.register.improvement.operations.inspections.bringing import bring_inspection
from arising.register.improvement.operations.inspections.changing import change_inspection
from arising.register.improvement.operations.inspections.deadlines import owe_deadlines
from arising.register.improvement.operations.inspections.reports import add_letter, add_report
from arising.register.improvement.operations.inspections.typed_in import type_finding, type_judgement
from arising.register.improvement.operations.inspections.visits import cancel_visit, hold_visit, plan_visit

__all__ = [
    "add_letter",
    "add_report",
    "bring_inspection",
    "cancel_visit",
    "change_inspection",
    "hold_visit",
    "owe_deadlines",
    "plan_visit",
    "type_finding",
    "type_judgement",
]
