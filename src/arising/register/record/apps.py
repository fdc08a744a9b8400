from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "arising.register.record"
    verbose_name = "Sources, their text, and what was read in them"
