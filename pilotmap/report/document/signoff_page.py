"""The sign-off page: what each of the three seats recorded, and how to check the document."""

from collections.abc import Iterable, Iterator
from typing import Final

from pilotmap.analysis.wording import long_date, quoted
from pilotmap.language import N_, tr, trn
from pilotmap.layout.drawing import Box, Polyline, Primitive
from pilotmap.model.map import PilotMap
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.signoff import Condition, Decision, Signoff
from pilotmap.report.document.dates import day_of, moment_with_offset
from pilotmap.report.document.signature_field import field_slice
from pilotmap.report.document.status import SeatView, Status, state_words
from pilotmap.report.document.words import missing
from pilotmap.report.setting.blocks import answer_rows, card_frame, heading, page_title, paragraph
from pilotmap.report.setting.flow import Block, Frame, Part, beside
from pilotmap.report.setting.page import Bookmark, Layer, Slice
from pilotmap.report.setting.spans import Span, filled, plain
from pilotmap.report.setting.strokes import drawn_lines
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import paragraph_slices
from pilotmap.report.setting.typography import BODY_SOFT, CELL, EYEBROW, NOTE, SIGNER, Style

_PAD: Final = 11.0
_LEFT_SHARE: Final = 0.61
_HIGHEST: Final = 0.6  # of a page; a higher seat is set in one column that may break
_DRAWN_HEIGHT: Final = 30.0
_LABEL_WIDTH: Final = 105.0
_RECORDED: Final[dict[Decision, str]] = {
    "approved": N_(
        "Recorded by {account} on {time}: {name} agrees for {seat}. A typed statement; PilotMap "
        "did not check who typed it."
    ),
    "approved with conditions": N_(
        "Recorded by {account} on {time}: {name} agrees on conditions for {seat}. A typed "
        "statement; PilotMap did not check who typed it."
    ),
    "declined": N_(
        "Recorded by {account} on {time}: {name} declines for {seat}. A typed statement; PilotMap "
        "did not check who typed it."
    ),
    "withdrawn": N_(
        "Recorded by {account} on {time}: {name} withdraws for {seat}. A typed statement; "
        "PilotMap did not check who typed it."
    ),
}
Statements = Iterable[tuple[tuple[Span, ...], Style, float]]


def signoff_blocks(
    pilot_map: PilotMap, found: Status, width: float, highest: float
) -> Iterator[Block]:
    """The three seats in full, and what a reader needs to check them."""
    mark = Bookmark("signoff", tr("Sign-off"))
    yield from page_title(tr("SIGN-OFF"), tr("Three signatures, one content"), width, mark)
    said = tr(
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
    name = view.record.name if view.record else ""
    drawn = Element("Figure", alt=tr("Drawn with pen or mouse for {name}", name=name))
    extent = Box(x, 6.0, width, _DRAWN_HEIGHT)
    layer = Layer(lines, x=x, y=6.0, element=drawn, extent=extent)
    return (Slice(_DRAWN_HEIGHT + 8.0, (layer,)),)


def _with_fold(fold_x: float) -> Frame:
    """A round box with a dashed line between what was agreed and how it was recorded."""
    around = card_frame("ink", None, 0.9)

    def frame(box: Box) -> tuple[Primitive, ...]:
        x = box.x + fold_x
        fold = Polyline(((x, box.y + 9), (x, box.bottom - 9)), "step.line", 0.7, dash=(2.2, 1.8))
        return (*around(box), fold)

    return frame


def _stack(said: Statements, width: float, x: float) -> tuple[Slice, ...]:
    slices: list[Slice] = []
    for spans, style, above in said:
        slices += [Slice(above)] if above else []
        slices += paragraph_slices(spans, style, width, Element("P"), x=x)
    return tuple(slices)


def _agreed(view: SeatView) -> Statements:
    yield plain(view.word.upper()), EYEBROW, 0.0
    record = view.record
    if record is None:
        yield (Span(tr("No decision is on record for this seat yet.")),), BODY_SOFT, 5.0
        return
    yield plain(record.name), SIGNER, 5.0
    if record.title:
        yield plain(record.title), BODY_SOFT, 0.0
    if record.statement:
        yield plain(quoted(record.statement)), CELL, 5.0
    for condition in record.conditions:
        yield _condition(condition), CELL, 4.0


def _condition(condition: Condition) -> tuple[Span, ...]:
    due = tr("by {date}", date=long_date(condition.due)) if condition.due else ""
    return filled(
        tr("{start} {condition} ({owner}, {due})"),
        start=Span(tr("On condition:"), weight=600),
        condition=Span(condition.text),
        owner=Span(condition.owner) if condition.owner else missing(tr("no owner")),
        due=Span(due) if due else missing(tr("no date")),
    )


def _recorded(view: SeatView) -> Statements:
    words, colour = state_words(view.state)
    record = view.record
    if record is None:
        yield (Span(words),), NOTE._replace(weight=600), 0.0
        return
    if record.decision == "withdrawn":
        words, colour = tr("Withdrawn"), "error"
    yield (Span(words, weight=600, colour=colour),), NOTE, 0.0
    yield plain(_wording(view, record)), NOTE, 2.0
    if view.state == "stale":
        content = grouped(record.meaning, 4)
        said = tr("Given for content {fingerprint}, not for this one.", fingerprint=content)
        yield (Span(said, colour="warning"),), NOTE, 2.0


def _wording(view: SeatView, record: Signoff) -> str:
    return tr(
        _RECORDED[record.decision],
        account=record.entered_by or tr("an account that was not named"),
        time=moment_with_offset(record.at),
        name=record.name,
        seat=view.word,
    )


def _how_to_check(pilot_map: PilotMap, found: Status, width: float) -> Iterator[Block]:
    yield heading(tr("How to check this document"), width, "check", gap=22.0)
    said = filled(
        tr(
            "Open it in a PDF reader that shows signatures, or run {command}. The map itself is "
            "attached to this file: PilotMap opens the PDF as it opens a map. It is the one that "
            "was agreed to when the SHA-256 of its content is this:"
        ),
        command=Span("pilotmap verify", family="mono", size=8.0),
    )
    yield paragraph(said, NOTE, width, with_next=True)
    rows = [
        (tr("Content (SHA-256)"), _digits(meaning(pilot_map))),
        (tr("Gate 1 opened"), _opened(pilot_map)),
        (tr("Gate 1 signed off"), _signed(pilot_map, found)),
    ]
    if pilot_map.signoffs:
        rows.append((tr("Last record"), _digits(pilot_map.signoffs[-1].id)))
    rows += [(tr("Does not fit"), (Span(each, colour="error"),)) for each in found.broken]
    yield from answer_rows(rows, width, _LABEL_WIDTH)


def _digits(digest: str) -> tuple[Span, ...]:
    return (Span(grouped(digest), family="mono", size=8.0),)


def _opened(pilot_map: PilotMap) -> tuple[Span, ...]:
    return plain(long_date(pilot_map.opened)) if pilot_map.opened else (missing(),)


def _signed(pilot_map: PilotMap, found: Status) -> tuple[Span, ...]:
    if not found.signed:
        return plain(tr("Not yet: {reason}", reason=found.why_draft))
    last = max(day_of(view.record.at) for view in found.seats if view.record)
    if pilot_map.opened is None or last < pilot_map.opened:
        return plain(long_date(last))
    days = (last - pilot_map.opened).days
    said = trn(
        "{date}, after {number} day", "{date}, after {number} days", days, date=long_date(last)
    )
    return plain(said)
