"""Actions that move steps and lanes, one plain function each."""

from pilotmap.language import tr, trn
from pilotmap.model.edits.lanes import move_lane
from pilotmap.model.edits.steps import unpin_all
from pilotmap.model.edits.together import move_all_by, pin_all, unpin_these
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.selected import selected_lane, selected_steps


def slot_left(canvas: Canvas) -> None:
    """Move the selected steps one column to the left."""
    _move_slot(canvas, -1, 0)


def slot_right(canvas: Canvas) -> None:
    """Move the selected steps one column to the right."""
    _move_slot(canvas, 1, 0)


def slot_up(canvas: Canvas) -> None:
    """Move the selected steps one row up in their lane."""
    _move_slot(canvas, 0, -1)


def slot_down(canvas: Canvas) -> None:
    """Move the selected steps one row down in their lane."""
    _move_slot(canvas, 0, 1)


def release_slot(canvas: Canvas) -> None:
    """Let the layout place the selected steps again."""
    steps = selected_steps(canvas.session)
    label = tr("Let the step find its place")
    canvas.session.edit(label, lambda pilot_map: unpin_these(pilot_map, steps))


def release_all_slots(canvas: Canvas) -> None:
    """Let the layout place every step again."""
    canvas.session.edit(tr("Let every step find its place"), unpin_all)


def to_lane_above(canvas: Canvas) -> None:
    """Give the selected steps to the lane above."""
    _to_lane(canvas, -1)


def to_lane_below(canvas: Canvas) -> None:
    """Give the selected steps to the lane below."""
    _to_lane(canvas, 1)


def lane_up(canvas: Canvas) -> None:
    """Move the whole lane up."""
    _move_lane(canvas, -1)


def lane_down(canvas: Canvas) -> None:
    """Move the whole lane down."""
    _move_lane(canvas, 1)


def _move_slot(canvas: Canvas, columns: int, rows: int) -> None:
    session, steps = canvas.session, selected_steps(canvas.session)
    placed = session.derived.today.geometry.step_by_id
    places = {
        step: (placed[step].column + columns, placed[step].row + rows)
        for step in steps
        if step in placed
    }
    if places:
        key = f"slot:{','.join(places)}"
        session.edit(_moved_words(canvas, steps), lambda pilot_map: pin_all(pilot_map, places), key)


def _moved_words(canvas: Canvas, steps: tuple[str, ...]) -> str:
    if len(steps) == 1:
        return tr("Move “{name}”", name=canvas.session.map.step_by_id[steps[0]].name)
    return trn("Move {number} step", "Move {number} steps", len(steps))


def _to_lane(canvas: Canvas, by: int) -> None:
    session, steps = canvas.session, selected_steps(canvas.session)
    if not steps:
        return
    words = trn(
        "Give {number} step to another lane", "Give {number} steps to another lane", len(steps)
    )
    lanes = list(session.map.lane_by_id.values())
    if len(steps) == 1:
        step = session.map.step_by_id[steps[0]]
        at = [lane.id for lane in lanes].index(step.lane) + by
        goal = lanes[at].name if 0 <= at < len(lanes) else ""
        words = tr("Give “{name}” to {lane}", name=step.name, lane=goal)
    session.edit(words, lambda pilot_map: move_all_by(pilot_map, steps, by))


def _move_lane(canvas: Canvas, by: int) -> None:
    session = canvas.session
    lane = selected_lane(session)
    if lane is None:
        return
    at = list(session.map.lane_by_id).index(lane) + by
    if not 0 <= at < len(session.map.lanes):
        session.refused.emit(tr("The lane cannot go further that way."))
        return
    name = session.map.lane_by_id[lane].name
    session.edit(
        tr("Move lane {name}", name=name), lambda pilot_map: move_lane(pilot_map, lane, at)
    )
