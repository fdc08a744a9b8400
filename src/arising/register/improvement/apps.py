from collections.abc import Iterable

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "arising.register.improvement"
    verbose_name = "The improvement journey"

    def ready(self) -> None:
        from arising.register.improvement.models import Paper
        from arising.register.record.operations import files

        def papers() -> Iterable[str]:
            return Paper.objects.values_list("sha256", flat=True)

        files.ALSO_KEPT.append(papers)
