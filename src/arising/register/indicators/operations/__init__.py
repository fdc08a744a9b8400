"""Every change in the indicators room.

``cards.py`` keeps indicators, ``layouts.py`` how files are read, ``areas.py`` areas, ``bringing.py`` files that
wait, ``releases.py`` published files, ``reports.py`` a council's own figures, ``matching.py`` what claims are about,
``said.py`` what people say of figures, ``systems.py`` what they say of two systems.
"""

from arising.register.indicators.operations.areas import keep_areas, link_council, set_area
from arising.register.indicators.operations.bringing import (
    WAITS,
    bring,
    bring_own,
    own_figures,
    store_brought,
    throw_away,
)
from arising.register.indicators.operations.cards import (
    add_card,
    as_told,
    change_card,
    free_key,
    import_card,
    keep_cards,
)
from arising.register.indicators.operations.layouts import (
    add_layout,
    change_layout,
    drop_layout,
    drop_place,
    match_measures,
    set_place,
)
from arising.register.indicators.operations.matching import clear_match, set_match
from arising.register.indicators.operations.releases import TakenIn, read_published, store, take_in
from arising.register.indicators.operations.reports import store_own, take_back, type_in
from arising.register.indicators.operations.said import (
    add_event,
    begin_segment,
    drop,
    drop_target,
    set_target,
    set_trajectory,
)
from arising.register.indicators.operations.systems import add_remark, add_remarks, drop_tolerance, set_tolerance

__all__ = [
    "WAITS",
    "TakenIn",
    "add_card",
    "add_event",
    "add_layout",
    "add_remark",
    "add_remarks",
    "as_told",
    "begin_segment",
    "bring",
    "bring_own",
    "change_card",
    "change_layout",
    "clear_match",
    "drop",
    "drop_layout",
    "drop_place",
    "drop_target",
    "drop_tolerance",
    "free_key",
    "import_card",
    "keep_areas",
    "keep_cards",
    "link_council",
    "match_measures",
    "own_figures",
    "read_published",
    "set_area",
    "set_match",
    "set_place",
    "set_target",
    "set_tolerance",
    "set_trajectory",
    "store",
    "store_brought",
    "store_own",
    "take_back",
    "take_in",
    "throw_away",
    "type_in",
]
