"""Every change to what runs across meetings."""

from arising.register.matters.operations.deciding import (
    InTwoMatters,
    confirm,
    confirm_suggestion,
    join,
    leave,
    reject,
    rename,
    reopen,
)
from arising.register.matters.operations.proposing import Proposed, propose, propose_for

__all__ = [
    "InTwoMatters", "Proposed", "confirm", "confirm_suggestion", "join", "leave", "propose", "propose_for", "reject",
    "rename", "reopen",
]  # fmt: skip
