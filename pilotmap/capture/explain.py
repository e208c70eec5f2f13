"""What Enter will do, said before it is pressed."""

from collections.abc import Iterator
from typing import Final

from pilotmap.capture.apply import perform
from pilotmap.capture.cursor import Captured, Cursor, Explanation
from pilotmap.capture.explain_parts import (
    ADDS,
    ADDS_TOUCHING,
    attribute_parts,
    lane_parts,
    step_words,
    system_parts,
    time_parts,
)
from pilotmap.capture.first_words import at_the_start, first_words
from pilotmap.capture.grammar import known, parse
from pilotmap.capture.intents import (
    BeginPhase,
    Branch,
    Currency,
    From,
    GoTo,
    Header,
    Intent,
    Join,
    NewLane,
    NewSystem,
    Node,
    Parallel,
    Remark,
    Title,
)
from pilotmap.capture.names import lane_called, steps_called, system_called
from pilotmap.capture.parts import Part, set_in
from pilotmap.capture.scene import (
    Scene,
    decision_of,
    lane_before,
    note_place,
    parallel_of,
    settled,
)
from pilotmap.language import N_, tr
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.rules import leads_on
from pilotmap.model.errors import EditRefused
from pilotmap.model.known import Share, number_of
from pilotmap.model.map import PilotMap
from pilotmap.model.notes import NoteKind
from pilotmap.model.process import Step
from pilotmap.model.quantity import number_text

_HINTS: Final = (
    (N_("Type a step"), "text"),
    (N_(" · Who: step · @system · [5 min] [waits 14 h]"), "hint"),
    (N_(" · ? decision · > branch 60% · & at the same time"), "hint"),
    (N_(" · -> go to · . end · ~ wait · ! pain · # question"), "hint"),
)
_ADDS_LANE: Final = N_("Enter adds the lane {lane}")
_ADDS_SYSTEM: Final = N_("Enter adds the system {system}")
_NOTES_ON: Final[dict[NoteKind, str]] = {
    "pain": N_("Enter notes a pain on {element}"),
    "question": N_("Enter notes a question on {element}"),
    "note": N_("Enter notes a note on {element}"),
}


def explain(pilot_map: PilotMap, cursor: Cursor, text: str) -> Explanation:
    r"""Where the line goes, what Enter will do with it and the map then, or why it cannot be done.

    Names get a capital (`eBay` and `\log` keep their letters), a decision its question mark.
    The first plain line of an empty map is the start. The line is read once, here.
    """
    cursor = cursor.within(pilot_map)
    before = _before(pilot_map, cursor)
    scene = Scene(pilot_map, cursor, typed=True)
    try:
        intent = parse(text, known(pilot_map), asked=lambda: decision_of(scene) is not None)
        if intent is None:
            return Explanation(before, tuple(_nothing(scene)))
        captured = perform(scene, intent)
    except EditRefused as refused:
        return Explanation(before, ((refused.message, "refused"),))
    return Explanation(before, tuple(_sentence(scene, intent, captured)), captured)


def _before(pilot_map: PilotMap, cursor: Cursor) -> str:
    if cursor.flow is not None:
        flow = pilot_map.flow_by_id[cursor.flow]
        first, last = step_words(pilot_map, flow.source), step_words(pilot_map, flow.target)
        return tr("between {first} and {last}", first=first, last=last)
    if cursor.branch_of is not None:
        return _branch_words(pilot_map, cursor.branch_of, cursor.label)
    if cursor.step is not None:
        return tr("after {step}", step=step_words(pilot_map, cursor.step))
    return tr("unconnected") if pilot_map.steps else at_the_start()


def _branch_words(pilot_map: PilotMap, node: str, label: str) -> str:
    if label:
        return tr("branch “{label}” of {step}", label=label, step=step_words(pilot_map, node))
    return tr("branch of {step}", step=step_words(pilot_map, node))


def _nothing(scene: Scene) -> Iterator[Part]:
    m, cursor = scene.map, scene.cursor
    decision = decision_of(scene)
    here = m.step_by_id.get(cursor.step or "")
    if not m.steps:
        yield from first_words(m).parts
    elif cursor.branch_of is not None:
        branch = _branch_words(m, cursor.branch_of, cursor.label)
        yield (tr("Type the first step of {branch}", branch=branch), "text")
        yield (tr(" · -> leads to a step that is there already"), "hint")
    elif here is not None and here.kind == "end":
        yield (tr("Nothing follows an end"), "text")
        yield (_after_end(m, decision), "hint")
    elif here is not None and here.kind == "decision":
        words = tr(
            "Type > and a label, such as > yes 60%, for a branch of {step}",
            step=step_words(m, here.id),
        )
        yield (words, "text")
    else:
        yield from ((tr(words), kind) for words, kind in _HINTS)


def _after_end(pilot_map: PilotMap, decision: str | None) -> str:
    if decision is None:
        return tr(" · select a step to go on from")
    return tr(" · > label begins the next branch of {step}", step=step_words(pilot_map, decision))


def _sentence(scene: Scene, intent: Intent, done: Captured) -> Iterator[Part]:
    pilot_map = scene.map
    match intent:
        case Node() | GoTo():
            yield from set_in(tr("Enter {does}"), does=list(_first(scene, intent, done)))
            if isinstance(intent, Node):
                yield from _doubts(scene, intent, done)
        case Branch():
            yield from _branch(scene, intent, done)
        case Parallel():
            yield from _parallel(scene, intent, done)
        case Join():
            words = tr("Enter joins the parallel branches; what follows waits for all of them")
            yield (words, "text")
        case From():
            yield (_continues(pilot_map, done.cursor.step), "text")
        case Remark():
            yield (tr(_NOTES_ON[intent.kind], element=_about(scene, intent)), "text")
        case _:
            yield from _header(pilot_map, intent)


def _header(pilot_map: PilotMap, intent: Header) -> Iterator[Part]:
    match intent:
        case NewLane():
            known_one = lane_called(pilot_map, intent.lane.name) is not None
            words = tr("Enter changes the lane {lane}") if known_one else tr(_ADDS_LANE)
            yield from set_in(words, lane=(intent.lane.name, "lane"))
        case NewSystem():
            known_one = system_called(pilot_map, intent.name) is not None
            words = tr("Enter changes the system {system}") if known_one else tr(_ADDS_SYSTEM)
            yield from set_in(words, system=(intent.name, "system"))
        case BeginPhase():
            yield (tr("The next step begins the phase “{name}”", name=intent.name), "text")
        case Currency():
            yield (tr("Enter says that all money is in {currency}", currency=intent.text), "text")
        case Title():
            yield (tr("Enter names the map “{title}”", title=intent.text), "text")


def _continues(pilot_map: PilotMap, after: str | None) -> str:
    if after is None:
        return tr("Enter continues with nothing before it")
    return tr("Enter continues after {step}", step=step_words(pilot_map, after))


def _about(scene: Scene, remark: Remark) -> str:
    m, about = scene.map, note_place(scene, remark)
    if about is None:
        return tr("the map")
    if about in m.step_by_id:
        return step_words(m, about)
    flow = m.flow_by_id[about]
    first, last = step_words(m, flow.source), step_words(m, flow.target)
    return tr("the flow from {first} to {last}", first=first, last=last)


def _first(scene: Scene, first: Node | GoTo, done: Captured) -> Iterator[Part]:
    """What one line does, as the words after `Enter`."""
    if isinstance(first, GoTo):
        yield from _goto(done)
        yield from attribute_parts(scene.cursor.attributes.and_also(first.attributes))
        return
    node = settled(scene, first)
    made = done.map.step_by_id[done.cursor.step or ""]
    lane = lane_parts(scene.map, done.map, made)
    if made.id in scene.map.step_by_id:
        yield from set_in(
            tr("leads to the end {end} in {lane}"), end=(made.name, "name"), lane=lane
        )
        return
    if made.systems:
        systems = system_parts(scene.map, done.map, made)
        yield from set_in(tr(ADDS_TOUCHING[node.kind]), lane=lane, systems=systems)
    else:
        yield from set_in(tr(ADDS[node.kind]), lane=lane)
    yield from time_parts(made)
    yield from attribute_parts(scene.cursor.attributes.and_also(node.attributes))
    yield from _place(scene, made)


def _doubts(scene: Scene, first: Node, done: Captured) -> Iterator[Part]:
    m, node = scene.map, settled(scene, first)
    made = done.map.step_by_id[done.cursor.step or ""]
    if made.id in m.step_by_id:
        return
    for bracket in node.unread:
        words = tr(
            " · {bracket} cannot be read as [5 min], [waits 2 d] or [gets a ticket] can",
            bracket=bracket,
        )
        yield (words, "hint")
    if node.kind == "step" and made.name.endswith("?"):
        yield (tr(" · with ? before it, it is a decision"), "hint")
    if node.kind in {"step", "decision"} and made.name and steps_called(m, one_line(made.name)):
        words = tr(" · there is one of this name already: -> {name} leads to it", name=made.name)
        yield (words, "offer")
    if node.lane is None and lane_before(m, Cursor()) is None and not m.lanes:
        yield (tr(" · type who does it before a colon: Customer: ..."), "hint")


def _place(scene: Scene, made: Step) -> Iterator[Part]:
    m, cursor = scene.map, scene.cursor
    if cursor.branch_of is not None or cursor.flow is not None or cursor.step is None:
        return
    before = m.step_by_id[cursor.step]
    if before.kind == "decision":
        yield (tr(" as a branch without a label · > yes 60% names a branch"), "hint")
    elif leads_on(m, before):
        following = [step_words(m, flow.target) for flow in m.flows_out(before.id)]
        yield (
            tr(
                " between {before} and {after}",
                before=step_words(m, before.id),
                after=_listed(following),
            ),
            "text",
        )


def _listed(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return tr("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def _goto(done: Captured) -> Iterator[Part]:
    flow = done.map.flows[-1]
    target = (done.map.step_by_id[flow.target].name or step_words(done.map, flow.target), "name")
    if flow.rework:
        yield from set_in(tr("leads back to {step} to do it again"), step=target)
    else:
        yield from set_in(tr("leads to {step}"), step=target)


def _branch(scene: Scene, branch: Branch, done: Captured) -> Iterator[Part]:
    if scene.cursor.flow is not None and branch.first is None:
        yield (tr("Enter labels this branch “{label}”", label=branch.label), "text")
        yield from _of_cases(branch.share)
        return
    decision = decision_of(scene) or ""
    begins = tr("begins {branch}", branch=_branch_words(scene.map, decision, branch.label))
    head: list[Part] = [(begins, "text"), *_of_cases(branch.share)]
    if branch.first is None:
        yield from set_in(tr("Enter {does}"), does=head)
        yield (tr(" · the next line is its first step"), "hint")
    else:
        begun = Cursor(decision, decision, branch.label, branch.share)
        inner = scene.at(scene.map, begun)
        more = list(_first(inner, branch.first, done))
        yield from set_in(tr("Enter {does} and {more}"), does=head, more=more)
        if isinstance(branch.first, Node):
            yield from _doubts(inner, branch.first, done)
    if scene.cursor.branch_of is not None and scene.cursor.label:
        label = scene.cursor.label
        words = tr(" · the branch “{label}”, still without a step, is given up", label=label)
        yield (words, "hint")


def _parallel(scene: Scene, parallel: Parallel, done: Captured) -> Iterator[Part]:
    if parallel.first is None:
        words = tr("Enter parts the way: every & after it begins at the same time")
        yield (words, "text")
        return
    beside = parallel_of(scene)
    others = [] if beside is None else scene.map.flows_out(beside)
    names = _listed([step_words(scene.map, flow.target) for flow in others])
    begins = tr("begins work at the same time as {others}", others=names) if names else ""
    head: Part = (begins or tr("begins work at the same time"), "text")
    more = list(_first(scene.at(scene.map, Cursor(beside, beside)), parallel.first, done))
    yield from set_in(tr("Enter {does} and {more}"), does=head, more=more)
    yield (tr(" · && joins the branches again"), "hint")


def _of_cases(share: Share | float | None) -> Iterator[Part]:
    number = number_of(share)
    if number is not None:
        yield (tr(" with {percent} % of its cases", percent=number_text(number * 100)), "text")
