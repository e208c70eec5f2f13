"""The sign-off page: what each of the three seats recorded, and how to check the document."""

from collections.abc import Iterable, Iterator
from typing import Final

from pilotmap.layout.drawing import Box, Polyline, Primitive
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.signoff import Condition, Signoff
from pilotmap.report.blocks import card_frame, heading, paragraph, row
from pilotmap.report.dates import day_of, day_text, days_text, moment_with_offset
from pilotmap.report.flow import Block, Frame, Part, Slice, beside
from pilotmap.report.page import Bookmark, Layer
from pilotmap.report.signature_fields import field_slice
from pilotmap.report.status import SEAT_STATE_WORDS, SeatView, Status
from pilotmap.report.strokes import drawn_lines
from pilotmap.report.typeset import paragraph_slices
from pilotmap.report.typography import (
    BODY_SOFT,
    CELL,
    EYEBROW,
    MAP_TITLE,
    NOTE,
    SIGNER,
    Style,
)
from pilotmap.report.words import Span, missing, plain

_PAD: Final = 11.0
_LEFT_SHARE: Final = 0.61
_HIGHEST: Final = 0.6  # of a page; a higher seat is set in one column that may break
_DRAWN_HEIGHT: Final = 30.0
_LABEL_WIDTH: Final = 105.0
Said = Iterable[tuple[tuple[Span, ...], Style, float]]


def signoff_blocks(
    pilot_map: PilotMap, found: Status, width: float, highest: float
) -> Iterator[Block]:
    """The three seats in full, and what a reader needs to check them."""
    mark = Bookmark("signoff", "Sign-off")
    yield paragraph(plain("SIGN-OFF"), EYEBROW, width, with_next=True, bookmark=mark)
    yield paragraph(
        plain("Three signatures, one content"), MAP_TITLE, width, gap=4.0, with_next=True
    )
    said = (
        "Each signature covers the content named at the foot of every page. A change to the map, "
        "the outcome or the way of working makes a new content, and asks for new signatures."
    )
    yield paragraph(plain(said), BODY_SOFT, width, gap=2.0, with_next=True)
    for at, view in enumerate(found.seats):
        yield from _seat(view, width, highest, gap=8.0 if at else 9.0)
    yield from _how_to_check(pilot_map, found, width)


def _seat(view: SeatView, width: float, highest: float, gap: float) -> Iterator[Block]:
    split = width * _LEFT_SHARE
    left, right = tuple(_agreed(view)), tuple(_recorded(view))
    right_x, right_width = split + _PAD, width - split - 2 * _PAD
    agreed = _stack(left, split - 2 * _PAD, _PAD)
    recorded = (
        *_stack(right, right_width, right_x),
        *_drawn(view, right_width, right_x),
        field_slice(view.seat, right_width, right_x),
    )
    whole = beside(
        (
            Part(0, width, Block(agreed, padding=_PAD)),
            Part(0, width, Block(recorded, padding=_PAD)),
        ),
        highest * _HIGHEST,
    )
    if whole is not None:
        yield Block(whole.slices, gap, frame=_with_fold(split))
        return
    inner = width - 2 * _PAD
    field = field_slice(view.seat, right_width, _PAD)
    slices = (*_stack((*left, *right), inner, _PAD), *_drawn(view, inner, _PAD), field)
    frame = card_frame("ink", None, 0.9)
    yield Block(slices, gap, frame=frame, padding=_PAD, may_break=True)


def _drawn(view: SeatView, width: float, x: float) -> tuple[Slice, ...]:
    """What the seat's holder drew with pen or mouse, where that was recorded."""
    lines = drawn_lines(view.record.drawn, width, _DRAWN_HEIGHT) if view.record else ()
    if not lines:
        return ()
    return (Slice(_DRAWN_HEIGHT + 8.0, (Layer(lines, x=x, y=6.0),)),)


def _with_fold(fold_x: float) -> Frame:
    """A round box with a dashed line between what was agreed and how it was recorded."""
    around = card_frame("ink", None, 0.9)

    def frame(box: Box) -> tuple[Primitive, ...]:
        x = box.x + fold_x
        fold = Polyline(((x, box.y + 9), (x, box.bottom - 9)), "step.line", 0.7, dash=(2.2, 1.8))
        return (*around(box), fold)

    return frame


def _stack(said: Said, width: float, x: float) -> tuple[Slice, ...]:
    slices: list[Slice] = []
    for spans, style, above in said:
        slices += [Slice(above)] if above else []
        slices += paragraph_slices(spans, style, width, x=x)
    return tuple(slices)


def _agreed(view: SeatView) -> Said:
    yield plain(view.word.upper()), EYEBROW, 0.0
    record = view.record
    if record is None:
        yield (Span("Nobody has signed for this seat yet."),), BODY_SOFT, 5.0
        return
    yield plain(record.name), SIGNER, 5.0
    if record.title:
        yield plain(record.title), BODY_SOFT, 0.0
    if record.statement:
        yield plain(f"“{record.statement}”"), CELL, 5.0
    for condition in record.conditions:
        yield _condition(condition), CELL, 4.0


def _condition(condition: Condition) -> tuple[Span, ...]:
    owner = Span(condition.owner) if condition.owner else missing("no owner")
    due = Span(f"by {day_text(condition.due)}") if condition.due else missing("no date")
    said = Span(f"{condition.text} (")
    return (Span("On condition: ", weight=600), said, owner, Span(", "), due, Span(")"))


def _recorded(view: SeatView) -> Said:
    words, colour = SEAT_STATE_WORDS[view.state]
    record = view.record
    if record is None:
        yield (Span(words),), NOTE._replace(weight=600), 0.0
        return
    if record.decision == "withdrawn":
        words, colour = "Withdrawn", "error"
    yield (Span(words, weight=600, colour=colour),), NOTE, 0.0
    yield plain(_wording(view, record)), NOTE, 2.0
    if view.state == "stale":
        said = f"Given for content {grouped(record.meaning, 4)}, not for this one."
        yield (Span(said, colour="warning"),), NOTE, 2.0


def _wording(view: SeatView, record: Signoff) -> str:
    by = record.entered_by or "an account that was not named"
    verb = {
        "approved": "agrees",
        "approved with conditions": "agrees on conditions",
        "declined": "declines",
        "withdrawn": "withdraws",
    }[record.decision]
    return (
        f"Recorded by {by} on {moment_with_offset(record.at)}: {record.name} {verb} for "
        f"{view.word}. A typed statement; PilotMap did not check who typed it."
    )


def _how_to_check(pilot_map: PilotMap, found: Status, width: float) -> Iterator[Block]:
    yield heading("How to check this document", width, "check", gap=22.0)
    said = (
        "The map itself is attached to this file: PilotMap opens the PDF as it opens a map. It is "
        "the one that was agreed to when the SHA-256 of its content is this:"
    )
    yield paragraph(plain(said), NOTE, width, with_next=True)
    digest = meaning(pilot_map)
    rows = [
        row("Content (SHA-256)", _digits(digest), width, _LABEL_WIDTH),
        row("Gate 1 opened", _opened(pilot_map), width, _LABEL_WIDTH),
        row("Gate 1 signed off", _signed(pilot_map, found), width, _LABEL_WIDTH),
    ]
    if pilot_map.signoffs:
        last = _digits(pilot_map.signoffs[-1].id)
        rows.append(row("Last record", last, width, _LABEL_WIDTH))
    rows += [
        row("Does not fit", (Span(each, colour="error"),), width, _LABEL_WIDTH)
        for each in found.broken
    ]
    yield from rows


def _digits(digest: str) -> tuple[Span, ...]:
    return (Span(grouped(digest), family="mono", size=8.0),)


def _opened(pilot_map: PilotMap) -> tuple[Span, ...]:
    return plain(day_text(pilot_map.opened)) if pilot_map.opened else (missing(),)


def _signed(pilot_map: PilotMap, found: Status) -> tuple[Span, ...]:
    if not found.signed:
        return plain(f"Not yet: {found.why_draft}")
    last = max(day_of(view.record.at) for view in found.seats if view.record)
    if pilot_map.opened is None or last < pilot_map.opened:
        return plain(day_text(last))
    return plain(f"{day_text(last)}, after {days_text((last - pilot_map.opened).days)}")
