from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "arising.register.improvement"
    verbose_name = "The improvement journey"

    def ready(self) -> None:
        from arising.register.bodies.models import Body
        from arising.register.improvement.models import Paper
        from arising.register.record import panels
        from arising.register.record.operations import files

        def papers() -> Iterable[str]:
            return Paper.objects.values_list("sha256", flat=True)

        def of_body(user: Any, body: Body) -> dict[str, Any]:
            return {"slug": body.slug, "council": body.council.slug}

        files.ALSO_KEPT.append(papers)
        panels.on(Body).append(panels.Panel("improvement/parts/body_panel.html", of_body))
