"""What a screen reader hears of the canvas: the selected thing, in words."""

from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from pilotmap.language import later, tr, trn
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step, StepKind
from pilotmap.ui.session import Session

_KINDS: Final[dict[StepKind, str]] = {
    "start": later("Start {name} in {lane}."),
    "step": later("Step {name} in {lane}."),
    "decision": later("Decision {name} in {lane}."),
    "parallel": later("At the same time {name} in {lane}."),
    "wait": later("Wait {name} in {lane}."),
    "end": later("End {name} in {lane}."),
}


def announce(widget: QWidget, session: Session) -> None:
    """Describe the selection, and say it where somebody listens."""
    words = told(session.map, session.selection)
    if len(session.selected) > 1:
        number = len(session.selected)
        words = f"{trn('{number} thing selected.', '{number} things selected.', number)} {words}"
    if words == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(words)
    if QAccessible.isActive() and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def told(pilot_map: PilotMap, thing: str | None) -> str:
    """A thing of the map in a few sentences; empty where nothing is selected."""
    if thing in pilot_map.step_by_id:
        return _step(pilot_map, pilot_map.step_by_id[str(thing)])
    if thing in pilot_map.flow_by_id:
        return _flow(pilot_map, pilot_map.flow_by_id[str(thing)])
    if thing in pilot_map.lane_by_id:
        lane = pilot_map.lane_by_id[str(thing)]
        count = sum(step.lane == lane.id for step in pilot_map.steps)
        return trn(
            "Lane {name}, {number} step.", "Lane {name}, {number} steps.", count, name=lane.name
        )
    return ""


def _step(pilot_map: PilotMap, step: Step) -> str:
    name = step.name or tr("without a name")
    lane = pilot_map.lane_by_id[step.lane].name
    sentences = [tr(_KINDS[step.kind], name=name, lane=lane)]
    if step.systems:
        names = ", ".join(pilot_map.system_by_id[system].name for system in step.systems)
        sentences.append(tr("It touches {systems}.", systems=names))
    if pilot_map.pilot.step == step.id:
        sentences.append(tr("It is the AI step."))
    if step.pin is not None:
        sentences.append(tr("It is kept in its place."))
    ahead = ", ".join(_called(pilot_map, flow.target) for flow in pilot_map.flows_out(step.id))
    sentences.append(tr("It leads to {steps}.", steps=ahead) if ahead else tr("It leads nowhere."))
    return " ".join(sentences)


def _flow(pilot_map: PilotMap, flow: Flow) -> str:
    first, last = _called(pilot_map, flow.source), _called(pilot_map, flow.target)
    if flow.label:
        return tr("Flow {label}, from {first} to {last}.", label=flow.label, first=first, last=last)
    return tr("Flow from {first} to {last}.", first=first, last=last)


def _called(pilot_map: PilotMap, step: str) -> str:
    return pilot_map.step_by_id[step].name or tr("a step without a name")
