"""The facilitator's bar: 30 steps, 4 lanes, 5 decisions and a loop, typed without the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pilotmap.model.map import PilotMap
from tests.ui.robot import Robot

Key = Qt.Key
LINES = (
    # a | is the Tab key, which takes the completion that is offered
    "customer: claim sent in",
    "claims clerk: open the claim file @ClaimSys",
    "check the policy number",
    "scan the documents @Archive",
    "? is everything there",
    "> no 30%: write to the customer @Mail",
    "cust|: send the missing papers",
    "cl|: add the papers to the file @Cl|",
    "-> is ev|",
    "> yes 70%: sort by kind of damage",
    "set the reserve @Cl|",
    "? amount above 5000",
    "> yes 20%: loss adjuster: plan a visit",
    "call the customer",
    "visit the site",
    "write the report @A|",
    "? signs of fraud",
    "> yes 5%: team lead: inform the fraud unit @M|",
    "wait for the findings",
    "? fraud confirmed",
    "> yes 50%: refuse the claim @Cl|",
    "write the refusal @M|",
    "cl|: close as refused @Cl|",
    ". claim settled",
    "> no 50%: release the claim",
    "lo|: estimate the damage",
    "> no 95%: -> est|",
    "<- est|",
    "agree on the amount",
    "cl|: enter the amount @Cl|",
    "> no 80%: ask for a quote",
    "compare with the price list",
    "-> ent|",
    "<- ent|",
    "? within my limit",
    "> no 25%: te|: check the calculation",
    "approve the amount @Cl|",
    "cl|: prepare the payment @Cl|",
    "> yes 75%: -> prep|",
    "<- prep|",
    "tell the customer @M|",
    "pay the amount @SAP",
    "book the payment @SAP",
    "update the statistics",
    "file the papers @A|",
    "ask for feedback @M|",
    ". claim settled",
)


def characters_of_names(pilot_map: PilotMap) -> int:
    """All names that somebody has to say: steps, who takes over, labels, systems, ways back."""
    steps = sum(len(step.name) for step in pilot_map.steps)
    lanes = sum(
        len(pilot_map.lane_by_id[pilot_map.step_by_id[flow.target].lane].name)
        for flow in pilot_map.flows
        if pilot_map.is_handoff(flow)
    )
    labels = sum(len(flow.label) for flow in pilot_map.flows)
    systems = sum(
        len(pilot_map.system_by_id[name].name) for step in pilot_map.steps for name in step.systems
    )
    again = sum(
        len(step.name) * (len(pilot_map.flows_in(step.id)) - 1)
        for step in pilot_map.steps
        if len(pilot_map.flows_in(step.id)) > 1
    )
    return steps + lanes + labels + systems + again


def test_thirty_steps_typed_by_keyboard(robot: Robot, capsys: pytest.CaptureFixture[str]) -> None:
    for line in LINES:
        for character in line:
            if character == "|":
                assert robot.capture.popup.offered, f"nothing is offered in {line!r}"
                robot.press(Key.Key_Tab)
            elif not robot.capture.entry.text().endswith(": ") or character not in ": ":
                robot.type(character)  # what a completion wrote is not typed again
        robot.press(Key.Key_Return)
        assert robot.capture.entry.text() == "", f"{line}: {robot.capture.hint.text}"
    QTest.qWait(1)
    pilot_map = robot.map
    kinds = [step.kind for step in pilot_map.steps]
    assert kinds.count("step") + kinds.count("wait") >= 30
    assert kinds.count("decision") == 5
    assert len(pilot_map.lanes) == 4
    assert any(flow.rework for flow in pilot_map.flows), "the loop"
    starts = [step for step in pilot_map.steps if not pilot_map.flows_in(step.id)]
    assert len(starts) == 1, "all hangs together"
    ends = {step.name for step in pilot_map.steps if not pilot_map.flows_out(step.id)}
    assert ends == {"Claim settled"}
    names = characters_of_names(pilot_map)
    ratio = robot.strokes / names
    with capsys.disabled():
        print(
            f"\n{len(pilot_map.steps)} steps of any kind in {len(pilot_map.lanes)} lanes:"
            f" {robot.strokes} key"
            f" strokes for {names} characters of names, {ratio:.2f} a character; at 3 strokes a"
            f" second {robot.strokes / 3 / 60:.1f} minutes"
        )
    assert ratio < 1.25
