import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pilotmap.model.map import PilotMap
from pilotmap.ui import qt_check
from pilotmap.ui.actions import ACTIONS
from pilotmap.ui.find_bar import FindBar
from pilotmap.ui.palette import Palette, rank_of
from pilotmap.ui.shortcuts_page import ShortcutsPage
from pilotmap.ui.theme import Look, window_colours
from tests.builders import map_of
from tests.conftest import PROJECT, SAMPLES
from tests.ui.robot import CTRL, Robot


@pytest.fixture
def example(robot: Robot, tmp_path: Path) -> Robot:
    path = tmp_path / "support.pilotmap.json"
    path.write_bytes((SAMPLES / "tier1-support.pilotmap.json").read_bytes())
    robot.window.files.open(path)
    return robot


def without_labels(pilot_map: PilotMap) -> PilotMap:
    flows = tuple(flow.replace(label="") for flow in pilot_map.flows)
    return pilot_map.replace(flows=flows)


def rules(robot: Robot) -> list[str]:
    return [row.finding.rule for row in robot.window.findings.model.rows]


def row_of(robot: Robot, rule: str) -> int:
    return rules(robot).index(rule)


def test_the_left_side_says_what_the_file_says(example: Robot, qtbot: QtBot) -> None:
    side = example.window.side
    qtbot.waitUntil(lambda: "41.8\N{NO-BREAK SPACE}h" in side.says._lines.text())
    words = side.says._lines.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "6 handoffs<br>5 systems<br>2 decisions<br>" in words
    assert "The AI step takes <b>14.3 h</b>" in words
    assert "Tier 2 engineer is loaded <b>85 %</b>" in words
    assert not side.says._card.isHidden()
    assert side.says._card.property("kind") == "verdict-bad"
    assert side.says._title.text() == "This step alone cannot reach the target"
    assert "with this pilot about 36.5 to 38 h; target 4 h" in side.says._why.text()
    states = [button._state for button in side.path.buttons]
    assert states == ["done", "done", "done", "done", "open"]


def test_the_left_side_follows_as_one_types(example: Robot, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "41.8\N{NO-BREAK SPACE}h" in example.window.side.says._lines.text())
    example.session.edit("x", lambda pilot_map: without_labels(pilot_map))
    qtbot.waitUntil(lambda: example.window.side.path.buttons[1]._state != "done")
    example.undo()
    qtbot.waitUntil(lambda: example.window.side.path.buttons[1]._state == "done")


def test_the_link_of_the_red_card_shows_the_step(example: Robot, qtbot: QtBot) -> None:
    says = example.window.side.says
    qtbot.waitUntil(lambda: "href='log'" in says._why.text())
    says._why.linkActivated.emit("log")
    assert example.session.selection == "log"


def test_go_to_a_flow_puts_the_cursor_where_the_label_goes(example: Robot, qtbot: QtBot) -> None:
    example.session.edit("x", lambda pilot_map: without_labels(pilot_map))
    qtbot.waitUntil(lambda: "PM204" in rules(example))
    panel = example.window.findings
    at = panel.place_of(row_of(example, "PM204"), "Go to").center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    flow = example.map.flow_by_id[example.session.selection or ""]
    example.type("yes")
    assert example.map.flow_by_id[flow.id].label == "yes"


def test_go_to_an_open_question_opens_its_field(example: Robot, qtbot: QtBot) -> None:
    pilot = example.map.pilot.replace(escalates_to=None)
    example.session.edit("x", lambda pilot_map: pilot_map.replace(pilot=pilot))
    qtbot.waitUntil(lambda: "PM303" in rules(example))
    example.window.findings.do(row_of(example, "PM303"), "Go to")
    form = example.window.properties.form("working")
    assert example.focused() is form.card.field("escalates_to").box


def test_fix_is_one_undo_step_and_takes_the_finding_away(robot: Robot, qtbot: QtBot) -> None:
    robot.session.open(map_of("Agent: start\n? sure\n> yes 60%: a\n> no 60%: b"))
    panel = robot.window.findings
    qtbot.waitUntil(lambda: "PM206" in rules(robot))
    row = row_of(robot, "PM206")
    assert "Fix" in panel.model.rows[row].deeds
    before = robot.map
    panel.table.setFocus()
    panel.table.selectRow(row)
    robot.press(Qt.Key.Key_F)
    qtbot.waitUntil(lambda: "PM206" not in rules(robot))
    robot.undo()
    assert robot.map == before


def test_the_menu_key_offers_what_the_links_do(robot: Robot, qtbot: QtBot) -> None:
    robot.session.open(map_of("Agent: start\n? sure\n> yes 60%: a\n> no 60%: b"))
    panel = robot.window.findings
    qtbot.waitUntil(lambda: "PM206" in rules(robot))
    menu = panel.menu_of(row_of(robot, "PM206"))
    assert [action.text() for action in menu.actions()] == ["Go to", "Fix"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: "PM206" not in rules(robot))


def test_an_error_is_answered_in_writing_and_the_answer_taken_back(
    example: Robot, qtbot: QtBot
) -> None:
    pilot = example.map.pilot.replace(mode="autonomous")
    example.session.edit("x", lambda pilot_map: pilot_map.replace(pilot=pilot))
    panel = example.window.findings
    qtbot.waitUntil(lambda: "PM305" in rules(example))
    panel.do(row_of(example, "PM305"), "Answer in writing")
    example.type("Only the order of the queue is at stake")
    panel.waive.by.setFocus()
    example.type("Ana")
    example.press(Qt.Key.Key_Return)
    waiver = example.map.waivers[0]
    assert (waiver.rule, waiver.by) == ("PM305", "Ana")
    qtbot.waitUntil(lambda: panel.model.rows[row_of(example, "PM305")].finding.severity == "note")
    assert panel.waive.isHidden()
    panel.do(row_of(example, "PM305"), "Take the answer back")
    assert example.map.waivers == ()


def test_an_answer_needs_a_reason_and_a_name(example: Robot, qtbot: QtBot) -> None:
    pilot = example.map.pilot.replace(mode="autonomous")
    example.session.edit("x", lambda pilot_map: pilot_map.replace(pilot=pilot))
    panel = example.window.findings
    qtbot.waitUntil(lambda: "PM305" in rules(example))
    panel.do(row_of(example, "PM305"), "Answer in writing")
    example.type("Because")
    example.press(Qt.Key.Key_Return)
    assert example.map.waivers == ()
    assert not panel.waive.isHidden()
    example.press(Qt.Key.Key_Escape)
    assert panel.waive.isHidden()


def test_undo_and_redo_say_what_they_would_do(robot: Robot) -> None:
    undo = robot.window.bindings.qt["undo"]
    assert not undo.isEnabled()
    robot.session.commit(robot.map.replace(title="A"), "Change the title")
    assert undo.isEnabled()
    assert undo.text() == "Undo: Change the title"
    undo.trigger()
    assert robot.window.bindings.qt["redo"].text() == "Redo: Change the title"


def test_the_title_is_edited_in_the_header(robot: Robot) -> None:
    robot.window.header.title.setFocus()
    robot.type("Claims ")
    robot.type("desk")
    assert robot.map.title == "Claims desk"
    assert "Claims desk" in robot.window.windowTitle()
    robot.press(Qt.Key.Key_Z, held=CTRL)
    assert robot.map.title == ""


def test_the_palette_runs_an_action_by_name(example: Robot) -> None:
    example.go_to_canvas()
    example.press(Qt.Key.Key_K, held=CTRL)
    palette = example.window.findChild(Palette)
    example.type("working")
    assert palette.offered[0] == "part-4"
    example.press(Qt.Key.Key_Return)
    assert palette.isHidden()
    assert example.window.properties.target.page == "working"


def test_the_palette_offers_only_what_can_be_done(example: Robot) -> None:
    example.session.select(None)
    example.window.sheets.show_palette()
    palette = example.window.findChild(Palette)
    assert "duplicate" not in palette.offered
    palette.put_away()
    example.session.select("triage")
    example.window.sheets.show_palette()
    assert "duplicate" in palette.offered


def test_ranks_of_the_palette() -> None:
    assert rank_of("exp", "Export PDF") == 0
    assert rank_of("pdf", "Export PDF") == 1
    assert rank_of("port", "Export PDF") == 2
    assert rank_of("epdf", "Export PDF") == 3
    assert rank_of("zz", "Export PDF") is None


def test_the_page_of_shortcuts_has_every_key_of_the_table(robot: Robot) -> None:
    robot.capture.close()
    robot.go_to_canvas()
    robot.type("?")
    page = robot.window.findChild(ShortcutsPage)
    assert page.isVisible()
    words = " ".join(label.text() for label in page.findChildren(_label()))
    for action in ACTIONS:
        if action.keys:
            assert action.text.removesuffix(" …") in words
    robot.press(Qt.Key.Key_Escape)
    assert page.isHidden()


def _label() -> type:
    from PySide6.QtWidgets import QLabel

    return QLabel


def test_no_key_is_bound_twice_and_no_id_used_twice() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_letters_are_typed_in_fields_and_do_elements_on_the_map(example: Robot) -> None:
    example.session.select("triage")
    form = example.window.properties.form("step")
    form.focus_field("name")
    example.focused().selectAll()
    example.type("dpwe?/an")
    assert example.map.step_by_id["triage"].name == "dpwe?/an"
    assert len(example.map.steps) == 10


def test_find_goes_through_names_systems_and_notes(example: Robot) -> None:
    example.go_to_canvas()
    example.press(Qt.Key.Key_F, held=CTRL)
    bar = example.window.findChild(FindBar)
    example.type("ticket")
    found = []
    for _ in range(len(bar._places)):
        example.press(Qt.Key.Key_Return)
        found.append(example.session.selection)
    assert found[:2] == ["raised", "log"]
    assert bar.count.text().startswith(f"{len(found)} of {len(found)}")
    bar.line.clear()
    example.type("jira")
    example.press(Qt.Key.Key_Return)
    assert example.session.selection == "repair" or example.session.selection == "diagnose"
    bar.line.clear()
    example.type("no such words")
    assert bar.count.text() == "not found"
    example.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert example.focused() is example.canvas


def test_f6_leads_through_all_areas(example: Robot) -> None:
    example.capture.close()
    example.go_to_canvas()
    window = example.window
    areas = (window.properties, window.findings, window.side, window.header)
    for area in areas:
        example.press(Qt.Key.Key_F6)
        assert area.isAncestorOf(example.focused()), area
    example.press(Qt.Key.Key_F6)
    assert example.focused() is window.canvas


def test_esc_leads_from_a_field_back_to_the_map(example: Robot) -> None:
    example.session.select("triage")
    example.window.properties.form("step").focus_field("work")
    example.press(Qt.Key.Key_Escape)
    assert example.focused() is example.canvas
    assert example.session.selection == "triage"


def test_today_and_with_ai(example: Robot) -> None:
    header = example.window.header
    assert not header.with_ai.isHidden()
    QTest.mouseClick(header.with_ai, Qt.MouseButton.LeftButton)
    assert example.session.view == "with-ai"
    assert "Approve?" in example.drawn_words()
    QTest.mouseClick(header.today, Qt.MouseButton.LeftButton)
    assert "Approve?" not in example.drawn_words()


def test_with_ai_is_absent_until_there_is_something_to_show(robot: Robot) -> None:
    assert robot.window.header.with_ai.isHidden()
    assert not robot.window.bindings.qt["with-ai"].isEnabled()


def test_a_map_that_cannot_be_drawn_with_ai_says_why(robot: Robot) -> None:
    alone = map_of("Agent: raised\nlonely work")
    robot.session.open(
        alone.replace(pilot=alone.pilot.replace(step=alone.steps[1].id, mode="draft"))
    )
    robot.window.bindings.run("with-ai")
    assert "leads nowhere" in robot.window.status.said.text()
    assert "lonely work" in robot.drawn_words().casefold().replace("\n", " ")


def test_a_refused_edit_is_said_and_stops_nothing(robot: Robot) -> None:
    robot.session.refused.emit("That cannot be done.")
    assert robot.window.status.said.text() == "That cannot be done."


def test_every_theme_can_be_chosen_and_is_remembered(robot: Robot, look: Look) -> None:
    for choice in ("dark", "contrast", "light"):
        robot.window.bindings.run(f"theme-{choice}")
        assert look.name == choice
        assert robot.window.bindings.qt[f"theme-{choice}"].isChecked()
        ground = robot.canvas.grab().toImage().pixelColor(3, 3).name()
        assert ground == window_colours(look.name)["ground"]
    assert robot.window.bench.settings.text("theme") == "light"


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "surface"),
        ("ink", "panel"),
        ("ink", "field"),
        ("ink.soft", "panel"),
        ("ink.soft", "surface"),
        ("ink.soft", "ai.card"),
        ("ink.faint", "panel"),
        ("ink.faint", "field"),
        ("link", "surface"),
        ("link", "panel"),
        ("error", "error.fill"),
        ("error", "panel"),
        ("ai.line", "ai.card"),
        ("ai.line", "ai.fill"),
        ("ai.ink", "ai.badge"),
        ("system.line", "system.fill"),
        ("strong.ink", "strong"),
    ],
)
def test_all_text_has_contrast(name: str, ink: str, ground: str) -> None:
    colours = window_colours(name)  # type: ignore[arg-type]
    one, other = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_screen_that_is_not_there_is_said_in_one_line() -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux starts without a screen")
    ended = subprocess.run(
        [sys.executable, "-m", "pilotmap"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "DISPLAY" in ended.stderr
    assert "pilotmap export" in ended.stderr


def test_a_screen_that_does_not_answer_is_said() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux starts without a screen")
    if qt_check.missing_libraries():
        pytest.skip("Qt's libraries for a screen are not installed")
    reason = qt_check.why_no_window({"DISPLAY": ":987"})
    assert reason is not None
    assert ":987" in reason


def test_missing_libraries_are_named_with_their_packages() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    reason = qt_check.why_no_import(error)
    assert "libEGL.so.1" in reason
    assert "apt-get install" in reason
    assert "libegl1" in reason


def test_offscreen_needs_no_screen() -> None:
    assert qt_check.why_no_window({"QT_QPA_PLATFORM": "offscreen"}) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a choice")
def test_a_platform_that_qt_has_not_is_said() -> None:
    reason = qt_check.why_no_window({"QT_QPA_PLATFORM": "no-such:size=9"})
    assert reason is not None
    assert "no platform “no-such”" in reason
    assert "offscreen" in reason
    assert qt_check.why_no_window({"QT_QPA_PLATFORM": "no-such;offscreen"}) is None
