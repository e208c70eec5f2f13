"""The map on sheets of its own, as large as they allow and never larger than drawn."""

from collections.abc import Iterator
from typing import Final

from pilotmap.language import tr, trn
from pilotmap.layout.drawing import Box, Drawing
from pilotmap.model.map import PilotMap
from pilotmap.report.document.figures_text import fixed
from pilotmap.report.document.legend import legend
from pilotmap.report.document.material import View, today_view
from pilotmap.report.document.narration import narration
from pilotmap.report.document.registers import handoff_key, mark_key
from pilotmap.report.setting.blocks import paragraph
from pilotmap.report.setting.flow import Block, fill
from pilotmap.report.setting.frame import Sheetful
from pilotmap.report.setting.page import Bookmark, Link, Slice
from pilotmap.report.setting.paper import PageName, Sheet, lying, standing
from pilotmap.report.setting.picture import paint
from pilotmap.report.setting.spans import plain
from pilotmap.report.setting.strips import (
    STRIP_GAP,
    WHOLE_PT,
    Plan,
    badness,
    folded,
    planned,
)
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import shortened, text_layer
from pilotmap.report.setting.typography import BODY_SOFT, EYEBROW, MAP_TITLE

READABLE_PT: Final = 6.0
_LEGEND_GAP: Final = 12.0
_SPARE: Final = 12.0


def smallest_type_pt(pilot_map: PilotMap, page: PageName = "a4") -> float:
    """The size in points of the smallest type on the printed map; below 6 it is hard to read."""
    return printed_type_pt(today_view(pilot_map), page)


def printed_type_pt(view: View, page: PageName) -> float:
    """The size in points of the smallest type of a picture that was drawn already."""
    return _fitted(view, page)[1].type_pt


def type_words(size_pt: float) -> str:
    """The size of the smallest type in a sentence, with a warning where it is too small."""
    if size_pt < READABLE_PT:
        return tr(
            "The smallest type on the printed map is {size} pt: hard to read on paper.",
            size=fixed(size_pt, 1),
        )
    return tr("The smallest type on the printed map is {size} pt.", size=fixed(size_pt, 1))


def map_sheets(view: View, title: str, page: PageName) -> Iterator[Sheetful]:
    """The sheets that show the picture."""
    sheet, plan = _fitted(view, page)
    room = sheet.room
    strips = strip_slices(view, folded(view.picture, plan, room.w), plan.scale)
    pictures = tuple(Block((each,), gap=STRIP_GAP) for each in strips)
    # The signs stay with the last strip.
    last = pictures[-1].kept_with_next()
    said = legend(view.pilot_map, room.w, folded=len(strips) > 1)
    signs = Block(said, gap=_LEGEND_GAP)
    (head,) = fill(_head(view, title, room.w), room)
    top = head.height + STRIP_GAP
    body = Box(room.x, top, room.w, room.bottom - top)
    for at, column in enumerate(fill((*pictures[:-1], last, signs), body)):
        # Each sheet says what it shows; the first is the place that links lead to.
        shown = head if at == 0 else head.repeated()
        yield Sheetful(sheet, Slice.joined(column.height, (shown, column)))


def _fitted(view: View, page: PageName) -> tuple[Sheet, Plan]:
    """The sheet lying where it shows the picture in one piece, else the one that needs fewer."""
    first = (lying(page), _plan(view, lying(page)))
    if not first[1].edges and first[1].type_pt >= WHOLE_PT:
        return first
    other = (standing(page), _plan(view, standing(page)))
    return min(first, other, key=lambda fitted: badness(fitted[1]))


def _plan(view: View, sheet: Sheet) -> Plan:
    room = sheet.room
    above = sum(block.gap + block.height for block in _head(view, "", room.w))
    below = _LEGEND_GAP + sum(line.height for line in legend(view.pilot_map, room.w, folded=True))
    left = room.h - above - below - STRIP_GAP - _SPARE
    return planned(view.picture, room.w, left)


def _head(view: View, title: str, width: float) -> tuple[Block, ...]:
    said, name = Element("H1"), plain(shortened(title, MAP_TITLE, width))
    eyebrow = text_layer(view.eyebrow, EYEBROW, 0, 8.5, element=said)
    number = Element("P")
    counts = text_layer(_counts(view.pilot_map), BODY_SOFT, width, 9.5, anchor=1.0, element=number)
    return (
        Block((Slice(15.0, (eyebrow, counts)),), with_next=True, bookmark=view.mark),
        paragraph(name, MAP_TITLE, width, gap=1.0, with_next=True, element=said),
    )


def _counts(pilot_map: PilotMap) -> str:
    decisions = sum(step.kind == "decision" for step in pilot_map.steps)
    return " · ".join(
        (
            trn("{number} handoff", "{number} handoffs", len(pilot_map.handoffs)),
            trn("{number} system", "{number} systems", len(pilot_map.systems)),
            trn("{number} decision", "{number} decisions", decisions),
        )
    )


def strip_slices(view: View, strips: tuple[Drawing, ...], scale: float) -> tuple[Slice, ...]:
    """Each strip as a piece that stays whole and is told in sentences.

    Those of a linked view lead from their H-marks to the rows of the register, and can be led to
    from there.
    """
    handoffs = view.pilot_map.handoffs if view.linked else ()
    known = {each.flow.id: each.number for each in handoffs}
    led_to: set[int] = set()
    return tuple(_strip(view.pilot_map, strip, scale, known, led_to) for strip in strips)


def _strip(
    pilot_map: PilotMap, strip: Drawing, scale: float, known: dict[str, int], led_to: set[int]
) -> Slice:
    figure = Element("Figure", alt=narration(pilot_map, (each.id for each in strip.geometry.steps)))
    links, marks = [], []
    for group in strip.groups:
        number = known.get(group.id)
        if group.kind != "handoff" or number is None:
            continue
        box = group.box
        place = Box(box.x * scale, box.y * scale, box.w * scale, box.h * scale)
        about = tr("H{number}: its row among the handoffs", number=number)
        links.append(Link(place, handoff_key(number), about, Element("Link", alt=about)))
        if number not in led_to:
            marks.append(Bookmark(mark_key(number), "", place.y))
            led_to.add(number)
    layers = (paint(strip, scale=scale, figure=figure),)
    return Slice(strip.height * scale, layers, tuple(links), (), tuple(marks))
