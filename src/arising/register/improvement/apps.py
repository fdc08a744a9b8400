from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "arising.register.improvement"
    verbose_name = "The improvement journey"

    def ready(self) -> None:
        from arising.register.accounts.audiences import see_early
        from arising.register.bodies.models import Body, Item
        from arising.register.improvement import queries
        from arising.register.improvement.embargoes import seen_early
        from arising.register.improvement.models import NationalTable, Paper
        from arising.register.obligations.models import Obligation
        from arising.register.record import panels
        from arising.register.record.operations import files

        def papers() -> Iterable[str]:
            return Paper.objects.values_list("sha256", flat=True)

        def tables() -> Iterable[str]:
            return NationalTable.objects.values_list("sha256", flat=True)

        def of_body(user: Any, body: Body) -> dict[str, Any]:
            return {"slug": body.slug, "council": body.council.slug}

        see_early(seen_early)
        files.ALSO_KEPT += [papers, tables]
        panels.on(Body).append(panels.Panel("improvement/parts/body_panel.html", of_body))
        for model in (Obligation, Item):
            panels.on(model).append(panels.Panel("improvement/parts/answering.html", queries.answering_panel))

        def learned(user: Any, body: Body) -> dict[str, Any]:
            return {"slug": body.slug, "words": queries.training_summary(user, body)}

        panels.on(Body).append(panels.Panel("improvement/parts/training_panel.html", learned))
