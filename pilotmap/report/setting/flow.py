"""Sets blocks one below the other and breaks them over pages, so that nothing ever overlaps.

A block is a stack of slices that cannot be cut. It goes whole to the next page where that page has
room for it, else it is broken between two slices.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Box, Primitive
from pilotmap.report.setting.page import Bookmark, Layer, Slice

Frame = Callable[[Box], tuple[Primitive, ...]]
_ROUNDING: Final = 0.01
_FEWEST_LINES: Final = 4  # of a broken block, together on a page


@dataclass(frozen=True, slots=True)
class Block:
    """Slices that belong together, the space above them, and what is painted behind each part.

    `padding` is the frame's own room above the first and below the last slice of a part. One that
    `may_break` fills the rest of a page with some lines of it rather than leave that empty. The
    `header` is said again above a block that begins a page.
    """

    slices: tuple[Slice, ...]
    gap: float = 0.0
    frame: Frame | None = None
    padding: float = 0.0
    with_next: bool = False
    may_break: bool = False
    bookmark: Bookmark | None = None
    header: "Block | None" = None

    @property
    def height(self) -> float:
        """The height without the gap above."""
        return sum(each.height for each in self.slices) + 2 * self.padding

    def kept_with_next(self) -> "Block":
        """The block, never the last on a page."""
        return replace(self, with_next=True)


class Part(NamedTuple):
    """A block with its place in a row of blocks."""

    x: float
    width: float
    block: Block


def fill(blocks: Sequence[Block], room: Box) -> tuple[Slice, ...]:
    """The blocks set into as many columns of the room's size as they need."""
    columns = [_Filling(room)]
    for at, block in enumerate(blocks):
        needed = _kept_together(blocks[at:], room.h)
        if not columns[-1].empty and columns[-1].left < columns[-1].gap(block) + needed:
            columns.append(_Filling(room))
            header = block.header
            if header is not None and header.height + block.height <= room.h:
                columns[-1].add(header, tuple(each.repeated() for each in header.slices))
        _place(block, columns)
    return tuple(column.finished() for column in columns)


def beside(parts: Sequence[Part], highest: float) -> Block | None:
    """Blocks side by side as one that cannot be broken, or None where that is higher than allowed.

    Every frame is painted to the height of the highest block.
    """
    height = max(part.block.height for part in parts)
    if height > highest:
        return None
    columns = []
    for x, width, block in parts:
        filling = _Filling(Box(x, 0, width, height))
        filling.add(block, block.slices, height)
        columns.append(filling.finished())
    return Block((Slice.joined(height, columns),), gap=max(part.block.gap for part in parts))


def _kept_together(blocks: Sequence[Block], highest: float) -> float:
    """The height that the first block and what must stay with it need, without the gap above."""
    chain = [blocks[0]]
    while chain[-1].with_next and len(chain) < len(blocks):
        chain.append(blocks[len(chain)])
    rest = chain[1:]
    whole = chain[0].height + sum(block.gap + block.height for block in rest)
    if whole <= highest and not chain[-1].may_break:
        return whole
    # All of it but the last block, with the start of that one; too much even so, less of it.
    begun = whole - chain[-1].height + _start(chain[-1], highest)
    if begun <= highest or len(chain) == 1:
        return min(begun, highest)
    return chain[0].height + rest[0].gap + _start(rest[0], highest)


def _start(block: Block, highest: float) -> float:
    """The height of the part of a block that must not stand apart from what is above it."""
    if not block.may_break and block.height <= highest:
        return block.height
    return 2 * block.padding + sum(each.height for each in block.slices[:_FEWEST_LINES])


def _place(block: Block, columns: list["_Filling"]) -> None:
    waiting = list(block.slices)
    breakable = block.may_break or block.height > columns[-1].room.h
    while waiting:
        column = columns[-1]
        fitting = _fitting(waiting, column.left - 2 * block.padding - column.gap(block))
        enough = breakable and fitting >= _FEWEST_LINES
        if fitting == len(waiting) or enough or column.empty:
            taken = max(fitting, 1)
            column.add(block, waiting[:taken])
            waiting = waiting[taken:]
            block = replace(block, bookmark=None)
        if waiting:
            columns.append(_Filling(column.room))


def _fitting(slices: Sequence[Slice], space: float) -> int:
    used, count = 0.0, 0
    for each in slices:
        used += each.height
        if used > space + _ROUNDING:
            break
        count += 1
    return count


class _Filling:
    """A column while it is being filled."""

    def __init__(self, room: Box) -> None:
        self.room = room
        self.empty = True
        self._y = room.y
        self._pieces: list[Slice] = []

    @property
    def left(self) -> float:
        """The height still free."""
        return self.room.bottom - self._y

    def gap(self, block: Block) -> float:
        """The space above a block, none at the top of a page."""
        return 0.0 if self.empty else block.gap

    def add(self, block: Block, slices: Sequence[Slice], height: float = 0.0) -> None:
        """Set some slices of a block with its frame around them, at least so high."""
        x, top = self.room.x, self._y + self.gap(block)
        tall = max(height, sum(each.height for each in slices) + 2 * block.padding)
        if block.frame is not None:
            frame = Layer(block.frame(Box(x, top, self.room.w, tall)))
            self._pieces.append(Slice(0.0, (frame,)))
        if block.bookmark is not None:
            mark = replace(block.bookmark, y=top)
            self._pieces.append(Slice(0.0, bookmarks=(mark,)))
        y = top + block.padding
        for each in slices:
            self._pieces.append(each.moved(x, y))
            y += each.height
        self._y = top + tall
        self.empty = False

    def finished(self) -> Slice:
        """What the column holds, in the page's points; as high as its lowest piece reaches."""
        return Slice.joined(self._y, self._pieces)
