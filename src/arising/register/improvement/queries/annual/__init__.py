"""The annual accounts of a body: ``lead_member.py`` of what the lead member's role covers, ``scrutiny.py`` of what
scrutiny did and what came of it, ``held.py`` the meetings and findings that both rest on, ``journey.py`` what the
improvement journey tells of an area."""

from arising.register.improvement.queries.annual.held import between, years
from arising.register.improvement.queries.annual.lead_member import lead_member_account
from arising.register.improvement.queries.annual.scrutiny import scrutiny_report

__all__ = ["between", "lead_member_account", "scrutiny_report", "years"]
