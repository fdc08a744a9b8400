from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "arising.register.search"
    verbose_name = "Search over everything"

    def ready(self) -> None:
        from arising.register.bodies.signals import names_changed
        from arising.register.record.signals import source_changed
        from arising.register.search.operations import index_names, index_source

        names_changed.connect(index_names, dispatch_uid="search.names")
        source_changed.connect(index_source, dispatch_uid="search.index")
