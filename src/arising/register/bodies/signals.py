"""What rooms below may listen to. Sent within the transaction that made the change, so that they change with it."""

from django.dispatch import Signal

names_changed = Signal()
"""A name is withheld, or no longer. Sent with ``council``, the one whose minutes it stands in."""
