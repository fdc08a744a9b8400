from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "arising.register.search"
    verbose_name = "Search over everything"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, post_save

        from arising.register.bodies.models import Body
        from arising.register.bodies.signals import names_changed
        from arising.register.matters.models import Matter
        from arising.register.obligations.models import Obligation
        from arising.register.obligations.operations import reminding
        from arising.register.record import panels
        from arising.register.record.signals import source_changed
        from arising.register.search import operations, queries

        panels.on(Body).append(panels.Panel("search/parts/body_panel.html", queries.body_panel))
        reminding.ALSO_DUE.append(operations.send_alerts)
        names_changed.connect(operations.index_names, dispatch_uid="search.names")
        source_changed.connect(operations.index_source, dispatch_uid="search.index")
        post_save.connect(operations.index_obligation, sender=Obligation, dispatch_uid="search.obligation")
        post_save.connect(operations.index_matter, sender=Matter, dispatch_uid="search.matter")
        post_migrate.connect(operations.index_if_changed, sender=self, dispatch_uid="search.changed")
