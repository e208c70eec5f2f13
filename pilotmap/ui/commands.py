"""What the keys, menus and the palette do on the canvas, one plain function each.

The action table binds them; each takes the canvas, whose session holds the map and the selection.
"""

from typing import Final

from pilotmap.model.edits.flows import delete_flow
from pilotmap.model.edits.lanes import delete_lane, move_lane
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.pilot import mark_ai_step
from pilotmap.model.edits.steps import (
    add_branch,
    append_step,
    delete_step,
    duplicate_step,
    insert_on_flow,
    move_to_lane,
    pin,
    unpin,
    unpin_all,
)
from pilotmap.model.ids import taken_ids
from pilotmap.model.map import PilotMap
from pilotmap.model.process import StepKind
from pilotmap.ui.canvas.asking import ask_for_note, ask_for_systems
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.selected import has_flow as has_flow
from pilotmap.ui.selected import has_lane as has_lane
from pilotmap.ui.selected import has_selection as has_selection
from pilotmap.ui.selected import has_step as has_step
from pilotmap.ui.selected import selected_flow, selected_lane, selected_step
from pilotmap.ui.walking import Direction, along, first_step, follow, nearest, next_unnamed

_ASK: Final[dict[StepKind, str]] = {
    "start": "What starts it",
    "step": "Name of the step",
    "decision": "The question decided",
    "parallel": "At the same time (a name is not needed)",
    "wait": "What it waits for",
    "end": "How it ends",
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
        canvas.naming.new(lambda m, name: add_branch(m, node, name), _ASK["step"])


def insert(canvas: Canvas) -> None:
    """A step on the selected flow."""
    if has_flow(canvas):
        _append(canvas, "step")


def edit_name(canvas: Canvas) -> None:
    """Edit the selected name in place; with nothing selected, begin at the first step."""
    if canvas.session.selection is None:
        canvas.session.select(first_step(canvas.session.map))
    canvas.edit_name()


def name_next(canvas: Canvas) -> None:
    """Go to the next thing without a name and edit it."""
    wanting = next_unnamed(canvas.session.map, canvas.session.selection)
    if wanting is None:
        canvas.session.refused.emit("Everything has a name.")
    else:
        canvas.session.set_view("today")
        canvas.naming.rename(wanting)


def delete(canvas: Canvas) -> None:
    """Delete what is selected; a step's neighbours are joined where that is unambiguous."""
    session, thing = canvas.session, canvas.session.selection or ""
    if thing in session.map.step_by_id:
        step = session.map.step_by_id[thing]
        heir = _neighbour(session.map, thing)
        words = f"Delete “{step.name}”" if step.name else "Delete a step"
        session.edit(words, lambda m: delete_step(m, step.id), select=heir)
    elif thing in session.map.flow_by_id:
        source = session.map.flow_by_id[thing].source
        session.edit("Delete a flow", lambda m: delete_flow(m, thing), select=source)
    elif thing in session.map.lane_by_id:
        name = session.map.lane_by_id[thing].name
        session.edit(f"Delete lane {name}", lambda m: delete_lane(m, thing))


def duplicate(canvas: Canvas) -> None:
    """A copy of the selected step after it."""
    step = selected_step(canvas.session)
    if step is not None:
        name = canvas.session.map.step_by_id[step].name
        canvas.session.edit(f"Duplicate “{name}”", lambda m: duplicate_step(m, step))


def mark_ai(canvas: Canvas) -> None:
    """Mark the selected step as the one that the AI takes over, or take the mark away."""
    session = canvas.session
    step = selected_step(session)
    if step is None:
        return
    if session.map.pilot.step == step:
        session.edit("Take away the AI mark", lambda m: mark_ai_step(m, None))
    else:
        name = session.map.step_by_id[step].name
        session.edit(f"Mark “{name}” as the AI step", lambda m: mark_ai_step(m, step))


def systems(canvas: Canvas) -> None:
    """Type the systems that the selected step touches."""
    step = selected_step(canvas.session)
    if step is not None:
        ask_for_systems(canvas, step)


def note(canvas: Canvas) -> None:
    """Type a pain, a question or a note about the selected step or flow."""
    thing = selected_step(canvas.session) or selected_flow(canvas.session)
    if thing is not None:
        ask_for_note(canvas, thing)


def slot_left(canvas: Canvas) -> None:
    """Move the selected step one column to the left."""
    _move_slot(canvas, -1, 0)


def slot_right(canvas: Canvas) -> None:
    """Move the selected step one column to the right."""
    _move_slot(canvas, 1, 0)


def slot_up(canvas: Canvas) -> None:
    """Move the selected step one row up in its lane."""
    _move_slot(canvas, 0, -1)


def slot_down(canvas: Canvas) -> None:
    """Move the selected step one row down in its lane."""
    _move_slot(canvas, 0, 1)


def release_slot(canvas: Canvas) -> None:
    """Let the layout place the selected step again."""
    step = selected_step(canvas.session)
    if step is not None:
        canvas.session.edit("Let the step find its place", lambda m: unpin(m, step))


def release_all_slots(canvas: Canvas) -> None:
    """Let the layout place every step again."""
    canvas.session.edit("Let every step find its place", unpin_all)


def to_lane_above(canvas: Canvas) -> None:
    """Give the selected step to the lane above."""
    _to_lane(canvas, -1)


def to_lane_below(canvas: Canvas) -> None:
    """Give the selected step to the lane below."""
    _to_lane(canvas, 1)


def lane_up(canvas: Canvas) -> None:
    """Move the whole lane up."""
    _move_lane(canvas, -1)


def lane_down(canvas: Canvas) -> None:
    """Move the whole lane down."""
    _move_lane(canvas, 1)


def walk_left(canvas: Canvas) -> None:
    """Select the nearest step to the left."""
    _walk(canvas, "left")


def walk_right(canvas: Canvas) -> None:
    """Select the nearest step to the right."""
    _walk(canvas, "right")


def walk_up(canvas: Canvas) -> None:
    """Select the nearest step above."""
    _walk(canvas, "up")


def walk_down(canvas: Canvas) -> None:
    """Select the nearest step below."""
    _walk(canvas, "down")


def follow_flow(canvas: Canvas) -> None:
    """Go on along the flow; at a fork, from branch to branch."""
    _select(canvas, along(canvas.session.map, canvas.session.selection))


def follow_flow_back(canvas: Canvas) -> None:
    """Go back along the flow; at a join, from one way in to the next."""
    _select(canvas, along(canvas.session.map, canvas.session.selection, back=True))


def deselect(canvas: Canvas) -> None:
    """Drop the gesture or the words in progress; else select nothing."""
    if canvas.naming.is_active:
        canvas.naming.cancel()
    elif not canvas.cancel_gesture():
        canvas.session.select(None)


def fit(canvas: Canvas) -> None:
    """Show the whole picture."""
    canvas.fit()


def actual_size(canvas: Canvas) -> None:
    """Show the picture at 100 %."""
    canvas.zoom_to(1.0)


def zoom_in(canvas: Canvas) -> None:
    """Look from nearer."""
    canvas.zoom_in()


def zoom_out(canvas: Canvas) -> None:
    """Look from further off."""
    canvas.zoom_out()


def _append(canvas: Canvas, kind: StepKind) -> None:
    session = canvas.session
    flow, after = selected_flow(session), selected_step(session)
    lane = selected_lane(session)

    def make(m: PilotMap, name: str) -> Made:
        if flow is not None:
            return insert_on_flow(m, flow, name, kind=kind)
        return append_step(m, after, name, kind=kind, lane=lane if after is None else None)

    canvas.naming.new(make, _ASK[kind])


def _neighbour(pilot_map: PilotMap, step: str) -> str | None:
    """Where the selection goes when a step is deleted: back along the flow, else on."""
    before = [flow.source for flow in pilot_map.flows_in(step)]
    after = [flow.target for flow in pilot_map.flows_out(step)]
    return next(iter(before + after), None)


def _move_slot(canvas: Canvas, columns: int, rows: int) -> None:
    step = selected_step(canvas.session)
    placed = canvas.session.derived.today.geometry.step_by_id.get(step or "")
    if step is None or placed is None:
        return
    column, row = placed.column + columns, placed.row + rows
    if column < 0 or row < 0:
        canvas.session.refused.emit("There is no slot further that way.")
        return
    name = canvas.session.map.step_by_id[step].name
    canvas.session.edit(f"Move “{name}”", lambda m: pin(m, step, column, row), f"slot:{step}")


def _to_lane(canvas: Canvas, by: int) -> None:
    session = canvas.session
    step = selected_step(session)
    if step is None:
        return
    lanes = list(session.map.lane_by_id)
    at = lanes.index(session.map.step_by_id[step].lane) + by
    if not 0 <= at < len(lanes):
        session.refused.emit("There is no lane further that way.")
        return
    words = f"Give “{session.map.step_by_id[step].name}” to {session.map.lanes[at].name}"
    session.edit(words, lambda m: move_to_lane(m, step, lanes[at]))


def _move_lane(canvas: Canvas, by: int) -> None:
    session = canvas.session
    lane = selected_lane(session)
    if lane is None:
        return
    at = list(session.map.lane_by_id).index(lane) + by
    if not 0 <= at < len(session.map.lanes):
        session.refused.emit("The lane cannot go further that way.")
        return
    name = session.map.lane_by_id[lane].name
    session.edit(f"Move lane {name}", lambda m: move_lane(m, lane, at))


def _walk(canvas: Canvas, direction: Direction) -> None:
    session = canvas.session
    flow = session.map.flow_by_id.get(session.selection or "")
    if flow is not None:
        _select(canvas, follow(session.map, flow, direction))
        return
    geometry = canvas.drawing.geometry
    if session.selection in geometry.step_by_id:
        _select(canvas, nearest(geometry, str(session.selection), direction))
    else:
        _select(canvas, first_step(session.map))


def _select(canvas: Canvas, thing: str | None) -> None:
    """Select a thing; what the picture With AI derived from the AI step stands for that step."""
    session = canvas.session
    if thing is not None:
        session.select(thing if thing in taken_ids(session.map) else session.map.pilot.step)
