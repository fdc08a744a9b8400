from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "arising.register.matters"
    verbose_name = "What runs across meetings"
