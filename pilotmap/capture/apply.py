"""What a line means, done to a map."""

from dataclasses import replace
from typing import Any, TypedDict

from pydantic import ValidationError

from pilotmap.capture.apply_attributes import TOGETHER, of_flow, of_lane, of_step
from pilotmap.capture.attributes import Attributes
from pilotmap.capture.cursor import Captured, Cursor
from pilotmap.capture.graph import graph_of, leads_to, open_ends
from pilotmap.capture.intents import (
    BeginPhase,
    Branch,
    Currency,
    From,
    GoTo,
    Header,
    Heading,
    Intent,
    Join,
    LaneWords,
    NewLane,
    NewSystem,
    Node,
    Parallel,
    Remark,
    Title,
)
from pilotmap.capture.names import (
    end_called,
    guessed_kind,
    lane_called,
    polished,
    step_called,
    system_called,
    unknown_step,
)
from pilotmap.capture.scene import (
    NotThereYet,
    Scene,
    decision_of,
    lane_before,
    note_place,
    parallel_of,
    settled,
)
from pilotmap.capture.words import (
    ADDED_NOTES,
    ADDED_UNNAMED,
    NO_BRANCHES,
    NO_DECISION,
    NO_NAME_YET,
    NO_PARALLEL,
    NO_SOURCE,
    NO_STEP_IN_PHASE,
    NOT_ON_FLOW,
    ON_FLOW,
    OTHER_TIME,
)
from pilotmap.language import tr
from pilotmap.model.edits.fields import (
    edit_flow,
    edit_lane,
    edit_map,
    edit_note,
    edit_step,
    edit_system,
)
from pilotmap.model.edits.flows import connect
from pilotmap.model.edits.lanes import add_lane
from pilotmap.model.edits.notes import add_note
from pilotmap.model.edits.phases import begin_phase
from pilotmap.model.edits.references import Name, named
from pilotmap.model.edits.steps import add_branch, append_step, change_kind, insert_on_flow
from pilotmap.model.edits.systems import add_system
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.model.process import StepKind
from pilotmap.model.quantity import Duration
from pilotmap.model.reading import invalid_map


class _Fields(TypedDict):
    kind: StepKind
    lane: str | None
    systems: tuple[str, ...]
    work: Duration | None
    wait: Duration | None


def perform(scene: Scene, intent: Intent) -> Captured:
    """Do what a line means; EditRefused with the reason where the map does not allow it."""
    try:
        return _in_phase(scene, intent, _done(scene, intent))
    except ValidationError as error:
        raise EditRefused(invalid_map(error).message) from error


def _in_phase(scene: Scene, intent: Intent, done: Captured) -> Captured:
    """A phase that was begun begins at the first step that comes after it."""
    phase, made = scene.cursor.phase, done.cursor.step
    if not phase or isinstance(intent, BeginPhase):
        return done
    if made is None or made in scene.map.step_by_id:
        return done._replace(cursor=replace(done.cursor, phase=phase))
    cursor = replace(done.cursor, phase="")
    return done._replace(map=begin_phase(done.map, made, phase), cursor=cursor)


def _done(scene: Scene, intent: Intent) -> Captured:
    match intent:
        case Node():
            return _node(scene, intent)
        case GoTo():
            return _go_to(scene, intent)
        case Branch():
            return _branch(scene, intent)
        case Parallel():
            return _parallel(scene, intent)
        case Join():
            return _join(scene, intent)
        case From():
            return _from(scene, intent)
        case Remark():
            return _remark(scene, intent)
        case _:
            return _header(scene, intent)


def _node(scene: Scene, node: Node) -> Captured:
    node, cursor = settled(scene, node), scene.cursor
    if not node.marked and not node.name and scene.typed:
        raise EditRefused(tr("This line names no step; type what is done."))
    if node.kind == "end":
        end = end_called(scene.map, node, lane_before(scene.map, cursor))
        if end is not None and (cursor.step or cursor.branch_of):
            return _to_end(scene, end, node)
    _not_after_end(scene)
    m, lane = _with_lane(scene, node.lane)
    m, systems = _with_systems(m, node.systems)
    fields = _Fields(kind=node.kind, lane=lane, systems=systems, work=node.work, wait=node.wait)
    made, step = _placed(m, cursor, node.name, fields)
    flow = next((each.id for each in made.flows_in(step)), None)
    attributes = cursor.attributes.and_also(node.attributes).and_also(_together(node.lane))
    for name in attributes.given.get(TOGETHER, ()):
        made, _ = _with_lane(scene.at(made, cursor), LaneWords(name))
    made = of_flow(of_step(made, step, attributes), flow, attributes)
    unnamed = tr(ADDED_UNNAMED[node.kind])
    label = tr("Add “{name}”", name=node.name) if node.name else unnamed
    return Captured(made, Cursor(step=step, asks=node.asks, last_flow=flow), label)


def _to_end(scene: Scene, end: str, node: Node) -> Captured:
    """Lead to an end that is there already, which keeps what it has and gains what it has not."""
    m, systems = _with_systems(scene.map, node.systems)
    here = m.step_by_id[end]
    changes: dict[str, Any] = {"systems": tuple(dict.fromkeys((*here.systems, *systems)))}
    for key, time in (("work", node.work), ("wait", node.wait)):
        if time is not None and getattr(here, key) not in (None, time):
            raise EditRefused(tr(OTHER_TIME, step=here.name))
        changes |= {key: time} if time is not None else {}
    attributes = scene.cursor.attributes.and_also(node.attributes)
    m = of_step(edit_step(m, end, **changes), end, attributes)
    return _connected(scene.at(m, scene.cursor), end, Cursor(step=end), node.attributes)


def _not_after_end(scene: Scene) -> None:
    m, cursor = scene.map, scene.cursor
    if cursor.branch_of or cursor.flow or cursor.step is None:
        return
    before = m.step_by_id[cursor.step]
    decision = decision_of(scene) if before.kind == "end" else None
    if decision is not None:
        name = m.step_by_id[decision].name
        raise EditRefused(
            tr(
                "“{end}” is an end and nothing follows it; type > and a label for the next branch "
                "of “{decision}”, or select a step to go on from.",
                end=before.name,
                decision=name,
            )
        )


def _placed(
    pilot_map: PilotMap, cursor: Cursor, name: str, fields: _Fields
) -> tuple[PilotMap, str]:
    if cursor.branch_of is not None:
        label, share = cursor.label, cursor.share
        return add_branch(pilot_map, cursor.branch_of, name, label=label, share=share, **fields)
    if cursor.flow is not None:
        return insert_on_flow(pilot_map, cursor.flow, name, **fields)
    return append_step(pilot_map, cursor.step, name, **fields)


def _with_lane(scene: Scene, words: LaneWords | None) -> tuple[PilotMap, str | None]:
    if words is None:
        return scene.map, None
    lane = lane_called(scene.map, words.name)
    if lane is None:
        name = polished(words.name) if scene.typed else words.name
        return add_lane(scene.map, name, kind=words.kind or guessed_kind(name))
    if words.kind is not None and scene.map.lane_by_id[lane].kind != words.kind:
        return edit_lane(scene.map, lane, kind=words.kind), lane
    return scene.map, lane


def _with_systems(pilot_map: PilotMap, names: tuple[str, ...]) -> tuple[PilotMap, tuple[str, ...]]:
    return named(pilot_map, "systems", map(Name, names))


def _together(lane: LaneWords | None) -> Attributes:
    return Attributes({TOGETHER: tuple(map(Name, lane.others))} if lane and lane.others else {})


def _go_to(scene: Scene, goto: GoTo) -> Captured:
    if scene.cursor.flow is not None:
        raise EditRefused(tr(ON_FLOW))
    if scene.cursor.step is None and scene.cursor.branch_of is None:
        raise EditRefused(tr(NO_SOURCE))
    _only_of_flow(scene.cursor.attributes.and_also(goto.attributes))
    target = step_called(scene.map, goto, typed=scene.typed)
    if target is None:
        raise NotThereYet(scene, goto)
    then = Cursor(step=scene.cursor.branch_of or scene.cursor.step)
    return _connected(scene, target, then, goto.attributes)


def _only_of_flow(attributes: Attributes) -> None:
    if attributes.of_step:
        raise EditRefused(tr(NOT_ON_FLOW))


def _connected(scene: Scene, target: str, then: Cursor, attributes: Attributes) -> Captured:
    m, cursor = scene.map, scene.cursor
    source = cursor.branch_of or cursor.step
    assert source is not None  # both callers made sure
    rework = leads_to(graph_of(m), target, source)
    made = connect(m, source, target, label=cursor.label, share=cursor.share, rework=rework)
    done = of_flow(made.map, made.id, cursor.attributes.and_also(attributes))
    words = tr("Connect to “{name}”", name=m.step_by_id[target].name)
    return Captured(done, replace(then, last_flow=made.id), words)


def _branch(scene: Scene, branch: Branch) -> Captured:
    m, cursor = scene.map, scene.cursor
    if cursor.flow is not None and branch.first is None:
        _only_of_flow(branch.attributes)
        edited = edit_flow(m, cursor.flow, label=branch.label, share=branch.share)
        edited = of_flow(edited, cursor.flow, branch.attributes)
        return Captured(edited, cursor, tr("Label “{label}”", label=branch.label))
    decision = decision_of(scene)
    if decision is None:
        raise EditRefused(tr(NO_DECISION))
    if m.step_by_id[decision].kind != "decision":
        m = change_kind(m, decision, "decision")
    begun = Cursor(decision, decision, branch.label, branch.share, attributes=branch.attributes)
    if branch.first is None:
        return Captured(m, begun, "")
    return _done(scene.at(m, begun), branch.first)


def _parallel(scene: Scene, parallel: Parallel) -> Captured:
    node = parallel_of(scene) if parallel.first is not None else None
    pilot_map = scene.map
    if node is None:
        made = _node(scene, Node("", kind="parallel", marked=True, attributes=parallel.attributes))
        pilot_map, node = made.map, made.cursor.step
        if parallel.first is None:
            return Captured(pilot_map, Cursor(step=node), tr(ADDED_UNNAMED["parallel"]))
    begun = Cursor(step=node, branch_of=node)
    assert parallel.first is not None  # without a first step the node was just made
    return _done(scene.at(pilot_map, begun), parallel.first)


def _join(scene: Scene, join: Join) -> Captured:
    parallel = parallel_of(scene)
    if parallel is None:
        raise EditRefused(tr(NO_PARALLEL))
    first, *others = open_ends(graph_of(scene.map, scene.promised), parallel) or (parallel,)
    if not others:
        raise EditRefused(tr(NO_BRANCHES))
    lane = scene.map.step_by_id[parallel].lane
    pilot_map, node = append_step(scene.map, first, join.name, kind="parallel", lane=lane)
    for step in others:
        pilot_map = connect(pilot_map, step, node).map
    return Captured(pilot_map, Cursor(step=node), tr("Join the parallel work"))


def _from(scene: Scene, source: From) -> Captured:
    if source.name is None:
        return Captured(scene.map, Cursor(), "")
    goto = GoTo(source.name, source.number)
    step = step_called(scene.map, goto, typed=scene.typed)
    if step is None:
        raise EditRefused(unknown_step(scene.map, source.name))
    return Captured(scene.map, Cursor(step=step), "")


def _remark(scene: Scene, remark: Remark) -> Captured:
    made = noted(scene.map, remark, note_place(scene, remark))
    return Captured(made, scene.cursor, tr(ADDED_NOTES[remark.kind]))


def noted(pilot_map: PilotMap, remark: Remark, about: str | None) -> PilotMap:
    """The map with one more note, its owner and day included."""
    made = add_note(pilot_map, remark.kind, remark.text, about)
    return edit_note(made.map, made.id, **remark.more) if remark.more else made.map


def _header(scene: Scene, intent: Header) -> Captured:
    m, cursor = scene.map, scene.cursor
    match intent:
        case Heading():
            raise EditRefused(tr(NO_NAME_YET, lane=intent.lane.name))
        case NewLane():
            return Captured(
                _new_lane(scene, intent), cursor, tr("Add lane “{name}”", name=intent.lane.name)
            )
        case NewSystem():
            return Captured(
                _new_system(m, intent), cursor, tr("Add system “{name}”", name=intent.name)
            )
        case BeginPhase():
            if cursor.phase:
                raise EditRefused(tr(NO_STEP_IN_PHASE, name=cursor.phase))
            return Captured(m, replace(cursor, phase=intent.name), "")
        case Currency():
            return Captured(edit_map(m, currency=intent.text), cursor, tr("Say the currency"))
        case Title():
            return Captured(edit_map(m, title=intent.text), cursor, tr("Name the map"))


def _new_lane(scene: Scene, intent: NewLane) -> PilotMap:
    made, lane = _with_lane(scene, intent.lane)
    assert lane is not None  # the line names one
    if scene.typed and made is scene.map and intent.lane.kind is None and not intent.more:
        raise EditRefused(tr("There is already a lane “{name}”.", name=made.lane_by_id[lane].name))
    return of_lane(made, lane, intent.more) if intent.more else made


def _new_system(pilot_map: PilotMap, intent: NewSystem) -> PilotMap:
    system = system_called(pilot_map, intent.name) if intent.more else None
    if system is None:
        pilot_map, system = add_system(pilot_map, intent.name)
    return edit_system(pilot_map, system, **intent.more) if intent.more else pilot_map
