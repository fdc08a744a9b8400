"""Every change to scales and scorings.

``scales.py`` fixes their wording, ``groups.py`` names who scores apart, ``rounds.py`` opens and closes scorings,
``links.py`` makes and sends the links, ``answers.py`` takes scores in.
"""

from arising.register.improvement.operations.scales.answers import (
    Given,
    answer,
    show_evidence,
    take_back_sheet,
    type_scores_in,
)
from arising.register.improvement.operations.scales.groups import add_scoring_group, resize_scoring_group
from arising.register.improvement.operations.scales.links import make_links, send_links
from arising.register.improvement.operations.scales.rounds import (
    add_scoring_round,
    close_scoring_round,
    extend_scoring_round,
)
from arising.register.improvement.operations.scales.scales import (
    Wording,
    add_scale,
    change_scale,
    follow_scale,
    put_beside,
    take_from_beside,
)

__all__ = [
    "Given",
    "Wording",
    "add_scale",
    "add_scoring_group",
    "add_scoring_round",
    "answer",
    "change_scale",
    "close_scoring_round",
    "extend_scoring_round",
    "follow_scale",
    "make_links",
    "put_beside",
    "resize_scoring_group",
    "send_links",
    "show_evidence",
    "take_back_sheet",
    "take_from_beside",
    "type_scores_in",
]
