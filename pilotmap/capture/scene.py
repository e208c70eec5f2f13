"""Where a line is done to a map: the map, the cursor, and flows that later lines will bring."""

from dataclasses import dataclass, replace
from typing import Final

from pilotmap.capture.cursor import Cursor
from pilotmap.capture.graph import Edge, decision_for, graph_of, parallel_for
from pilotmap.capture.intents import GoTo, Node, Remark
from pilotmap.capture.names import polished, unknown_step
from pilotmap.capture.words import NO_FLOW
from pilotmap.language import tr
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap

QUESTION_MARKS: Final = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a line is done to."""

    map: PilotMap
    cursor: Cursor
    typed: bool
    """Typed in the window: names begin with a capital, and the first letters of one are enough."""
    promised: tuple[Edge, ...] = ()
    """In an outline, flows to steps that a later line brings."""
    just_promised: bool = False
    """Whether the line before brought the last of them."""

    def at(self, pilot_map: PilotMap, cursor: Cursor) -> "Scene":
        """The same scene with another map and cursor."""
        return replace(self, map=pilot_map, cursor=cursor, just_promised=False)

    def promising(self, *promised: Edge) -> "Scene":
        """The same scene with these flows that are still to come, the last one just said."""
        return replace(self, promised=promised, just_promised=True)


class NotThereYet(EditRefused):
    """A flow to a step that no line has brought so far; `scene` is just before the flow."""

    def __init__(self, scene: Scene, goto: GoTo) -> None:
        super().__init__(unknown_step(scene.map, goto.name))
        self.scene = scene
        self.goto = goto


def settled(scene: Scene, node: Node) -> Node:
    """A node as it will be made: the start of an empty map, with a capital where it is typed."""
    if not node.marked and not scene.map.steps:
        node = replace(node, kind="start")
    if scene.typed and not node.asis:
        node = replace(node, name=polished(node.name))
    return node


def lane_before(pilot_map: PilotMap, cursor: Cursor) -> str | None:
    """The lane of what the next line follows."""
    if cursor.flow is not None:
        return pilot_map.step_by_id[pilot_map.flow_by_id[cursor.flow].source].lane
    before = cursor.branch_of or cursor.step
    return pilot_map.step_by_id[before].lane if before is not None else None


def decision_of(scene: Scene) -> str | None:
    """The decision that a branch typed now belongs to."""
    m, cursor = scene.map, scene.cursor
    at = cursor.branch_of or cursor.step
    if cursor.flow is not None:
        at = m.flow_by_id[cursor.flow].source
    if at is None:
        return None
    if at == cursor.step and asks(scene):
        return at
    return decision_for(graph_of(m, scene.promised), at)


def asks(scene: Scene) -> bool:
    """Whether the step before is a question that a branch makes a decision."""
    m, cursor = scene.map, scene.cursor
    step = m.step_by_id.get(cursor.step or "")
    if step is None or cursor.branch_of is not None or step.kind not in ("step", "start"):
        return False
    said = step.name.endswith(QUESTION_MARKS) if scene.typed else cursor.asks
    promised = any(edge.source == step.id for edge in scene.promised)
    return said and not m.flows_out(step.id) and not promised


def parallel_of(scene: Scene) -> str | None:
    """The parallel that a branch typed now belongs to."""
    m, cursor = scene.map, scene.cursor
    at = cursor.branch_of or cursor.step
    pending = cursor.branch_of is not None and m.step_by_id[cursor.branch_of].kind == "decision"
    if at is None or pending or cursor.flow is not None:
        return None
    return parallel_for(graph_of(m, scene.promised), at)


def note_place(scene: Scene, remark: Remark) -> str | None:
    """What a note is about: the step, the flow of the line before, or None for the map."""
    cursor = scene.cursor
    if cursor.flow is not None or not remark.on_flow:
        return cursor.flow or cursor.branch_of or cursor.step
    into = scene.map.flows_in(cursor.step) if cursor.step is not None else ()
    flow = cursor.last_flow or next((each.id for each in reversed(into)), None)
    if flow is None:
        raise EditRefused(tr(NO_FLOW))
    return flow
