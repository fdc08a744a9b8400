from typing import Any

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "arising.register.indicators"
    verbose_name = "Indicators and claims"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, post_save

        from arising.register.bodies.models import Body, Council
        from arising.register.indicators import operations
        from arising.register.record import panels

        def of_body(user: Any, body: Body) -> dict[str, Any]:
            return {"body": body}

        panels.on(Body).append(panels.Panel("indicators/parts/body_panel.html", of_body))
        post_migrate.connect(operations.keep_areas, sender=self, dispatch_uid="indicators.areas")
        post_migrate.connect(operations.keep_cards, sender=self, dispatch_uid="indicators.cards")
        post_save.connect(operations.link_council, sender=Council, dispatch_uid="indicators.council")
