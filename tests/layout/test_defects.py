"""Planted faults are found, a clean picture has none."""

import math

import pytest

from pilotmap.layout.drawing import (
    Box,
    Drawing,
    Geometry,
    Group,
    PlacedFlow,
    PlacedStep,
    Polygon,
    Polyline,
    Primitive,
    Rect,
    TextLine,
)
from pilotmap.layout.text import TextStyle, shape_line
from pilotmap.layout.theme import Role
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Flow, Lane, Pin, Step
from tests.layout.defects import defects, measures

HEAD = 100.0
LANES = (("up", Box(0, 0, 600, 100)), ("down", Box(0, 100, 600, 100)))
COLUMNS = {"a": 0, "b": 1, "c": 1}
SMALL = TextStyle(10)


@pytest.fixture
def two_lanes() -> PilotMap:
    """Three steps: a and b above, c below; a to b, a to c, b to c."""
    return empty_map().replace(
        lanes=(Lane(id="up", name="Up", kind="team"), Lane(id="down", name="Down", kind="team")),
        steps=tuple(
            Step(id=name, kind="step", name=name, lane=lane)
            for name, lane in (("a", "up"), ("b", "up"), ("c", "down"))
        ),
        flows=(
            Flow(id="ab", source="a", target="b"),
            Flow(id="ac", source="a", target="c", label="no"),
            Flow(id="bc", source="b", target="c"),
        ),
    )


def written(text: str, x: float, y: float) -> TextLine:
    return TextLine(x, y, shape_line(text, SMALL), 10, 400, "ink")


def picture(**changes: object) -> Drawing:
    """A clean picture of the two lanes, with some parts of it changed; `more` adds groups."""
    parts: dict[str, object] = {
        "a": Box(120, 30, 100, 40),
        "b": Box(300, 30, 100, 40),
        "c": Box(300, 130, 100, 40),
        "ab": PlacedFlow("ab", ((220, 50), (300, 50))),
        "ac": PlacedFlow(
            "ac",
            ((170, 70), (170, 150), (300, 150)),
            Box(180, 76, 40, 12),
            Box(160, 90, 20, 20),
        ),
        "bc": PlacedFlow("bc", ((350, 70), (350, 130)), None, Box(340, 90, 20, 20)),
        "lanes": LANES,
        "columns": COLUMNS,
        "extra": (),
        "marks": {"ac": "H1", "bc": "H2"},
        "words": {"a": "a", "ac": "no"},
        "more": (),
        "headless": "",
        "painted": (),
        "roles": {"ab": "flow.line"},
        **changes,
    }
    columns, lanes = parts["columns"], parts["lanes"]
    steps = tuple(PlacedStep(n, parts[n], columns[n], 0) for n in "abc")  # type: ignore[arg-type,index]
    flows = tuple(parts[name] for name in ("ab", "ac", "bc") if parts[name] is not None)
    geometry = Geometry(600, 200, lanes, steps, flows)  # type: ignore[arg-type]
    return Drawing(geometry, (*_groups(geometry, parts), *parts["more"]))  # type: ignore[misc]


def _groups(geometry: Geometry, parts: dict[str, object]) -> list[Group]:
    words: dict[str, str] = parts["words"]  # type: ignore[assignment]
    groups = []
    for lane, box in geometry.lanes:
        fill: Role = "lane.tint" if lane == parts["headless"] else "lane.head"
        head = Rect(box._replace(w=HEAD), fill)
        name = written({"up": "Up", "down": "Down"}[lane], 10, box.centre[1])
        groups.append(Group(lane, "lane", box, (head, name)))
    for step in geometry.steps:
        primitives: list[Primitive] = [Rect(step.box, "step.fill", radius=8)]
        name = words.get(step.id, step.id)
        primitives.append(written(name, step.box.x + 20, step.box.y + 20))
        if step.id == "a":
            primitives += parts["extra"]  # type: ignore[misc,arg-type]
        groups.append(Group(step.id, "step", step.box, tuple(primitives)))
    for flow in geometry.flows:
        groups.append(_flow_group(flow, parts))
        if flow.label is not None:
            text = written(words.get(flow.id, ""), flow.label.x + 2, flow.label.y + 9)
            groups.append(Group(flow.id, "label", flow.label, (text,)))
        if flow.handoff is not None:
            box = flow.handoff
            text = written(parts["marks"].get(flow.id, "H9"), box.x + 3, box.y + 12)  # type: ignore[attr-defined]
            groups.append(Group(flow.id, "handoff", box, (text,)))
    return groups


def _flow_group(flow: PlacedFlow, parts: dict[str, object]) -> Group:
    points = parts["painted"] if flow.id == "ab" and parts["painted"] else flow.points
    role: Role = parts["roles"].get(flow.id, "handoff.line")  # type: ignore[attr-defined]
    tip = flow.points[-1]
    head = Polygon((tip, (tip[0] - 4, tip[1] - 8), (tip[0] + 4, tip[1] - 8)), role)
    return Group(flow.id, "flow", Box(0, 0, 600, 200), (Polyline(points, role), head))  # type: ignore[arg-type]


def kinds(pilot_map: PilotMap, drawing: Drawing) -> set[str]:
    return {defect.kind for defect in defects(pilot_map, drawing)}


def route(flow: str, *points: tuple[float, float], **boxes: Box) -> PlacedFlow:
    return PlacedFlow(flow, points, **boxes)


def ac_by(*points: tuple[float, float]) -> PlacedFlow:
    return route("ac", *points, label=Box(180, 76, 40, 12), handoff=Box(160, 90, 20, 20))


def badge(owner: str, box: Box, *parts: Primitive) -> Group:
    return Group(owner, "badge", box, (Rect(box, "ai.badge"), *parts))


STRAIGHT = ((220.0, 50.0), (300.0, 50.0))
H_AC = Box(160, 90, 20, 20)

PLANTED: list[tuple[str, dict[str, object]]] = [
    # steps and lanes
    ("boxes overlap", {"b": Box(200, 30, 100, 40)}),
    ("boxes overlap", {"more": (badge("a", Box(280, 40, 60, 20)),)}),
    ("boxes overlap", {"extra": (written("waits 14 h and then some more", 225, 46),)}),
    ("step outside its lane", {"c": Box(300, 80, 100, 40)}),
    ("step on a lane head", {"a": Box(60, 30, 100, 40)}),
    ("step on a lane head", {"more": (badge("a", Box(80, 40, 30, 12)),)}),
    ("text or mark outside its lane", {"extra": (written("waits", 130, 103),)}),
    ("outside the picture", {"b": Box(550, 30, 100, 40)}),
    ("outside the picture", {"ab": route("ab", (220, 50), (700, 50), (700, 60), (400, 60))}),
    ("lanes not in the order of the map", {"lanes": LANES[::-1]}),
    ("lanes do not tile", {"lanes": (LANES[0], ("down", Box(0, 110, 600, 90)))}),
    ("lane without a head", {"headless": "down"}),
    ("columns out of order", {"columns": {"a": 2, "b": 1, "c": 1}}),
    ("column not in line", {"c": Box(280, 130, 100, 40)}),
    ("row not in line", {"b": Box(300, 40, 100, 40)}),
    ("two steps in one cell", {"columns": {"a": 1, "b": 1, "c": 1}}),
    ("steps of different width", {"b": Box(290, 30, 120, 40)}),
    ("not a box", {"b": Box(math.nan, 30, 100, 40)}),
    ("not a way", {"ab": route("ab", (220, 50), (math.inf, 50))}),
    # ways
    ("flow without a way", {"ab": route("ab", (220, 50))}),
    ("flow without a way", {"ab": None}),
    ("flow not orthogonal", {"ab": route("ab", (220, 50), (300, 60))}),
    ("flow not docked on the border", {"ab": route("ab", (230, 50), (300, 50))}),
    ("flow not docked on the border", {"ab": route("ab", (220, 32), (300, 32))}),
    ("flow along its own box", {"ab": route("ab", (220, 50), (220, 80), (350, 80), (350, 70))}),
    ("flow turns back on itself", {"ab": route("ab", (220, 50), (320, 50), (300, 50))}),
    (
        "flow crosses itself",
        {"ab": route("ab", (220, 50), (260, 50), (260, 20), (240, 20), (240, 60), (300, 60))},
    ),
    ("kink in a flow", {"ab": route("ab", (220, 50), (260, 50), (260, 53), (300, 53))}),
    (
        "arrow head squeezed",
        {"ab": route("ab", (220, 50), (294, 50), (294, 45), (300, 45))},
    ),
    (
        "flow through a step",
        {"ac": ac_by((220, 60), (410, 60), (410, 150), (400, 150))},
    ),
    (
        "flow through a text or mark",
        {"more": (badge("b", Box(240, 44, 40, 12)),)},
    ),
    (
        "flow through a lane head",
        {"ac": ac_by((120, 50), (50, 50), (50, 150), (300, 150))},
    ),
    (
        "flow too close to a step",
        {"ac": ac_by((170, 70), (170, 72), (405, 72), (405, 150), (400, 150))},
    ),
    (
        "flow along a lane border",
        {"ac": ac_by((170, 70), (170, 101), (350, 101), (350, 130))},
    ),
    ("arrow head hidden", {"ab": route("ab", *STRAIGHT, label=Box(280, 52, 19, 12))}),
    (
        "arrow head hidden",
        {"bc": route("bc", (350, 70), (350, 130), handoff=Box(340, 104, 20, 20))},
    ),
    ("arrow head hidden", {"more": (badge("b", Box(280, 52, 15, 12)),)}),
    (
        "flow through an arrow head",
        {"ac": ac_by((220, 60), (295, 60), (295, 20), (420, 20), (420, 150), (400, 150))},
    ),
    (
        "flows on top of each other",
        {"ac": ac_by((170, 70), (170, 90), (350.5, 90), (350.5, 130))},
    ),
    (
        "bend on another flow",
        {"ac": ac_by((170, 70), (170, 85), (350, 85), (350, 110), (320, 110), (320, 130))},
    ),
    (
        "bend under an H-mark",
        {"ac": ac_by((170, 70), (170, 106), (240, 106), (240, 150), (300, 150))},
    ),
    # words
    ("label on a box", {"ab": route("ab", *STRAIGHT, label=Box(215, 40, 40, 14))}),
    ("label on another flow", {"ab": route("ab", *STRAIGHT, label=Box(160, 110, 40, 14))}),
    ("labels overlap", {"ab": route("ab", *STRAIGHT, label=Box(200, 80, 40, 14))}),
    ("label far from its flow", {"ab": route("ab", *STRAIGHT, label=Box(230, 8, 40, 14))}),
    ("label at another way out", {"ac": route("ac", (220, 50), (250, 50), (250, 150), (300, 150),
                                             label=Box(222, 52, 20, 14), handoff=H_AC)}),
    ("label missing", {"ac": route("ac", (170, 70), (170, 150), (300, 150), handoff=H_AC)}),
    ("label not whole", {"words": {"ac": "n"}}),
    ("name not whole", {"words": {"a": "", "ac": "no"}}),
    ("H-mark missing or too many", {"bc": route("bc", (350, 70), (350, 130))}),
    ("H-mark missing or too many", {"ab": route("ab", *STRAIGHT, handoff=Box(250, 40, 20, 20))}),
    (
        "H-mark not on its flow",
        {"bc": route("bc", (350, 70), (350, 130), handoff=Box(343, 90, 20, 20))},
    ),
    (
        "H-mark not on a lane border",
        {"bc": route("bc", (350, 70), (350, 130), handoff=Box(340, 75, 20, 20))},
    ),
    ("H-mark with another number", {"marks": {"ac": "H1", "bc": "H1"}}),
    ("text outside its box", {"extra": (written("reaches far out of it", 180, 60),)}),
    ("text outside its box", {"words": {"ac": "no, and far too much for it"}}),
    ("chip outside its box", {"extra": (Rect(Box(190, 45, 40, 14), "system.fill"),)}),
    ("marks or texts overlap", {"extra": (written("over", 140, 50),)}),
    ("marks or texts overlap", {"extra": (Rect(Box(142, 40, 30, 14), "system.fill"),)}),
    ("marks or texts overlap", {"extra": (Rect(Box(142, 44, 14, 14), "step.fill"),)}),
    ("marks or texts overlap", {"more": (badge("a", Box(136, 40, 20, 12)),)}),
    (
        "marks or texts overlap",
        {"more": (badge("a", Box(130, 20, 40, 12)), badge("a", Box(160, 20, 40, 12)))},
    ),
    (
        "label not painted where it is placed",
        {"more": (Group("ac", "label", Box(0, 0, 9, 9), ()),)},
    ),
    ("flow not painted where it is placed", {"painted": ((220, 50), (260, 80), (300, 50))}),
    ("flow not painted where it is placed", {"painted": ((240, 50), (300, 50))}),
    ("flow in another colour than it means", {"roles": {"ab": "flow.line", "ac": "flow.line"}}),
    ("flow in another colour than it means", {"roles": {}}),
    ("step not painted where it is placed", {"more": (Group("a", "step", Box(0, 0, 9, 9), ()),)}),
]  # fmt: skip


def test_a_clean_picture_has_no_defects(two_lanes: PilotMap) -> None:
    assert defects(two_lanes, picture()) == ()


@pytest.mark.parametrize(("kind", "changes"), PLANTED)
def test_a_planted_fault_is_found(
    two_lanes: PilotMap, kind: str, changes: dict[str, object]
) -> None:
    assert kind in kinds(two_lanes, picture(**changes))


def with_pins(pilot_map: PilotMap, **pins: Pin) -> PilotMap:
    steps = (step.replace(pin=pins.get(step.id)) for step in pilot_map.steps)
    return pilot_map.replace(steps=tuple(steps))


def test_a_pin_that_is_not_kept_is_found(two_lanes: PilotMap) -> None:
    assert defects(with_pins(two_lanes, a=Pin(column=0, row=0)), picture()) == ()
    assert kinds(with_pins(two_lanes, a=Pin(column=4, row=0)), picture()) == {"pin not kept"}


def test_of_two_pins_that_collide_one_must_be_kept(two_lanes: PilotMap) -> None:
    here, there = Pin(column=0, row=0), Pin(column=9, row=9)
    assert defects(with_pins(two_lanes, a=here, b=here), picture()) == ()
    assert kinds(with_pins(two_lanes, a=there, b=there), picture()) == {"pin not kept"}


def test_a_step_that_is_not_in_the_picture_is_found(two_lanes: PilotMap) -> None:
    another = Step(id="d", kind="step", name="d", lane="up")
    larger = two_lanes.replace(steps=(*two_lanes.steps, another))
    assert {"step not placed", "name not whole"} <= kinds(larger, picture())


def test_text_across_the_slant_of_a_diamond_is_found(two_lanes: PilotMap) -> None:
    as_diamond = two_lanes.replace(
        steps=(two_lanes.steps[0].replace(kind="decision"), *two_lanes.steps[1:])
    )
    corner = Polygon(((120, 50), (170, 30), (220, 50), (170, 70)))
    across = picture(extra=(corner, written("wide words", 122, 40)))
    assert "text outside its box" in kinds(as_diamond, across)


def test_a_stub_shared_at_a_common_end_is_allowed(two_lanes: PilotMap) -> None:
    ac = ac_by((170, 70), (170, 110), (350, 110), (350, 130))
    found = kinds(two_lanes, picture(ac=ac))
    assert not {"flows on top of each other", "flow through an arrow head"} & found


def test_crossings_and_bends_are_counted(two_lanes: PilotMap) -> None:
    crossing = PlacedFlow("ac", ((170, 70), (170, 110), (420, 110), (420, 150), (400, 150)))
    assert measures(picture(ac=crossing)).crossings == 1
    assert measures(picture(ac=crossing)).bends == 3
    assert measures(picture()).crossings == 0


def test_a_fork_is_no_crossing(two_lanes: PilotMap) -> None:
    forked = ac_by((220, 50), (250, 50), (250, 150), (300, 150))
    assert measures(picture(ac=forked)).crossings == 0
