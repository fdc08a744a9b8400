"""``obligation.py`` holds what is owed and who answers for it, ``updates.py`` what people did about it."""

from arising.register.obligations.models.obligation import Obligation, Origin, ResponsibleOfficer
from arising.register.obligations.models.updates import (
    Answer,
    Digest,
    Ending,
    Extension,
    Judgement,
    Progress,
    Reminder,
    Reply,
    Response,
)

__all__ = [
    "Answer",
    "Digest",
    "Ending",
    "Extension",
    "Judgement",
    "Obligation",
    "Origin",
    "Progress",
    "Reminder",
    "Reply",
    "Response",
    "ResponsibleOfficer",
]
