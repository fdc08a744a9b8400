from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "arising.register.site"
    verbose_name = "Settings, addresses, shared templates and styles"
