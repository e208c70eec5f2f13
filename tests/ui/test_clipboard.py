from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from pilotmap.model.map import empty_map
from tests.builders import map_of
from tests.ui.robot import CTRL, Robot

Key = Qt.Key
TEXT = "Agent: Begin\n? Known\n> yes 60%\nSend\n. Done\n> no: Lead: Ask\n-> Send\n"


def test_a_map_copied_as_text_becomes_the_same_map_where_it_is_pasted(robot: Robot) -> None:
    robot.session.open(map_of(TEXT))
    robot.go_to_canvas()
    robot.press(Key.Key_C, held=CTRL)
    flows, lanes = robot.flows(), [robot.lane_of(name) for name in robot.names()]
    robot.session.open(empty_map())
    robot.go_to_canvas()
    robot.press(Key.Key_V, held=CTRL)
    assert robot.flows() == flows
    assert [robot.lane_of(name) for name in robot.names()] == lanes
    assert len(robot.session.history.labels) == 1


def test_a_right_click_selects_and_offers_what_can_be_done(robot: Robot) -> None:
    robot.session.open(map_of(TEXT))
    robot.right_click(robot.step("Send").id)
    assert robot.selected == "Send"
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert "Delete" in words
    assert "Add a branch" not in words
    menu.close()
