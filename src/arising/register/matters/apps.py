from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "arising.register.matters"
    verbose_name = "What runs across meetings"

    def ready(self) -> None:
        from arising.register.matters.tasks import follow_later
        from arising.register.record.signals import sources_added

        sources_added.connect(follow_later, dispatch_uid="matters.follow")
