"""What invented minutes are made of. ``{gaps}`` are filled by ``corpus.py``."""

FORENAMES = ("Amina", "Bryn", "Carys", "Dele", "Esther", "Femi", "Greta", "Harun", "Ines", "Jonah", "Keir", "Lowri")
SURNAMES = (
    "Ashdown", "Barlowe", "Castell", "Dunmore", "Ellery", "Farrant", "Goodhew", "Harkaway", "Inskip", "Jessop",
    "Kettering", "Loxley", "Merrow", "Nettlefold", "Osgood", "Pemberley", "Quill", "Rookwood", "Silverdale",
    "Thackeray-Moss", "Underhill", "Varley", "Wetherby", "Yarrow",
)  # fmt: skip
INITIALS = ("A", "B J", "C", "D M", "E", "G R", "H", "J P", "K", "L", "M S", "N", "P", "R W", "S", "T H", "V", "W")
STREETS = ("St Aldhelm's Road", "Mill Lane", "the A1288", "Station Approach", "Ferry Street", "Chapel St.")
LAWS = (
    "the Children Act 1989", "section 17 of the Children Act 1989", "s.47 enquiries", "the Care Act 2014",
    "Section 100A(4) of the Local Government Act 1972", "the Localism Act 2011", "S106 agreements",
    "paragraph 3 of Part 1 of Schedule 12A", "the Homelessness Reduction Act 2017", "Regulation 44 visits",
)  # fmt: skip
ABBREVIATIONS = ("EHCP", "CAMHS", "NEET", "MASH", "SEND", "DSG", "HRA", "ICB", "LADO", "UASC", "PSPO", "KPI", "HMO")
PLACES = ("Aldermere", "Brackenford", "Coldharbour", "Dunwick", "Eastlea", "Fenmarsh", "Hollowell", "Larkrise")
BODIES = (
    "Children and Young People Overview and Scrutiny Committee",
    "Health and Adult Social Care Scrutiny Panel",
    "Environment and Transport Select Committee",
    "Corporate Resources Overview Committee",
    "Cabinet",
    "Housing and Communities Strategic Policy Committee",
)
ROLES = (
    "Director of Children's Services", "Assistant Director, Education", "Portfolio Holder for Children's Services",
    "Head of Finance", "Chief Executive", "Cabinet Member for Environment", "Director of Public Health",
    "Head of Safeguarding", "Corporate Director of Growth", "Service Manager, Early Help", "Monitoring Officer",
    "Lead Member for Housing", "Head of Highways", "Designated Nurse", "Interim Head of Commissioning",
)  # fmt: skip
REPORTS = (
    "Annual Report of the Independent Reviewing Officers", "Budget Monitoring: Quarter 2", "School Place Planning",
    "Update on the Improvement Plan", "Fostering and Adoption Services", "Winter Maintenance Programme",
    "Housing Allocations Policy", "Library Service Review", "Special Educational Needs Strategy",
    "Council Plan Performance", "Air Quality Action Plan", "Delivery of the Capital Programme",
    "Family Hubs", "Corporate Risk Register", "Youth Justice Plan", "Homelessness and Rough Sleeping",
)  # fmt: skip
TOPICS = (
    "Recruitment and retention", "Waiting times", "Missing episodes", "Staff morale", "Overspend", "School transport",
    "Placement costs", "Agency workers", "Out of area placements", "Complaints", "Apprenticeships", "Data quality",
    "Exclusions", "Damp and mould", "Flooding", "Care leavers", "Contract monitoring", "Early help",
    "Telephone answering",
)  # fmt: skip
SERVICES = (
    "the Early Help service", "the Youth Justice Service", "the Fostering Service", "the Highways team",
    "the contact centre", "the Housing Options team", "the Virtual School", "the Educational Psychology Service",
)  # fmt: skip
SUBJECTS = (
    "the number of agency social workers", "delays in assessments", "the cost of residential placements",
    "attendance at alternative provision", "the condition of rural roads", "the backlog of repairs",
    "waiting lists for speech and language therapy", "the turnover of staff", "the closure of the northern depot",
    "support for young carers", "the timeliness of health assessments", "the condition of temporary accommodation",
)  # fmt: skip
PAPERS = ("briefing note", "breakdown by ward", "written answer", "progress report", "list of schemes", "review report")
COUNTED = ("children", "households", "referrals", "complaints", "vacancies", "foster carers", "homes", "inspections")
NUMBERS = ("two", "three", "four", "five", "seven", "nine", "ten", "twelve", "fifteen", "twenty")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "September", "October", "November", "December",
)  # fmt: skip
DUE = (
    "at its next meeting", "in due course", "by the end of {month}", "within the fortnight", "before {month}",
    "in the new year", "after the meeting", "by late March", "in three months' time",
)  # fmt: skip

OPENINGS = (
    "The {role} introduced the report, which set out progress since {month} and the risks that remained.",
    "Members considered a report on {subject} and the work of {service}.",
    "The Committee received a presentation from the {role} on {subject}. The following points were made:",
    "Further to Minute {count} of {month}, and in accordance with {law}, the {role} presented the report.",
    "Members then raised a number of questions and comments, which included:",
)
QUESTIONS = (
    "In response to a question on {subject},",
    "In response to concerns raised about {subject},",
    "Asked whether {service} had met its target for {month},",
    "A Member asked for assurance on {subject}.",
    "It was asked how {service} would reduce the {count} {thing} recorded in {month}.",
    "Concern was raised about {subject} and what this meant for families in {place}.",
    "Following a request for more detail on {subject},",
    "Members challenged the explanation given for {subject}.",
)
ANSWERS = (
    "the {role} explained that {percent} of {thing} had been seen within the timescale, against {percent} in {month}.",
    "the {role} confirmed that {service} had filled {small} of the {count} posts and that interviews continued.",
    "the {role} said that this was being reviewed and that a {paper} would be provided to the Committee {due}.",
    "the {role} acknowledged the concern and advised that the contract had been re-let at a cost of {money}.",
    "officers advised that the backlog stood at {count} {thing}, and that it was hoped to clear it by {month}.",
    "the {role} stated that the position was similar elsewhere. She added that a recovery plan was in place.",
)
NAMED_QUESTIONS = (
    "asked what was being done about {subject}.",
    "queried why {subject} had risen since {month}.",
    "asked whether a {paper} could be provided on {subject}.",
    "was concerned that {service} had lost {small} experienced managers in a year.",
    "welcomed the progress made by {service} but asked how it would be sustained.",
)
REPLIES = (
    "The {role} responded that {count} {thing} were affected and that the figure was falling.",
    "The {role} agreed to circulate a {paper} {due}.",
    "In reply, the {role} explained that funding of {money} had been secured until {month}.",
    "The {role} undertook to look into this and report back {due}.",
    "Officers replied that the national average was {percent} and that the local figure was {percent}.",
)
STATEMENTS = (
    "It was noted that {service} had moved to a new system in {month}.",
    "The {role} reminded Members that the duty to keep this under review was set out in the Children Act 1989.",
    "Members welcomed the tone of the report and thanked the staff of {service}.",
    "The {role} reported that the inspection had found much to praise, and that {subject} remained the chief risk.",
    "It was suggested that the Committee visit {service} in {place} before the next report.",
    "The Chair observed that the same assurance had been given in {month} and that little had changed since.",
    "Mr {initials} {member} spoke of the junction of {street} with {street} and of {small} accidents there.",
    "Under {law}, a reply was due within twenty working days; {abbreviation} cases took longer.",
    "Mrs {initials} {member}, attending remotely, referred to paragraph 4.{count} (ref. {abbreviation}/{count}).",
    "The meeting adjourned at 7.{tens} pm and resumed at 8.05 pm. Cllr. {member} took no part in item {count}.",
    "Dr {initials} {member} confirmed that {abbreviation} data came from the I.T. system, i.e. that of {month}.",
    "Correspondence from {initials} {member} & Co., about No. {count} {street}, {place}, was noted.",
    "Cllr {member} proposed, and Cllr {member} seconded, an amendment to line {count}, which was lost.",
    "Approx. {count} sq. m of verge at {street} would be sown with wild flowers in {month}.",
    "The {abbreviation} Board (Chair: Ms {initials} {member}) had met {small} times since {month}.",
)
PROMISES = (
    "The {role} undertook to provide a {paper} on {subject} {due}.",
    "It was agreed that a {paper} would be circulated to Members {due}.",
    "The {role} would confirm the number of {thing} in writing {due}.",
    "The {role} offered to bring a {paper} back to the Committee {due}.",
    "It was anticipated that the new arrangements would be in place by {month}.",
)
FIGURES = (
    "Of the {count} {thing} open in {month}, {small} had waited for longer than six months.",
    "The forecast overspend was {money}, of which {money} arose from {subject}.",
    "Some {percent} of {thing} were now resolved at the first contact, against a target of {percent}.",
    "There were {count} {thing}, which was {small} fewer than in {month}.",
    "The {abbreviation} deficit stood at {money} (Q2: {money}), and {percent} of plans had been issued in 20 weeks.",
    "Spend on {street} was {money} against a budget of {money}; see Appendix B, p. {count}.",
)
ACTIONS = (
    "ACTION: {role} to circulate a {paper} on {subject} {due}.",
    "Action: the {role} to report on {subject} {due}.",
    "ACTION – {role} to confirm the number of {thing}.",
)
CLAUSES = (
    "noted the report and the comments of Members;",
    "requested that a {paper} on {subject} be provided {due};",
    "recommended to Cabinet that funding of {money} for {service} be continued;",
    "agreed that {subject} be added to the work programme for {month};",
    "thanked the {role} and {service} for their work.",
    "asked the {role} to write to the Minister about {subject};",
)
