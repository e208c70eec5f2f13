from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pilotmap.model.known import number_of
from pilotmap.model.quantity import Volume
from tests.builders import map_of
from tests.conftest import SAMPLES
from tests.ui.robot import Robot


@pytest.fixture
def example(robot: Robot, tmp_path: Path) -> Robot:
    path = tmp_path / "support.pilotmap.json"
    path.write_bytes((SAMPLES / "tier1-support.pilotmap.json").read_bytes())
    robot.window.files.open(path)
    return robot


def form_of(robot: Robot, part: int):  # type: ignore[no-untyped-def]
    QTest.mouseClick(robot.window.side.path.buttons[part - 1], Qt.MouseButton.LeftButton)
    return robot.window.properties.form(robot.window.properties.target.page)


def choose(field, words: str) -> None:  # type: ignore[no-untyped-def]
    at = field.box.findText(words)
    assert at >= 0, f"{words!r} is not offered"
    field.box.setCurrentIndex(at)
    field.box.activated.emit(at)


def fill(robot: Robot, form, key: str, text: str) -> None:  # type: ignore[no-untyped-def]
    form.focus_field(key)
    robot.focused().selectAll()
    robot.type(text)


def test_the_outcome_is_built_from_its_parts(robot: Robot) -> None:
    form = form_of(robot, 1)
    choose(form.field("change"), "Reduce")
    for key, text in (
        ("measure", "average time to resolution"),
        ("population", "Tier 1 support tickets"),
        ("baseline", "48"),
        ("baseline.unit", "h"),
        ("target", "4"),
        ("target.unit", "h"),
        ("by", "30 Jun 2027"),
        ("measured_in", "Zendesk"),
        ("owner", "VP"),
    ):
        fill(robot, form, key, text)
    choose(form.field("baseline.basis"), "Measured")
    fill(robot, form, "baseline.source", "a report")
    outcome = robot.map.outcome
    assert (outcome.change, outcome.by) == ("reduce", date(2027, 6, 30))
    assert outcome.baseline is not None
    assert outcome.target is not None
    assert (outcome.baseline.value, outcome.baseline.unit) == (48.0, "h")
    assert (outcome.baseline.basis, outcome.baseline.source) == ("measured", "a report")
    assert (outcome.target.value, outcome.target.unit) == (4.0, "h")
    words = form._sentence.accessibleName()
    assert words.startswith("Reduce the average time to resolution of Tier 1 support tickets")
    assert words.endswith("Measured in Zendesk. Owner: VP.")


def test_a_part_of_the_sentence_leads_to_its_field(example: Robot) -> None:
    form = form_of(example, 1)
    assert "href='owner'" in form._sentence.text()
    form._sentence.linkActivated.emit("owner")
    assert form.field("owner").line.hasFocus()
    example.focused().selectAll()
    example.press(Qt.Key.Key_Delete)
    assert "Owner: …." in form._sentence.accessibleName()
    missing = form._look.colours["error"]
    assert f"color:{missing}; text-decoration:underline'>…</a>" in form._sentence.text()


def test_what_is_typed_into_the_sentence_is_never_markup(example: Robot) -> None:
    form = form_of(example, 1)
    fill(example, form, "measure", "<b>time</b>")
    assert "&lt;b&gt;time&lt;/b&gt;" in form._sentence.text()


def test_a_baseline_that_is_no_number_stays_in_the_map(robot: Robot) -> None:
    form = form_of(robot, 1)
    fill(robot, form, "baseline", "a lot")
    assert robot.map.outcome.baseline is not None
    assert robot.map.outcome.baseline.value == "a lot"


def test_the_first_field_emptied_leaves_no_empty_quantity(robot: Robot) -> None:
    form = form_of(robot, 1)
    fill(robot, form, "baseline", "4")
    robot.press(Qt.Key.Key_Backspace)
    assert robot.map.outcome.baseline is None


def test_the_map_form_edits_title_and_volume(robot: Robot) -> None:
    form = form_of(robot, 2)
    fill(robot, form, "title", "Claims")
    fill(robot, form, "volume", "120")
    choose(form.field("volume.unit"), "per week")
    fill(robot, form, "opened", "2 Mar 2026")
    assert robot.map.title == "Claims"
    assert robot.window.header.title.text() == "Claims"
    assert robot.map.volume == Volume(value=120, unit="per week")
    assert robot.map.opened == date(2026, 3, 2)
    assert "Gate 1 open for" in robot.window.status.opened.text()


def test_lanes_are_added_renamed_ordered_merged_and_deleted(robot: Robot) -> None:
    form = form_of(robot, 2)
    for name in ("Agent", "Lead", "agents"):
        form.lanes.new_name.setFocus()
        robot.type(name)
        robot.press(Qt.Key.Key_Return)
    assert [lane.name for lane in robot.map.lanes] == ["Agent", "Lead", "agents"]
    _, second, third = form.lanes.rows.values()
    second.focus_field("name")
    robot.focused().selectAll()
    robot.type("Team lead")
    assert robot.map.lanes[1].name == "Team lead"
    second._move(-1)
    assert [lane.name for lane in robot.map.lanes] == ["Team lead", "Agent", "agents"]
    merge = third.fill_menu().actions()[1].menu()
    next(action for action in merge.actions() if action.text() == "Agent").trigger()
    assert [lane.name for lane in robot.map.lanes] == ["Team lead", "Agent"]
    assert list(form.lanes.rows) == [lane.id for lane in robot.map.lanes]
    agent = next(lane.id for lane in robot.map.lanes if lane.name == "Agent")
    form.lanes.rows[agent].fill_menu().actions()[-1].trigger()
    assert [lane.name for lane in robot.map.lanes] == ["Team lead"]


def test_a_lane_name_that_is_taken_is_refused_in_place(robot: Robot) -> None:
    robot.session.open(map_of("Agent: work\nLead: check"))
    form = form_of(robot, 2)
    row = list(form.lanes.rows.values())[1]
    row.focus_field("name")
    robot.focused().selectAll()
    robot.type("Agent")
    name = row.field("name")
    assert "Agent" in name.complaint
    assert robot.map.lanes[1].name == "Agen"
    assert name.line.text() == "Agent"
    robot.type(" 2")
    assert name.complaint == ""
    assert robot.map.lanes[1].name == "Agent 2"


def test_a_lane_in_use_is_not_deleted_and_the_reason_is_said(robot: Robot) -> None:
    robot.session.open(map_of("Agent: work"))
    form = form_of(robot, 2)
    next(iter(form.lanes.rows.values())).fill_menu().actions()[-1].trigger()
    assert len(robot.map.lanes) == 1
    assert robot.window.status.said.text()


def test_properties_of_a_lane_and_a_system_are_reached_from_the_lists(example: Robot) -> None:
    form = form_of(example, 2)
    list(form.lanes.rows.values())[1].fill_menu().actions()[0].trigger()
    lane = example.window.properties.form("lane")
    assert example.window.properties.target.page == "lane"
    assert lane.field("people").line.text() == "10"
    fill(example, lane, "people", "7")
    assert number_of(example.map.lanes[1].people) == 7.0
    form_of(example, 2)
    next(iter(form.systems.rows.values())).fill_menu().actions()[0].trigger()
    system = example.window.properties.form("system")
    fill(example, system, "owner", "IT")
    assert example.map.systems[0].owner == "IT"


def test_another_verdict_needs_no_step(example: Robot) -> None:
    form = form_of(example, 3)
    assert not form.field("step").isHidden()
    choose(form.field("verdict"), "Change the process, no AI")
    assert example.map.pilot.verdict == "change"
    assert form.field("step").isHidden()


def test_the_step_is_chosen_and_described(example: Robot) -> None:
    form = form_of(example, 3)
    choose(form.field("step"), "Diagnose")
    fill(example, form, "why_ai", "Rules were tried")
    assert example.map.pilot.step == "diagnose"
    assert example.map.pilot.why_ai == "Rules were tried"


def test_each_mode_asks_its_own_questions(example: Robot) -> None:
    form = form_of(example, 4)
    card = form.card
    asked = {
        "autonomous": {"watched_by", "stopped_by", "undo", "veto"},
        "recommendation": {"human", "sees", "review", "review_wait", "rejected"},
        "draft": {"human", "sees", "review", "review_wait"},
    }
    for mode, own in asked.items():
        QTest.mouseClick(card.modes.buttons[mode], Qt.MouseButton.LeftButton)
        assert example.map.pilot.mode == mode
        every = set().union(*asked.values())
        shown = {key for key in every if not card.field(key).isHidden()}
        assert shown == own, mode
        assert not card.field("escalates_to").isHidden()
    assert card.field("human").caption == "Who edits and sends"


def test_a_question_left_open_is_marked(example: Robot) -> None:
    form = form_of(example, 4)
    who = form.card.field("escalates_to")
    assert who.control.property("state") == ""
    choose(who, "Choose who")
    assert example.map.pilot.escalates_to is None
    assert who.control.property("state") == "wanted"


def test_the_three_modes_stand_side_by_side(example: Robot, qtbot) -> None:  # type: ignore[no-untyped-def]
    form = form_of(example, 4)
    qtbot.waitUntil(lambda: form.card.compare._cells[5].text() != "")
    words = [cell.text() for cell in form.card.compare._cells]
    assert words[1:4] == ["On its own", "<b>Person approves</b>", "Person edits draft"]
    assert words[6] == "<b>38 h</b>"
    assert words[10] == "<b>52.7\N{NO-BREAK SPACE}min</b>"
    assert words[14] == "<b>76\N{NO-BREAK SPACE}%</b>"
    assert words[17] == "6; Customer"
    assert form.card.compare._missing.isHidden()


def test_how_far_a_wrong_answer_goes_follows_the_mode(example: Robot, qtbot) -> None:  # type: ignore[no-untyped-def]
    form = form_of(example, 4)
    qtbot.waitUntil(lambda: "<b>0</b> steps" in form.card._reach.text())
    QTest.mouseClick(form.card.modes.buttons["autonomous"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "<b>6</b> steps, among them Customer" in form.card._reach.text())


def test_sign_off_says_how_the_seats_stand_and_why_it_is_not_open(example: Robot, qtbot) -> None:  # type: ignore[no-untyped-def]
    form = form_of(example, 5)
    qtbot.waitUntil(lambda: "ready to be signed" in form._lead.text())
    assert form.seats["it"].words.text() == "Nobody has signed for this seat yet"
    example.session.edit(
        "x", lambda pilot_map: pilot_map.replace(pilot=pilot_map.pilot.replace(escalates_to=None))
    )
    qtbot.waitUntil(lambda: "One is left" in form._lead.text())


def test_a_flow_says_what_is_passed_and_through_what(example: Robot) -> None:
    handoff = next(f for f in example.map.flows if example.map.is_handoff(f))
    example.session.select(handoff.id)
    form = example.window.properties.form("flow")
    assert form._title.text() == "HANDOFF H1"
    fill(example, form, "passes", "the ticket")
    fill(example, form, "through", "zendesk")
    fill(example, form, "returned", "5")
    flow = example.map.flow_by_id[handoff.id]
    assert (flow.passes, flow.through_system, flow.through) == ("the ticket", "zendesk", "")
    assert number_of(flow.returned) == 0.05
    assert form.field("label").isHidden()
    form.field("rework").box.click()
    assert example.map.flow_by_id[handoff.id].rework
