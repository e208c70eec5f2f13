"""Page 1: the three questions of Gate 1, answered, and who has signed."""

from collections.abc import Iterator

from pilotmap.analysis import verdict_words as words
from pilotmap.analysis.figures import Figures
from pilotmap.analysis.wording import long_date
from pilotmap.language import tr
from pilotmap.layout.drawing import Box, Rect
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap
from pilotmap.report.document.ai_section import where_blocks
from pilotmap.report.document.dates import day_of, period_text
from pilotmap.report.document.material import Material
from pilotmap.report.document.seat_cards import seat_blocks
from pilotmap.report.document.status import Pill, Status, pill
from pilotmap.report.document.together_section import together_blocks
from pilotmap.report.document.verdict_card import TONES, verdict_blocks
from pilotmap.report.document.words import baseline_note, outcome_sentence, quantity_short
from pilotmap.report.setting.blocks import bars, heading, lead, paragraph
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Bookmark, Layer, Slice
from pilotmap.report.setting.spans import plain
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typeset import spaced_width, text_layer
from pilotmap.report.setting.typography import EYEBROW, LEAD, NOTE, PILL, SUBTITLE, TITLE


def page_one(material: Material, room: Box, *, map_page: int, picture: float) -> tuple[Block, ...]:
    """Everything of the page in order; `room` is that of one page, `picture` the cut-out's height.

    Sizes in points.
    """
    pilot_map, width, highest = material.map, room.w, room.h
    return (
        *_head(material, width),
        *_outcome(material, width),
        *where_blocks(pilot_map, material.today.picture, width, picture, map_page),
        *together_blocks(pilot_map, material.numbers, width, highest),
        *seat_blocks(material.status, width, highest),
    )


def _head(material: Material, width: float) -> Iterator[Block]:
    yield Block((_eyebrow(pill(material.status), width),), with_next=True)
    mark = Bookmark("summary", tr("Problem definition"))
    yield paragraph(
        plain(material.title),
        TITLE,
        width,
        gap=3.0,
        with_next=True,
        bookmark=mark,
        element=Element("H1"),
    )
    said = " · ".join(
        part for part in (material.map.organisation, _period(material.map, material.status)) if part
    )
    if said:
        yield paragraph(plain(said), SUBTITLE, width, gap=3.0)


def _eyebrow(shown: Pill, width: float) -> Slice:
    long = spaced_width(shown.words, PILL) + 16
    box = Box(width - long, 0, long, 16.5)
    round_box = Rect(box, fill=shown.fill, line=shown.line, line_width=0.8, radius=8.25)
    style = PILL._replace(colour=shown.line)
    what = tr("GATE 1 · PROBLEM DEFINITION")
    return Slice(
        20.0,
        (
            text_layer(what, EYEBROW, 0, 8.5, element=Element("P")),
            Layer((round_box,)),
            text_layer(shown.words, style, box.x + 8, 11.2, element=Element("P")),
        ),
    )


def _period(pilot_map: PilotMap, found: Status) -> str:
    opened = pilot_map.opened
    ends = [day_of(view.record.at) for view in found.seats if view.record is not None]
    if opened is None:
        return ""
    if found.signed and ends and max(ends) >= opened:
        return tr("drawn {period}", period=period_text(opened, max(ends)))
    return tr("opened {date}", date=long_date(opened))


def _outcome(material: Material, width: float) -> Iterator[Block]:
    pilot_map, numbers = material.map, material.numbers
    outcome = pilot_map.outcome
    yield heading(tr("1  What business outcome are we changing?"), width, "outcome")
    yield lead(outcome_sentence(outcome), LEAD, width)
    rows = tuple(_rows(pilot_map, numbers))
    if rows:
        yield bars(rows, width)
    yield paragraph(baseline_note(outcome), NOTE, width, gap=4.0)
    yield from verdict_blocks(pilot_map, numbers, width)


def _rows(pilot_map: PilotMap, numbers: Figures | None) -> Iterator[tuple[str, float, str, Role]]:
    """Today, with this pilot where there is a forecast, and the target, all as measured."""
    today, target = pilot_map.outcome.baseline, pilot_map.outcome.target
    if today is None or target is None or today.sign != target.sign:
        return
    if today.number is None or target.number is None:
        return
    yield (tr("Today"), today.number, quantity_short(today), "step.line")
    if numbers is not None and numbers.verdict is not None and numbers.forecast is not None:
        role, _ = TONES[words.TONES[numbers.verdict]]
        forecast = words.in_unit(pilot_map, numbers.forecast)
        yield (tr("With this pilot"), forecast, words.forecast_words(pilot_map, numbers), role)
    yield (tr("Target"), target.number, quantity_short(target), "ai.line")
