"""Who may plan. Whoever may not see a thing may do nothing with it: queries hold that."""

import rules

from arising.register.accounts.rules import is_clerk

rules.add_perm("programme.change", is_clerk)
