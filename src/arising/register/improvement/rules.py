"""Who may do what with a council's improvement journey. Whoever may not see a thing may do nothing with it: queries
hold that."""

from __future__ import annotations

from typing import Any

import rules

from arising.register.accounts.audiences import Reader, council_path
from arising.register.accounts.models import User
from arising.register.accounts.rules import follow_path, is_clerk


@rules.predicate
def keeps_improvement(user: Reader, thing: Any = None) -> bool:
    """Whether ``user`` is an improvement officer of the council that ``thing`` belongs to; without a thing: of any."""
    if not isinstance(user, User) or not user.is_active:
        return False
    kept = user.keeps_improvement_of.all()
    if thing is None:
        return kept.exists()
    council = follow_path(thing, council_path(type(thing)))
    return council is not None and kept.filter(council=council.pk).exists()


@rules.predicate
def owns_action(user: Reader, action: Any = None) -> bool:
    """Whether ``user`` answers for the post that owns an action."""
    if not isinstance(user, User) or not user.is_active or action is None or action.owner_id is None:
        return False
    return user.answers_for.filter(post=action.owner_id).exists()


rules.add_perm("improvement.appoint", is_clerk)
rules.add_perm("improvement.keep", is_clerk | keeps_improvement)
# the steps of a plan’s measure are targets of its indicator
rules.set_perm("indicators.aim", is_clerk | keeps_improvement)
rules.add_perm("improvement.update", is_clerk | keeps_improvement | owns_action)
