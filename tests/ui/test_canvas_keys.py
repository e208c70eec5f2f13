"""The map by keyboard alone: walking, appending, naming, moving, deleting."""

from PySide6.QtCore import Qt

from pilotmap.model.edits.steps import append_step
from pilotmap.model.known import number_of
from pilotmap.model.map import empty_map
from tests.builders import map_of
from tests.ui.robot import ALT, CTRL, SHIFT, Robot

Key = Qt.Key
CHAIN = """
Customer: ticket raised
Agent: log the ticket
Agent: triage
Lead: approve
. done
"""


def opened(robot: Robot, text: str = CHAIN) -> Robot:
    robot.session.open(map_of(text))
    robot.go_to_canvas()
    return robot


def test_arrows_walk_and_tab_follows_the_flow(robot: Robot) -> None:
    opened(robot)
    robot.press(Key.Key_Right)
    start = robot.selected
    robot.press(Key.Key_Tab)
    assert robot.selected == robot.names()[1]
    robot.press(Key.Key_Backtab, held=SHIFT)
    assert robot.selected == start == robot.names()[0]
    robot.select(robot.names()[1])
    robot.press(Key.Key_Right)
    assert robot.selected == robot.names()[2]
    robot.press(Key.Key_Left)
    assert robot.selected == robot.names()[1]


def test_ctrl_right_appends_and_each_enter_goes_on(robot: Robot) -> None:
    opened(robot, "Agent: begin")
    robot.press(Key.Key_Right)
    robot.press(Key.Key_Right, held=CTRL)
    assert len(robot.map.steps) == 1, "a step is not there before it has a name"
    robot.type("Look it up")
    robot.press(Key.Key_Return)
    robot.type("Answer")
    robot.press(Key.Key_Return)
    robot.press(Key.Key_Return)
    assert robot.names()[1:] == ("Look it up", "Answer")
    assert robot.flows() == {(robot.names()[0], "Look it up"), ("Look it up", "Answer")}
    assert robot.last_edit == "Add “Answer”"
    assert not robot.canvas.naming.is_active
    assert robot.canvas.hasFocus()
    robot.undo()
    assert robot.names()[1:] == ("Look it up",)


def test_esc_drops_the_name_in_progress_and_the_new_step(robot: Robot) -> None:
    opened(robot)
    before = robot.map
    robot.select(robot.names()[1])
    robot.press(Key.Key_Right, held=CTRL)
    robot.type("Never mind")
    robot.press(Key.Key_Escape)
    assert robot.map is before
    assert "Never mind" not in robot.drawn_words()
    robot.press(Key.Key_F2)
    robot.type("Nor this")
    robot.press(Key.Key_Escape)
    assert robot.map is before


def test_f2_renames_in_place_as_one_undo_step(robot: Robot) -> None:
    opened(robot)
    old = robot.names()[2]
    robot.select(old)
    robot.press(Key.Key_F2)
    robot.type("Sort by topic")
    robot.press(Key.Key_Return)
    assert robot.names()[2] == "Sort by topic"
    robot.press(Key.Key_Escape)
    assert robot.session.history.labels == ("Rename to “Sort by topic”",)
    robot.undo()
    assert robot.names()[2] == old


def test_letters_add_kinds_and_name_them(robot: Robot) -> None:
    opened(robot, "Agent: begin")
    robot.press(Key.Key_Right)
    for key, name in ((Key.Key_D, "Known issue?"), (Key.Key_W, "Wait for it"), (Key.Key_E, "Done")):
        robot.press(key)
        robot.type(name)
        robot.press(Key.Key_Return, Key.Key_Escape)
        robot.select(name)
        robot.go_to_canvas()
    kinds = [robot.step(name).kind for name in ("Known issue?", "Wait for it", "Done")]
    assert kinds == ["decision", "wait", "end"]


def test_ctrl_down_adds_a_branch(robot: Robot) -> None:
    opened(robot, "Agent: begin\n? known\n> yes: send the fix")
    decision = next(step for step in robot.map.steps if step.kind == "decision")
    robot.session.select(decision.id)
    robot.press(Key.Key_Down, held=CTRL)
    robot.type("Ask the lead")
    robot.press(Key.Key_Return, Key.Key_Return)
    assert (decision.name, "Ask the lead") in robot.flows()
    assert len(robot.map.flows_out(decision.id)) == 2


def test_i_inserts_on_the_selected_flow(robot: Robot) -> None:
    opened(robot)
    first, second = robot.names()[1:3]
    robot.session.select(robot.flow(first, second).id)
    robot.press(Key.Key_I)
    robot.type("Check the contract")
    robot.press(Key.Key_Return, Key.Key_Escape)
    assert {(first, "Check the contract"), ("Check the contract", second)} <= robot.flows()
    assert (first, second) not in robot.flows()


def test_delete_joins_the_neighbours(robot: Robot) -> None:
    opened(robot)
    before, middle, after = robot.names()[1:4]
    robot.select(middle)
    robot.press(Key.Key_Delete)
    assert middle not in robot.names()
    assert (before, after) in robot.flows()
    assert robot.selected == before
    robot.undo()
    assert middle in robot.names()


def test_alt_down_gives_the_step_to_the_next_lane(robot: Robot) -> None:
    opened(robot)
    name = robot.names()[1]
    robot.select(name)
    robot.press(Key.Key_Down, held=ALT)
    assert robot.lane_of(name) == robot.map.lanes[2].name
    robot.press(Key.Key_Up, held=ALT)
    assert robot.lane_of(name) == robot.map.lanes[1].name
    assert robot.selected == name


def test_shift_arrows_pin_a_slot_and_a_run_is_one_undo_step(robot: Robot) -> None:
    opened(robot)
    name = robot.names()[2]
    robot.select(name)
    column = robot.canvas.drawing.geometry.step_by_id[robot.step(name).id].column
    robot.press(Key.Key_Right, Key.Key_Right, held=SHIFT)
    pin = robot.step(name).pin
    assert pin is not None
    assert pin.column == column + 2
    assert len(robot.session.history.labels) == 1
    robot.undo()
    assert robot.step(name).pin is None


def test_alt_shift_moves_the_whole_lane(robot: Robot) -> None:
    opened(robot)
    order = [lane.name for lane in robot.map.lanes]
    robot.select(robot.names()[1])
    robot.press(Key.Key_Up, held=ALT | SHIFT)
    assert [lane.name for lane in robot.map.lanes] == [order[1], order[0], *order[2:]]


def test_ctrl_d_duplicates_and_selects_the_copy(robot: Robot) -> None:
    opened(robot)
    name = robot.names()[1]
    old = robot.step(name).id
    robot.select(name)
    robot.press(Key.Key_D, held=CTRL)
    assert robot.names().count(name) == 2
    assert robot.session.selection != old


def test_a_marks_the_ai_step_and_takes_the_mark_away(robot: Robot) -> None:
    opened(robot)
    robot.select(robot.names()[2])
    robot.press(Key.Key_A)
    assert robot.map.pilot.step == robot.session.selection
    robot.press(Key.Key_A)
    assert robot.map.pilot.step is None


def test_s_and_n_take_systems_and_notes(robot: Robot) -> None:
    opened(robot)
    name = robot.names()[1]
    robot.select(name)
    robot.press(Key.Key_S)
    robot.type("Zendesk, CRM")
    robot.press(Key.Key_Return)
    assert [robot.map.system_by_id[s].name for s in robot.step(name).systems] == ["Zendesk", "CRM"]
    robot.press(Key.Key_N)
    robot.type("! typed twice")
    robot.press(Key.Key_Return)
    note = robot.map.notes[-1]
    assert (note.kind, note.text, note.about) == ("pain", "typed twice", robot.step(name).id)


def test_ctrl_enter_goes_to_the_next_element_without_a_name(robot: Robot) -> None:
    m, start = append_step(empty_map(), None, "Begin", kind="start")
    m, unnamed = append_step(m, start)
    m, _ = append_step(m, unnamed, "Done", kind="end")
    robot.session.open(m)
    robot.go_to_canvas()
    robot.press(Key.Key_Return, held=CTRL)
    robot.type("Look it up")
    robot.press(Key.Key_Return, held=CTRL)
    assert robot.map.step_by_id[unnamed].name == "Look it up"
    assert not robot.canvas.naming.is_active


def test_a_flow_is_labelled_with_its_share_in_place(robot: Robot) -> None:
    opened(robot, "Agent: begin\n? known\n> yes: send the fix\n> : ask")
    decision = next(step for step in robot.map.steps if step.kind == "decision")
    flow = robot.map.flows_out(decision.id)[1].id
    robot.session.select(flow)
    robot.press(Key.Key_F2)
    robot.type("no 40 %")
    robot.press(Key.Key_Return)
    assert (robot.map.flow_by_id[flow].label, number_of(robot.map.flow_by_id[flow].share)) == (
        "no",
        0.4,
    )


def test_home_fits_and_ctrl_0_is_the_true_size(robot: Robot) -> None:
    opened(robot)
    fitting = robot.canvas.viewport.zoom
    robot.press(Key.Key_0, held=CTRL)
    assert robot.canvas.viewport.zoom == 1.0
    robot.press(Key.Key_Plus, held=CTRL)
    assert robot.canvas.viewport.zoom > 1.0
    robot.press(Key.Key_Home)
    assert robot.canvas.viewport.zoom == fitting


def test_a_name_that_is_refused_can_be_put_right(robot: Robot) -> None:
    opened(robot)
    lane = robot.map.lanes[1].id
    robot.session.select(lane)
    robot.press(Key.Key_F2)
    robot.type("Customer")
    robot.press(Key.Key_Return)
    assert "Customer" in robot.refusals[-1]
    assert robot.canvas.naming.is_active
    assert robot.canvas.naming.editor.words() == "Customer"
    robot.type("Helpers")
    robot.press(Key.Key_Return)
    assert robot.map.lane_by_id[lane].name == "Helpers"
