"""Faults of what is written: labels, H-marks, and all text in and around boxes."""

from collections.abc import Iterator, Mapping
from typing import Final

from pilotmap.layout.drawing import Box, Group, Rect
from pilotmap.model.map import PilotMap
from tests.layout.checks.scene import (
    EPSILON,
    Defect,
    Item,
    Scene,
    apart,
    at,
    chips,
    texts,
    touching,
    within,
    without_space,
    words_of,
)
from tests.layout.segments import segments

FAR: Final = 16.0  # a label further than this from its flow belongs to nothing
ON_THE_LINE: Final = 1.5


def faults_of_words(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """Every fault of labels, H-marks and text."""
    yield from _labels_on_others(scene)
    yield from _labels_at_flows(pilot_map, scene)
    yield from _missing(pilot_map, scene)
    yield from _notes(pilot_map, scene)
    yield from _handoffs(pilot_map, scene)
    yield from _text_inside(pilot_map, scene)
    yield from _text_on_text(scene)


def _labels_on_others(scene: Scene) -> Iterator[Defect]:
    steps = [Item(owner, "step", box) for owner, box in scene.bodies.items()]
    for label, other in touching(scene.labels, (*steps, *scene.extras, *scene.heads)):
        yield Defect("label on a box", (label.owner, other.owner))
    for label, other in touching(scene.labels):
        yield Defect("labels overlap", tuple(sorted((label.owner, other.owner))))
    for label in scene.labels:
        for number in scene.near_lines.around(label.box):
            line = scene.lines[number]
            if line.flow != label.owner and line.segment.runs_through(label.box, EPSILON):
                yield Defect("label on another flow", (label.owner, line.flow))


def _labels_at_flows(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """A label stands at its own flow, and at no other way out of the same step."""
    for label in scene.labels:
        if label.what != "label" or label.owner not in scene.lines_of:
            continue
        own = _distance(scene, label.owner, label.box)
        if own > FAR:
            yield Defect("label far from its flow", (label.owner,))
        for flow in pilot_map.flows_out(pilot_map.flow_by_id[label.owner].source):
            if flow.id == label.owner or flow.id not in scene.lines_of:
                continue
            if _distance(scene, flow.id, label.box) <= own:
                yield Defect("label at another way out", (label.owner, flow.id))


def _distance(scene: Scene, flow: str, box: Box) -> float:
    return min(apart(line.segment.box, box) for line in scene.lines_of[flow])


def _missing(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """What the map says must be written, once and whole."""
    written = _written(scene)
    for step in pilot_map.steps:
        if without_space(step.name) not in written.get(("step", step.id), ""):
            yield Defect("name not whole", (step.id,))
    for lane in pilot_map.lanes:
        if without_space(lane.name) not in written.get(("lane", lane.id), ""):
            yield Defect("name not whole", (lane.id,))
    for flow in pilot_map.flows:
        placed = scene.drawing.geometry.flow_by_id.get(flow.id)
        wants = bool(without_space(flow.label)) or flow.share is not None
        if placed is not None and wants and placed.label is None:
            yield Defect("label missing", (flow.id,))
        elif without_space(flow.label) not in written.get(("label", flow.id), ""):
            yield Defect("label not whole", (flow.id,))


def _notes(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    """Each kind of open notes about a flow has its sign, in the flow's label and on no word."""
    wanted: dict[str, set[str]] = {}
    for note in pilot_map.notes:
        if note.about in scene.lines_of and not note.settled:
            wanted.setdefault(note.about or "", set()).add(note.kind)
    words = {g.id: texts(g) for g in scene.drawing.groups if g.kind == "label"}
    labels = {item.owner: item.box for item in scene.labels if item.what == "label"}
    for flow in wanted.keys() | scene.flow_signs.keys():
        signs = scene.flow_signs.get(flow, ())
        if len(signs) != len(wanted.get(flow, ())):
            yield Defect("sign of a note missing or too many", (flow,))
        if not all(flow in labels and within(sign.box, labels[flow]) for sign in signs):
            yield Defect("sign of a note outside its label", (flow,))
        if any(True for _ in touching((*signs, *words.get(flow, ())))):
            yield Defect("marks or texts overlap", (flow,))


def _written(scene: Scene) -> Mapping[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for group in scene.drawing.groups:
        key = (group.kind, group.id)
        found[key] = found.get(key, "") + words_of(group)
    return found


def _handoffs(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    edges = [y for _, box in scene.drawing.geometry.lanes for y in (box.y, box.bottom)]
    numbers = {handoff.flow.id: handoff.name for handoff in pilot_map.handoffs}
    written = _written(scene)
    for flow in scene.flows:
        if (flow.handoff is None) != (flow.id not in numbers):
            yield Defect("H-mark missing or too many", (flow.id,))
        if flow.handoff is None:
            continue
        centre = at(flow.handoff.centre)
        if min(apart(route.box, centre) for route in segments(flow.points)) > ON_THE_LINE:
            yield Defect("H-mark not on its flow", (flow.id,))
        if min((abs(centre.y - edge) for edge in edges), default=0.0) > ON_THE_LINE:
            yield Defect("H-mark not on a lane border", (flow.id,))
        if written.get(("handoff", flow.id)) != numbers.get(flow.id):
            yield Defect("H-mark with another number", (flow.id,))


def _text_inside(pilot_map: PilotMap, scene: Scene) -> Iterator[Defect]:
    for group in scene.steps:
        body, step = scene.bodies[group.id], pilot_map.step_by_id[group.id]
        slanted = step.kind in {"decision", "parallel"}
        for part in (*texts(group), *chips(group)):
            if part.box.overlaps(body, -EPSILON) and not _holds(body, part.box, slanted):
                yield Defect(f"{part.what} outside its box", (group.id,))
    heads = {head.owner: head.box for head in scene.heads}
    for group in scene.drawing.groups:
        if group.kind in {"lane", "band", "label", "handoff", "badge", "mark"}:
            home = heads.get(group.id, group.box) if group.kind == "lane" else group.box
            if not all(within(text.box, home) for text in texts(group)):
                yield Defect("text outside its box", (group.id,))


def _holds(home: Box, inner: Box, slanted: bool) -> bool:
    if not slanted:
        return within(inner, home)
    centre = home.centre
    corners = ((x, y) for x in (inner.x, inner.right) for y in (inner.y, inner.bottom))
    return all(
        abs(x - centre[0]) / (home.w / 2) + abs(y - centre[1]) / (home.h / 2) <= 1.04
        for x, y in corners
    )


def _text_on_text(scene: Scene) -> Iterator[Defect]:
    """In a group: no text on another or across the edge of a chip or sign, no chip on a chip."""
    marks: dict[str, list[Item]] = {}
    for extra in scene.extras:
        if extra.what in {"badge", "mark"}:
            marks.setdefault(extra.owner, []).append(extra)
    for group in scene.drawing.groups:
        words, boxes = texts(group), chips(group)
        covering = marks.get(group.id, ()) if group.kind == "step" else ()
        solid = (*boxes, *_signs(group, scene)) if group.kind == "step" else ()
        pairs = (*touching(words), *touching(boxes), *touching((*words, *boxes), covering))
        across = (word for word, part in touching(words, solid) if not within(word.box, part.box))
        if pairs or any(True for _ in across):
            yield Defect("marks or texts overlap", (group.id,))


def _signs(group: Group, scene: Scene) -> Iterator[Item]:
    """Small shapes inside a step's box, such as the clock of a wait."""
    body = scene.bodies.get(group.id)
    if body is None:
        return
    for part in group.primitives:
        if isinstance(part, Rect) and part.fill != "system.fill" and part.box.w < body.w / 2:
            yield Item(group.id, "sign", part.box)
