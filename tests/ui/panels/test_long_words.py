"""Long names do not push a form out of its panel, where nobody could read or reach it."""

import pytest
from PySide6.QtWidgets import QApplication

from pilotmap.model.edits.fields import edit_flow, edit_lane, edit_step, edit_system
from pilotmap.model.fields.part import Part
from pilotmap.model.map import PilotMap
from tests.ui.robot import Robot

LONG = "Check whether the attachment is complete and legible before anybody opens it"
UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"


def lengthened(pilot_map: PilotMap, words: str) -> PilotMap:
    """The map with these words in the name of everything."""
    for number, step in enumerate(pilot_map.steps):
        pilot_map = edit_step(pilot_map, step.id, name=f"{words} {number}")
    for number, lane in enumerate(pilot_map.lanes):
        pilot_map = edit_lane(pilot_map, lane.id, name=f"{words} by {number}")
    for number, system in enumerate(pilot_map.systems):
        pilot_map = edit_system(pilot_map, system.id, name=f"{words} in {number}")
    for flow in pilot_map.flows:
        pilot_map = edit_flow(pilot_map, flow.id, label=words, passes=words)
    return pilot_map


@pytest.mark.parametrize("words", [LONG, UNBROKEN])
def test_no_form_is_wider_than_its_panel(robot: Robot, support_map: PilotMap, words: str) -> None:
    robot.session.open(lengthened(support_map, words))
    properties = robot.window.properties
    pilot_map = robot.map
    places = [("part", part.name) for part in Part]
    places += [
        ("thing", each.id) for each in (*pilot_map.steps, *pilot_map.flows, *pilot_map.lanes)
    ]
    too_wide: dict[str, int] = {}
    for kind, name in places:
        if kind == "part":
            properties.show_part(Part[name])
        else:
            robot.session.select(name)
        QApplication.processEvents()
        content = properties.area.widget()
        over = content.minimumSizeHint().width() - properties.area.viewport().width()
        if over > 0:
            too_wide[f"{kind} {name}"] = over
    assert too_wide == {}
