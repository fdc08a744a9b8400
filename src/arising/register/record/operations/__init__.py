"""Every change to the record.

``adding.py`` takes sources in and reads them again, ``deciding.py`` holds what a person says of a finding. Behind
them ``files.py`` keeps bytes, ``storing.py`` finds the place of a source and makes its rows, ``findings.py`` turns
a record into columns, ``reconciling.py`` lays a new reading over an old one.
"""

from arising.register.record.operations.adding import add_source, reread, set_visibility
from arising.register.record.operations.deciding import amend, confirm, reject, reopen
from arising.register.record.operations.files import forget_orphans
from arising.register.record.operations.storing import Outcome, Status

__all__ = [
    "Outcome",
    "Status",
    "add_source",
    "amend",
    "confirm",
    "forget_orphans",
    "reject",
    "reopen",
    "reread",
    "set_visibility",
]
