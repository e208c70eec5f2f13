"""Faults of a picture that was folded into strips: what is lost, cut or in another's way there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from pilotmap.layout.drawing import Drawing, Group, PlacedFlow, TextLine
from tests.layout.checks.scene import (
    EPSILON,
    Defect,
    Item,
    Scene,
    touching,
    within,
    without_space,
    words_of,
)
from tests.layout.segments import Segment

WHOLE_KINDS: Final = ("step", "label", "handoff", "badge", "mark")
LOOSE: Final = ("label", "handoff", "strip", "omitted")
LETTER_ENDS: Final = 2  # a flow that leaves at a letter comes in at the same letter


def faults_of_folding(whole: Drawing, strips: Sequence[Drawing]) -> Iterator[Defect]:
    """Every fault between a picture and its strips, and within each strip."""
    yield from _lost(whole, strips)
    yield from _letters(strips)
    yield from _lengths(whole, strips)
    for strip in strips:
        yield from _in_one_strip(strip)


def _lost(whole: Drawing, strips: Sequence[Drawing]) -> Iterator[Defect]:
    """Each thing that cannot be cut stands in exactly one strip, as it is in the whole picture."""
    shown = Counter(_face(group) for strip in strips for group in strip.groups)
    for group in whole.groups:
        if group.kind in WHOLE_KINDS and shown[_face(group)] != 1:
            yield Defect(f"{group.kind} lost or twice in strips", (group.id,))
    for strip in strips:
        yield from _lanes(whole, strip)


def _lanes(whole: Drawing, strip: Drawing) -> Iterator[Defect]:
    """A strip shows the lanes that it needs, in order, each with a head, and names all others."""
    shown = [lane for lane, _ in strip.geometry.lanes]
    lanes = [lane for lane, _ in whole.geometry.lanes]
    if shown != [lane for lane in lanes if lane in shown]:
        yield Defect("lanes not in the order of the map", tuple(shown))
    told = without_space("".join(words_of(g) for g in strip.groups if g.kind == "omitted"))
    missing = [g for g in whole.groups if g.kind == "lane" and g.id not in shown]
    if not told.endswith(without_space(", ".join(group.name for group in missing))):
        yield Defect("lane neither shown nor named", tuple(group.id for group in missing))
    if bool(told) != bool(missing):
        yield Defect("lane neither shown nor named", ())
    homes = {
        step.id: lane
        for step in whole.geometry.steps
        for lane, box in whole.geometry.lanes
        if box.contains(*step.box.centre)
    }
    boxes = strip.geometry.lane_by_id
    for step in strip.geometry.steps:
        lane = boxes.get(homes[step.id])
        if lane is None or not within(step.box, lane):
            yield Defect("step outside its lane in a strip", (step.id,))
    for (one, box), (other, below) in pairwise(strip.geometry.lanes):
        if below.y < box.bottom - EPSILON:
            yield Defect("lanes overlap in a strip", (one, other))


def _face(group: Group) -> tuple[str, str, str, float, float]:
    return group.kind, group.id, group.about, round(group.box.w, 3), round(group.box.h, 3)


def _letters(strips: Sequence[Drawing]) -> Iterator[Defect]:
    ends: dict[str, list[str]] = {}
    for strip in strips:
        for group in strip.groups:
            if group.kind == "strip":
                letter = "".join(p.text for p in group.primitives if isinstance(p, TextLine))
                ends.setdefault(letter, []).append(group.id)
    for flows in ends.values():
        if len(flows) != LETTER_ENDS or len(set(flows)) != 1:
            yield Defect("letter without its other end", tuple(flows))


def _lengths(whole: Drawing, strips: Sequence[Drawing]) -> Iterator[Defect]:
    """The pieces of each flow reach as far across together as the flow; jumps are upright."""
    found: dict[str, float] = {}
    for strip in strips:
        for piece in strip.geometry.flows:
            found[piece.id] = found.get(piece.id, 0.0) + _across(piece)
    for flow in whole.geometry.flows:
        if abs(found.get(flow.id, -1.0) - _across(flow)) > EPSILON:
            yield Defect("flow lost or doubled in strips", (flow.id,))


def _across(flow: PlacedFlow) -> float:
    return sum(abs(x2 - x1) for (x1, _), (x2, _) in pairwise(flow.points))


def _in_one_strip(strip: Drawing) -> Iterator[Defect]:
    scene = Scene(strip)
    bodies = [Item(step, "step", box) for step, box in scene.bodies.items()]
    loose = [g for g in strip.groups if g.kind in LOOSE or g.id in scene.flow_signs]
    around = [Item(g.id, g.kind, g.box) for g in loose if g.kind not in ("lane", "flow")]
    items = (*bodies, *scene.extras, *around)
    for item in items:
        if not within(item.box, scene.page):
            yield Defect("outside the strip", (item.owner,))
    for one, other in touching(items):
        if one.owner != other.owner or "strip" in (one.what, other.what):
            yield Defect("things overlap in a strip", tuple(sorted((one.owner, other.owner))))
    for item, head in touching(items, scene.heads):
        yield Defect("on a lane head", (item.owner, head.owner))
    yield from _through(strip, scene)


def _through(strip: Drawing, scene: Scene) -> Iterator[Defect]:
    """No line of a flow passes a lane head, or a box or letter that is not its own."""
    letters = [(g.id, g.box) for g in strip.groups if g.kind == "strip"]
    heads = [("", head.box) for head in scene.heads]
    for piece in strip.geometry.flows:
        lines = tuple(Segment(*pair) for pair in pairwise(piece.points))
        for owner, box in (*scene.bodies.items(), *letters, *heads):
            if owner != piece.id and any(line.runs_through(box, EPSILON) for line in lines):
                yield Defect("flow through a thing in a strip", (piece.id, owner))
