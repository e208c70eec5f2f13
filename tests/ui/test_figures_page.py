"""The figures behind their tab: in words, how sure they are, and of what is not known, why."""

import pytest
from pytestqt.qtbot import QtBot

from pilotmap.analysis.figures import figures
from pilotmap.analysis.range_words import range_sentences
from pilotmap.analysis.ranges import ranges
from pilotmap.model.edits.fields import edit_outcome
from pilotmap.model.map import PilotMap
from pilotmap.report.document.tornado import tornado
from pilotmap.storage.json_file import load
from pilotmap.ui.tables.figures_page import FiguresPage
from tests.conftest import PROJECT, SAMPLES
from tests.ui.robot import Robot


@pytest.fixture
def page(robot: Robot) -> FiguresPage:
    robot.window.below.show_page("figures")
    found = robot.window.below.page("figures")
    assert isinstance(found, FiguresPage)
    return found


def opened(robot: Robot, qtbot: QtBot, pilot_map: PilotMap) -> PilotMap:
    robot.session.open(pilot_map)
    robot.window.analyzer.begin()
    qtbot.waitUntil(lambda: robot.window.sureness.known is not None)
    return pilot_map


def test_the_window_says_and_draws_what_check_says(
    robot: Robot, qtbot: QtBot, page: FiguresPage
) -> None:
    pilot_map = opened(robot, qtbot, load(SAMPLES / "tier1-support.pilotmap.json"))
    numbers = figures(pilot_map)
    sure = ranges(pilot_map, numbers)
    for said in range_sentences(pilot_map, sure):
        assert said in page.chance.text()
        assert said in robot.window.side.says.sureness_words
    drawn = page.tornado.drawing
    assert drawn is not None
    assert drawn == tornado(pilot_map, numbers, sure, drawn.width)
    assert "The baseline: from 43.2 h to 52.8 h." in page.tornado.accessibleDescription()
    assert page.unknown.text().count("<p") == 1


def test_what_is_not_known_says_why(robot: Robot, qtbot: QtBot, page: FiguresPage) -> None:
    path = PROJECT / "tests/data/figures/edge-returned1.pilotmap.json"
    opened(robot, qtbot, load(path))
    assert "What comes back costs: what goes by H1 comes back every time." in page.unknown.text()


def with_parallel_work(robot: Robot, qtbot: QtBot) -> None:
    robot.session.open(load(PROJECT / "tests/data/figures/parallel-noise.pilotmap.json"))
    robot.window.analyzer.begin()
    qtbot.waitUntil(lambda: robot.window.analyzer.verdict.map is robot.session.map)


def test_parallel_work_is_reckoned_aside_and_given_up_when_the_map_changes(
    robot: Robot, qtbot: QtBot, page: FiguresPage
) -> None:
    session, sureness = robot.session, robot.window.sureness
    with_parallel_work(robot, qtbot)
    qtbot.waitUntil(lambda: sureness.share_done is not None)
    assert sureness.known is None
    session.edit("Another owner", lambda m: edit_outcome(m, owner="Someone"))
    qtbot.waitUntil(lambda: sureness.known is not None and sureness.known.map is session.map)
    assert session.map.outcome.owner == "Someone"
    assert page.tornado.drawing is not None


def test_nobody_waits_for_parallel_work_that_nobody_looks_at(robot: Robot, qtbot: QtBot) -> None:
    with_parallel_work(robot, qtbot)
    qtbot.wait(800)
    assert robot.window.sureness.share_done is None
    assert robot.window.sureness.known is None
