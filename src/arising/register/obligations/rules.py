"""Who may do what with an obligation. Whoever may not see it may do nothing with it: queries hold that."""

from __future__ import annotations

from typing import Any

import rules

from arising.register.accounts.audiences import Reader
from arising.register.accounts.rules import is_clerk


@rules.predicate
def answers_for_it(user: Reader, obligation: Any = None) -> bool:
    """Whether ``user`` is the officer that the obligation was given to, or answers for the post that owes it."""
    if user is None or not user.is_authenticated or not user.is_active or obligation is None:
        return False
    if obligation.officer_id == user.pk:
        return True
    return obligation.owner_id is not None and user.answers_for.filter(post=obligation.owner_id).exists()


rules.add_perm("obligations.change", is_clerk)
rules.add_perm("obligations.answer", is_clerk | answers_for_it)
