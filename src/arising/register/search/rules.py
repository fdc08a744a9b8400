"""Who may do what with a saved search: the one who keeps it, and nobody else."""

from __future__ import annotations

import rules

from arising.register.accounts.audiences import Reader
from arising.register.search.models import SavedSearch


@rules.predicate
def keeps_it(user: Reader, saved: SavedSearch | None = None) -> bool:
    """Whether ``user`` may keep searches, and keeps this one."""
    if user is None or not user.is_authenticated or not user.is_active:
        return False
    return saved is None or saved.user_id == user.pk


rules.add_perm("search.keep", keeps_it)
