"""Every change to an improvement plan.

``making.py`` makes a plan with its phases and priorities, ``actions.py`` its actions and what they answer,
``updates.py`` says how far an action is, ``measures.py`` what will show that it worked, ``versions.py`` agrees and
refreshes it, ``files.py`` and ``storing.py`` take a workbook in.
"""

from arising.register.improvement.operations.plans.actions import (
    Changed,
    add_action,
    change_action,
    link,
    unlink,
)
from arising.register.improvement.operations.plans.files import (
    bring_plan,
    say_columns,
    say_renamed,
    say_states,
    store_plan,
    throw_plan_file_away,
)
from arising.register.improvement.operations.plans.making import (
    add_phase,
    add_plan,
    add_priority,
    change_phase,
    change_plan,
    change_priority,
    remove_phase,
)
from arising.register.improvement.operations.plans.measures import (
    add_measure,
    change_measure,
    remove_measure,
    set_steps,
)
from arising.register.improvement.operations.plans.updates import (
    add_milestone,
    move_milestone,
    reach_milestone,
    remove_milestone,
    say_update,
)
from arising.register.improvement.operations.plans.versions import agree_version, drop_action, take_up_again

__all__ = [
    "Changed",
    "add_action",
    "add_measure",
    "add_milestone",
    "add_phase",
    "add_plan",
    "add_priority",
    "agree_version",
    "bring_plan",
    "change_action",
    "change_measure",
    "change_phase",
    "change_plan",
    "change_priority",
    "drop_action",
    "link",
    "move_milestone",
    "reach_milestone",
    "remove_measure",
    "remove_milestone",
    "remove_phase",
    "say_columns",
    "say_renamed",
    "say_states",
    "say_update",
    "set_steps",
    "store_plan",
    "take_up_again",
    "throw_plan_file_away",
    "unlink",
]
