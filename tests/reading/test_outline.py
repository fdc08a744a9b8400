"""How minutes are laid out: which lines are items, which lead-ins are topics, and what is neither."""

from __future__ import annotations

import pytest

from reading.minuted import minutes

LIGHTS = "The lamps in Mill Lane were out again and would be mended by the end of the month."
PARKS = "The swings had been mended and the slide was shut for repair until the spring."
DISCUSSED = "Discussion included the following:"


def items(*blocks: str) -> list[tuple[str | None, str]]:
    """Number and title of every item."""
    return [(found.number, found.title) for found in minutes(*blocks).items]


def topics(*blocks: str) -> list[str]:
    return [found.heading for found in minutes(*blocks).topics]


def rules(*blocks: str) -> set[str]:
    return {found.rule for found in minutes(*blocks).topics}


ITEMS = (
    ("item-label", ("Item 4", "Street lighting", LIGHTS, "Item 5", "Allotments", PARKS)),
    ("item-label", ("Agenda Item No. 4", "Street lighting", LIGHTS, "Agenda Item No. 5", "Allotments", PARKS)),
    ("item-tail", ("Street lighting", "(Item 4)", LIGHTS, "Allotments", "(Item 5)", PARKS)),
    ("item-tail", ("Street lighting", "(Agenda Item 4)", LIGHTS, "Allotments", "(Agenda Item 5)", PARKS)),
    ("item-lead", ("Item 4: Street lighting", LIGHTS, "Item 5: Allotments", PARKS)),
    ("item-lead", ("Agenda Item No. 4 – Street lighting", LIGHTS, "Agenda Item No. 5 – Allotments", PARKS)),
    ("numbered-title", ("4. Street lighting", LIGHTS, "5. Allotments", PARKS)),
    ("numbered-title", ("# 4. Street lighting", LIGHTS, "# 5. Allotments", PARKS)),
    ("numbered-title", ("4) Street lighting", LIGHTS, "5) Allotments", PARKS)),
)


@pytest.mark.parametrize(("rule", "blocks"), ITEMS, ids=[f"{rule}: {blocks[0]}" for rule, blocks in ITEMS])
def test_an_item_has_its_number_and_its_title(rule: str, blocks: tuple[str, ...]) -> None:
    assert items(*blocks) == [("4", "Street lighting"), ("5", "Allotments")]


@pytest.mark.parametrize(("rule", "blocks"), ITEMS, ids=[f"{rule}: {blocks[0]}" for rule, blocks in ITEMS])
def test_an_item_says_by_which_rule_it_was_found(rule: str, blocks: tuple[str, ...]) -> None:
    assert {found.rule for found in minutes(*blocks).items} == {rule}


def test_headings_of_the_page_are_items_without_numbers() -> None:
    assert items("# Street lighting", LIGHTS, "# Allotments", PARKS) == [
        (None, "Street lighting"),
        (None, "Allotments"),
    ]


def test_a_short_line_alone_above_a_paragraph_is_a_title_among_others() -> None:
    found = items(
        "1. Minutes of the last meeting", "They were read.", "Street lighting report", LIGHTS, "2. Allotments", PARKS
    )
    assert (None, "Street lighting report") in found


def test_who_presents_an_item_is_no_part_of_its_title() -> None:
    found = items("4. Street lighting – Councillor Vane, Portfolio Holder", LIGHTS, "5. Allotments – Mrs Hill", PARKS)
    assert found == [("4", "Street lighting"), ("5", "Allotments")]


def test_an_item_reaches_to_the_next_one() -> None:
    first, second = minutes("4. Street lighting", LIGHTS, "5. Allotments", PARKS).items
    assert first.end < first.body_end < second.start


def test_the_last_item_reaches_to_the_end() -> None:
    record = minutes("4. Street lighting", LIGHTS, "5. Allotments", PARKS)
    assert record.items[-1].body_end == len("\n".join(("Street lighting", LIGHTS, "Allotments", PARKS)))


def test_the_quote_of_an_item_is_its_title() -> None:
    assert [found.quote for found in minutes(*ITEMS[0][1]).items] == ["Street lighting", "Allotments"]


def test_the_items_of_a_whole_meeting_are_topics() -> None:
    assert topics("4. Street lighting", LIGHTS, "5. Allotments", PARKS) == ["Street lighting", "Allotments"]


def test_a_single_heading_is_the_title_of_the_page_and_no_topic() -> None:
    assert (items("# Street lighting", LIGHTS), topics("# Street lighting", LIGHTS)) == ([], [])


def test_numbered_paragraphs_are_no_items() -> None:
    assert items("4. The lamps were out in Mill Lane.", "5. The swings were new.") == []


def test_the_day_of_the_meeting_is_no_item() -> None:
    assert items("5 March 2024", "6 Street lighting", LIGHTS, "7 Allotments", PARKS) == [
        ("6", "Street lighting"),
        ("7", "Allotments"),
    ]


def test_a_number_that_does_not_rise_is_no_item() -> None:
    assert items("4. Street lighting", LIGHTS, "1. Lamps", PARKS, "5. Allotments", PARKS) == [
        ("4", "Street lighting"),
        ("5", "Allotments"),
    ]


def test_the_clauses_of_a_resolution_are_no_items() -> None:
    assert items(
        "4. Street lighting", "1. That the report be noted;", "2. To approve the plan.", "5. Allotments", PARKS
    ) == [
        ("4", "Street lighting"),
        ("5", "Allotments"),
    ]


@pytest.mark.parametrize("label", ["# MINUTES", "# Present", "# Discussion", "# Resolved", "# Decision:", "# Actions"])
def test_a_label_is_no_item(label: str) -> None:
    found = items("# Street lighting", LIGHTS, label, "All was well.", "# Allotments", PARKS)
    assert [title for _, title in found] == ["Street lighting", "Allotments"]


def test_what_was_written_before_the_meeting_has_no_items() -> None:
    assert items("[agenda] 4. Street lighting", "[agenda] 5. Allotments", "All was well.") == []


TOPICS = (
    ("dash-topic", (DISCUSSED, "• Lamps – it was asked why lamps were out.", "• Parks – the swings were new.")),
    ("dash-topic", (DISCUSSED, "• Lamps - it was asked why lamps were out.", "• Parks- the swings were new.")),
    ("dash-topic", (DISCUSSED, "• Lamps– it was asked why lamps were out.", "• Parks — the swings were new.")),
    (
        "dash-topic",
        ("Lamps – in response to a question, officers said no.", "Parks – concern was raised about the swings."),
    ),
    ("colon-topic", (DISCUSSED, "• Lamps: it was asked why lamps were out.", "• Parks: the swings were new.")),
)


@pytest.mark.parametrize(("rule", "blocks"), TOPICS, ids=[f"{rule}: {blocks[1]}" for rule, blocks in TOPICS])
def test_a_lead_in_sets_off_a_topic(rule: str, blocks: tuple[str, ...]) -> None:
    assert topics(*blocks) == ["Lamps", "Parks"]


@pytest.mark.parametrize(("rule", "blocks"), TOPICS, ids=[f"{rule}: {blocks[1]}" for rule, blocks in TOPICS])
def test_a_topic_says_by_which_rule_it_was_found(rule: str, blocks: tuple[str, ...]) -> None:
    assert rules(*blocks) == {rule}


def test_what_somebody_undertook_is_something_that_happens_under_a_topic() -> None:
    found = topics(DISCUSSED, "• Lamps – officers undertook to provide more on it.", "• Kerbs – the kerbs were new.")
    assert found == ["Lamps", "Kerbs"]


def test_a_lead_in_whose_dash_was_lost_is_a_topic_among_others() -> None:
    found = topics(
        DISCUSSED, "• Lamps – it was asked why lamps were out.", "• Progress so farthe Commissioner assured Members.",
        "• Parks – the swings were new.",
    )  # fmt: skip
    assert found == ["Lamps", "Progress so far", "Parks"]


def test_a_lettered_title_over_a_paragraph_is_a_topic_of_its_item() -> None:
    found = topics(
        "4. Reports", "They were read.", "a) Street lighting", LIGHTS, "b) Allotments", PARKS, "5. Close", "Done."
    )
    assert found == ["Reports", "Street lighting", "Allotments", "Close"]


def test_the_topics_of_one_item_are_its_lead_ins_and_not_its_title() -> None:
    found = topics("# Roads", DISCUSSED, "• Lamps – it was asked why lamps were out.", "• Kerbs – the kerbs were new.")
    assert found == ["Lamps", "Kerbs"]


def test_a_topic_ends_where_the_next_begins() -> None:
    first, second = minutes(*TOPICS[0][1]).topics
    assert first.end < first.body_end < second.start


def test_a_sentence_belongs_to_the_topic_above_it() -> None:
    record = minutes(DISCUSSED, "• Lamps – the Director agreed to arrange new lamps.", "• Kerbs – the kerbs were new.")
    assert [found.topic for found in record.commitments] == ["Lamps"]


@pytest.mark.parametrize(
    "blocks",
    [
        ("• Cllr Moss – chair", "• Cllr Tan – vice-chair"),
        (DISCUSSED, "• That the lamps – all ten – be lit by the spring."),
        (DISCUSSED, "• He said – at length – that the lamps were out."),
        (DISCUSSED, "• The lamps were out – again – and nobody had come."),
        (DISCUSSED, "• The lamps were out."),
        ("The Director said: the lamps were out.",),
        ("The Committee supported:", "• Lamps – all were to be lit."),
        ("The well-known bridge was shut – for good.",),
        (DISCUSSED, "The Director of People – Children and Adults Services introduced the report on the lamps."),
    ],
    ids=" / ".join,
)
def test_no_topic_is_set_off_by(blocks: tuple[str, ...]) -> None:
    assert topics(*blocks) == []
