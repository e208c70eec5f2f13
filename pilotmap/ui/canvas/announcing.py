"""What a screen reader hears of the canvas: the selected thing, in words."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step
from pilotmap.ui.session import Session

_KIND_WORDS = {
    "start": "Start",
    "step": "Step",
    "decision": "Decision",
    "parallel": "At the same time",
    "wait": "Wait",
    "end": "End",
}


def announce(widget: QWidget, session: Session) -> None:
    """Describe the selection, and say it where somebody listens."""
    words = told(session.map, session.selection)
    if words == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(words)
    if QAccessible.isActive() and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def told(pilot_map: PilotMap, thing: str | None) -> str:
    """A thing of the map in one sentence; empty where nothing is selected."""
    if thing in pilot_map.step_by_id:
        return _step(pilot_map, pilot_map.step_by_id[str(thing)])
    if thing in pilot_map.flow_by_id:
        return _flow(pilot_map, pilot_map.flow_by_id[str(thing)])
    if thing in pilot_map.lane_by_id:
        lane = pilot_map.lane_by_id[str(thing)]
        count = sum(step.lane == lane.id for step in pilot_map.steps)
        return f"Lane {lane.name}, {count} steps."
    return ""


def _step(pilot_map: PilotMap, step: Step) -> str:
    parts = [f"{_KIND_WORDS[step.kind]} {step.name or 'without a name'}"]
    parts.append(f"in {pilot_map.lane_by_id[step.lane].name}")
    if step.systems:
        names = (pilot_map.system_by_id[system].name for system in step.systems)
        parts.append("touches " + " and ".join(names))
    if pilot_map.pilot.step == step.id:
        parts.append("the AI step")
    ahead = [_called(pilot_map, flow.target) for flow in pilot_map.flows_out(step.id)]
    parts.append("leads to " + ", ".join(ahead) if ahead else "leads nowhere")
    return ", ".join(parts) + "."


def _flow(pilot_map: PilotMap, flow: Flow) -> str:
    label = f"{flow.label}, " if flow.label else ""
    ends = (_called(pilot_map, step) for step in (flow.source, flow.target))
    return "Flow {}from {} to {}.".format(label, *ends)


def _called(pilot_map: PilotMap, step: str) -> str:
    return pilot_map.step_by_id[step].name or "a step without a name"
