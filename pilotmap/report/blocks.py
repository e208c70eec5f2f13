"""The document's building blocks: paragraphs, headings, rows of a table, cards, bars."""

from collections.abc import Iterable
from typing import Final

from pilotmap.layout.drawing import Box, Primitive, Rect
from pilotmap.layout.theme import Role
from pilotmap.report.flow import Block, Frame, Slice
from pilotmap.report.page import Bookmark, Layer, Link
from pilotmap.report.tables import columns_row
from pilotmap.report.typeset import paragraph_slices, text_line
from pilotmap.report.typography import CELL, HEADING, LABEL, NAME, Style
from pilotmap.report.words import Span, plain

_CARD_PAD: Final = 10.5
_BAR_HEIGHT: Final = 11.5
_BAR_PITCH: Final = 18.0
_BAR_LABEL: Final = 60.0
_BAR_VALUE: Final = 75.0


def paragraph(
    spans: Iterable[Span],
    style: Style,
    width: float,
    *,
    gap: float = 0.0,
    with_next: bool = False,
    bookmark: Bookmark | None = None,
) -> Block:
    """Text over the full width that may break between any two lines."""
    slices = paragraph_slices(tuple(spans), style, width)
    return Block(slices, gap, with_next=with_next, may_break=True, bookmark=bookmark)


def heading(text: str, width: float, key: str, *, gap: float = 24.0, level: int = 1) -> Block:
    """A heading that stays with what follows, and stands in the outline."""
    slices = (*paragraph_slices(plain(text), HEADING, width), Slice(7.0))
    return Block(slices, gap, with_next=True, bookmark=Bookmark(key, text, level=level))


def lead(spans: Iterable[Span], style: Style, width: float) -> Block:
    """The sentence that matters, beside a violet bar."""
    slices = paragraph_slices(tuple(spans), style, width - 15, x=15)
    return Block(slices, gap=3.0, frame=_violet_bar, padding=2.0, with_next=True)


def _violet_bar(box: Box) -> tuple[Primitive, ...]:
    return (Rect(Box(box.x, box.y, 3, box.h), fill="ai.line"),)


def row(label: str, value: Iterable[Span], width: float, label_width: float) -> Block:
    """A question and its answer over a rule; a long one may break between its lines."""
    question = (Span(label, weight=LABEL.weight, colour=LABEL.colour, size=LABEL.size),)
    return columns_row((question, tuple(value)), (label_width, width - label_width), width)


def stacked(blocks: Iterable[Block], gap: float = 0.0) -> Block:
    """Several blocks without frames as one."""
    slices: list[Slice] = []
    for block in blocks:
        slices += [Slice(block.gap)] if block.gap else []
        slices += block.slices
    return Block(tuple(slices), gap)


def card_frame(line: Role, fill: Role | None, line_width: float = 0.9) -> Frame:
    """A round box behind a block."""

    def frame(box: Box) -> tuple[Primitive, ...]:
        return (Rect(box, fill=fill, line=line, line_width=line_width, radius=6.0),)

    return frame


def card(
    paragraphs: Iterable[tuple[Iterable[Span], Style, float]],
    width: float,
    frame: Frame,
    gap: float,
) -> Block:
    """Paragraphs, each with its style and the space above it, within a frame."""
    slices: list[Slice] = []
    for spans, style, above in paragraphs:
        slices += [Slice(above)] if above else []
        slices += paragraph_slices(tuple(spans), style, width - 2 * _CARD_PAD, x=_CARD_PAD)
    return Block(tuple(slices), gap=gap, frame=frame, padding=_CARD_PAD)


def bars(rows: tuple[tuple[str, float, str, Role], ...], width: float) -> Block:
    """Named bars from a common start, the longest over the full width."""
    longest = max((abs(value) for _, value, _, _ in rows), default=0.0) or 1.0
    room = width - _BAR_LABEL - _BAR_VALUE
    slices = tuple(
        _bar(label, max(value, 0.0) / longest * room, shown, role, room)
        for label, value, shown, role in rows
    )
    return Block(slices, gap=6.0, with_next=True)


def _bar(label: str, long: float, shown: str, role: Role, room: float) -> Slice:
    box = Box(_BAR_LABEL, 2.5, room, _BAR_HEIGHT)
    primitives: list[Primitive] = [
        text_line(label, CELL._replace(colour="ink.soft"), 0, 11.6),
        Rect(box, fill="lane.head", radius=3.0),
    ]
    if long > 0:
        primitives.append(Rect(Box(box.x, box.y, max(long, 1.0), box.h), fill=role, radius=3.0))
    primitives.append(text_line(shown, NAME._replace(size=9), box.right + 7.5, 11.6))
    return Slice(_BAR_PITCH, (Layer(tuple(primitives)),))


def link_over(
    slices: tuple[Slice, ...], width: float, target: str, about: str
) -> tuple[Slice, ...]:
    """The slices with an invisible link over each."""
    return tuple(
        Slice(
            each.height,
            each.layers,
            (*each.links, Link(Box(0, 0, width, each.height), target, about)),
            each.fields,
        )
        for each in slices
    )
