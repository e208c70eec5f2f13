"""Setting blocks on pages: nothing lost, nothing over another, nothing out of the room."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from pilotmap.layout.drawing import Box, Rect, TextLine
from pilotmap.report.setting.flow import Block, Part, beside, fill
from pilotmap.report.setting.page import Bookmark, Layer, Slice
from pilotmap.report.setting.spans import plain
from pilotmap.report.setting.tables import Column as TableColumn
from pilotmap.report.setting.tables import table, together

ROOM = Box(40, 30, 300, 200)


def piece(height: float) -> Slice:
    return Slice(height, (Layer((Rect(Box(0, 0, 100, height)),)),))


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    heights = draw(st.lists(st.floats(1, 60), min_size=1, max_size=12))
    return Block(
        tuple(map(piece, heights)),
        gap=draw(st.floats(0, 30)),
        padding=draw(st.sampled_from([0.0, 6.0])),
        with_next=draw(st.booleans()),
        may_break=draw(st.booleans()),
    )


def boxes(column: Slice) -> list[Box]:
    return [
        Box(layer.x + each.box.x, layer.y + each.box.y, each.box.w, each.box.h)
        for layer in column.layers
        for each in layer.primitives
        if isinstance(each, Rect)
    ]


@given(st.lists(blocks(), max_size=12))
def test_every_slice_is_set_once_in_order_and_inside_the_room(given_blocks: list[Block]) -> None:
    columns = fill(given_blocks, ROOM)
    heights = [each.height for block in given_blocks for each in block.slices]
    assert [box.h for column in columns for box in boxes(column)] == heights
    for column in columns:
        placed = boxes(column)
        for box in placed:
            assert box.y >= ROOM.y
            assert box.bottom <= ROOM.bottom + 0.02
        for above, below in itertools.pairwise(placed):
            assert above.bottom <= below.y + 1e-6


@given(st.lists(blocks(), min_size=1, max_size=12))
def test_no_page_is_left_empty(given_blocks: list[Block]) -> None:
    assert all(boxes(column) for column in fill(given_blocks, ROOM))


def test_a_heading_goes_with_what_follows() -> None:
    heading = Block((piece(20),), with_next=True)
    columns = fill((Block((piece(150),)), heading, Block((piece(60),))), ROOM)
    assert [len(boxes(column)) for column in columns] == [1, 2]


def test_a_block_that_fits_a_page_is_not_broken() -> None:
    columns = fill((Block((piece(100),)), Block((piece(60), piece(60)))), ROOM)
    assert [len(boxes(column)) for column in columns] == [1, 2]


def test_one_that_may_break_fills_the_page_but_leaves_no_few_lines_alone() -> None:
    lines = Block(tuple(piece(20) for _ in range(8)), may_break=True)
    assert [len(boxes(each)) for each in fill((Block((piece(100),)), lines), ROOM)] == [6, 3]
    assert [len(boxes(each)) for each in fill((Block((piece(150),)), lines), ROOM)] == [1, 8]


def test_a_frame_surrounds_each_part_of_a_broken_block() -> None:
    tall = Block(
        tuple(piece(50) for _ in range(6)),
        frame=lambda box: (Rect(box, line="ink"),),
        padding=5.0,
        bookmark=Bookmark("here", "Here"),
    )
    columns = fill((tall,), ROOM)
    assert len(columns) == 2
    for column in columns:
        frame, *inner = boxes(column)
        assert all(frame.contains(box.x, box.y) for box in inner)
        assert frame.bottom <= ROOM.bottom
    assert [len(column.bookmarks) for column in columns] == [1, 0]


def test_blocks_side_by_side_share_their_height_or_are_refused() -> None:
    frame = lambda box: (Rect(box, line="ink"),)  # noqa: E731
    low, high = Block((piece(20),), frame=frame), Block((piece(80),), frame=frame)
    row = beside((Part(0, 100, low), Part(110, 100, high)), 100)
    assert row is not None
    (column,) = fill((row,), ROOM)
    framed = [box for box in boxes(column) if box.h == 80 and box.w == 100]
    assert {box.x for box in framed} >= {ROOM.x, ROOM.x + 110}
    assert beside((Part(0, 100, low), Part(110, 100, high)), 79) is None


def test_a_table_that_breaks_says_its_heading_again_and_leaves_no_row_alone() -> None:
    columns = (TableColumn("Name", 0.5), TableColumn("What", 0.5))
    rows = [(plain(f"row {number}"), plain("said")) for number in range(30)]
    blocks = together(table(columns, rows, 400))
    high = blocks[1].height
    for above in range(4, 12):
        lead = Block((Slice(high * above),))
        pages = fill((lead, *blocks), Box(0, 0, 400, high * 12))
        said = [
            [each.text for layer in page.layers for each in layer.primitives
             if isinstance(each, TextLine)]
            for page in pages
        ]  # fmt: skip
        told = [[text for text in texts if text.startswith("row ")] for texts in said]
        assert [text for texts in told for text in texts] == [f"row {n}" for n in range(30)]
        for texts, its_rows in zip(said, told, strict=True):
            assert not its_rows or "Name" in texts
            assert not its_rows or len(its_rows) >= 3
