"""What Enter will do, said before it is pressed."""

from collections.abc import Iterator
from typing import Final

from pilotmap.language import tr
from pilotmap.model.capture.apply import (
    Scene,
    decision_of,
    lane_before,
    parallel_of,
    perform,
    settled,
)
from pilotmap.model.capture.cursor import Captured, Cursor, Explanation
from pilotmap.model.capture.grammar import known, parse
from pilotmap.model.capture.intents import (
    Branch,
    From,
    GoTo,
    Intent,
    Join,
    NewLane,
    NewSystem,
    Node,
    Parallel,
    Remark,
)
from pilotmap.model.capture.names import steps_called
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.rules import leads_on
from pilotmap.model.edits.steps import FIRST_LANE
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.model.names import look_alike
from pilotmap.model.process import Step, StepKind
from pilotmap.model.quantity import number_text

Part = tuple[str, str]

_ADDS: Final[dict[StepKind, str]] = {
    "start": "the start",
    "step": "a step",
    "decision": "a decision",
    "parallel": "parallel work",
    "wait": "a wait",
    "end": "an end",
}
_HINTS: Final = (
    ("Type a step", "text"),
    (" · Who: step · @system · [5 min] [waits 14 h]", "hint"),
    (" · ? decision · > branch 60% · & at the same time", "hint"),
    (" · -> go to · . end · ~ wait · ! pain · # question", "hint"),
)


def explain(m: PilotMap, cursor: Cursor, text: str) -> Explanation:
    """Where the line goes and what Enter will do with it, or why it cannot be done."""
    cursor = cursor.within(m)
    before = _before(m, cursor)
    scene = Scene(m, cursor, typed=True)
    try:
        intent = parse(text, known(m))
        if intent is None:
            return Explanation(before, tuple(_nothing(scene)))
        captured = perform(scene, intent)
    except EditRefused as refused:
        return Explanation(before, ((refused.message, "refused"),))
    return Explanation(before, tuple(_said(scene, intent, captured)))


def _before(m: PilotMap, cursor: Cursor) -> str:
    if cursor.flow is not None:
        flow = m.flow_by_id[cursor.flow]
        return f"between {_name(m, flow.source)} and {_name(m, flow.target)}"
    if cursor.branch_of is not None:
        return f"{_branch_words(m, cursor.branch_of, cursor.label)}"
    if cursor.step is not None:
        return f"after {_name(m, cursor.step)}"
    return "unconnected" if m.steps else "at the start"


def _branch_words(m: PilotMap, node: str, label: str) -> str:
    return f"branch {f'“{label}” ' if label else ''}of {_name(m, node)}"


def _nothing(scene: Scene) -> Iterator[Part]:
    m, cursor = scene.map, scene.cursor
    decision = decision_of(scene)
    if not m.steps:
        yield ("Type what sets the process off, such as ", "text")
        yield ("Customer: Ticket raised", "name")
        lane = m.lanes[0].name if m.lanes else tr(FIRST_LANE)
        yield (f" · without a name before a colon it is put in the lane {lane}", "hint")
    elif cursor.branch_of is not None:
        yield (f"Type the first step of {_branch_words(m, cursor.branch_of, cursor.label)}", "text")
        yield (" · -> leads to a step that is there already", "hint")
    elif cursor.step is not None and m.step_by_id[cursor.step].kind == "end":
        yield ("Nothing follows an end", "text")
        where = f" begins the next branch of {_name(m, decision)}" if decision else ""
        yield (f" · > label{where}" if where else " · select a step to go on from", "hint")
    elif cursor.step is not None and m.step_by_id[cursor.step].kind == "decision":
        yield (
            f"Type > and a label, such as > yes 60%, for a branch of {_name(m, cursor.step)}",
            "text",
        )
    else:
        yield from _HINTS


def _said(scene: Scene, intent: Intent, done: Captured) -> Iterator[Part]:
    m = scene.map
    match intent:
        case Node():
            yield ("Enter ", "text")
            yield from _node(scene, intent, done)
        case GoTo():
            yield ("Enter ", "text")
            yield from _goto(scene, done)
        case Branch():
            yield from _branch(scene, intent, done)
        case Parallel():
            yield from _parallel(scene, intent, done)
        case Join():
            yield ("Enter joins the parallel branches; what follows waits for all of them", "text")
        case From():
            after = done.cursor.step
            where = f"after {_name(m, after)}" if after else "with nothing before it"
            yield (f"Enter continues {where}", "text")
        case Remark():
            about = scene.cursor.flow or scene.cursor.branch_of or scene.cursor.step
            on = "the flow" if about else "the map"
            if about is not None and about in m.step_by_id:
                on = _name(m, about)
            yield (f"Enter notes a {intent.kind} on {on}", "text")
        case NewLane():
            yield ("Enter adds the lane ", "text")
            yield (intent.lane.name, "lane")
        case NewSystem():
            yield ("Enter adds the system ", "text")
            yield (intent.name, "system")
        case _:
            yield (f"Enter names the map “{intent.text}”", "text")


def _node(scene: Scene, node: Node, done: Captured) -> Iterator[Part]:
    node = settled(scene, node)
    made = done.map.step_by_id[done.cursor.step or ""]
    if made.id in scene.map.step_by_id:
        yield ("leads to the end ", "text")
        yield (made.name, "name")
        yield from _lane(scene, done.map, made)
        return
    yield (f"adds {_ADDS[node.kind]}", "text")
    yield from _lane(scene, done.map, made)
    if made.systems:
        yield (" touching ", "text")
        yield from _systems(scene.map, done.map, made)
    yield from _times(made)
    yield from _place(scene, made)
    yield from _doubts(scene.map, node, made)


def _lane(scene: Scene, m: PilotMap, made: Step) -> Iterator[Part]:
    lane = m.lane_by_id[made.lane]
    yield (" in ", "text")
    yield (lane.name, "lane")
    if lane.id not in scene.map.lane_by_id:
        outside = ", outside" if lane.kind == "outside" else ""
        yield (f" (new lane{outside})", "new")
        for other in look_alike(lane.name, [o.name for o in scene.map.lanes])[:1]:
            yield (f" · there is a lane “{other}”", "offer")


def _systems(old: PilotMap, m: PilotMap, made: Step) -> Iterator[Part]:
    for at, system in enumerate(made.systems):
        if at:
            yield (" ", "text")
        name = m.system_by_id[system].name
        yield (name, "system")
        if system not in old.system_by_id:
            yield (" (new)", "new")
            for other in look_alike(name, [o.name for o in old.systems])[:1]:
                yield (f" · there is a system “{other}” ·", "offer")


def _times(made: Step) -> Iterator[Part]:
    if made.wait is not None:
        yield (f" · waits {made.wait}", "time")
    if made.work is not None:
        yield (f" · {made.work} of work", "time")


def _place(scene: Scene, made: Step) -> Iterator[Part]:
    m, cursor = scene.map, scene.cursor
    if cursor.branch_of is not None or cursor.flow is not None or cursor.step is None:
        return
    before = m.step_by_id[cursor.step]
    if before.kind == "decision":
        yield (" as a branch without a label · > yes 60% names a branch", "hint")
    elif leads_on(m, before):
        following = [_name(m, flow.target) for flow in m.flows_out(before.id)]
        yield (f" between {_name(m, before.id)} and {' and '.join(following)}", "text")


def _doubts(m: PilotMap, node: Node, made: Step) -> Iterator[Part]:
    for bracket in node.unread:
        yield (f" · {bracket} is no time that can be read, such as [5 min] or [waits 2 d]", "hint")
    if node.kind == "step" and made.name.endswith("?"):
        yield (" · with ? before it, it is a decision", "hint")
    if node.kind in {"step", "decision"} and made.name and steps_called(m, one_line(made.name)):
        yield (f" · there is one of this name already: -> {made.name} leads to it", "offer")
    if node.lane is None and lane_before(m, Cursor()) is None and not m.lanes:
        yield (" · type who does it before a colon: Customer: ...", "hint")


def _goto(scene: Scene, done: Captured) -> Iterator[Part]:
    flow = done.map.flows[-1]
    yield ("leads back to " if flow.rework else "leads to ", "text")
    target = done.map.step_by_id[flow.target]
    yield (target.name or f"the {target.kind} without a name", "name")
    if flow.rework:
        yield (" to do it again", "text")


def _branch(scene: Scene, branch: Branch, done: Captured) -> Iterator[Part]:
    if scene.cursor.flow is not None and branch.first is None:
        yield (f"Enter labels this branch “{branch.label}”{_of_cases(branch.share)}", "text")
        return
    decision = decision_of(scene) or ""
    words = _branch_words(scene.map, decision, branch.label)
    yield (f"Enter begins {words}{_of_cases(branch.share)}", "text")
    if branch.first is None:
        yield (" · the next line is its first step", "hint")
        yield from _left_empty(scene.cursor)
        return
    begun = Cursor(decision, decision, branch.label, branch.share)
    yield (" and ", "text")
    yield from _first(scene.at(scene.map, begun), branch.first, done)
    yield from _left_empty(scene.cursor)


def _left_empty(cursor: Cursor) -> Iterator[Part]:
    if cursor.branch_of is not None and cursor.label:
        yield (f" · the branch “{cursor.label}”, still without a step, is given up", "hint")


def _parallel(scene: Scene, parallel: Parallel, done: Captured) -> Iterator[Part]:
    if parallel.first is None:
        yield ("Enter parts the way: every & after it begins at the same time", "text")
        return
    beside = parallel_of(scene)
    yield ("Enter begins work at the same time", "text")
    if beside is not None:
        others = [_name(scene.map, flow.target) for flow in scene.map.flows_out(beside)]
        yield (f" as {' and '.join(others)}" if others else "", "text")
    yield (" and ", "text")
    yield from _first(scene.at(scene.map, Cursor(beside, beside)), parallel.first, done)
    yield (" · && joins the branches again", "hint")


def _first(scene: Scene, first: Node | GoTo, done: Captured) -> Iterator[Part]:
    yield from _goto(scene, done) if isinstance(first, GoTo) else _node(scene, first, done)


def _of_cases(share: float | None) -> str:
    return "" if share is None else f" with {number_text(share * 100)} % of its cases"


def _name(m: PilotMap, step: str) -> str:
    found = m.step_by_id[step]
    if not found.name and found.kind == "parallel":
        return "the parallel work"
    return f"“{found.name}”" if found.name else f"the {found.kind} without a name"
