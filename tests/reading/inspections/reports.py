# ruff: noqa: E501
"""Reports on Kesterby, a council that does not exist, in the layouts of different years and frameworks."""

from __future__ import annotations

from reading.inspections.writing import Part, bullet, heading, inner, line, number, paragraph, row, title

IMPACT = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
JOINT = "The experiences and progress of children in care and care leavers"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
OVERALL = "Overall effectiveness"

ILACS_2018: tuple[Part, ...] = (
    title("Kesterby Council"),
    title("Inspection of children’s social care services"),
    line("Inspection dates: 12 November 2018 to 23 November 2018"),
    line("Lead inspector: Ada Lindqvist, HMI"),
    line("Her Majesty’s Inspector"),
    row("Judgement", "Grade"),
    row(IMPACT, "Requires improvement to be good"),
    row(HELP, "Inadequate"),
    row(JOINT, "Requires improvement to be good"),
    row(OVERALL, "Inadequate"),
    paragraph(
        "Services for children in Kesterby have got worse since the last inspection. Visits are late, and managers"
        " do not know which children have waited longest for one."
    ),
    heading("What needs to improve"),
    bullet("The time that children wait before a social worker visits them, and how managers know about it."),
    bullet("The quality of plans, so that families can read them and know what has to change and by when."),
    bullet("The number of social workers who stay with the council for longer than a year."),
    heading(f"{HELP}: inadequate"),
    number(1, "Too many children wait for a first visit. In a third of the records seen the visit was late."),
    number(2, "When the bridge is closed, duty workers cannot reach families on the far side before the evening."),
    heading(f"{JOINT}: requires improvement to be good"),
    number(3, "Most children in care live with carers who know them well. Their reviews are held in time."),
    number(4, "Care leavers get a flat near the harbour, but too few of them have a pathway plan of their own."),
    heading(f"{IMPACT}: requires improvement to be good"),
    number(5, "Leaders have a plan. It lists what was done and not what changed for children."),
    paragraph("The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects."),
)

ILACS_2020: tuple[Part, ...] = (
    title("Inspection of Kesterby local authority children’s services"),
    line("Inspection dates: 24 February to 6 March 2020"),
    line("Lead inspector: Tomás O’Hara"),
    line("Her Majesty’s Inspector"),
    row("Judgement", "Grade"),
    row(IMPACT, "Good"),
    row(HELP, "Requires improvement to be good"),
    row(JOINT, "Good"),
    row(OVERALL, "Good"),
    paragraph(
        "Children’s services have been put right step by step. Leaders now know what is done for whom, and how well."
    ),
    heading("What needs to improve?"),
    bullet("The written plans of children who need help: they should say what will be different, and when."),
    bullet("How often managers look at the records of children who go missing:"),
    inner("whether somebody spoke to the child within three days"),
    inner("whether what was said was written down."),
    heading(f"{HELP} is requires improvement to be good"),
    number(1, "Early help is offered soon after families ask. Parents say that they are listened to."),
    number(2, "Plans are long. They repeat what happened and seldom say what comes next."),
    heading(f"{JOINT}: good"),
    number(3, "Children in care see the same social worker for years and trust her with what worries them."),
    heading(f"{IMPACT} are good"),
    number(4, "Leaders read what children say and change the service by it. They report on it every quarter."),
    paragraph("The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects."),
)

ILACS_2023: tuple[Part, ...] = (
    title("Inspection of Kesterby local authority children’s services"),
    line("Inspection dates: 16 to 20 January and 30 January to 3 February 2023"),
    line("Lead inspector: Ada Lindqvist, His Majesty’s Inspector"),
    row("Judgement", "Grade"),
    row(IMPACT, "Outstanding"),
    row(HELP, "Good"),
    row(CARE, "Good"),
    row(LEAVERS, "Requires improvement to be good"),
    row(OVERALL, "Good"),
    paragraph(
        "Services in Kesterby are good. Care leavers are the exception: they wait too long to see a nurse or a dentist."
    ),
    heading("What needs to improve?"),
    bullet("The health care of care leavers, from their first appointment on."),
    bullet("The choice of flats for care leavers with the most difficult lives."),
    heading(f"{HELP}: good"),
    number(1, "Families get help soon. Where a child is in danger, strategy discussions are held on the same day."),
    heading(f"{CARE}: good"),
    number(2, "Children live in stable homes. They are seen alone, and their wishes are written down in their words."),
    heading(f"{LEAVERS}: requires improvement to be good"),
    number(
        3, "Personal advisers keep in touch. Pathway plans say little about health, and few young people know them."
    ),
    heading(f"{IMPACT}: outstanding"),
    number(4, "Leaders know their services to the last record. What they promise is done in the month they name."),
    paragraph("The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects."),
)

ILACS_2025: tuple[Part, ...] = (
    title("Inspection of Kesterby local authority children’s services"),
    line("Inspection dates: 12 to 16 May 2025"),
    line("Lead inspector: Ifor Pritchard-Jones, His Majesty’s Inspector"),
    row("Judgement", "Grade"),
    row(IMPACT, "Good"),
    row(HELP, "Good"),
    row(CARE, "Outstanding"),
    row(LEAVERS, "Good"),
    row(OVERALL, "Good"),
    paragraph(
        "Since the last inspection leaders have kept up what was good and have mended what was not, care leavers first."
    ),
    heading("What needs to improve?"),
    bullet("The consistency of life-story work."),
    heading(f"{HELP}: good"),
    number(1, "The front door answers within the day. Decisions are clear and say why they were taken."),
    heading(f"{CARE}: outstanding"),
    number(2, "Children thrive with carers who are trained, paid and thanked. Brothers and sisters live together."),
    heading(f"{LEAVERS}: good"),
    number(3, "Care leavers are seen by a nurse within a month. Many of them work for the council."),
    heading(f"{IMPACT}: good"),
    number(4, "Leaders have built a workforce that stays. Supervision is regular and is written down."),
    paragraph("The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects."),
)

SEND_2024: tuple[Part, ...] = (
    title("Area SEND inspection of Kesterby Local Area Partnership"),
    line("Inspection dates: 5 to 9 February 2024"),
    line("Dates of previous inspection: 4 to 8 December 2017"),
    heading("Inspection outcome"),
    paragraph(
        "There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes"
        " of children and young people with special educational needs and/or disabilities (SEND), which the local area"
        " partnership must address urgently."
    ),
    paragraph(
        "A monitoring inspection will be carried out within approximately 18 months. The next full reinspection will be within approximately three years."
    ),
    paragraph(
        "As a result of this inspection, HMCI requires the local area partnership to prepare and submit a priority action plan (area SEND)."
    ),
    heading("Information about the local area partnership"),
    paragraph(
        "Kesterby Council and NHS Kesterby Integrated Care Board (ICB) are jointly responsible for the arrangements."
    ),
    heading(
        "What is it like to be a child or young person with special educational needs and/or disabilities (SEND) in this area?"
    ),
    paragraph(
        "Children wait for years to be assessed. Families told inspectors that they learn of decisions from other parents."
    ),
    heading("What is the area partnership doing that is effective?"),
    bullet("Health visitors notice needs early and write to nurseries before a child begins there."),
    heading("What does the area partnership need to do better?"),
    bullet("Plans are not reviewed in time. More than half of those seen were two years old or older."),
    heading("Areas for priority action"),
    row("Responsible body", "Areas for priority action"),
    row(
        "Kesterby Council and NHS Kesterby ICB",
        "Leaders should act urgently to shorten the wait for assessments of autism, and tell families each month where their child stands on the list.",
    ),
    row(
        "Kesterby Council",
        "The local authority should act urgently so that education, health and care plans are issued within 20 weeks and reviewed every year.",
    ),
    heading("Areas for improvement"),
    row(
        "Leaders across the partnership should make sure that young people are prepared for adulthood from the age of 14."
    ),
    row(
        "Leaders across the partnership should improve how they share what they know of a child between schools and clinics, so that nobody has to tell a story twice."
    ),
    heading("Local area partnership details"),
    row("Local authority", "Integrated care board"),
    row("Kesterby Council", "NHS Kesterby"),
    heading("Inspection team"),
    line("Ofsted"),
    line("Rosa Almeida, His Majesty’s Inspector, Ofsted Lead inspector"),
    line("Peter Quill, HMI"),
    line("Care Quality Commission"),
    line("Jun Watanabe, CQC Lead inspector"),
    paragraph("The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects."),
)

SEND_2019: tuple[Part, ...] = (
    line("14 June 2019"),
    line("Dear Ms Harrow"),
    heading("Joint local area SEND inspection in Kesterby"),
    paragraph(
        "Between 29 April 2019 and 3 May 2019, Ofsted and the Care Quality Commission (CQC) conducted a joint inspection"
        " of the local area of Kesterby to judge the effectiveness of the area in implementing the reforms."
    ),
    paragraph(
        "As a result of the findings of this inspection, Her Majesty’s Chief Inspector (HMCI) has determined that a Written"
        " Statement of Action is required because of significant areas of weakness in the local area’s practice."
    ),
    heading("Main findings"),
    bullet("Leaders have not put the reforms into practice fast enough, and families see little of them."),
    bullet("The time taken to assess children has grown in each of the last three years."),
    heading("The effectiveness of the local area in identifying children and young people’s needs"),
    heading("Strengths"),
    bullet("Children under five are known early, and nurseries are told what they need in good time."),
    heading("Areas for development"),
    bullet("Older children who move to Kesterby are often not known to anyone until they are excluded."),
    paragraph("The inspection raises significant concerns about the effectiveness of the local area."),
    paragraph(
        "The local area is required to produce and submit a Written Statement of Action to Ofsted that explains how it will tackle the following areas of significant weakness:"
    ),
    bullet("the time that children wait to be assessed"),
    bullet("the lack of joint commissioning between the council and the clinical commissioning group."),
    line("Yours sincerely"),
    line("Rosa Almeida"),
    line("Her Majesty’s Inspector"),
)

FOCUSED_2019: tuple[Part, ...] = (
    line("Ofsted"),
    line("14 March 2019"),
    line("Mr Noor Haddad, Director of Children’s Services"),
    line("Dear Mr Haddad"),
    heading("Focused visit to Kesterby local authority children’s services"),
    paragraph(
        "This letter summarises the findings of a focused visit to Kesterby local authority children’s services on 12 and"
        " 13 February 2019. The inspectors were Ada Lindqvist, Her Majesty’s Inspector, and Peter Quill, HMI."
    ),
    paragraph(
        "Inspectors looked at the local authority’s arrangements for children in need and children with a protection plan."
    ),
    heading("Overview"),
    paragraph(
        "The quality of practice has slipped. Visits are missed, and nobody tells the family why or when to expect one."
    ),
    heading("Area for priority action"),
    paragraph("The local authority needs to take swift and decisive action to address the following weakness:"),
    bullet("the failure to see children with a protection plan within the time that the plan itself sets."),
    heading("What needs to improve in this area of social work practice"),
    bullet("The recording of visits, so that the next worker can follow what was seen."),
    bullet("The caseloads of newly qualified social workers."),
    heading("Findings"),
    bullet("Children with a plan are visited less often than they should be. In June four in ten visits were missed."),
    bullet("Supervision is held, but the notes repeat the month before."),
    paragraph("Ofsted will take the findings from this focused visit into account when planning your next inspection."),
    line("Yours sincerely"),
    line("Ada Lindqvist"),
    line("Her Majesty’s Inspector"),
)

MONITORING_2021: tuple[Part, ...] = (
    line("2 December 2021"),
    line("Dear Mr Haddad"),
    heading("Monitoring visit to Kesterby Council children’s services"),
    paragraph(
        "This letter summarises the findings of the monitoring visit to Kesterby children’s services on 2 and 3 November"
        " 2021. This was the third monitoring visit since the local authority was judged inadequate in November 2018. Her"
        " Majesty’s Inspectors for this visit were Ada Lindqvist and Peter Quill."
    ),
    heading("Areas covered by the visit"),
    paragraph(
        "Inspectors reviewed the progress made in services for children who need help and protection at the front door."
    ),
    heading("Headline findings"),
    paragraph(
        "The pace of change has quickened since the summer. Most children are now seen on the day they are referred."
    ),
    heading("Findings and evaluation of progress"),
    paragraph(
        "Thresholds are understood by schools and by the police. Fewer contacts come in that need no further work."
    ),
    paragraph("Managers sign decisions within the day. Their reasons are short, clear and can be followed afterwards."),
    paragraph("I am copying this letter to the Department for Education."),
    line("Yours sincerely"),
    line("Peter Quill"),
    line("Her Majesty’s Inspector"),
)

JTAI_2022: tuple[Part, ...] = (
    line("21 March 2022"),
    line("Dear Kesterby Safeguarding Children Partnership"),
    heading("Joint targeted area inspection of Kesterby"),
    paragraph(
        "This letter summarises the findings of the joint targeted area inspection (JTAI) of the multi-agency response to"
        " the identification of initial need and risk in Kesterby."
    ),
    paragraph(
        "This inspection took place from 31 January to 4 February 2022. It was carried out by inspectors from Ofsted, the"
        " Care Quality Commission (CQC) and Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services."
    ),
    heading("Headline findings"),
    paragraph(
        "Partners meet daily and know each other. What they decide reaches the family late, and sometimes not at all."
    ),
    heading("What needs to improve?"),
    bullet("The sharing of what the police know with the hub before a decision is taken."),
    bullet("The part that health services take in strategy meetings."),
    heading("Main findings"),
    paragraph(
        "Police officers see the child and write down what the child said in most of the records that were read."
    ),
    line("Yours sincerely"),
    line("Rosa Almeida"),
)

SIF_2015: tuple[Part, ...] = (
    title("Kesterby Council"),
    title("Inspection of services for children in need of help and protection, children looked after and care leavers"),
    line("Inspection date: 24 February – 18 March 2015"),
    line("Report published: 12 May 2015"),
    heading("The overall judgement is that children’s services require improvement"),
    paragraph(
        "The authority is not yet delivering good protection and help and care for children, young people and families."
    ),
    row("1. Children who need help and protection", "Requires improvement"),
    row("2. Children looked after and achieving permanence", "Good"),
    row("2.1 Adoption performance", "Good"),
    row("2.2 Experiences and progress of care leavers", "Inadequate"),
    row("3. Leadership, management and governance", "Requires improvement"),
    heading("What does the local authority need to improve?"),
    heading("Areas for improvement"),
    number(1, "Make sure that care leavers have a plan that they have seen and signed."),
    number(2, "Bring down the number of children whose social worker changes more than twice a year."),
    heading("Summary of findings"),
    paragraph(
        "Children’s services in Kesterby require improvement because help comes late and differs from team to team."
    ),
    heading("Information about this inspection"),
    paragraph("Inspectors have looked closely at the experiences of children and young people in this place."),
    line("Lead inspector: Ada Lindqvist HMI"),
)

ALL: dict[str, tuple[Part, ...]] = {
    "ilacs-2018": ILACS_2018,
    "ilacs-2020": ILACS_2020,
    "ilacs-2023": ILACS_2023,
    "ilacs-2025": ILACS_2025,
    "send-2024": SEND_2024,
    "send-2019": SEND_2019,
    "focused-2019": FOCUSED_2019,
    "monitoring-2021": MONITORING_2021,
    "jtai-2022": JTAI_2022,
    "sif-2015": SIF_2015,
}
