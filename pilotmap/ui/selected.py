"""What is selected, as actions ask for it."""

from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.session import Session


def selected_step(session: Session) -> str | None:
    """The id of the selected step of any kind."""
    return session.selection if session.selection in session.map.step_by_id else None


def selected_steps(session: Session) -> tuple[str, ...]:
    """The ids of all selected steps."""
    return tuple(element for element in session.selected if element in session.map.step_by_id)


def selected_flow(session: Session) -> str | None:
    """The id of the selected flow."""
    return session.selection if session.selection in session.map.flow_by_id else None


def selected_lane(session: Session) -> str | None:
    """The id of the selected lane, or of the lane of the selected step."""
    step = selected_step(session)
    if step is not None:
        return session.map.step_by_id[step].lane
    return session.selection if session.selection in session.map.lane_by_id else None


def has_step(canvas: Canvas) -> bool:
    """Whether a step is among what is selected."""
    return bool(selected_steps(canvas.session))


def has_one_step(canvas: Canvas) -> bool:
    """Whether one step is selected and nothing else."""
    return len(canvas.session.selected) == 1 and has_step(canvas)


def has_branching(canvas: Canvas) -> bool:
    """Whether a decision or a parallel is selected."""
    step = canvas.session.map.step_by_id.get(canvas.session.selection or "")
    return step is not None and step.kind in ("decision", "parallel")


def has_flow(canvas: Canvas) -> bool:
    """Whether a flow is selected."""
    return selected_flow(canvas.session) is not None


def has_step_or_flow(canvas: Canvas) -> bool:
    """Whether something is selected that a note can be about."""
    return has_step(canvas) or has_flow(canvas)


def has_lane(canvas: Canvas) -> bool:
    """Whether a lane, or a step in one, is selected."""
    return selected_lane(canvas.session) is not None


def has_selection(canvas: Canvas) -> bool:
    """Whether anything is selected."""
    return canvas.session.selection is not None


def has_pin(canvas: Canvas) -> bool:
    """Whether a selected step was put in a place of its own."""
    steps = canvas.session.map.step_by_id
    return any(steps[step].pin is not None for step in selected_steps(canvas.session))


def has_pins(canvas: Canvas) -> bool:
    """Whether any step of the map was put in a place of its own."""
    return any(step.pin is not None for step in canvas.session.map.steps)


def has_steps(canvas: Canvas) -> bool:
    """Whether the map holds any step."""
    return bool(canvas.session.map.steps)
