"""Who may confirm links across meetings."""

import rules

from arising.register.accounts.rules import is_clerk

rules.add_perm("matters.decide", is_clerk)
