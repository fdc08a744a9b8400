from typing import Any

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "arising.register.programme"
    verbose_name = "Work programmes and packs"

    def ready(self) -> None:
        from arising.register.bodies.models import Body, Meeting, MeetingStatus
        from arising.register.obligations.models import Obligation
        from arising.register.obligations.queries import Officers
        from arising.register.programme import queries
        from arising.register.record import panels

        def of_body(user: Any, body: Any) -> dict[str, Any]:
            return {"slug": body.slug, "planned": queries.to_come(user, body=body, limit=1)}

        def of_meeting(user: Any, meeting: Any) -> dict[str, Any]:
            to_come = meeting.status != MeetingStatus.HELD
            planned = queries.planned_meeting(user, meeting.body.slug, meeting.slug) if to_come else None
            return {"meeting": meeting, "planned": planned, "has_pack": meeting.status != MeetingStatus.CANCELLED}

        def of_obligation(user: Any, obligation: Any) -> dict[str, Any]:
            planned = queries.programme_items(user).filter(obligation=obligation).last()
            return {"planned": planned}

        def of_officer(user: Any, officer: Any) -> dict[str, Any]:
            return {}

        panels.on(Body).append(panels.Panel("programme/parts/body_panel.html", of_body))
        panels.on(Meeting).append(panels.Panel("programme/parts/meeting_panel.html", of_meeting))
        panels.on(Obligation).append(panels.Panel("programme/parts/obligation_panel.html", of_obligation))
        panels.on(Officers).append(panels.Panel("programme/parts/officer_panel.html", of_officer))
