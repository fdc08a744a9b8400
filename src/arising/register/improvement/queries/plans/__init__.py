"""What pages ask of an improvement plan.

``lines.py`` answers actions with all that hangs on them, ``measured.py`` measures with their figures, ``pages.py`` the
plan, ``actions.py`` one action, ``trajectories.py`` a measure on its way, ``chains.py`` the chain and its broken links,
``stale.py`` what is so no longer, ``versions.py`` what became of it, ``files.py`` workbooks that wait.
"""

from arising.register.improvement.queries.plans.actions import (
    ActionPage,
    action,
    action_page,
    actions_answering,
    answering,
    answering_panel,
    may_be_answered,
    measure,
    recent_items,
)
from arising.register.improvement.queries.plans.chains import ChainPage, asking, chain, chain_of, measures_of
from arising.register.improvement.queries.plans.files import Look, book_of, layout_of, look, plan_file, plan_files
from arising.register.improvement.queries.plans.given_out import CSV_TITLES, csv_rows, sheets
from arising.register.improvement.queries.plans.lines import Line, actions_of, lines
from arising.register.improvement.queries.plans.measured import Moved
from arising.register.improvement.queries.plans.pages import (
    Narrowed,
    PlanPage,
    PlanSummary,
    phase,
    phases,
    plan,
    plan_page,
    plan_summary,
    plans,
    priorities,
    priority,
)
from arising.register.improvement.queries.plans.stale import StalePage, stale, stale_of
from arising.register.improvement.queries.plans.trajectories import Trajectory, trajectory
from arising.register.improvement.queries.plans.versions import Compared, compared, dropped, versions

__all__ = [
    "CSV_TITLES",
    "ActionPage",
    "ChainPage",
    "Compared",
    "Line",
    "Look",
    "Moved",
    "Narrowed",
    "PlanPage",
    "PlanSummary",
    "StalePage",
    "Trajectory",
    "action",
    "action_page",
    "actions_answering",
    "actions_of",
    "answering",
    "answering_panel",
    "asking",
    "book_of",
    "chain",
    "chain_of",
    "compared",
    "csv_rows",
    "dropped",
    "layout_of",
    "lines",
    "look",
    "may_be_answered",
    "measure",
    "measures_of",
    "phase",
    "phases",
    "plan",
    "plan_file",
    "plan_files",
    "plan_page",
    "plan_summary",
    "plans",
    "priorities",
    "priority",
    "recent_items",
    "sheets",
    "stale",
    "stale_of",
    "trajectory",
    "versions",
]
