"""Actions that make steps and say things about them, one plain function each."""

from typing import Final

from pilotmap.language import N_, tr, trn
from pilotmap.model.edits.fragment import part_of, paste_part
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.edits.steps import add_branch, append_step, duplicate_step, insert_on_flow
from pilotmap.model.edits.together import delete_elements
from pilotmap.model.map import PilotMap
from pilotmap.model.process import StepKind
from pilotmap.ui.canvas.asking import ask_for_note, ask_for_systems
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.selected import (
    has_flow,
    selected_flow,
    selected_lane,
    selected_step,
    selected_steps,
)
from pilotmap.ui.walking import first_step, next_unnamed

_ASK: Final[dict[StepKind, str]] = {
    "start": N_("What starts it"),
    "step": N_("Name of the step"),
    "decision": N_("The question decided"),
    "parallel": N_("At the same time (a name is not needed)"),
    "wait": N_("What it waits for"),
    "end": N_("How it ends"),
}


def append(canvas: Canvas) -> None:
    """A step after the selected one, named in place."""
    _append(canvas, "step")


def append_decision(canvas: Canvas) -> None:
    """A decision after the selected step, or on the selected flow."""
    _append(canvas, "decision")


def append_parallel(canvas: Canvas) -> None:
    """Parallel work after the selected step, or on the selected flow."""
    _append(canvas, "parallel")


def append_wait(canvas: Canvas) -> None:
    """A wait after the selected step, or on the selected flow."""
    _append(canvas, "wait")


def append_end(canvas: Canvas) -> None:
    """An end after the selected step."""
    _append(canvas, "end")


def branch(canvas: Canvas) -> None:
    """One more way out of the selected decision or parallel, with its first step."""
    node = selected_step(canvas.session)
    if node is not None:
        canvas.naming.new(
            lambda pilot_map, name: add_branch(pilot_map, node, name), tr(_ASK["step"])
        )


def insert(canvas: Canvas) -> None:
    """A step on the selected flow."""
    if has_flow(canvas):
        _append(canvas, "step")


def edit_name(canvas: Canvas) -> None:
    """Edit the selected name in place; with nothing selected, begin at the first step."""
    session = canvas.session
    if session.selection is None:
        session.select(first_step(session.map))
    if session.selection is not None and session.view == "today":
        canvas.naming.rename(session.selection)


def name_next(canvas: Canvas) -> None:
    """Go to the next element without a name and edit it."""
    wanting = next_unnamed(canvas.session.map, canvas.session.selection)
    if wanting is None:
        canvas.session.refused.emit(tr("Everything has a name."))
    else:
        canvas.session.set_view("today")
        canvas.naming.rename(wanting)


def delete(canvas: Canvas) -> None:
    """Delete all that is selected; neighbours are joined where that is unambiguous."""
    session = canvas.session
    gone = session.selected
    if not gone:
        return
    label, heir = deleted_words(session.map, gone), None
    if len(gone) == 1:
        heir = _heir(session.map, gone[0])
    session.edit(label, lambda pilot_map: delete_elements(pilot_map, gone), select=heir)


def deleted_words(pilot_map: PilotMap, gone: tuple[str, ...]) -> str:
    """What undo calls it."""
    if len(gone) > 1:
        return trn("Delete {number} thing", "Delete {number} things", len(gone))
    element = gone[0]
    if element in pilot_map.flow_by_id:
        return tr("Delete a flow")
    if element in pilot_map.lane_by_id:
        return tr("Delete lane {name}", name=pilot_map.lane_by_id[element].name)
    step = pilot_map.step_by_id.get(element)
    return tr("Delete “{name}”", name=step.name) if step and step.name else tr("Delete a step")


def duplicate(canvas: Canvas) -> None:
    """A copy of the selected step after it; of several, a copy of all with their flows."""
    session, steps = canvas.session, selected_steps(canvas.session)
    if len(steps) == 1:
        words = tr("Duplicate “{name}”", name=session.map.step_by_id[steps[0]].name)
        session.edit(words, lambda pilot_map: duplicate_step(pilot_map, steps[0]))
    elif steps:
        pasted = paste_part(session.map, part_of(session.map, steps))
        label = trn("Duplicate {number} step", "Duplicate {number} steps", len(steps))
        session.commit(pasted.map, label)
        session.select_several(pasted.steps)


def mark_ai(canvas: Canvas) -> None:
    """Mark the selected step as the one that the AI takes over, or take the mark away."""
    session = canvas.session
    step = selected_step(session)
    if step is None:
        return
    if session.map.pilot.step == step:
        session.edit(tr("Take away the AI mark"), lambda pilot_map: mark_ai_step(pilot_map, None))
    else:
        name = session.map.step_by_id[step].name
        session.edit(
            tr("Mark “{name}” as the AI step", name=name),
            lambda pilot_map: mark_ai_step(pilot_map, step),
        )


def systems(canvas: Canvas) -> None:
    """Type the systems that the selected steps touch."""
    steps = selected_steps(canvas.session)
    if steps:
        ask_for_systems(canvas, steps)


def note(canvas: Canvas) -> None:
    """Type a pain, a question or a note about the selected step or flow."""
    element = selected_step(canvas.session) or selected_flow(canvas.session)
    if element is not None:
        ask_for_note(canvas, element)


def _append(canvas: Canvas, kind: StepKind) -> None:
    session = canvas.session
    flow, after = selected_flow(session), selected_step(session)
    lane = selected_lane(session)

    def make(pilot_map: PilotMap, name: str) -> Made:
        if flow is not None:
            return insert_on_flow(pilot_map, flow, name, kind=kind)
        return append_step(pilot_map, after, name, kind=kind, lane=lane if after is None else None)

    canvas.naming.new(make, tr(_ASK[kind]))


def _heir(pilot_map: PilotMap, element: str) -> str | None:
    """Where the selection goes: back along the flow, else on."""
    if element in pilot_map.flow_by_id:
        return pilot_map.flow_by_id[element].source
    before = [flow.source for flow in pilot_map.flows_in(element)]
    after = [flow.target for flow in pilot_map.flows_out(element)]
    return next(iter(before + after), None)
