"""Actions that walk over the map, select, and look nearer, one plain function each."""

from PySide6.QtCore import Qt

from pilotmap.model.fields.part import Part
from pilotmap.model.ids import taken_ids
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.panels.properties import Properties
from pilotmap.ui.walking import Direction, along, first_step, follow, gaps, nearest


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


def select_all(canvas: Canvas) -> None:
    """Select every step; the one that was selected stays the one that the forms show."""
    session = canvas.session
    here = session.selection
    others = (step.id for step in session.map.steps if step.id != here)
    session.select_several((*others, *((here,) if here in session.map.step_by_id else ())))


def to_part(canvas: Canvas, properties: Properties, part: Part) -> None:
    """Put the keyboard where the first open question of a part of Gate 1 is answered.

    For the process map that is the first step without a name, or branch without label or share;
    Tab and Enter lead from there to the next, and at the end into the form.
    """
    if part is Part.PROCESS and gaps(canvas.session.map):
        properties.show_part(part)
        canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        canvas.session.set_view("today")
        _fill_gaps(canvas, properties, frozenset())
    else:
        properties.enter_part(part)


def cancel(canvas: Canvas) -> bool:
    """Drop the words or the gesture in progress; False where there is neither."""
    if canvas.naming.is_active:
        canvas.naming.cancel()
        return True
    return canvas.gestures.cancel()


def fit(canvas: Canvas) -> None:
    """Show the whole picture."""
    canvas.viewport.fit()


def actual_size(canvas: Canvas) -> None:
    """Show the picture at 100 %."""
    canvas.viewport.zoom_to(1.0)


def zoom_in(canvas: Canvas) -> None:
    """Look from nearer."""
    canvas.viewport.zoom_in()


def zoom_out(canvas: Canvas) -> None:
    """Look from further off."""
    canvas.viewport.zoom_out()


def _fill_gaps(canvas: Canvas, properties: Properties, seen: frozenset[str]) -> None:
    """Ask for one gap after another, each once, then for what else the part asks."""
    gap = next((gap for gap in gaps(canvas.session.map) if gap not in seen), None)
    if gap is None:
        properties.enter_part(Part.PROCESS)
    else:
        canvas.naming.rename(gap, lambda: _fill_gaps(canvas, properties, seen | {gap}))


def _walk(canvas: Canvas, direction: Direction) -> None:
    session = canvas.session
    flow = session.map.flow_by_id.get(session.selection or "")
    if flow is not None:
        _select(canvas, follow(session.map, flow, direction))
        return
    geometry = canvas.picture.sheet.flat.geometry
    if session.selection in geometry.step_by_id:
        _select(canvas, nearest(geometry, str(session.selection), direction))
    else:
        _select(canvas, first_step(session.map))


def _select(canvas: Canvas, element: str | None) -> None:
    """Select an element; what the picture With AI derived from the AI step stands for that step."""
    session = canvas.session
    if element is not None:
        session.select(element if element in taken_ids(session.map) else session.map.pilot.step)
