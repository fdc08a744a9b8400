"""Every change to the record.

``adding.py`` takes sources in and reads them again. ``deciding.py`` holds what a person says of a finding,
``parting.py`` how one becomes two or two one, ``batches.py`` how many are confirmed at once, ``steps.py`` how it is
taken back, ``timing.py`` how a time that a person writes is worked out. Behind them ``files.py`` keeps bytes,
``storing.py`` finds the place of a source and makes its rows, ``findings.py`` turns a record into columns,
``reconciling.py`` lays a new reading over an old one.
"""

from arising.register.record.operations.adding import add_source, reread, set_visibility
from arising.register.record.operations.batches import Batch, confirm_many
from arising.register.record.operations.deciding import amend, confirm, move_ends, reject, reopen
from arising.register.record.operations.files import forget_orphans
from arising.register.record.operations.parting import merge, split
from arising.register.record.operations.steps import take_back
from arising.register.record.operations.storing import Outcome, Status
from arising.register.record.operations.timing import worked_out

__all__ = [
    "Batch",
    "Outcome",
    "Status",
    "add_source",
    "amend",
    "confirm",
    "confirm_many",
    "forget_orphans",
    "merge",
    "move_ends",
    "reject",
    "reopen",
    "reread",
    "set_visibility",
    "split",
    "take_back",
    "worked_out",
]
