from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "arising.register.accounts"
    verbose_name = "Sign-in, roles, audiences and history"
