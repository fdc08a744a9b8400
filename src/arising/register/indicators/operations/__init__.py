"""Every change in the indicators room.

``cards.py`` keeps indicators, ``areas.py`` areas, ``bringing.py`` files that wait, ``releases.py`` published files,
``reports.py`` a council's own figures, ``matching.py`` what claims are about, ``said.py`` what people say of figures.
"""

from arising.register.indicators.operations.areas import keep_areas, link_council, set_area
from arising.register.indicators.operations.bringing import bring, bring_own, own_figures, store_brought
from arising.register.indicators.operations.cards import add_card, keep_cards
from arising.register.indicators.operations.matching import clear_match, set_match
from arising.register.indicators.operations.releases import TakenIn, store, take_in
from arising.register.indicators.operations.reports import store_own, take_back, type_in
from arising.register.indicators.operations.said import (
    add_event,
    begin_segment,
    drop,
    drop_target,
    set_target,
)

__all__ = [
    "TakenIn",
    "add_card",
    "add_event",
    "begin_segment",
    "bring",
    "bring_own",
    "clear_match",
    "drop",
    "drop_target",
    "keep_areas",
    "keep_cards",
    "link_council",
    "own_figures",
    "set_area",
    "set_match",
    "set_target",
    "store",
    "store_brought",
    "store_own",
    "take_back",
    "take_in",
    "type_in",
]
