from typing import Any

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "arising.register.programme"
    verbose_name = "Packs for meetings"

    def ready(self) -> None:
        from arising.register.record import panels

        def way_to_pack(user: Any, body: Any) -> dict[str, Any]:
            return {"slug": body.slug}

        def way_to_meeting_pack(user: Any, meeting: Any) -> dict[str, Any]:
            return {"body": meeting.body.slug, "slug": meeting.slug if meeting.status != "cancelled" else ""}

        panels.BODY.append(panels.Panel("programme/parts/body_panel.html", way_to_pack))
        panels.MEETING.append(panels.Panel("programme/parts/meeting_panel.html", way_to_meeting_pack))
