"""Who may change bodies, meetings and persons."""

import rules

from arising.register.accounts.rules import is_clerk

rules.add_perm("bodies.change", is_clerk)
