from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "arising.register.record"
    verbose_name = "Sources, their text, and what was read in them"

    def ready(self) -> None:
        from arising.register.bodies.models import Membership
        from arising.register.bodies.operations import quoted_in
        from arising.register.record.models import Mention

        def is_named(row: Membership) -> bool:
            mentions = Mention.objects.filter(person=row.person_id, source__meeting__body=row.body_id)
            return row.body_id is not None and mentions.exists()

        quoted_in.append(is_named)
