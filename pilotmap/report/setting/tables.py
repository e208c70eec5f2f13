"""Tables of several columns whose rows may break between their lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final, NamedTuple

from pilotmap.language import tr
from pilotmap.layout.drawing import Box, Polyline, Rect
from pilotmap.layout.theme import Role
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Layer, Slice
from pilotmap.report.setting.spans import Span, plain
from pilotmap.report.setting.structure import Element, Scope
from pilotmap.report.setting.typeset import paragraph_slices
from pilotmap.report.setting.typography import CELL, LABEL, Style

RULE: Final = 0.6
ROW_PAD: Final = 3.8
CELL_PAD: Final = 6.0
_SHORT: Final = 220.0
_FEWEST: Final = 3  # rows of a table that stand together at either end
Cell = tuple[Span, ...]


class Column(NamedTuple):
    """A column's heading, said later, and its share of the width."""

    title: str
    share: float


def table(
    columns: Sequence[Column], rows: Iterable[tuple[Cell, ...]], width: float
) -> tuple[Block, ...]:
    """A heading row that stays with the first row, and the rows."""
    return tuple(tinted_table(columns, ((row, None) for row in rows), width))


def tinted_table(
    columns: Sequence[Column], rows: Iterable[tuple[tuple[Cell, ...], Role | None]], width: float
) -> Iterator[Block]:
    """The same with a colour behind those rows that have one."""
    element = Element("Table")
    shares = [column.share for column in columns]
    titles = tuple(plain(tr(column.title)) for column in columns)
    style = LABEL._replace(leading=CELL.leading)
    row = Element("TR", element)
    yield columns_row(titles, shares, width, row, style=style, titles="Column").kept_with_next()
    for cells, tint in rows:
        yield columns_row(cells, shares, width, Element("TR", element), tint=tint)


def together(rows: Iterable[Block]) -> tuple[Block, ...]:
    """A table that breaks well: a short one never, a long one not near its ends.

    The first row is the heading; it is said again on each page.
    """
    heading, *body = rows
    is_short = heading.height + sum(block.height for block in body) <= _SHORT
    last = len(body) - 1
    kept = (
        replace(
            block,
            header=heading,
            with_next=at < last and (is_short or at < _FEWEST - 1 or at > last - _FEWEST),
        )
        for at, block in enumerate(body)
    )
    return (heading, *kept)


def columns_row(
    cells: Sequence[Cell],
    shares: Sequence[float],
    width: float,
    row: Element,
    *,
    style: Style = CELL,
    tint: Role | None = None,
    titles: Scope | None = None,
) -> Block:
    """One row over a rule; the columns share the width as told.

    What is a title is told from what it is the title of: every cell of a row of column titles, the
    first of a row that has a title of its own.
    """
    whole = sum(shares)
    lines: list[tuple[Slice, ...]] = []
    x = 0.0
    for cell, share in zip(cells, shares, strict=True):
        long = width * share / whole
        is_title = titles == "Column" or (titles == "Row" and not lines)
        element = Element("TH", row, scope=titles) if is_title else Element("TD", row)
        lines.append(paragraph_slices(cell, style, long - 2 * CELL_PAD, element, x=x + CELL_PAD))
        x += long
    rule = Polyline(((0, ROW_PAD), (width, ROW_PAD)), "lane.line", RULE)
    return Block(
        (
            Slice(ROW_PAD),
            *(_joined(pieces) for pieces in zip_longest(*lines)),
            Slice(ROW_PAD, (Layer((rule,)),)),
        ),
        frame=None if tint is None else lambda box: (Rect(_below_rule(box), fill=tint),),
        may_break=True,
    )


def _below_rule(box: Box) -> Box:
    return Box(box.x, box.y + RULE / 2, box.w, box.h - RULE)


def _joined(pieces: Sequence[Slice | None]) -> Slice:
    there = [piece for piece in pieces if piece is not None]
    return Slice.joined(max(piece.height for piece in there), there)
