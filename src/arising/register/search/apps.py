from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "arising.register.search"
    verbose_name = "Search over everything"
