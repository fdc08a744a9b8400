"""How far a council has come, as groups score it.

``distances.py`` answers all scales of a council or plan at once, ``one_scale.py`` one through time, ``rounds.py`` the
scorings for those who keep them, ``links.py`` what a secret link asks; ``scored.py`` is what they rest on.
"""

from arising.register.improvement.queries.scales.distances import (
    DistancePage,
    Line,
    TwoDates,
    distance_at_two_dates,
    distance_page,
    distance_summary,
    scales_of,
)
from arising.register.improvement.queries.scales.links import Asked, asked_by, asked_of
from arising.register.improvement.queries.scales.one_scale import ScalePage, scale_beside, scale_page
from arising.register.improvement.queries.scales.rounds import (
    RoundPage,
    evidence_to_choose,
    rounds_ahead,
    score_sheet,
    score_with_evidence,
    scoring_group,
    scoring_groups,
    scoring_round,
    scoring_rounds,
)

__all__ = [
    "Asked",
    "DistancePage",
    "Line",
    "RoundPage",
    "ScalePage",
    "TwoDates",
    "asked_by",
    "asked_of",
    "distance_at_two_dates",
    "distance_page",
    "distance_summary",
    "evidence_to_choose",
    "rounds_ahead",
    "scale_beside",
    "scale_page",
    "scales_of",
    "score_sheet",
    "score_with_evidence",
    "scoring_group",
    "scoring_groups",
    "scoring_round",
    "scoring_rounds",
]
