"""The words that reports to scrutiny committees use, as data, in lower case."""

from __future__ import annotations

# Those to whom something must matter. A service, a team or a workforce is not among them.
FOLK = (
    "child", "children", "children’s lives", "children's lives", "young person", "young people", "baby",
    "babies", "family", "families", "parent", "parents", "carer", "carers", "pupil", "pupils", "student",
    "students", "learners", "care leaver", "care leavers", "resident", "residents", "tenant", "tenants",
    "patient", "patients", "victims", "people", "individuals", "households", "communities", "adults",
    "siblings", "service users", "customers", "older people", "disabled people", "those we support",
    "them and their families", "teenagers", "adolescents",
)  # fmt: skip

# What makes the name of a service of those words.
NOT_FOLK_BEFORE = (
    "services", "service", "social care", "home", "homes", "centre", "centres", "board", "partnership", "directorate",
    "hub", "hubs", "commissioner", "strategy", "plan", "plans", "team", "teams", "department", "scrutiny", "panel",
    "trust", "act", "overview", "select", "safeguarding", "participation", "groups conference",
)  # fmt: skip

# Bodies that a report speaks to.
BODIES = (
    "committee", "sub-committee", "subcommittee", "panel", "board", "commission", "forum", "members",
    "councillors", "scrutiny", "working group", "task group", "cabinet", "council", "select committee",
    "scrutiny members",
)  # fmt: skip

ASKED = ("asked", "invited", "requested", "recommended", "urged", "encouraged")
"""As they follow "is" or "are": what a committee is asked to do."""

ONLY_RECEIVES = frozenset("note notes noted receive receives received".split())
"""Of a committee that is asked no more than this, nothing is asked."""

ASKS = frozenset(
    "note consider comment review approve agree endorse recommend support scrutinise scrutinize challenge discuss"
    " decide identify determine receive provide refer request advise adopt confirm accept examine select choose"
    " welcome ask say seek steer direct delegate feed notes considers comments reviews approves agrees endorses"
    " recommends supports receives requests refers".split()
)
"""What a committee does, as it opens a recommendation."""

NO_ASK = frozenset(
    ("none", "n/a", "not applicable", "for information", "for information only", "nil", "there are none")
)
"""What stands under the heading "Recommendations" where there are none."""

# Where the present is spoken of.
NOW = (
    "currently", "at present", "at the time of writing", "as at", "as of", "to date", "year to date", "latest",
    "most recent", "this quarter", "this month", "this year", "stands at", "stood at", "stand at", "sits at",
    "at the end of", "now", "at year end", "at year-end", "outturn", "in the quarter", "in-year", "for the quarter",
    "is running at", "during the quarter", "in the last quarter", "in the latest quarter", "as we stand",
)  # fmt: skip

NATIONAL = (
    "national average", "national averages", "national figure", "national figures", "national rate",
    "national rates", "national mean", "national median", "national benchmark", "national benchmarks",
    "national comparators", "national comparator", "national position", "national picture", "national performance",
    "national level", "national result", "national results", "national data", "nationally", "england",
    "english average", "england average",
)  # fmt: skip

# What makes a name of "national" and "England" that holds nothing against anything.
NOT_NATIONAL_BEFORE = (
    "nhs", "sport", "historic", "homes", "public health", "natural", "health education", "highways", "arts council",
    "social work", "active", "skills", "bank of", "church of", "healthwatch", "visit", "ambition", "new",
)  # fmt: skip
NOT_NATIONAL_AFTER = (
    "guidance", "framework", "frameworks", "policy", "strategy", "strategies", "programme", "programmes",
    "transfer", "minimum", "insurance", "standards", "standard", "curriculum", "panel", "body", "bodies",
    "government", "legislation", "requirements", "institute", "lottery", "trust", "campaign", "park", "audit",
    "association", "network", "and local", "funding", "shortage", "lead", "review", "team", "charity", "service",
    "conference", "award", "awards", "survey", "reforms", "reform", "implementation", "objectives", "priorities",
    "agenda", "targets", "football", "players",
)  # fmt: skip

NEIGHBOURS = (
    "statistical neighbour", "statistical neighbours", "statistical neighbor", "statistical neighbors",
    "statistically similar", "nearest neighbour", "nearest neighbours", "near neighbours", "sn average", "sns",
    "comparator authorities", "comparator councils", "comparator group", "comparators", "similar authorities",
    "similar councils", "similar local authorities", "neighbouring authorities", "neighbouring councils",
    "other local authorities", "other authorities", "other councils", "peer authorities", "peer group",
    "family group", "benchmarking group", "cipfa", "benchmark authorities", "most similar group", "msg average",
    "geographical neighbours",
)  # fmt: skip

REGIONAL = (
    "regional average", "regional averages", "regional figure", "regional figures", "regional rate",
    "regional mean", "regional benchmark", "regional comparators", "regional comparator", "regional position",
    "regional performance", "regionally", "regional", "across the region", "in the region", "the region",
    "the south east", "the south west", "the north west", "the north east", "the east midlands",
    "the west midlands", "the east of england", "yorkshire", "yorkshire and the humber", "london average",
    "south east average", "south west average", "north west average", "north east average",
    "east midlands average", "west midlands average", "eastern region", "east of england average",
)  # fmt: skip
NOT_REGIONAL_AFTER = (
    "adoption", "police", "combined authority", "fire", "ambulance", "director", "schools", "agency", "board",
    "lead", "commissioner", "partnership", "group", "network", "improvement", "programme", "employers", "coast",
    "meeting", "consortium", "arrangements", "hub", "team",
)  # fmt: skip

EARLIER = (
    "last year", "previous year", "previous years", "the year before", "a year ago", "a year earlier",
    "prior year", "last quarter", "previous quarter", "quarter before", "previous month", "last month",
    "same period", "same quarter", "same time", "same month", "previous period", "preceding year",
    "preceding quarter", "previous report", "last report", "last time", "last reported", "twelve months ago",
    "12 months ago", "the previous 12 months", "previous financial year", "previous academic year",
    "pre-pandemic", "baseline",
)  # fmt: skip

COMPARES = (
    "compared", "compares", "compare", "comparison", "comparing", "higher", "lower", "above", "below",
    "in line", "better", "worse", "similar to", "same as", "exceeds", "exceeded", "exceeding", "versus", "vs",
    "outperforms", "outperforming", "than", "close to", "on a par", "ranked", "ranks", "quartile", "down from",
    "up from", "equal to", "ahead of", "reduction on", "increase on", "rise on", "fall on", "up on", "down on",
    "highest", "lowest", "comparable",
)  # fmt: skip

# Going up and down, said as something that has happened.
HAS_CHANGED = (
    "increased", "decreased", "reduced", "risen", "fallen", "grown", "declined", "dropped", "improved",
    "worsened", "deteriorated", "doubled", "halved", "trebled", "tripled", "stabilised", "plateaued", "gone up",
    "gone down", "slowed", "shortened", "lengthened", "climbed", "strengthened", "remained stable",
    "remained static", "remained steady", "moved from", "come down", "been reduced", "been cut",
    "seen a reduction", "seen an increase", "seen a rise", "seen a fall", "seen a decrease", "seen an improvement",
    "been a reduction", "been an increase", "been a rise", "been a fall", "been a decrease", "been an improvement",
    "been a decline", "been a significant",
)  # fmt: skip
CHANGED = (
    "increased", "decreased", "reduced", "rose", "fell", "grew", "declined", "dropped", "improved", "worsened",
    "deteriorated", "doubled", "halved", "trebled", "tripled", "went up", "went down", "climbed", "slowed",
)  # fmt: skip
CHANGES = (
    "increase", "increases", "increasing", "decrease", "decreases", "decreasing", "reduction", "reducing", "rise",
    "rises", "rising", "fall", "falls", "falling", "growth", "growing", "grow", "decline", "declines", "declining",
    "drop", "dropping", "improvement", "improving", "improve", "worsening", "deterioration", "deteriorate",
    "upward", "downward", "stable", "static", "steady", "higher", "lower", "up", "down", "trend", "changed",
    "unchanged", "more", "fewer",
)  # fmt: skip
CHANGING = (
    "rising", "falling", "increasing", "decreasing", "growing", "declining", "improving", "worsening", "reducing",
    "deteriorating", "slowing", "climbing", "dropping",
)  # fmt: skip
CHANGE = (
    "rise", "fall", "increase", "decrease", "grow", "decline", "improve", "worsen", "reduce", "deteriorate",
    "drop", "climb",
)  # fmt: skip

# What "continues to" leads to where nothing is intended: a state goes on.
GOES_ON = (
    "be", "have", "see", "experience", "remain", "show", "face", "receive", "exceed", "perform", "struggle",
    "wait", "hold", "stand", "report", "present", "need", "affect", "impact", "outpace", "sit", "vary", "run",
)  # fmt: skip

# What is being done, of which nothing has come yet.
DOING = (
    "developing", "reviewing", "exploring", "establishing", "implementing", "drafting", "preparing", "considering",
    "designing", "building", "creating", "planning", "scoping", "finalising", "finalizing", "recruiting",
    "consulting", "rolling out", "embedding", "refreshing", "revising", "looking at", "looking to", "looking into",
    "working on", "working to", "working towards", "working with", "working closely", "working collaboratively",
    "putting in place", "introducing", "piloting", "procuring", "commissioning", "mapping", "investigating",
    "progressing", "undertaking", "seeking", "setting up", "strengthening", "co-producing", "redesigning",
    "restructuring", "trialling",
)  # fmt: skip
BEING_DONE = (
    "developed", "reviewed", "explored", "established", "implemented", "drafted", "prepared", "considered",
    "designed", "built", "created", "planned", "scoped", "finalised", "finalized", "recruited", "rolled out",
    "embedded", "refreshed", "revised", "put in place", "introduced", "piloted", "procured", "commissioned",
    "mapped", "investigated", "progressed", "undertaken", "sought", "set up", "strengthened", "co-produced",
    "redesigned", "restructured", "updated", "trialled", "worked on", "worked up", "taken forward", "made to",
)  # fmt: skip
INTENDS = (
    "plan", "plans", "planned", "intend", "intends", "intended", "aim", "aims", "aiming", "seek",
    "seeks", "seeking", "hope", "hopes", "hoping", "propose", "proposes", "proposing", "intention", "ambition",
    "aspire", "aspires", "aim is", "priority is", "focus is", "wish", "want", "wants", "committed", "look",
    "looking", "endeavour", "aspiration",
)  # fmt: skip
DUE = (
    "scheduled", "expected", "planned", "anticipated", "set", "proposed", "hoped", "intended",
    "programmed", "earmarked", "timetabled", "likely",
)  # fmt: skip
BEGINS = (
    "be", "open", "start", "begin", "commence", "complete", "finish", "report", "go", "end", "close", "launch",
    "publish", "take place", "move", "return", "receive", "conclude", "visit", "come", "meet", "expire",
)  # fmt: skip
"""What something is due to do."""

PLANS_HEADING = (
    "next steps", "future plans", "planned actions", "planned activity", "priorities for", "what we will do",
    "what will we do", "what next", "actions to be taken", "further actions", "next actions", "looking ahead",
    "key priorities", "future actions", "forward plan", "plans for", "priorities going forward",
    "future developments", "future work", "areas for development",
)  # fmt: skip

COURTESIES = (
    "recall", "remember", "note", "know", "see", "find", "appreciate", "recognise", "was", "is", "has", "had", "and",
    "of", "for", "towards", "aware", "be aware", "be available", "be attached", "be the subject", "be familiar",
    "be pleased", "be interested", "available", "attached", "familiar", "pleased", "interested", "the subject",
)  # fmt: skip
"""What "will" says of readers and papers, and nothing of the service; and what makes a noun of it."""

# What may be counted in a report without measuring a service.
NO_MEASURE = frozenset(
    "sections section chapters chapter appendices priorities priority themes theme workstreams workstream pillars"
    " pillar strands strand principles principle objectives goals outcomes phases phase areas area domains"
    " standards questions statements elements components aims options commitments headings parts pages slides"
    " documents reports policies strategies projects levels tiers roles criteria factors categories paragraphs"
    " papers ways indicators measures judgements judgement grades grade points point targets target words"
    " decisions reasons".split()
)

TARGETS = (
    "target", "targets", "threshold", "ambition", "goal", "expectation", "limit", "maximum", "minimum", "standard",
)  # fmt: skip
"""What a number is that should be reached, and that nobody measured."""

# Headings of a table's columns.
PRESENT_COLUMN = (
    "current", "latest", "actual", "now", "this year", "outturn", "position", "performance", "result", "value",
    "ytd", "year to date", "this quarter", "quarter", "q1", "q2", "q3", "q4", "rate", "number", "no.", "%",
    "figure", "total", "count", "forecast",
)  # fmt: skip
