"""Section 2 of page 1: the step that the AI takes over, shown and said."""

from collections.abc import Iterator
from typing import Final

from pilotmap.layout.drawing import Box, Drawing, Rect
from pilotmap.model.handoffs import breadth_first, handoffs
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Step
from pilotmap.report.blocks import heading, link_over
from pilotmap.report.cutout import around
from pilotmap.report.flow import Block, Slice
from pilotmap.report.page import Layer
from pilotmap.report.pdf_drawing import paint
from pilotmap.report.typeset import paragraph_slices
from pilotmap.report.typography import BODY
from pilotmap.report.words import Span, joined, missing, quoted

_SCALE: Final = 0.67
_LARGEST_SCALE: Final = 0.85
_HIGHEST: Final = 150.0

_VERDICTS: Final = {
    "automate": (
        "Nowhere: ordinary automation does it.",
        " The room looked for a step that needs an AI and found one that fixed rules can do.",
    ),
    "change": (
        "Nowhere: the process itself is to change.",
        " The room found that a change of the process reaches the outcome without an AI.",
    ),
    "leave": ("Nowhere: the process stays as it is.", " The room found no case for a change."),
}


def where_blocks(
    pilot_map: PilotMap, drawing: Drawing, width: float, map_page: int
) -> Iterator[Block]:
    """The heading, a cut-out of the map around the step, and the step in a sentence."""
    yield heading("2  Where does the AI fit?", width, "ai-step")
    step = pilot_map.step_by_id.get(pilot_map.pilot.step or "")
    if step is not None:
        yield Block((_picture(drawing, step.id, width),), with_next=True)
    spans = _said(pilot_map, step)
    if pilot_map.steps:
        spans = (*spans, Span(f" The whole map is on page {map_page}.", colour="handoff.line"))
    slices = paragraph_slices(spans, BODY, width)
    yield Block(link_over(slices, width, "map", "The whole map"), gap=7.0 if step else 0.0)


def _picture(drawing: Drawing, step: str, width: float) -> Slice:
    part = around(drawing, step, width / _SCALE, _HIGHEST / _SCALE)
    scale = min(width / part.w, _LARGEST_SCALE, max(_HIGHEST / part.h, _SCALE))
    clip = Box(0, 0, part.w * scale, part.h * scale)
    edge = Rect(clip, line="lane.line", line_width=0.6)
    view = paint(drawing, -part.x * scale, -part.y * scale, scale, clip)
    return Slice(clip.h, (view, Layer((edge,))))


def _said(pilot_map: PilotMap, step: Step | None) -> tuple[Span, ...]:
    verdict = pilot_map.pilot.verdict
    if verdict in _VERDICTS:
        what, why = _VERDICTS[verdict]
        about = f" It is about {quoted(step.name)}." if step else ""
        return (Span(what, weight=600), Span(why + about))
    if step is None:
        if verdict is None:
            return (missing("Not yet answered: whether an AI takes over a step, and which one."),)
        return (missing("Not yet answered: which step the AI takes over."),)
    return (*_who_and_where(pilot_map, step), *_around(pilot_map, step))


def _who_and_where(pilot_map: PilotMap, step: Step) -> Iterator[Span]:
    number = _number(pilot_map, step)
    yield Span(f"Step {number}, " if number else "")._replace(weight=600)
    yield Span(quoted(step.name or "a step without a name"), weight=600)
    lane = pilot_map.lane_by_id[step.lane].name
    systems = joined([pilot_map.system_by_id[each].name for each in step.systems])
    yield Span(f", done today by {lane}{f' in {systems}' if systems else ''}.")


def _number(pilot_map: PilotMap, step: Step) -> int:
    """The step's place among the working steps in the order the work reaches them, from 1."""
    order = [each for each in breadth_first(pilot_map) if pilot_map.step_by_id[each].kind == "step"]
    return order.index(step.id) + 1 if step.id in order else 0


def _around(pilot_map: PilotMap, step: Step) -> Iterator[Span]:
    names = {handoff.flow.id: handoff.name for handoff in handoffs(pilot_map)}
    received = [names[flow.id] for flow in pilot_map.flows_in(step.id) if flow.id in names]
    given = [names[flow.id] for flow in pilot_map.flows_out(step.id) if flow.id in names]
    before = [pilot_map.step_by_id[flow.source].name for flow in pilot_map.flows_in(step.id)]
    after = [pilot_map.step_by_id[flow.target] for flow in pilot_map.flows_out(step.id)]
    said = []
    if before:
        through = f" by handoff {joined(received)}" if received else ""
        said.append(f"receives the work{through} from {joined([quoted(name) for name in before])}")
    if after:
        through = f" by handoff {joined(given)}" if given else ""
        said.append(f"passes it on{through} to {joined([_named(each) for each in after])}")
    if said:
        yield Span(f" It {' and '.join(said)}.")


def _named(step: Step) -> str:
    return f"the decision {quoted(step.name)}" if step.kind == "decision" else quoted(step.name)
