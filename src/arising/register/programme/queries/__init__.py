"""What the pages of the programme room need to know. ``packs.py`` gathers a pack."""

from arising.register.programme.queries.packs import MOST, choices, pack

__all__ = ["MOST", "choices", "pack"]
