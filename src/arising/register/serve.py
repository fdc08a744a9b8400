"""The register, opened to a browser."""

from __future__ import annotations

import os

import django
from django.core.management import call_command


def prepare() -> None:
    """Make the register ready: settings loaded, database in its newest form, static files in their place.

    Safe to call again: what is ready stays as it is.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "arising.register.settings")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """Prepare the register and answer on ``host`` and ``port`` until interrupted.

    Raises OSError where the port is taken.
    """
    prepare()
    from waitress import serve as answer

    from arising.register.wsgi import application

    answer(application, host=host, port=port, threads=8, ident="arising")
