"""Planted faults are found, a clean picture has none."""

from dataclasses import replace

import pytest

from pilotmap.layout.defects import defects, measures
from pilotmap.layout.drawing import Box, Drawing, Geometry, Group, PlacedFlow, PlacedStep, Rect
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.process import Flow, Lane, Step

HEAD = 100.0


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
            Flow(id="ac", source="a", target="c"),
            Flow(id="bc", source="b", target="c"),
        ),
    )


def picture(**changes: object) -> Drawing:
    """A clean picture of the two lanes, with some parts of its geometry changed."""
    lanes = (("up", Box(0, 0, 600, 100)), ("down", Box(0, 100, 600, 100)))
    parts: dict[str, object] = {
        "a": Box(120, 30, 100, 40),
        "b": Box(300, 30, 100, 40),
        "c": Box(300, 130, 100, 40),
        "ab": PlacedFlow("ab", ((220, 50), (300, 50))),
        "ac": PlacedFlow("ac", ((170, 70), (170, 150), (300, 150)), Box(180, 80, 40, 14)),
        "bc": PlacedFlow("bc", ((350, 70), (350, 130)), None, Box(340, 90, 20, 20)),
        **changes,
    }
    steps = tuple(PlacedStep(name, parts[name], 0, 0) for name in "abc")  # type: ignore[arg-type]
    flows = tuple(parts[name] for name in ("ab", "ac", "bc"))
    heads = tuple(
        Group(lane, "lane", box, (Rect(replace(box, w=HEAD), "lane.head"),)) for lane, box in lanes
    )
    return Drawing(Geometry(600, 200, lanes, steps, flows), heads)  # type: ignore[arg-type]


def kinds(pilot_map: PilotMap, drawing: Drawing) -> set[str]:
    return {defect.kind for defect in defects(pilot_map, drawing)}


def test_a_clean_picture_has_no_defects(two_lanes: PilotMap) -> None:
    assert defects(two_lanes, picture()) == ()


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("boxes overlap", {"b": Box(200, 30, 100, 40)}),
        ("step outside its lane", {"c": Box(300, 80, 100, 40)}),
        ("step on a lane head", {"a": Box(60, 30, 100, 40)}),
        ("outside the picture", {"b": Box(550, 30, 100, 40)}),
        ("flow not orthogonal", {"ab": PlacedFlow("ab", ((220, 50), (300, 60)))}),
        ("flow not docked on the border", {"ab": PlacedFlow("ab", ((230, 50), (300, 50)))}),
        (
            "flow through a step",
            {"ac": PlacedFlow("ac", ((220, 60), (410, 60), (410, 150), (400, 150)))},
        ),
        (
            "flow through a lane head",
            {"ac": PlacedFlow("ac", ((120, 50), (50, 50), (50, 150), (300, 150)))},
        ),
        (
            "flows on top of each other",
            {"ac": PlacedFlow("ac", ((170, 70), (170, 90), (350.5, 90), (350.5, 130)))},
        ),
        ("label on a box", {"ab": PlacedFlow("ab", ((220, 50), (300, 50)), Box(215, 40, 40, 14))}),
        (
            "label on another flow",
            {"ab": PlacedFlow("ab", ((220, 50), (300, 50)), Box(160, 110, 40, 14))},
        ),
        (
            "labels overlap",
            {"ab": PlacedFlow("ab", ((220, 50), (300, 50)), Box(200, 90, 40, 14))},
        ),
        (
            "flow turns back on itself",
            {"ab": PlacedFlow("ab", ((220, 50), (320, 50), (300, 50)))},
        ),
    ],
)
def test_a_planted_fault_is_found(
    two_lanes: PilotMap, kind: str, changes: dict[str, object]
) -> None:
    assert kind in kinds(two_lanes, picture(**changes))


def test_a_stub_shared_at_a_common_end_is_allowed(two_lanes: PilotMap) -> None:
    ac = PlacedFlow("ac", ((170, 70), (170, 110), (350, 110), (350, 130)))
    assert "flows on top of each other" not in kinds(two_lanes, picture(ac=ac))


def test_crossings_and_bends_are_counted(two_lanes: PilotMap) -> None:
    crossing = PlacedFlow("ac", ((170, 70), (170, 110), (420, 110), (420, 150), (400, 150)))
    assert measures(picture(ac=crossing)).crossings == 1
    assert measures(picture(ac=crossing)).bends == 3
    assert measures(picture()).crossings == 0
