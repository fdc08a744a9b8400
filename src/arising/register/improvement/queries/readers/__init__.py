"""The journey told for one kind of reader: ``commissioner.py`` for whoever a direction appointed, ``board.py`` for the
improvement board, ``member.py`` for a councillor. ``held.py`` gathers what the latter two rest on."""

from arising.register.improvement.queries.readers.board import board_view
from arising.register.improvement.queries.readers.commissioner import commissioner_view
from arising.register.improvement.queries.readers.member import member_view

__all__ = ["board_view", "commissioner_view", "member_view"]
