from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "arising.register.bodies"
    verbose_name = "Councils, bodies, persons, posts, meetings and items"
