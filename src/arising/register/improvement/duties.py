"""What the role of the lead member for children's services covers, and which words tell that it is spoken of.

The areas are those under which the statutory guidance orders the roles of the director and of the lead member
(Department for Education, April 2013; Children Act 2004, sections 18 and 19); what each asks for stands in our own
words. The words that tell of an area are looked for in the titles of items and topics, and in what was said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

GUIDANCE = (
    "Statutory guidance on the roles and responsibilities of the Director of Children’s Services and the Lead Member "
    "for Children’s Services, Department for Education, April 2013"
)


@dataclass(frozen=True)
class Duty:
    """An area of the role. ``asks`` says what it covers, ``told_by`` are the words that tell of it, parted by
    semicolons (an asterisk ends a word that goes on), ``indicators`` the keys of cards that belong to it."""

    key: str
    title: str
    asks: str
    told_by: str
    indicators: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds its words in a text."""
        words = (" ".join(word.split()) for word in self.told_by.split(";"))
        told = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
        return re.compile(rf"\b(?:{'|'.join(told)})\b", re.IGNORECASE)

    def is_told_in(self, *texts: str) -> bool:
        """Whether one of ``texts`` speaks of it."""
        return any(self.pattern.search(text) for text in texts)


DUTIES = (
    Duty(
        "leadership",
        "Leadership and partnership",
        "Political leadership of children’s services and of improvement, enough money and staff, work with "
        "health, police and schools, and the voice of children, young people and parents.",
        "improvement plan*; improvement board; ofsted; inspection*; monitoring visit*; commissioner; "
        "statutory direction; self-evaluation; leadership; partner*; integrated care board; police; health "
        "and wellbeing board; budget*; overspend*; underspend*; high needs; dedicated schools grant; "
        "workforce; social worker*; recruit*; retention; agency; caseload*; vacanc*; turnover; youth council; "
        "youth parliament; voice of; parents and carers forum; parent carer forum; parents’ and carers’ "
        "forum; feedback; commissioning",
        (
            "vacancies", "turnover", "agency", "caseload", "sickness", "schools-grant-balance",
        ),
    ),
    Duty(
        "safeguarding",
        "Safeguarding",
        "That children are protected from harm: help at the front door, assessments, child protection plans, "
        "and work with the safeguarding partners.",
        "safeguard*; child protection; children in need; child in need; referral*; re-referral*; front door; "
        "first response; mash; section 47; s47; exploitation; missing children; missing episodes; neglect; "
        "domestic abuse; early help; county lines; child deaths; serious case review*; assessments within",
        (
            "referrals", "re-referrals", "referrals-no-action", "assessments-45-days", "section-47",
            "conferences-15-days", "children-in-need", "protection-plans", "repeat-plans", "long-plans",
            "plan-reviews",
        ),
    ),
    Duty(
        "vulnerable",
        "Vulnerable children and young people",
        "Corporate parenting of children in care and care leavers, special educational needs and "
        "disabilities, mental health, and young people in trouble with the law.",
        "looked after; looked-after; children in care; care leaver*; leaving care; corporate parent*; "
        "foster*; adopt*; placement*; unaccompanied; uasc; asylum; send; special educational; ehc*; "
        "education, health and care; disab*; autis*; neurodevelopment*; camhs; mental health; emotional "
        "wellbeing; youth justice; youth offending; first time entrants; young carers; virtual school; speech "
        "and language; residential homes; children’s homes",
        (
            "looked-after", "placement-moves", "long-term-stability", "placed-far-away",
            "changes-of-social-worker", "health-of-looked-after", "sdq", "care-leavers-in-work",
            "care-leavers-homes", "unaccompanied-children", "ehcp-20-weeks", "ehcp-new", "ehcp-requests",
            "ehcp-refused", "mental-health-waits", "first-time-entrants",
        ),
    ),
    Duty(
        "access",
        "Fair access to services",
        "School places and admissions, transport, early years and childcare, activities for young people, and "
        "that no child is left out of education.",
        "admission*; school place*; home to school; home-to-school; school transport; early years; childcare; "
        "nursery; nurseries; children’s centre*; family hub*; youth service*; youth club*; alternative "
        "provision; exclu*; suspen*; elective home; electively home; missing education; school attendance; "
        "pupil attendance; attendance at school; persistent absence; "
        "neet; in education, employment or training; participation",
        (
            "permanent-exclusions", "suspensions", "persistent-absence", "neet",
        ),
    ),
    Duty(
        "education",
        "Educational excellence",
        "High standards in every school, challenge and support for those that fall behind, and that every "
        "young person goes on in learning.",
        "attainment; school improvement; school standards; standards in schools; schools causing concern; key "
        "stage; gcse*; a level*; a-level*; sats; phonics; progress 8; attainment 8; school performance; "
        "schools’ performance; governor*; governing bod*; academies; academy trust*; "
        "academy school*; teachers; teaching; apprenticeship*; "
        "underperforming schools; exam results",
    ),
)  # fmt: skip
"""The areas, in the order of the guidance."""
