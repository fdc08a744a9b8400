"""Who may do what with figures. Whoever may not see a thing may do nothing with it: queries hold that."""

import rules

from arising.register.accounts.rules import is_administrator, is_clerk

# published statistics are of no one body, and their areas and cards are everybody's
rules.add_perm("indicators.publish", is_clerk)
rules.add_perm("indicators.define", is_administrator)
# a council's own figures, its targets and events, and what its committees were told
rules.add_perm("indicators.report", is_clerk)
rules.add_perm("indicators.match", is_clerk)
# what an indicator is to reach; a room below may let others say so too
rules.add_perm("indicators.aim", is_clerk)
