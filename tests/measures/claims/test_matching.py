"""Which indicator a sentence of minutes is of, and which are of none: with the cards that come with the project."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from arising.measures.cards import cards
from arising.measures.claims import Match, Unmatched, match
from measures.claims.invented import ENGLAND, THORNBY, told


@dataclass(frozen=True)
class Said:
    """A sentence, the heading it stands under, and the card that it is of."""

    card: str
    sentence: str
    heading: str = ""


OF_AN_INDICATOR = (
    Said("ehcp-20-weeks", "Officers said that 71% of EHCPs were issued within 20 weeks."),
    Said(
        "ehcp-20-weeks", "Some 54% of education, health and care plans had been finalised within the 20-week deadline."
    ),
    Said("ehcp-20-weeks", "EHC plans completed within twenty weeks stood at 63.4%."),
    Said(
        "ehcp-20-weeks", "Timeliness had improved, with 58% issued within 20 weeks.", "Education, Health and Care Plans"
    ),
    Said("ehcp-20-weeks", "66% of plans were finalised within the statutory timescale.", "EHCPs"),
    Said("ehcp-20-weeks", "EHCP timeliness had reached 62%."),
    Said("ehcp-refused", "The refusal rate for EHCP requests was 24%."),
    Said("ehcp-refused", "About a quarter, 26%, of applications for an EHCP had been refused."),
    Said("re-referrals", "Re-referrals had risen to 24.8%."),
    Said("re-referrals", "The re-referral rate stood at 19% in 2022/23."),
    Said("assessments-45-days", "82% of assessments were completed within 45 working days."),
    Said("conferences-15-days", "ICPCs within 15 days had fallen to 71%."),
    Said("protection-plans", "There were 288 children subject to a child protection plan."),
    Said("protection-plans", "312 children were on CP plans."),
    Said("looked-after", "There were 444 looked after children at the end of March."),
    Said("looked-after", "The rate of children in care was 72 per 10,000."),
    Said("looked-after", "There were currently 466 children in care."),
    Said("repeat-plans", "22% of children started on a second or subsequent child protection plan."),
    Said("placement-moves", "12% of looked after children had three or more placements in the year."),
    Said("care-leavers-in-work", "55% of care leavers were in education, employment or training."),
    Said("care-leavers-homes", "The percentage of care leavers in suitable accommodation was 91%."),
    Said("agency", "Agency staff made up 26% of social workers."),
    Said("agency", "Agency social workers made up 31.9% of the workforce.", "Workforce"),
    Said("vacancies", "The vacancy rate for social workers was 29%."),
    Said("turnover", "Social worker turnover was 17.5%."),
    Said("neet", "5.2% of young people were NEET."),
    Said("unaccompanied-children", "There were 26 unaccompanied asylum-seeking children."),
    Said("children-in-need", "There were 1,840 children in need."),
)

OF_NONE = (
    Said("", "12 social workers had been recruited."),
    Said("", "Recruitment of ten overseas social workers had begun.", "Workforce"),
    Said("", "The time was approximately 50% shorter.", "Child and adolescent mental health services"),
    Said("", "Annual growth would need to be reduced by 50%.", "High Needs Block"),
    Said("", "The regulations allowed for four children to be cared for together.", "Fostering"),
    Said("", "Some 45 looked after children had attended the summer camp."),
    Said("", "85% of parents were satisfied with the EHCP process within 20 weeks."),
    Said("", "A survey of care leavers found that 40% felt lonely."),
    Said("", "The refusal rate for planning applications was 12%.", "Planning"),
    Said("", "The vacancy rate on the high street was 14%.", "Town centre"),
    Said("", "Staff turnover at the leisure centre was 30%."),
    Said("", "The school had suspended 12 pupils."),
    Said("", "Agency staff had cost £2.1m."),
    Said("", "Ten new foster carers had been approved."),
    Said("", "The budget for children in need was overspent by £1.2m."),
    Said("", "20 EHCP officers had been appointed."),
    Said("", "15% of looked after children had been missing from home."),
    Said("", "44 boys were on a child protection plan."),
    Said("", "The council recycled 44% of its waste."),
    Said("", "48 members of staff worked with care leavers."),
    Said("", "Three EHCP appeals had been lost at tribunal."),
    Said("", "12% of EHCPs were for autism."),
    Said("", "88% of pupils with EHCPs attended mainstream schools."),
    Said("", "40% of looked after children were NEET."),
    Said("", "40% of care leavers were NEET."),
    Said("", "95% of invoices for EHCPs were paid on time."),
    Said("", "62% of annual reviews of EHCPs were late."),
    Said("", "She had met social workers who held 14 children.", "Caseloads"),
)


def found(said: Said) -> Match | Unmatched:
    return match(told(said.sentence, heading=said.heading), cards())


@pytest.mark.parametrize("said", OF_AN_INDICATOR, ids=lambda one: one.sentence)
def test_the_words_name_an_indicator(said: Said) -> None:
    one = found(said)
    assert isinstance(one, Match), one
    assert one.card.key == said.card


@pytest.mark.parametrize("said", OF_NONE, ids=lambda one: one.sentence)
def test_the_words_name_none(said: Said) -> None:
    assert isinstance(found(said), Unmatched), found(said)


@pytest.mark.parametrize("said", OF_AN_INDICATOR, ids=lambda one: one.sentence)
def test_the_reasons_quote_the_words(said: Said) -> None:
    one = found(said)
    assert isinstance(one, Match)
    quoted = one.reasons[0].split("”")[0].removeprefix("“")
    assert quoted
    assert quoted.casefold() in said.sentence.casefold()


def test_two_cards_that_fit_as_well_are_both_named() -> None:
    two = {key: cards()[key] for key in ("turnover", "vacancies")}
    said = told("For social workers turnover and vacancy stood at 17%.")
    one = match(said, two)
    assert isinstance(one, Unmatched)
    assert {card.key for card in one.between} == {"turnover", "vacancies"}


def test_words_between_a_card_and_the_number_that_it_does_not_know_make_it_less_sure() -> None:
    one = match(told("71% of autumn EHCPs from hubs were issued within 20 weeks."), cards())
    assert isinstance(one, Match)
    assert not one.likely
    assert "hubs" in " ".join(one.reasons)


@pytest.mark.parametrize(
    ("words", "variants"),
    [
        ("71% of EHCPs were issued within 20 weeks, excluding exceptions.", ("without-exceptions",)),
        ("Including exceptional cases, 71% of EHCPs were issued within 20 weeks.", ("with-exceptions",)),
        ("71% of EHCPs were issued within 20 weeks without exceptions.", ("without-exceptions",)),
        ("71% of EHCPs were issued within 20 weeks.", ("without-exceptions", "with-exceptions")),
        ("Of re-referrals, 27% of referrals were about a child referred within twelve months.", ("referrals",)),
        ("24% of children were re-referred within 12 months.", ("children",)),
        ("The re-referral rate was 24%.", ("referrals", "children")),
    ],
)
def test_the_words_choose_the_definition(words: str, variants: tuple[str, ...]) -> None:
    one = match(told(words), cards())
    assert isinstance(one, Match)
    assert one.variants == variants


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("71% of EHCPs were issued within 20 weeks.", THORNBY.code),
        ("Nationally 52% of EHCPs were issued within 20 weeks.", ENGLAND.code),
        ("The national average for EHCPs within 20 weeks was 52%.", ENGLAND.code),
        ("EHCPs issued within 20 weeks: 71% (national 52%).", THORNBY.code),
        ("EHCPs within 20 weeks were at 71% (England 52%).", THORNBY.code),
        ("52% of EHCPs were issued within 20 weeks nationally.", ENGLAND.code),
        ("In Kent 52% of EHCPs were issued within 20 weeks.", "E10000016"),
        ("The regional figure for EHCPs within 20 weeks was 52%.", "E12000008"),
    ],
)
def test_the_words_choose_the_area(words: str, area: str) -> None:
    one = match(told(words), cards())
    assert isinstance(one, Match)
    assert one.area is not None
    assert one.area.code == area


def test_similar_authorities_are_not_published_as_one_figure() -> None:
    one = match(told("The average of statistical neighbours for EHCPs within 20 weeks was 52%."), cards())
    assert isinstance(one, Unmatched)
    assert "similar authorities" in one.why
