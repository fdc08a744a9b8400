"""What is a commitment: for every rule sentences that yield one, and sentences as near that yield none."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from arising.reading.findings.commitments import RULES
from arising.reading.record import Commitment, CommitmentKind
from reading.minuted import minutes

RULE_NAMES = {*(rule.name for rule in RULES), "marked-action", "action-column"}


@dataclass(frozen=True)
class Owed:
    """A sentence and the commitment in it. ``quote`` None says: the whole sentence, without its full stop."""

    rule: str
    sentence: str
    kind: CommitmentKind
    owner: str | None = None
    deliverable: str | None = None
    due: str | None = None
    quote: str | None = None

    @property
    def words(self) -> str:
        return self.quote or self.sentence.split(" || ")[0].rstrip(".")


OWED = (
    Owed("undertook", "The Head of Transport undertook to circulate a briefing note by the end of March 2024.",
         "undertaking", "Head of Transport", "briefing note", "the end of March 2024"),
    Owed("undertook", "Councillor Webb promised to bring a map of the bridge to the next meeting.",
         "undertaking", "Councillor Webb", None, "the next meeting"),
    Owed("undertook", "The Portfolio Holder and officers undertook to look into this and send a briefing note.",
         "undertaking", "Portfolio Holder and officers", "briefing note"),
    Owed("agreed-to-do", "The Director of Place agreed to provide a breakdown of fines at its next meeting.",
         "undertaking", "Director of Place", "breakdown", "its next meeting"),
    Owed("agreed-to-do", "Mrs Hallam offered to share the survey with all members of the Panel.",
         "undertaking", "Mrs Hallam", "survey"),
    Owed("gave-assurance", "The Director gave an assurance that the bus shelters would be mended in February.",
         "undertaking", "Director", None, "February"),
    Owed("gave-assurance", "The Portfolio Holder gave a commitment to publish the findings of the audit in May.",
         "undertaking", "Portfolio Holder", None, "May"),
    Owed("agreed-in-discussion", "It was agreed that a letter would be sent to the bus company by the Chair.",
         "undertaking", None, "letter"),
    Owed("agreed-in-discussion", "It was suggested and agreed that a site visit would be arranged for the spring.",
         "undertaking", None, None, "the spring"),
    Owed("agreed-should", "Members agreed that the draft timetable should be brought back in June.",
         "undertaking", None, None, "June"),
    Owed("agreed-should", "The Committee also agreed that the youth worker should attend its next meeting.",
         "undertaking", None, None, "its next meeting"),
    Owed("actor-to-do", "The Head of Early Help and Prevention to provide a breakdown by ward.",
         "undertaking", "Head of Early Help and Prevention", "breakdown"),
    Owed("actor-to-do", "Clerk to write to the owners of the mill about the culvert.", "undertaking", "Clerk"),
    Owed("actor-to-do", "JB to obtain three quotations for the noticeboard by Friday 26 January 2024.",
         "undertaking", "JB", None, "Friday 26 January 2024"),
    Owed("clerk-asked-to", "Members asked the Clerk to order a new bench.", "expectation", None, "order a new bench"),
    Owed("clerk-asked-to", "Members requested the Treasurer to prepare a forecast for April.",
         "expectation", None, "prepare a forecast for April", "April"),
    Owed("committed-to", "The Trust was committed to opening a second clinic in Thornby.", "undertaking"),
    Owed("committed-to", "The Authority had committed to replacing forty boilers by 2026.",
         "undertaking", None, None, "2026"),
    Owed("hoped", "It was hoped that the new library would open in March.", "expectation", None, None, "March"),
    Owed("hoped", "It was anticipated that the review would be complete by the end of June.",
         "expectation", None, None, "the end of June"),
    Owed("hoped-to", "The Trust hoped to appoint a second nurse in the spring.",
         "expectation", "Trust", "appoint a second nurse in the spring", "the spring"),
    Owed("hoped-to", "The Council was hoping to reopen the museum in June 2024.",
         "expectation", None, None, "June 2024"),
    Owed("intention", "It was the intention of the service to pilot the scheme in two wards from April.",
         "expectation", None, "pilot the scheme in two wards from April", "April"),
    Owed("intention", "The developer intended to submit a revised plan in February.",
         "expectation", None, "revised plan", "February"),
    Owed("intention", "The trust planned to launch a helpline in May.",
         "expectation", None, "launch a helpline in May", "May"),
    Owed("intention", "The scheme was intended to reduce waiting.", "expectation", None, "reduce waiting"),
    Owed("due-to", "A further inspection is planned to take place in May.",
         "expectation", None, "further inspection", "May"),
    Owed("due-to", "The inquiry was expected to conclude by Easter.", "expectation", None, "inquiry", "Easter"),
    Owed("due-to", "A revised timetable was expected shortly.", "expectation", None, "revised timetable", "shortly"),
    Owed("due-to", "The service was set to receive new funding.", "expectation"),
    Owed("due-to", "The new leisure centre was due to open in September 2024.",
         "expectation", None, "new leisure centre", "September 2024"),
    Owed("due-to", "A further inspection was expected in the autumn.",
         "expectation", None, "further inspection", "the autumn"),
    Owed("now-anticipated", "A revised plan is now anticipated.", "expectation", None, "revised plan"),
    Owed("now-anticipated", "The delivery of the barriers was still expected.",
         "expectation", None, "delivery of the barriers"),
    Owed("underway", "Work was underway to resurface the towpath.", "expectation"),
    Owed("underway", "A cycling strategy was being developed with schools.", "expectation"),
    Owed("had-been-asked", "The contractor had been asked to provide a plan for the drains.",
         "expectation", "contractor"),
    Owed("had-been-asked", "The auditor had been commissioned to review the accounts.", "expectation", "auditor"),
    Owed("awaited", "The response of the water company was awaited.",
         "expectation", None, "response of the water company"),
    Owed("awaited", "Awaiting a quotation from the fencing contractor.", "expectation"),
    Owed("is-to-do", "Mr Okafor was to meet the headteachers in February.",
         "undertaking", "Mr Okafor", "meet the headteachers in February", "February"),
    Owed("is-to-do", "The Head of Parks was also to report on the cost of the gates.",
         "undertaking", "Head of Parks"),
    Owed("is-to-be", "The footbridge was to be replaced in the spring.",
         "expectation", None, "footbridge", "the spring"),
    Owed("is-to-be", "The grant scheme is to be reviewed.", "expectation", None, "grant scheme"),
    Owed("ongoing-commitment", "The Director said that there was a clear commitment to the redesign of the square.",
         "expectation", "Director", "redesign of the square"),
    Owed("ongoing-commitment", "The Director added that there was an ongoing commitment to recruiting foster carers.",
         "expectation", None, "recruiting foster carers"),
    Owed("deferred", "The item on allotments was deferred to the next meeting.",
         "undertaking", None, "item on allotments", "the next meeting"),
    Owed("deferred", "The naming of the new road was deferred until March.",
         "undertaking", None, "naming of the new road", "March"),
    Owed("is-asked-to", "The Clerk was asked to provide costs for a new heater.",
         "undertaking", "Clerk", "provide costs for a new heater"),
    Owed("is-asked-to", "Officers were requested to report back on complaints.", "undertaking", "Officers"),
    Owed("would-do", "The Head of Housing would send Members the list of voids within two weeks.",
         "undertaking", "Head of Housing", "list", "within two weeks"),
    Owed("would-do", "A report would be presented to the Committee at its next meeting.",
         "undertaking", None, "report", "its next meeting"),
    Owed("would-do", "The new bins would be installed in April.", "expectation", None, "new bins", "April"),
    Owed("would-do", "The Director said that the depot was full and that the plans would be published in July.",
         "expectation", None, "plans", "July", quote="the plans would be published in July"),
    Owed("marked-action", "ACTION: Mr Dray to advise the Committee of the cost of the lights by 1 March 2024.",
         "undertaking", "Mr Dray", None, "1 March 2024",
         quote="Mr Dray to advise the Committee of the cost of the lights by 1 March 2024"),
    Owed("marked-action", "Action – Town Clerk to obtain a price for the gates.",
         "undertaking", "Town Clerk", quote="Town Clerk to obtain a price for the gates"),
    Owed("action-column", "The drains in Mill Lane need attention. || JB", "undertaking", "JB"),
    Owed("action-column", "The path at Fell Lane was muddy after rain. || RT/JB", "undertaking", "RT/JB"),
)  # fmt: skip

NOTHING = (
    # asked, and not promised
    ("undertook", "Officers had undertaken to write to the parish before the summer."),
    ("undertook", "Members asked why the Director had undertaken to review the parking policy."),
    ("gave-assurance", "Members sought assurance that the bus shelters would be mended."),
    ("committed-to", "Members asked how the Trust was committed to opening a second clinic."),
    ("hoped-to", "Members asked what the Trust hoped to gain from the merger."),
    ("now-anticipated", "Members asked whether the delivery of the barriers was still expected."),
    ("underway", "Members asked whether work was underway to resurface the towpath."),
    ("had-been-asked", "Councillor Mistry queried whether the contractor had been asked to provide a plan."),
    ("awaited", "Members asked if the response of the water company was awaited."),
    ("is-to-do", "Members wondered who was to meet the headteachers in February."),
    ("is-to-be", "He asked whether the footbridge was to be replaced in the spring."),
    ("deferred", "Members asked why the item had been deferred until March."),
    ("would-do", "Councillor Mistry asked whether the Director would publish the plan."),
    ("would-do", "It was asked when the depot would open."),
    ("would-do", "There was concern that the library would close in April."),
    # supposed
    ("would-do", "If funding were found the pool would open in May."),
    ("would-do", "The Director explained that, if the bid failed, the post would be removed."),
    ("would-do", "Had the bid succeeded, the pool would have opened in May."),
    ("would-do", "It was suggested that officers might write to the parish councils."),
    # history
    ("agreed-in-discussion", "Two years ago it was agreed that the hall would be sold."),
    ("would-do", "The school had opened in September 2019."),
    # wishes of members
    ("agreed-should", "Members felt that officers should publish the plan."),
    ("would-do", "Members would like a report on potholes."),
    ("would-do", "Members requested that a report be brought to the next meeting."),
    ("would-do", "Residents would welcome a crossing."),
    # general intention, duty and opinion
    ("would-do", "Staff would continue to work hard for residents."),
    ("would-do", "The new duty would require councils to publish their waiting times."),
    ("would-do", "It would be helpful to have a map."),
    ("would-do", "The Council would not close the library."),
    ("intention", "The intention behind the scheme was welcomed by all."),
    ("ongoing-commitment", "Members praised the commitment to young people shown by staff."),
    # the same words in another sense
    ("agreed-to-do", "The Board agreed to differ on the matter."),
    ("agreed-should", "Members agreed that the work was excellent."),
    ("actor-to-do", "Officers to whom Members had spoken were thanked."),
    ("clerk-asked-to", "The Clerk asked Members to be patient."),
    ("committed-to", "Committed staff had carried the service through the winter."),
    ("hoped", "Members hoped that the officers were well."),
    ("due-to", "The delay was due to the weather and to illness."),
    ("is-asked-to", "The Clerk was asked to leave the room."),
    ("is-asked-to", "Members were asked to note the report."),
    ("marked-action", "Every action: good or bad, was recorded."),
    ("marked-action", "The action group met in March."),
    ("action-column", "The drains in Mill Lane need attention."),
)

EVERY = pytest.mark.parametrize("owed", OWED, ids=lambda owed: f"{owed.rule}: {owed.words}")


def only(sentence: str) -> Commitment:
    """The one commitment that a sentence holds."""
    (commitment,) = minutes(sentence).commitments
    return commitment


@EVERY
def test_each_sentence_yields_one_commitment_by_its_rule(owed: Owed) -> None:
    assert [found.rule for found in minutes(owed.sentence).commitments] == [owed.rule]


@EVERY
def test_its_quote_is_the_clause_that_promises(owed: Owed) -> None:
    assert only(owed.sentence).quote == owed.words


@EVERY
def test_it_is_owed_or_only_expected(owed: Owed) -> None:
    assert only(owed.sentence).kind == owed.kind


@pytest.mark.parametrize("owed", [owed for owed in OWED if owed.owner], ids=lambda owed: owed.words)
def test_its_owner_is_who_the_sentence_says_must_act(owed: Owed) -> None:
    assert only(owed.sentence).owner == owed.owner


@pytest.mark.parametrize("owed", [owed for owed in OWED if owed.deliverable], ids=lambda owed: owed.words)
def test_what_is_owed_is_named_in_a_few_of_its_words(owed: Owed) -> None:
    assert only(owed.sentence).deliverable == owed.deliverable


@EVERY
def test_it_falls_due_when_the_sentence_says_and_else_not(owed: Owed) -> None:
    assert only(owed.sentence).due == owed.due


@pytest.mark.parametrize(("rule", "sentence"), NOTHING, ids=[sentence for _, sentence in NOTHING])
def test_nothing_is_promised_by(rule: str, sentence: str) -> None:
    assert minutes(sentence).commitments == ()


def test_every_rule_has_two_sentences_that_yield_it() -> None:
    scarce = {name for name in RULE_NAMES if sum(owed.rule == name for owed in OWED) < 2}
    assert not scarce, "give each rule two sentences in OWED"


def test_every_rule_has_a_near_miss() -> None:
    assert not RULE_NAMES - {rule for rule, _ in NOTHING}, "give each rule a sentence in NOTHING"


def test_no_table_names_a_rule_that_is_gone() -> None:
    assert {owed.rule for owed in OWED} | {rule for rule, _ in NOTHING} <= RULE_NAMES
