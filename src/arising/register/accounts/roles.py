"""The roles that people sign in with. Each is a group; the groups are made by a migration."""

from __future__ import annotations

from django.db import models


class Role(models.TextChoices):
    """What somebody is to the register. Whoever has none of these is the public."""

    CLERK = "clerks", "Clerk or scrutiny officer"
    MEMBER = "members", "Member"
    OFFICER = "officers", "Officer"
    BOARD = "board", "Member of an improvement board"
    INSPECTOR = "inspectors", "Commissioner or inspector"
    ADMINISTRATOR = "administrators", "Administrator"
