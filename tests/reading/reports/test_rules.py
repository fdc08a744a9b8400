"""The rules over the sentences of reports: for each, sentences in which it holds and some that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from arising.documents import open_document
from arising.reading.reports import Lint, lint
from arising.reading.reports.rules import RULES

TOLD = {
    "position-now": """\
Re-referrals currently stand at 24.8%.
At the end of March 2024 there were 412 children in our care.
To date 88% of plans have been issued within 20 weeks.
As at 30 September the vacancy rate was 26.5%.
The latest figure shows 61.4 per 10,000 children.""",
    "position-is": """\
There are 412 children looked after.
Performance is 82%, below target.
The average caseload is 15.7 cases.
The average wait is 33 weeks.
One in three posts is vacant, and 29.3% of them have no agency worker.""",
    "position-in-a-period": """\
In 2022/23 17.5% of requests were refused.
During Q3 68% of assessments were completed in time.
In 2018/19, 25 children were adopted.""",
    "position-measured": """\
98.1 per cent of contacts were completed within 24 hours.
Of these, 61.4 per 10,000 had a plan.""",
    "against-england": """\
Re-referrals are 24.8%, higher than England (22.6%).
The national average was 49.2%.
Nationally, 52% of plans were issued in time.
Our vacancy rate remains above the England average.""",
    "against-neighbours": """\
Our rate is lower than that of our statistical neighbours.
For similar councils the figure was 31%.
The average of statistical neighbours is 20.1%.""",
    "against-region": """\
This is better than the regional average.
Attendance was 91%, compared with 93% across the region.
Turnover is below the South East average.""",
    "against-earlier": """\
Referrals were 12% higher than in the same period last year.
There are 40 more children in care than a year ago.
That compares with 31% in the previous quarter.
There were 493 children waiting, compared to 484 at the last time of reporting.""",
    "against-earlier-figure": """\
There were 120 appeals, compared to 37 in 2021.
The number finalised had increased in 2022 compared with 2021.""",
    "moved-from-to": """\
The vacancy rate fell from 33.3% to 20.4%.
Caseloads have risen from 12.3 cases in 2021 to 19 cases in 2023.
The number of children in care increased from 116 in March 2017 to 146 in February 2018.""",
    "over-time": """\
Referrals have grown over the last three years.
The number has doubled since 2019.
This is the third consecutive quarter of improvement.
Spending rose 4% year on year.
There are 614 Looked After Children, a slight reduction on previous years.""",
    "still-moving": """\
Referrals continue to rise.
The waiting list has been growing steadily.
A concern is the growing number of permanent exclusions.
The number of children in care is falling.""",
    "trend-named": """\
There is an upward trend in permanent exclusions.
The trend shows little change.""",
    "has-moved": """\
Attendance has improved.
Agency use has steadily reduced.""",
    "several-periods": """\
The figures were 17.0% in 2018, 14.3% in 2019 and 24.9% in 2020.""",
    "means-for": """\
This means that children tell their story only once.
For families this delay has meant a second winter without a plan, and parents have given up work.""",
    "impact-on": """\
Frequent changes of worker have a serious impact on children.
The closure made a real difference to the families who used it.""",
    "as-a-result": """\
As a result, fewer children move school.
This prevented some children from coming into care.
Short notice changes left social workers guessing, leading to distress for young people.""",
    "what-folk-live": """\
Families wait on average 41 weeks for a diagnosis.
Young people told us that they are not listened to.
Children are safer because risks are seen sooner.""",
    "outcomes-are": """\
Outcomes for children in our schools have improved.""",
    "committee-asked": """\
The Committee is asked to comment on the pace of improvement.
Members are invited to identify areas for further scrutiny.
The Panel is recommended to: a) agree the draft strategy.""",
    "is-recommended": """\
It is recommended that the Board refers the report to Cabinet.""",
    "views-sought": """\
The views of the Committee are sought on the draft.
The report seeks the Committee's comments before Cabinet decides.""",
    "recommendation": """\
Recommendation 2: That the Committee endorses the plan.""",
    "will": """\
The service will recruit 12 social workers by June.
We will also continue to review every plan.""",
    "plans-to": """\
The team plans to open a second home.
The intention is to train all staff.
We are committed to reducing delay and aim to halve it.""",
    "continues-to": """\
The service continues to embed its practice model.""",
    "is-doing": """\
We are developing a new strategy.
The partnership is currently reviewing its threshold document.
Officers are working closely with schools.""",
    "being-done": """\
A new dashboard is being developed.""",
    "is-due": """\
The building is due to open in May.
The audit is scheduled for the autumn.""",
    "to-be-done": """\
The policy is yet to be approved.""",
    "under-way": """\
Work is under way with partners on a shared offer.
The service is going to appoint a manager.""",
    "measured": """\
88% of plans were issued within 20 weeks.
We recruited 14 social workers.""",
    "has-changed": """\
The number of complaints has fallen.
Waiting times have significantly improved.""",
    "changed": """\
The number of children in care increased from 116 to 146.
Absence rose again in the autumn.
The overspend fell by a third.""",
}
"""Sentences in which each rule holds."""

UNTOLD = {
    "position-now": """\
The current target is 90%.
We will reach 90% by the end of March.
The report now has three sections.
The plan runs to date.""",
    "position-is": """\
The target is 90%.
The rate should be 85%.
There are five priorities in the plan.
There are concerns about capacity.""",
    "position-in-a-period": """\
The Committee met on 12 March 2024.
The strategy was agreed in 2022.
The service will see 40% more families in 2025.""",
    "position-measured": """\
The target was 90 per cent.
At least 90% should be seen within 24 hours.""",
    "against-england": """\
NHS England published new guidance that is better than before.
The national framework sets higher expectations.
Sport England gave £40,000 more.
The England football team was mentioned.
It oversaw progress against national objectives.
Attainment is low compared to national targets.
Research on best practice nationally was carried out.""",
    "against-neighbours": """\
A neighbour reported the noise.
We worked with other authorities.""",
    "against-region": """\
The Regional Adoption Agency placed 24 children, more than 3 of them babies.
The West Midlands Police were told of more than 20 cases.
The regional director attended.""",
    "against-earlier": """\
Last year the Committee asked for a report.
The previous report was noted.
2,320 plans of 3,007 plans were reviewed within the previous 12 months.""",
    "against-earlier-figure": """\
Compared with the plan of the Board, quarter by quarter, it reads well.
The strategy of 2021 was superseded.""",
    "moved-from-to": """\
The team moved from Broad Street to the Civic Centre.
The increase was reported from Cabinet to Council.
The rise came from 2021 to 2022.""",
    "over-time": """\
The team has met over the last few weeks.
The building has stood empty since 2019.""",
    "still-moving": """\
We continue to work with partners.
Members were raising concerns.
There is an increasing need for clarity.
Growing food is popular.""",
    "trend-named": """\
Fashion trends were shown.
Performance is on track.""",
    "has-moved": """\
The improved plan was published.
We aim to have reduced delay.
Some children do not have improved lives.
Reduced timetables are used.""",
    "several-periods": """\
The strategies of 2018, 2019 and 2020 were superseded.""",
    "means-for": """\
By all means the strategy applies to children.
This will mean that children wait less.
Free school meals are means tested for families.""",
    "impact-on": """\
There is no impact on children.
We will measure the impact on families.
An equality impact assessment on children was completed.
The impact on children's services is £2m.
The impact of leaders on practice with children
Leaders scrutinise the impact of practice on children.""",
    "as-a-result": """\
The team was moved as a result of the review.
The service aims to act so that children are safe.""",
    "what-folk-live": """\
The children said goodbye to the mayor's chain will be the motto.
People Services lost two managers.
We want children to feel safe.""",
    "outcomes-are": """\
We want better outcomes for children.
The outcomes framework was agreed.""",
    "committee-asked": """\
The Committee was asked to comment last year.
Members asked whether the plan was on track.
Parents are asked to complete a form.
Panel members are asked to give notice of any questions.""",
    "is-recommended": """\
Ofsted recommended that leaders act.
The recommended dose was given to patients.""",
    "views-sought": """\
The views of parents were sought.
The service welcomes comments from families.""",
    "recommendation": """\
The recommendations of the inspectors were accepted.
Recommendation 2 was completed in May.""",
    "will": """\
Members will recall the last report.
The Committee will be aware of the inspection.
Partners showed good will towards families.
A will was drawn up for the estate.
Quarterly updates will not be available.""",
    "plans-to": """\
The plan to date has cost £2m.
Children need to wait for 40 weeks.
The quality of planning to support disabled children.""",
    "continues-to": """\
Referrals continue to rise.
The vacancy rate continues to be 26.5%.
Some benefit from continuing to live with their foster carers.""",
    "is-doing": """\
Referrals are increasing.
It is the first time that the Committee is considering the data.
The developing brain is described.""",
    "being-done": """\
Children are being harmed.""",
    "is-due": """\
The delay is due to illness at the court.
Credit is due.""",
    "to-be-done": """\
The children had to be moved.""",
    "under-way": """\
The process took a year.""",
    "measured": """\
The target is 90%.
We will recruit 14 social workers.
The Committee met on 12 March 2024.
Section 17 of the Children Act 1989 applies.""",
    "has-changed": """\
The improved plan was published.
We will have reduced delay.""",
    "changed": """\
The plan is to be reduced by half.
Reduced timetables are used.""",
}
"""Sentences that look as if it held, and in which it does not."""


def checked(sentence: str) -> Lint:
    """A report of one sentence."""
    return lint(open_document(f"{sentence}\n".encode(), name="report.txt"))


def rules_in(sentence: str) -> set[str]:
    return {told.rule for told in checked(sentence).findings()}


@pytest.mark.parametrize(
    ("rule", "sentence"), [(rule, one) for rule, several in TOLD.items() for one in several.splitlines()]
)
def test_a_rule_holds_in_its_sentences(rule: str, sentence: str) -> None:
    assert rule in rules_in(sentence)


@pytest.mark.parametrize(
    ("rule", "sentence"), [(rule, one) for rule, several in UNTOLD.items() for one in several.splitlines()]
)
def test_a_rule_does_not_hold_in_sentences_that_look_alike(rule: str, sentence: str) -> None:
    assert rule not in rules_in(sentence)


def test_every_rule_that_has_sentences_has_some_that_look_alike() -> None:
    assert TOLD.keys() == UNTOLD.keys()


def test_every_rule_is_documented() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs/reference/rules.md").read_text("utf-8")
    section = page.partition("## Reports")[2]
    assert {name for name in {rule.name for rule in RULES} | TOLD.keys() if f"`{name}`" not in section} == set()
