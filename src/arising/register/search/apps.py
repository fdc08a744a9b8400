from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "arising.register.search"
    verbose_name = "Search over everything"

    def ready(self) -> None:
        from arising.register.record.signals import source_changed
        from arising.register.search.operations import index_source

        source_changed.connect(index_source, dispatch_uid="search.index")
