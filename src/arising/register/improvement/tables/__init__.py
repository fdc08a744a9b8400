"""Tables that a council brings in, read whole or refused with a line for each bad cell. Of audits counts alone are
taken; ``inspections.py`` reads an inspection that was typed in."""

from arising.register.improvement.tables.audits import AuditTable, TeamRow, TeamsAsTyped, read_audits, typed_teams

__all__ = ["AuditTable", "TeamRow", "TeamsAsTyped", "read_audits", "typed_teams"]
