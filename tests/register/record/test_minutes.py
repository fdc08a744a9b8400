"""Blocks of a document as a page shows them."""

from __future__ import annotations

from arising.documents.document import Block, BlockKind, Part, Place
from arising.register.record.marking import MarkedText
from arising.register.record.minutes import Section, Shown, sections

TEXT = "abcdefghij"


def block(at: int, kind: BlockKind = BlockKind.PARAGRAPH, **about: object) -> Block:
    return Block(kind, at, at + 1, **about)  # type: ignore[arg-type]


def shown(*blocks: Block, leave_out: frozenset[Part] = frozenset()) -> list[Section]:
    return sections(blocks, MarkedText(TEXT, []), leave_out=leave_out)


def outline(items: list[Shown]) -> list[object]:
    return [[item.words, outline(item.inner)] if item.inner else item.words for item in items]


def test_list_items_nest_by_level() -> None:
    levels = (0, 1, 1, 2, 0)
    (only,) = shown(*(block(at, BlockKind.LIST_ITEM, level=level) for at, level in enumerate(levels)))
    assert outline(only.runs[0].blocks) == [["a", ["b", ["c", ["d"]]]], "e"]


def test_a_list_that_begins_deep_is_still_whole() -> None:
    (only,) = shown(*(block(at, BlockKind.LIST_ITEM, level=level) for at, level in enumerate((2, 1, 0))))
    assert outline(only.runs[0].blocks) == ["a", "b", "c"]


def test_parts_stand_apart_in_their_order() -> None:
    told = shown(block(0, part=Part.AGENDA), block(1), block(2), block(3, part=Part.DECISION))
    assert [section.title for section in told] == ["Written before the meeting", "Minutes", "Decision"]


def test_a_part_that_is_left_out_does_not_split_what_is_around_it() -> None:
    told = shown(block(0), block(1, part=Part.PAGE), block(2), leave_out=frozenset({Part.PAGE}))
    assert [len(section.runs[0].blocks) for section in told] == [2]


def test_minutes_alone_need_no_title() -> None:
    assert [section.title for section in shown(block(0), block(1))] == [""]


def test_an_agenda_alone_is_named_as_one() -> None:
    assert [section.title for section in shown(block(0, part=Part.AGENDA))] == ["Written before the meeting"]


def test_headings_keep_their_order_below_the_headings_of_the_page() -> None:
    heads = [block(at, BlockKind.HEADING, level=level) for at, level in enumerate((1, 3, 7, 9, 11))]
    (only,) = shown(*heads)
    assert [each.tag for each in only.runs[0].blocks] == ["h3", "h4", "h5", "h6", "h6"]


def test_headings_stand_below_the_title_of_their_part() -> None:
    _, minutes = shown(block(0, part=Part.AGENDA), block(1, BlockKind.HEADING, level=2))
    assert [each.tag for each in minutes.runs[0].blocks] == ["h4"]


def test_a_page_is_named_where_it_begins_save_the_first() -> None:
    (only,) = shown(*(block(at, place=Place(page=page)) for at, page in enumerate((3, 3, 4, 4, 5))))
    assert [each.page for each in only.runs[0].blocks] == [None, None, 4, None, 5]


def test_a_table_row_is_shown_cell_by_cell() -> None:
    row = Block(BlockKind.TABLE_ROW, 0, 5, cells=((0, 2), (3, 5)))
    (only,) = shown(row)
    assert only.runs[0].blocks[0].cells == ["ab", "de"]
