"""Who may add sources and decide on findings."""

import rules

from arising.register.accounts.rules import is_clerk

rules.add_perm("record.add_source", is_clerk)
rules.add_perm("record.decide", is_clerk)
