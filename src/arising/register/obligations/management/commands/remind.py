"""``python -m django remind``: what ``arising remind`` does, for machines that run Django's commands."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from arising.register.obligations.operations import MailGoesNowhere, remind


class Command(BaseCommand):
    help = "Queue the reminders, digests and alerts that are due today and were not made before."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Say which, and send none.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            due = remind(dry_run=options["dry_run"])
        except MailGoesNowhere as error:
            raise CommandError(str(error)) from error
        for one in due:
            self.stdout.write(str(one))
