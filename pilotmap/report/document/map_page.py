"""The map on sheets of its own: whole where it can be read so, else at a glance and in strips."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pilotmap.language import tr, trn
from pilotmap.layout.drawing import Box, Drawing, TextLine
from pilotmap.model.map import PilotMap
from pilotmap.report.document.figures_text import fixed
from pilotmap.report.document.legend import legend
from pilotmap.report.document.material import View, gathered_views
from pilotmap.report.document.narration import narration
from pilotmap.report.document.overview import OVERVIEW_WORDS, overview
from pilotmap.report.document.registers import handoff_key, mark_key
from pilotmap.report.setting.blocks import paragraph
from pilotmap.report.setting.flow import Block, fill
from pilotmap.report.setting.frame import Sheetful
from pilotmap.report.setting.page import Bookmark, Link, Slice
from pilotmap.report.setting.paper import PageName, Sheet, lying, standing
from pilotmap.report.setting.picture import paint
from pilotmap.report.setting.spans import plain
from pilotmap.report.setting.strips import ON_PAPER, STRIP_GAP, Fitted, Words, fitted
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import shortened, text_layer
from pilotmap.report.setting.typography import BODY_SOFT, DRAFT, EYEBROW, FOOT, LABEL, MAP_TITLE

READABLE_PT: Final = ON_PAPER.smallest
_LEGEND_GAP: Final = 12.0
_SPARE: Final = 4.0
_PART_LINE: Final = 13.0
_PART: Final = LABEL._replace(size=8.0)
_ROUNDING: Final = 1e-6
_NEXT_LARGER: Final[dict[PageName, PageName]] = {"letter": "a4", "a4": "a3"}


def smallest_type_pt(pilot_map: PilotMap, page: PageName = "a4") -> float:
    """The size in points of the smallest type on the pages that show the map, in either view."""
    return printed_type_pt(gathered_views(pilot_map), page)


def printed_type_pt(views: Iterable[View], page: PageName) -> float:
    """The size in points of the smallest type on the map pages of pictures drawn already."""
    sizes = [min(FOOT.size, DRAFT.size)]
    for view in views:
        for _, column in map_sheets(view, "", page):
            sizes += (
                part.size * layer.scale
                for layer in column.layers
                for part in layer.primitives
                if isinstance(part, TextLine)
            )
    return min(sizes)


def type_words(size_pt: float) -> str:
    """The size of the smallest type in a sentence, with a warning where it is too small."""
    if size_pt < READABLE_PT:
        return tr(
            "The smallest type on the printed map is {size} pt: hard to read on paper.",
            size=fixed(size_pt, 1),
        )
    return tr("The smallest type on the printed map is {size} pt.", size=fixed(size_pt, 1))


def map_sheets(view: View, title: str, page: PageName) -> Iterator[Sheetful]:
    """The sheets that show the picture, the signs explained on each."""
    shown = _fitted(view, page)
    room, folding = shown.sheet.room, shown.folding
    strips = strip_slices(view, [strip.drawing for strip in folding.strips], folding.scale)
    if folding.is_folded:
        strips = [_part(each, at, len(strips)) for at, each in enumerate(strips, 1)]
    pictures = [Block((each,), gap=STRIP_GAP) for each in strips]
    if shown.overview_scale:
        pictures.insert(0, Block((overview(view.picture, shown),), gap=STRIP_GAP))
    (head,) = fill(_head(view, title, room.w), room)
    (signs,) = fill([_signs(view, room.w, folded=folding.is_folded)], room)
    top = head.height + STRIP_GAP
    body = Box(room.x, top, room.w, room.bottom - top - _LEGEND_GAP - signs.height + room.y)
    for at, column in enumerate(fill(pictures, body)):
        # Each sheet says what it shows; the first is the place that links lead to.
        below = signs.moved(0, column.height + _LEGEND_GAP - room.y)
        parts = (head, column, below) if at == 0 else (head.repeated(), column, below.repeated())
        yield Sheetful(shown.sheet, Slice.joined(column.height, parts))


def _signs(view: View, width: float, *, folded: bool) -> Block:
    return Block(legend(view.pilot_map, width, folded=folded))


def _fitted(view: View, page: PageName) -> Fitted:
    """The sheet that needs fewer pages, lying or standing; among equals that with larger type.

    No type is larger than on more paper.
    """
    larger = _NEXT_LARGER.get(page)
    most = 1.0 if larger is None else _fitted(view, larger).folding.scale
    found = [_on(view, sheet, most) for sheet in (lying(page), standing(page))]
    enough = min(max(each.folding.scale for each in found), ON_PAPER.scale_of(view.picture))
    able = [each for each in found if each.folding.scale >= enough - _ROUNDING]
    return min(able, key=lambda each: (each.pages, each.folding.is_folded, -each.folding.scale))


def _on(view: View, sheet: Sheet, most: float) -> Fitted:
    room = sheet.room
    above = sum(block.gap + block.height for block in _head(view, "", room.w))
    below = _LEGEND_GAP + _signs(view, room.w, folded=True).height
    left = room.h - above - below - STRIP_GAP - _SPARE
    return fitted(view.picture, sheet, left, Words(_PART_LINE, OVERVIEW_WORDS), most)


def _part(strip: Slice, number: int, count: int) -> Slice:
    """A strip under the words that say which part of the map it is."""
    words = tr("Part {number} of {count}", number=number, count=count)
    said = text_layer(words, _PART, 0, 8.0, element=Element("P"))
    moved = strip.moved(0, _PART_LINE)
    return Slice.joined(strip.height + _PART_LINE, (Slice(_PART_LINE, (said,)), moved))


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


def strip_slices(view: View, strips: Sequence[Drawing], scale: float) -> list[Slice]:
    """Each strip as a piece that stays whole and is told in sentences.

    Those of a linked view lead from their H-marks to the rows of the register, and can be led to
    from there.
    """
    handoffs = view.pilot_map.handoffs if view.linked else ()
    known = {each.flow.id: each.number for each in handoffs}
    led_to: set[int] = set()
    return [_strip(view.pilot_map, strip, scale, known, led_to) for strip in strips]


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
