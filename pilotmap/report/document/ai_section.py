"""Section 2 of page 1: the step that the AI takes over, shown and said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pilotmap.analysis.wording import listed, quoted
from pilotmap.language import N_, tr
from pilotmap.layout.drawing import Box, Drawing, Primitive, Rect, TextLine
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Step
from pilotmap.report.document.narration import narration
from pilotmap.report.document.words import missing
from pilotmap.report.setting.blocks import heading, paragraph
from pilotmap.report.setting.crop import around
from pilotmap.report.setting.flow import Block
from pilotmap.report.setting.page import Layer, Slice
from pilotmap.report.setting.picture import paint
from pilotmap.report.setting.spans import Leads, Span, filled
from pilotmap.report.setting.structure import Element
from pilotmap.report.setting.typography import BODY

_SCALE: Final = 0.67
_LARGEST_SCALE: Final = 0.85
_DESCENT: Final = 0.25  # of a line's size, below its baseline

_VERDICTS: Final = {
    "automate": (
        N_("Nowhere: ordinary automation does it."),
        N_("The room looked for a step that needs an AI and found one that fixed rules can do."),
    ),
    "change": (
        N_("Nowhere: the process itself is to change."),
        N_("The room found that a change of the process reaches the outcome without an AI."),
    ),
    "leave": (
        N_("Nowhere: the process stays as it is."),
        N_("The room found no case for a change."),
    ),
}


def where_blocks(
    pilot_map: PilotMap, drawing: Drawing, width: float, highest: float, map_page: int
) -> Iterator[Block]:
    """The heading, a cut-out of the map around the step, and the step in a sentence.

    highest: of the cut-out, in points.
    """
    yield heading(tr("2  Where does the AI fit?"), width, "ai-step")
    step = pilot_map.step_by_id.get(pilot_map.pilot.step or "")
    if step is not None:
        yield Block((_picture(pilot_map, drawing, step.id, width, highest),), with_next=True)
    sentences = list(_said(pilot_map, step))
    if pilot_map.steps:
        leads = Leads("map", tr("The whole map"))
        whole = tr("The whole map is on page {number}.", number=map_page)
        sentences.append((Span(whole, colour="handoff.line", leads=leads),))
    spans = [span for sentence in sentences for span in (*sentence, Span(" "))][:-1]
    yield paragraph(spans, BODY, width, gap=7.0 if step else 0.0)


def _picture(
    pilot_map: PilotMap, drawing: Drawing, step: str, width: float, highest: float
) -> Slice:
    part = around(drawing, step, width / _SCALE, highest / _SCALE)
    scale = min(width / part.w, _LARGEST_SCALE, max(highest / part.h, _SCALE))
    clip = Box(0, 0, part.w * scale, part.h * scale)
    edge = Rect(clip, line="lane.line", line_width=0.6)
    figure = Element("Figure", alt=narration(pilot_map, _seen(drawing, part)))
    view = paint(drawing, -part.x * scale, -part.y * scale, scale, clip, figure)
    seen = tuple(each for each in view.primitives if not _is_cut(each, part))
    return Slice(clip.h, (replace(view, primitives=seen), Layer((edge,))))


def _is_cut(each: Primitive, part: Box) -> bool:
    """Whether the upper or lower edge goes through a line of text, so that nobody could read it."""
    if not isinstance(each, TextLine):
        return False
    return each.y - each.size < part.y or each.y + each.size * _DESCENT > part.bottom


def _seen(drawing: Drawing, part: Box) -> tuple[str, ...]:
    return tuple(each.id for each in drawing.geometry.steps if part.contains(*each.box.centre))


def _said(pilot_map: PilotMap, step: Step | None) -> Iterator[tuple[Span, ...]]:
    verdict = pilot_map.pilot.verdict
    if verdict in _VERDICTS:
        what, why = _VERDICTS[verdict]
        yield (Span(tr(what), weight=600),)
        yield (Span(tr(why)),)
        if step:
            yield (Span(tr("It is about {step}.", step=quoted(step.name))),)
    elif step is not None:
        yield _who_and_where(pilot_map, step)
        yield from _around(pilot_map, step)
    elif verdict is None:
        said = tr("Not yet answered: whether an AI takes over a step, and which one.")
        yield (missing(said),)
    else:
        yield (missing(tr("Not yet answered: which step the AI takes over.")),)


def _who_and_where(pilot_map: PilotMap, step: Step) -> tuple[Span, ...]:
    number = _number(pilot_map, step)
    name = Span(quoted(step.name or tr("a step without a name")), weight=600)
    lane = Span(pilot_map.lane_by_id[step.lane].name)
    systems = listed([pilot_map.system_by_id[each].name for each in step.systems])
    counted = Span(tr("Step {number},", number=number), weight=600)
    if number and systems:
        said = tr("{which} {step}, done today by {lane} in {systems}.")
    elif number:
        said = tr("{which} {step}, done today by {lane}.")
    elif systems:
        said = tr("{step}, done today by {lane} in {systems}.")
    else:
        said = tr("{step}, done today by {lane}.")
    return filled(said, which=counted, step=name, lane=lane, systems=Span(systems))


def _number(pilot_map: PilotMap, step: Step) -> int:
    """The step's place among the working steps in the order the work reaches them, from 1."""
    order = [each for each in pilot_map.breadth_first if pilot_map.step_by_id[each].kind == "step"]
    return order.index(step.id) + 1 if step.id in order else 0


def _around(pilot_map: PilotMap, step: Step) -> Iterator[tuple[Span, ...]]:
    names = {handoff.flow.id: handoff.name for handoff in pilot_map.handoffs}
    received = listed([names[each.id] for each in pilot_map.flows_in(step.id) if each.id in names])
    given = listed([names[each.id] for each in pilot_map.flows_out(step.id) if each.id in names])
    before = _named(pilot_map, (flow.source for flow in pilot_map.flows_in(step.id)))
    after = _named(pilot_map, (flow.target for flow in pilot_map.flows_out(step.id)))
    if before and received:
        parts = {"handoffs": received, "steps": before}
        yield (Span(tr("It receives the work by handoff {handoffs} from {steps}.", **parts)),)
    elif before:
        yield (Span(tr("It receives the work from {steps}.", steps=before)),)
    if after and given:
        parts = {"handoffs": given, "steps": after}
        yield (Span(tr("It passes the work on by handoff {handoffs} to {steps}.", **parts)),)
    elif after:
        yield (Span(tr("It passes the work on to {steps}.", steps=after)),)


def _named(pilot_map: PilotMap, steps: Iterator[str]) -> str:
    names = (pilot_map.step_by_id[each].name.strip() for each in steps)
    return listed([quoted(name or tr("a step without a name")) for name in names])
