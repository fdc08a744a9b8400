from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    name = "arising.register.obligations"
    verbose_name = "What is owed, answers, replies, reminders"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, post_save

        from arising.register.bodies.models import Body, Meeting
        from arising.register.obligations import queries
        from arising.register.obligations.models import Answer
        from arising.register.obligations.operations.deriving import derive, derive_if_new, let_go, meeting_saved
        from arising.register.record import panels
        from arising.register.record.operations.files import ALSO_KEPT
        from arising.register.record.signals import finding_goes, source_changed

        panels.on(Body).append(panels.Panel("obligations/parts/body_panel.html", queries.body_panel))
        panels.on(Meeting).append(panels.Panel("obligations/parts/meeting_panel.html", queries.meeting_panel))
        source_changed.connect(derive, dispatch_uid="obligations.derive")
        finding_goes.connect(let_go, dispatch_uid="obligations.let-go")
        post_save.connect(meeting_saved, sender=Meeting, dispatch_uid="obligations.calendar")
        post_migrate.connect(derive_if_new, sender=self, dispatch_uid="obligations.first")
        ALSO_KEPT.append(lambda: Answer.objects.exclude(file_sha256="").values_list("file_sha256", flat=True))
