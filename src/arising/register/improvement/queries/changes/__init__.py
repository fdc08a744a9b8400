"""What changed of a council's journey in a time, each change in a sentence or two with the page that has more.

The views of board, commissioner and member and the annual account tell it. ``change.py`` says what a change is;
``scales.py``, ``audits.py``, ``surveys.py``, ``workforce.py``, ``plans.py``, ``forecasts.py`` and ``members.py`` find
those of their subject.
"""

from arising.register.improvement.queries.changes.audits import audits_changed
from arising.register.improvement.queries.changes.change import Change
from arising.register.improvement.queries.changes.forecasts import forecasts_changed
from arising.register.improvement.queries.changes.members import members_learned
from arising.register.improvement.queries.changes.plans import actions_changed, evidence_added, states_changed
from arising.register.improvement.queries.changes.scales import scales_changed
from arising.register.improvement.queries.changes.surveys import people_heard, surveys_changed
from arising.register.improvement.queries.changes.workforce import workforce_changed

__all__ = [
    "Change",
    "actions_changed",
    "audits_changed",
    "evidence_added",
    "forecasts_changed",
    "members_learned",
    "people_heard",
    "scales_changed",
    "states_changed",
    "surveys_changed",
    "workforce_changed",
]
