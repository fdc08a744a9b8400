"""What rooms below may listen to. Sent within the transaction that made the change, so that they change with it."""

from django.dispatch import Signal

source_changed = Signal()
"""A source was read, or a person decided on a finding in it. Sent with ``source``."""

finding_goes = Signal()
"""A finding that a person had made, by splitting, is about to go again. Sent with ``finding`` and ``actor``."""

sources_added = Signal()
"""Sources were added together and are stored. Sent after the last of them, with ``sources``, their numbers."""
