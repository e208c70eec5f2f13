"""The document's building blocks: paragraphs, headings, rows of a table, cards, bars."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from pilotmap.layout.drawing import Box, Primitive, Rect
from pilotmap.layout.theme import Role
from pilotmap.report.setting.flow import Block, Frame
from pilotmap.report.setting.page import Bookmark, Layer, Slice
from pilotmap.report.setting.spans import Span, plain
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.tables import columns_row
from pilotmap.report.setting.typeset import paragraph_slices, spaced_width, text_layer, text_line
from pilotmap.report.setting.typography import (
    BODY,
    CELL,
    EYEBROW,
    HEADING,
    LABEL,
    MAP_TITLE,
    NAME,
    Style,
)

_CARD_PAD: Final = 10.5
_BAR_HEIGHT: Final = 11.5
_BAR_PITCH: Final = 18.0
_BAR_TEXT: Final = NAME._replace(size=9)
_BAR_TEXT_LEAST: Final = 60.0
_BAR_GAP: Final = 7.5
_INDENT: Final = 12.0


def paragraph(
    spans: Iterable[Span],
    style: Style,
    width: float,
    *,
    gap: float = 0.0,
    with_next: bool = False,
    bookmark: Bookmark | None = None,
    element: Element | None = None,
) -> Block:
    """Text over the full width that may break between any two lines."""
    slices = paragraph_slices(tuple(spans), style, width, element or Element("P"))
    return Block(slices, gap, with_next=with_next, may_break=True, bookmark=bookmark)


def heading(text: str, width: float, key: str, *, gap: float = 24.0, level: int = 1) -> Block:
    """A heading that stays with what follows, and stands in the outline."""
    slices = (*paragraph_slices(plain(text), HEADING, width, Element("H2")), Slice(7.0))
    return Block(slices, gap, with_next=True, bookmark=Bookmark(key, text, level=level))


def page_title(eyebrow: str, title: str, width: float, mark: Bookmark) -> tuple[Block, ...]:
    """What a part of the document is about, at the top of its first page: one heading."""
    element = Element("H1")
    return (
        paragraph(plain(eyebrow), EYEBROW, width, with_next=True, bookmark=mark, element=element),
        paragraph(plain(title), MAP_TITLE, width, gap=4.0, with_next=True, element=element),
    )


def lead(spans: Iterable[Span], style: Style, width: float, *, gap: float = 3.0) -> Block:
    """The sentence that matters, beside a violet bar."""
    slices = paragraph_slices(tuple(spans), style, width - 15, Element("P"), x=15)
    return Block(slices, gap=gap, frame=_violet_bar, padding=2.0, with_next=True)


def _violet_bar(box: Box) -> tuple[Primitive, ...]:
    return (Rect(Box(box.x, box.y, 3, box.h), fill="ai.line"),)


def answer_rows(
    answers: Iterable[tuple[str, Iterable[Span]]], width: float, label_width: float
) -> tuple[Block, ...]:
    """Questions and their answers over rules; a long one may break between its lines."""
    table = Element("Table")
    style = Span("", weight=LABEL.weight, colour=LABEL.colour, size=LABEL.size)
    return tuple(
        columns_row(
            ((style._replace(text=question),), tuple(said)),
            (label_width, width - label_width),
            width,
            Element("TR", table),
            titles="Row",
        )
        for question, said in answers
    )


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
        inner = width - 2 * _CARD_PAD
        slices += paragraph_slices(tuple(spans), style, inner, Element("P"), x=_CARD_PAD)
    return Block(tuple(slices), gap=gap, frame=frame, padding=_CARD_PAD)


def bars(rows: tuple[tuple[str, float, str, Role], ...], width: float) -> Block:
    """Named bars from a common start, the longest over the full width."""
    longest = max((abs(value) for _, value, _, _ in rows), default=0.0) or 1.0
    before = max((_room(label, CELL) for label, _, _, _ in rows), default=0.0)
    behind = max((_room(shown, _BAR_TEXT) for _, _, shown, _ in rows), default=0.0)
    room = Box(before, 2.5, width - before - behind, _BAR_HEIGHT)
    said = "; ".join(f"{label}: {shown}" for label, _, shown, _ in rows)
    figure = Element("Figure", alt=said)
    slices = tuple(
        figure_slice(
            figure, width, _BAR_PITCH, _bar(label, max(value, 0.0) / longest, shown, role, room)
        )
        for label, value, shown, role in rows
    )
    return Block(slices, gap=6.0, with_next=True)


def figure_slice(
    figure: Element, width: float, height: float, primitives: Iterable[Primitive]
) -> Slice:
    """A piece of a figure over the full width."""
    extent = Box(0, 0, width, height)
    return Slice(height, (Layer(tuple(primitives), element=figure, extent=extent),))


def _room(text: str, style: Style) -> float:
    return max(_BAR_TEXT_LEAST, spaced_width(text, style) + _BAR_GAP)


def _bar(label: str, share: float, shown: str, role: Role, room: Box) -> Iterator[Primitive]:
    yield text_line(label, CELL._replace(colour="ink.soft"), 0, 11.6)
    yield Rect(room, fill="lane.head", radius=3.0)
    if share > 0:
        yield Rect(room._replace(w=max(share * room.w, 1.0)), fill=role, radius=3.0)
    yield text_line(shown, _BAR_TEXT, room.right + _BAR_GAP, 11.6)


def bullets(items: Iterable[str], width: float) -> tuple[Block, ...]:
    """A list, each item with a dot before it."""
    whole = Element("L")
    return tuple(_bullet(item, Element("LI", whole), width) for item in items)


def _bullet(text: str, item: Element, width: float) -> Block:
    dot = text_layer("•", BODY, 2.0, BODY.leading * 0.72, element=Element("Lbl", item))
    body = Element("LBody", item)
    first, *rest = paragraph_slices(plain(text), BODY, width - _INDENT, body, x=_INDENT)
    return Block((replace(first, layers=(dot, *first.layers)), *rest), gap=3.0)
