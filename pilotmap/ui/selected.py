"""What is selected, as actions ask for it."""

from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.session import Session


def selected_step(session: Session) -> str | None:
    """The id of the selected step of any kind."""
    return session.selection if session.selection in session.map.step_by_id else None


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
    """Whether a step is selected."""
    return selected_step(canvas.session) is not None


def has_flow(canvas: Canvas) -> bool:
    """Whether a flow is selected."""
    return selected_flow(canvas.session) is not None


def has_lane(canvas: Canvas) -> bool:
    """Whether a lane, or a step in one, is selected."""
    return selected_lane(canvas.session) is not None


def has_selection(canvas: Canvas) -> bool:
    """Whether anything is selected."""
    return canvas.session.selection is not None
