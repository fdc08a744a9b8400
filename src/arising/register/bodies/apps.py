from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "arising.register.bodies"
    verbose_name = "Councils, bodies, persons, posts, meetings and items"

    def ready(self) -> None:
        from arising.register.accounts.audiences import cover_with
        from arising.register.bodies.withheld import cover

        cover_with(cover)
