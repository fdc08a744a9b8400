"""The words that councils use in minutes, kept in one place as data.

A word belongs here when adding it should not need a change of code. Lists are in the forms in which minutes use
them, mostly the past tense of reported speech.
"""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    "cllr cllrs councillor mr mrs ms dr prof rev revd hon sir st no nos para paras s ss sec sect reg regs art app"
    " fig vol ref approx est inc incl excl dept govt asst vice-chair p pp v vs e.g i.e etc al cf co ltd tel ext jr"
    " sr m mt sgt insp supt cmhlr mx fr".split()
)

HONORIFICS = (
    "Councillors", "Councillor", "Cllrs.", "Cllrs", "Cllr.", "Cllr", "Cmhlr", "Alderman", "Mr.", "Mr", "Mrs.", "Mrs",
    "Ms.", "Ms", "Miss", "Mx", "Dr.", "Dr", "Sir", "Dame", "Lord", "Lady", "Baroness", "Professor", "Prof.", "Prof",
    "Reverend", "Rev.", "Rev", "Canon", "Father", "Fr.", "CPO", "PCSO", "PC", "Sgt", "Inspector", "Superintendent",
    "County Councillor", "Borough Councillor", "District Councillor",
)  # fmt: skip

HONOURS = frozenset("OBE MBE CBE KBE DBE BEM CB CMG DL JP QC KC MP MSP MS TD PhD".split())

ANSWERING_POSTS = (
    "Portfolio Holder", "Cabinet Member", "Lead Member", "Executive Member", "Deputy Leader", "Leader", "Director",
    "Assistant Director", "Deputy Director", "Corporate Director", "Executive Director", "Strategic Director",
    "Interim Director", "Chief Executive", "Chief Officer", "Chief Analyst", "Chief Constable", "Commissioner",
    "Head", "Service Manager", "Service Director", "Team Manager", "Group Manager", "Area Manager",
    "Programme Manager", "Project Manager", "Business Manager", "Operations Manager", "General Manager", "Manager",
    "Monitoring Officer", "Section 151 Officer", "Democratic Services Officer", "Scrutiny Officer",
    "Planning Officer", "Finance Officer", "Policy Officer", "Development Officer", "Officer", "Officers",
    "Treasurer", "Clerk", "Town Clerk", "Engineer", "Accountant", "Solicitor", "General Counsel", "Consultant",
    "Superintendent", "Chief Inspector", "Inspector", "Sergeant", "Headteacher", "Principal", "Coordinator",
    "Co-ordinator", "Lead Officer", "Lead", "Strategic Lead", "Service Lead", "Team Leader", "Adviser", "Advisor",
    "Administrator", "Librarian", "Auditor", "Independent Chair", "Secretary", "Minister", "Executive",
    "Representative", "Representatives",
)  # fmt: skip

MEMBER_POSTS = (
    "Chairman", "Chairperson", "Chairwoman", "Chair", "Vice-Chairman", "Vice Chairman", "Vice-Chairperson",
    "Vice-Chair", "Vice Chair", "Convener", "Mayor", "Deputy Mayor", "Provost", "Cathaoirleach",
    "Leader of the Opposition",
)  # fmt: skip

# Words that only the name of a post has, beside the posts themselves.
POST_WORDS = (
    "Governor", "Representative", "Observer", "DoS", "Co-opted", "Substitute", "Co-optee", "Clerical", "Partner",
    "Analyst", "Specialist", "Practitioner", "Nurse", "Teacher", "Senior", "Executive", "Planning", "Development",
    "Service", "Services", "Support", "Arts",
)  # fmt: skip

MEMBERS = (
    "Members of the Committee", "Members of the Panel", "Committee Members", "Committee members", "Cabinet Members",
    "Panel Members", "Board Members", "Members", "members", "A Member", "a Member", "One Member", "one Member",
    "Another Member", "another Member", "the Member", "The Member", "A member", "a member", "Councillors",
    "councillors", "the Committee", "The Committee", "the Panel", "The Panel", "the Board", "The Board",
    "a Councillor", "A Councillor", "the Sub-Committee", "The Sub-Committee",
)  # fmt: skip

OFFICERS = (
    "Officers", "officers", "Officials", "officials", "the executive", "The executive", "the Executive",
    "The Executive", "an officer", "An officer", "the officer", "The officer", "the team", "The team",
    "the service", "The service", "representatives", "Representatives", "the applicant", "The applicant", "Executives",
)  # fmt: skip

ANSWERED = frozenset(
    "confirmed explained said stated advised reported responded replied clarified commented added assured reassured"
    " noted informed agreed undertook undertake emphasised emphasized acknowledged outlined highlighted indicated"
    " described considered expressed stressed reiterated answered referred pointed provided gave offered shared"
    " recognised accepted reminded told updated suggested believed felt thought apologised concurred summarised"
    " concluded echoed drew anticipated hoped hopes understands confirms advises states explains".split()
)

SPOKE = ANSWERED | frozenset(
    "asked queried enquired inquired questioned sought requested raised wondered challenged welcomed thanked"
    " praised supported seconded proposed moved commended congratulated called urged spoke argued observed remarked"
    " mentioned disagreed objected opposed wished complimented voiced pressed referenced concurs agrees asks"
    " welcomes introduced presented delivered tabled".split()
)

INTRODUCED = frozenset(
    "introduced presented outlined delivered gave circulated provided summarised tabled explained reported".split()
)

BODY_WORDS = (
    "Committee", "Sub-Committee", "Subcommittee", "Cabinet", "Executive", "Council", "Board", "Panel", "Forum",
    "Commission", "Working Group", "Task Group", "Task and Finish Group", "Assembly", "Meeting", "Authority",
)  # fmt: skip

# What a clause of a resolution opens with, and the title of an item does not.
OPENS_CLAUSE = (
    "that", "to", "note", "notes", "noted", "agree", "agrees", "agreed", "approve", "approves", "approved", "endorse",
    "endorses", "delegate", "delegates", "recommend", "recommends", "receive", "adopt", "adopts", "support", "confirm",
    "request", "requests", "resolve", "resolved", "authorise", "whether",
)  # fmt: skip

# Verbs that make a sentence of a line, which no title has.
FINITE_VERBS = (
    "was", "were", "had", "has", "is", "are", "will", "would", "should", "must", "may", "asked", "noted", "advised",
    "stated", "said", "explained", "reported", "agreed", "resolved", "confirmed", "received", "thanked", "introduced",
    "presented", "proposed", "seconded", "informed", "considered", "declared",
)  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "winter": "24"}

# Deeds that a later meeting can check, as they follow "would", "will" or "to".
DEEDS = frozenset(
    "provide circulate send share report bring present arrange investigate write contact ask check review update"
    " inform email e-mail liaise raise speak meet prepare produce submit publish organise forward notify seek"
    " clarify explore invite remind supply distribute issue attend visit conduct undertake draft consult follow feed"
    " look discuss convene establish recirculate amend add include consider request refer pass relay chase confirm"
    " obtain gather collate compile complete deliver implement install repair purchase order book replace remove"
    " return respond reply advise repeat model enquire host initial come proceed adopt engage"
    " pursue progress examine assess analyse monitor schedule set hold carry take make get find create develop"
    " give put determine call pay renew upload post display advertise recruit appoint apply sign".split()
)

# What somebody is asked to do when an answer is not all that is asked for.
ASKED_OF_OFFICERS = (
    "provide", "circulate", "send", "report", "bring", "share", "arrange", "look", "investigate", "prepare", "check",
)  # fmt: skip

# What would happen of itself, as it follows "would" or "will".
EVENTS = frozenset(
    "start commence begin open launch arrive close end finish move join go cover form see reduce increase rise fall"
    " replace address include remain reopen resume roll expire transfer become run last receive"
    " expand deliver reach".split()
)

# Participles after "would be" that say a thing is owed to the body or its members.
HANDED_OVER = frozenset(
    "provided circulated presented submitted reported shared sent brought distributed forwarded supplied given"
    " emailed e-mailed taken considered invited informed notified updated kept issued tabled raised arranged asked"
    " followed contacted written added included extended re-circulated recirculated discussed requested purchased"
    " removed reviewed undertaken carried deferred investigated conducted offered passed sought validated chased"
    " collated".split()
)

# Participles after "would be" that say a thing will come to pass.
BROUGHT_ABOUT = frozenset(
    "published completed delivered implemented introduced opened launched established developed installed built"
    " replaced finalised finalized agreed announced held appointed recruited concluded signed rolled commenced"
    " started separated created used reinstated repaired released produced set made put funded increased reduced"
    " closed transferred renewed advertised unveiled managed executed reported".split()
)

# What follows "would" without anything being promised: opinion, hypothesis, courtesy.
IDLE = frozenset(
    "like need help mean welcome benefit appear seem require not have enable allow ensure strengthen offer depend"
    " be support continue want prefer expect hope suggest argue love never only make".split()
)

PEOPLE = frozenset(
    "people person persons residents members councillors staff workers employees officers adults men women"
    " individuals recruits carers parents learners volunteers teachers practitioners managers apprentices visitors"
    " attendees respondents clients patients tenants customers users owners candidates professionals drivers nurses"
    " leavers delegates participants households inspectors".split()
)
CHILDREN = frozenset("children child pupils students babies infants youths teenagers".split())

# Words before a number that name a place in a document, a stage or a rank, and no measure.
REFERENCE_WORDS = frozenset(
    "section sections s ss paragraph paragraphs para paras item items page pages p pp appendix appendices annex no"
    " nos number article regulation regulations rule clause part phase stage year years tier grade level band line"
    " lines junction junctions recommendation recommendations minute minutes schedule chapter table version class"
    " slide target option room route priority category lot unit floor action decision standard covid outcome"
    " question motion amendment reg si vol quarter week step group ward key area zone building road street plot"
    " resolution objective ref reference tel act".split()
)

# Words at which the phrase for what a number counts has come to its end.
ENDS_NOUN_PHRASE = frozenset(
    "of in for to with from at on by that which who whom were was had have has are is be been would will could"
    " should may and or per across during since over under than as each every within between after before if when"
    " where while but not no so it he she they there this these those did do does into out up down off about against"
    " via through because due being remained received got made achieved exceeded showed ago later more less fewer"
    " further also currently".split()
)

# What stands between "out of a" and the whole that a number is part of.
OF_A_WHOLE = ("possible", "potential", "maximum", "maximum of", "maximum possible", "possible total of", "total of")

# What stands between "the number of children in care" and the number.
COME_TO = (
    "was", "were", "is", "stood at", "stands at", "had risen to", "has risen to", "rose to", "had fallen to",
    "has fallen to", "fell to", "had increased to", "has increased to", "increased to", "had reduced to",
    "has reduced to", "reduced to", "had dropped to", "dropped to", "had reached", "has reached", "reached",
    "remained at", "totalled",
)  # fmt: skip

# Words that lead on from the thing counted to where and which: "lamps in Mill Lane", "children who left".
LEADS_ON = frozenset("in on at for with from by of to who that which whose since".split())

# What "national" names where it says of whom a scheme is, not for whom a figure holds.
NATIONAL_NAMES = (
    "scheme", "programme", "policy", "curriculum", "insurance", "lottery", "grid", "park", "trust", "living wage",
    "minimum wage", "health service", "audit office", "transfer", "strategy", "framework", "standard", "guidance",
    "panel", "fund", "grant", "crime agency", "government", "conference", "campaign", "issue",
)  # fmt: skip

# What tells that a figure is held against an earlier one.
REMARKS = (
    "compared", "previously", "previous", "earlier", "last reported", "up from", "down from", "an increase",
    "a decrease", "a reduction", "a rise", "a fall", "increased", "increase of", "decreased", "reduced", "risen",
    "rose", "fallen", "fell", "grown", "dropped", "unchanged", "remained at", "remains at", "still at", "no change",
    "the same as", "further", "additional", "instead of", "rather than", "since then", "improved from",
)  # fmt: skip

# What a number may stand before without counting anything that is measured.
NOT_COUNTED = frozenset(
    "point points question questions part parts item items option options occasion occasions side sides motion"
    " motions amendment amendments aspect aspects reason reasons way ways thing things minutes minute hour hours"
    " o'clock pm am day days week weeks month months year years quarter quarters decade decades term terms time"
    " times following main key other others stage stages recommendations recommendation separate different respects"
    " step steps clear working p.m a.m abstentions abstention votes vote objectives objective".split()
)
