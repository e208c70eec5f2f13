"""The three seats at the foot of page 1."""

from collections.abc import Iterable, Iterator
from typing import Final

from pilotmap.language import tr
from pilotmap.report.document.dates import moment_text
from pilotmap.report.document.status import SeatView, Status, state_words
from pilotmap.report.setting.blocks import card, card_frame, heading
from pilotmap.report.setting.flow import Block, Part, beside
from pilotmap.report.setting.spans import Span
from pilotmap.report.setting.typography import BODY_SOFT, EYEBROW, NAME, NOTE, Style

_GAP: Final = 9.0
_HIGHEST: Final = 0.5  # of a page; higher cards stand one below the other


def seat_blocks(found: Status, width: float, highest: float) -> Iterator[Block]:
    """The heading and three cards, side by side where their texts allow it."""
    yield heading(tr("Signed off by"), width, "seats")
    one = (width - 2 * _GAP) / 3
    parts = [Part(at * (one + _GAP), one, _card(view, one)) for at, view in enumerate(found.seats)]
    row = beside(parts, highest * _HIGHEST)
    if row is not None:
        yield row
        return
    for at, view in enumerate(found.seats):
        yield _card(view, width, gap=_GAP if at else 0.0)


def _card(view: SeatView, width: float, gap: float = 0.0) -> Block:
    return card(_said(view), width, card_frame("lane.line", None), gap)


def _said(view: SeatView) -> Iterator[tuple[Iterable[Span], Style, float]]:
    yield (Span(view.word.upper()),), EYEBROW, 0.0
    words, colour = state_words(view.state)
    record = view.record
    if record is None or view.state == "open":
        yield (Span(words),), NAME._replace(weight=400, colour=colour), 5.0
        return
    yield (Span(record.name),), NAME, 5.0
    if record.title:
        yield (Span(record.title),), BODY_SOFT, 0.5
    yield (Span(words),), NAME._replace(colour=colour), 5.0
    yield (Span(moment_text(record.at)),), NOTE, 0.0
