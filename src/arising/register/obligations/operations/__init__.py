"""Every change to what is owed.

``deriving.py`` makes obligations of findings and keeps them in step; ``changing.py`` holds what a clerk changes
(amend, extend, withdraw, supersede), ``answering.py`` answers with their evidence and word of progress,
``replying.py`` the executive's replies, ``adding.py`` what is added by hand, ``reminding.py`` the mails.
"""

from arising.register.obligations.operations.adding import add, appoint, dismiss
from arising.register.obligations.operations.answering import answer, judge, say_progress
from arising.register.obligations.operations.changing import Changed, amend, extend, restore, supersede, withdraw
from arising.register.obligations.operations.deriving import derive, derive_all
from arising.register.obligations.operations.reminding import Due, MailGoesNowhere, remind
from arising.register.obligations.operations.replying import record_impact, reply

__all__ = [
    "Changed",
    "Due",
    "MailGoesNowhere",
    "add",
    "amend",
    "answer",
    "appoint",
    "derive",
    "derive_all",
    "dismiss",
    "extend",
    "judge",
    "record_impact",
    "remind",
    "reply",
    "restore",
    "say_progress",
    "supersede",
    "withdraw",
]
