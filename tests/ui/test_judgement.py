from pytestqt.qtbot import QtBot

from pilotmap.ui.judgement import is_quick
from tests.builders import map_of
from tests.ui.robot import Robot

AT_ONCE = """
Customer: raised
Agent: begin [1 h]
& Agent: look it up [2 h]
& Lead: ask the vendor [4 h]
"""


def test_parallel_work_is_simulated_aside_and_shown(robot: Robot, qtbot: QtBot) -> None:
    m = map_of(AT_ONCE)
    assert any(step.kind == "parallel" for step in m.steps)
    assert not is_quick(m)
    robot.session.open(m)
    judgement = robot.window.judgement
    with qtbot.waitSignal(judgement.ready):
        pass
    qtbot.waitUntil(lambda: judgement.verdict is not None and judgement.verdict.map == m)


def test_the_last_of_many_quick_edits_is_the_one_judged(robot: Robot, qtbot: QtBot) -> None:
    robot.session.open(map_of(AT_ONCE))
    for number in range(20):
        robot.session.commit(robot.map.replace(title=f"Title {number}"), "Change the title")
        qtbot.wait(5)
    judgement = robot.window.judgement
    qtbot.waitUntil(lambda: judgement.verdict is not None and judgement.verdict.map == robot.map)
    assert judgement.verdict is not None
    assert judgement.verdict.map.title == "Title 19"


def test_typing_goes_on_while_the_map_is_judged(robot: Robot) -> None:
    robot.session.open(map_of(AT_ONCE))
    robot.capture.close()
    robot.window.properties.show_part(2, "title")
    robot.type("Many words typed without a pause")
    assert robot.map.title == "Many words typed without a pause"


def test_the_first_map_is_judged_without_an_edit(robot: Robot, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(robot.window.findings.model.rows) > 0)
    assert robot.window.side.path.buttons[0]._summary.text()
