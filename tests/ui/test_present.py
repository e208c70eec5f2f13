"""Before a room: full screen and still editable, a blank screen, one case on its way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pilotmap.model.map import PilotMap
from pilotmap.ui.present.case import Case, new_case, time_words, usual_branch
from pilotmap.ui.present.present import Present
from tests.builders import map_of
from tests.ui.robot import CTRL, Robot

Key = Qt.Key
LOOP = """
start: Customer: ask [5 min]
Agent: answer [30 min] [waits 1h]
? clear
> yes 80%: . done
> no: Agent: explain [10 min]
-> answer
"""


def opened(robot: Robot, pilot_map: PilotMap) -> Present:
    robot.session.open(pilot_map)
    robot.go_to_canvas()
    present = robot.window.present  # type: ignore[attr-defined]
    assert isinstance(present, Present)
    return present


def test_f5_shows_the_map_alone_in_large_type_and_back(robot: Robot, support_map: PilotMap) -> None:
    opened(robot, support_map)
    header = robot.window.header  # type: ignore[attr-defined]
    before = robot.canvas.viewport.zoom
    robot.press(Key.Key_F5)
    QApplication.processEvents()
    assert robot.window.isFullScreen()
    assert not header.isVisible()
    assert robot.canvas.viewport.zoom >= 1.25
    robot.press(Key.Key_F5)
    QApplication.processEvents()
    assert not robot.window.isFullScreen()
    assert header.isVisible()
    assert robot.canvas.viewport.zoom == before


def test_room_mode_goes_on_editing(robot: Robot, support_map: PilotMap) -> None:
    opened(robot, support_map)
    robot.press(Key.Key_F5)
    robot.select("Log the ticket")
    robot.press(Key.Key_Slash)
    large = robot.capture.entry.font().pixelSize()
    robot.type("ask again")
    robot.press(Key.Key_Return)
    assert ("Log the ticket", "Ask again") in robot.flows()
    robot.press(Key.Key_Escape)
    robot.press(Key.Key_F2)
    robot.type("Ask twice")
    robot.press(Key.Key_Return, Key.Key_Escape)
    assert "Ask twice" in robot.names()
    robot.press(Key.Key_F5)
    assert robot.capture.entry.font().pixelSize() < large


def test_a_full_stop_blanks_the_screen_and_any_key_brings_it_back(
    robot: Robot, support_map: PilotMap
) -> None:
    present = opened(robot, support_map)
    robot.press(Key.Key_Period)
    assert not present.room.is_blank, "outside of room mode the key does nothing"
    robot.press(Key.Key_F5, Key.Key_Period)
    assert present.room.is_blank
    before = robot.map
    robot.press(Key.Key_Delete)
    assert not present.room.is_blank
    assert robot.map is before
    assert robot.canvas.hasFocus()
    robot.press(Key.Key_F5)


def test_a_case_is_walked_along_the_usual_branch_with_its_time(robot: Robot) -> None:
    present = opened(robot, map_of(LOOP))
    robot.press(*[Key.Key_PageDown] * 4)
    card = present.walk.card
    assert robot.selected == "done"
    assert "1 h 35 min so far, 35 min of it work" in card.words
    robot.press(Key.Key_PageUp)
    assert robot.selected == "clear?"
    assert "▸ yes · 80 %" in card.words


def test_tab_chooses_another_branch_and_a_loop_counts_each_time(robot: Robot) -> None:
    present = opened(robot, map_of(LOOP))
    robot.press(*[Key.Key_PageDown] * 3)
    robot.press(Key.Key_Tab)
    assert "▸ no" in present.walk.card.words
    robot.press(Key.Key_PageDown, Key.Key_PageDown)
    assert robot.selected == "answer"
    assert "3 h 15 min so far" in present.walk.card.words
    flow = robot.map.flow_between(robot.step("explain").id, robot.step("answer").id)
    assert flow is not None
    assert flow.id in robot.canvas.picture.overlay.trail
    robot.press(Key.Key_Escape)
    assert not present.walk.is_on
    assert robot.canvas.picture.overlay.trail == ()
    assert not present.walk.card.isVisible()


def test_an_edit_on_the_branch_does_not_end_the_walk(robot: Robot) -> None:
    present = opened(robot, map_of(LOOP))
    robot.press(*[Key.Key_PageDown] * 2)
    robot.press(Key.Key_F2)
    robot.type("reply")
    robot.press(Key.Key_Return, Key.Key_Escape)
    assert present.walk.is_on
    assert "reply" in present.walk.card.words
    robot.press(Key.Key_Z, held=CTRL)
    assert "answer" in present.walk.card.words


def test_the_picture_with_ai_can_be_walked_too(robot: Robot, support_map: PilotMap) -> None:
    present = opened(robot, support_map)
    robot.press(Key.Key_T, held=CTRL)
    seen = []
    for _ in range(9):
        robot.press(Key.Key_PageDown)
        seen.append(present.walk.card.step.text())
    assert any("AI" in words for words in seen)
    assert any("Approve" in words for words in seen)


def test_esc_leads_out_one_element_at_a_time(robot: Robot, qtbot: QtBot) -> None:
    present = opened(robot, map_of(LOOP))
    robot.press(Key.Key_F5, Key.Key_PageDown)
    robot.press(Key.Key_Escape)
    assert not present.walk.is_on
    assert present.room.is_on
    robot.press(Key.Key_Escape)
    assert robot.session.selection is None
    assert present.room.is_on
    robot.press(Key.Key_Escape)
    assert not present.room.is_on
    QTest.qWait(1)


def test_the_usual_branch_never_leads_back() -> None:
    m = map_of(LOOP)
    decision = next(step for step in m.steps if step.kind == "decision")
    branch = usual_branch(m.flows_out(decision.id))
    assert branch is not None
    assert branch.label == "yes"
    assert usual_branch(()) is None


def test_a_case_keeps_what_an_edit_leaves_of_its_branch() -> None:
    m = map_of(LOOP)
    case = new_case(m, None)
    assert case is not None
    for _ in range(3):
        case = case.gone(m.flows_out(case.here(m).step)[0].id)
    shorter = m.replace(flows=tuple(f for f in m.flows if f.id != case.flows[1]))
    kept = case.within(shorter)
    assert kept is not None
    assert len(kept.flows) == 1
    assert Case("gone").within(m) is None


def joined_map() -> PilotMap:
    """Printing and packing at the same time; shipping waits for both."""
    return map_of(
        "start: Shop: ordered\n& Shop: print [1 h]\nfold [30 min]\n& Packer: pack [2 h]\n"
        "&& ready\nShop: ship [10 min]\n. sent"
    )


def names(pilot_map: PilotMap, case: Case) -> list[str]:
    return sorted(pilot_map.step_by_id[token.step].name for token in case.tokens(pilot_map))


def walked(pilot_map: PilotMap, case: Case, moves: int) -> Case:
    for _ in range(moves):
        movers = case.movers(pilot_map)
        case = case.gone(*(flow.id for t in movers for flow in pilot_map.flows_out(t.step)))
    return case


def test_parallel_work_is_walked_in_all_branches_and_joined() -> None:
    pilot_map = joined_map()
    case = new_case(pilot_map, None)
    assert case is not None
    told = [names(pilot_map, walked(pilot_map, case, moves)) for moves in range(7)]
    assert told == [
        ["ordered"],
        [""],
        ["pack", "print"],
        ["fold", "pack"],
        ["pack", "ready"],
        ["ready"],
        ["ship"],
    ]
    at_join = walked(pilot_map, case, 5)
    assert at_join.elapsed_hours(pilot_map) == 2.0, "the longer branch counts"
    assert at_join.work_hours(pilot_map) == 3.5, "the work of both was done"
    assert [token.waits for token in at_join.tokens(pilot_map)] == [False]
    assert walked(pilot_map, case, 7).movers(pilot_map) == ()
    assert at_join.back().within(pilot_map) == at_join.back()


def test_a_join_waits_for_none_that_cannot_come_any_more() -> None:
    pilot_map = joined_map()
    pack, ready = (s.id for s in pilot_map.steps if s.name in ("pack", "ready"))
    cut = pilot_map.replace(
        flows=tuple(f for f in pilot_map.flows if (f.source, f.target) != (pack, ready))
    )
    case = new_case(cut, None)
    assert case is not None
    assert names(cut, walked(cut, case, 4)) == ["pack", "ready"]
    assert not any(token.waits for token in walked(cut, case, 4).tokens(cut))


def test_all_branches_are_lit_and_the_card_says_so(robot: Robot) -> None:
    present = opened(robot, joined_map())
    card = present.walk.card
    robot.press(*[Key.Key_PageDown] * 2)
    assert "goes all ways at once" in card.keys.text()
    robot.press(Key.Key_PageDown)
    assert {robot.step("print").id, robot.step("pack").id} == set(
        robot.canvas.picture.overlay.spots
    )
    assert "At the same time: " in card.words
    assert "goes on with “print”, which is done first" in card.keys.text()
    robot.press(Key.Key_PageDown, Key.Key_PageDown)
    assert robot.selected == "ready"
    assert "it waits here for the others" in card.words
    robot.press(Key.Key_PageDown)
    assert robot.canvas.picture.overlay.spots == (robot.step("ready").id,)
    assert "2 h so far, 3 h 30 min of it work" in card.words
    robot.press(Key.Key_PageUp, Key.Key_PageUp)
    assert set(robot.canvas.picture.overlay.spots) == {robot.step("fold").id, robot.step("pack").id}


def test_another_branch_goes_on_where_its_step_is_selected(robot: Robot) -> None:
    present = opened(robot, joined_map())
    robot.press(*[Key.Key_PageDown] * 3)
    robot.select("pack")
    assert "goes on with “pack”" in present.walk.card.keys.text()
    robot.press(Key.Key_PageDown)
    assert robot.selected == "ready"
    assert robot.step("print").id in robot.canvas.picture.overlay.spots


def test_a_branch_is_chosen_within_a_branch(robot: Robot) -> None:
    present = opened(
        robot,
        map_of(
            "start: Shop: ordered\n& Shop: print [3 h]\n& Packer: pack [1 h]\n? heavy\n"
            "> yes 10%: cart\n> no 90%: lift"
        ),
    )
    robot.press(*[Key.Key_PageDown] * 4)
    assert robot.selected == "heavy?"
    assert "Tab chooses the way from “heavy?”" in present.walk.card.keys.text()
    robot.press(Key.Key_Tab)
    assert "▸ yes" in present.walk.card.words
    robot.press(Key.Key_PageDown)
    assert robot.selected == "cart"
    assert "print" in present.walk.card.words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, "0 min"),
        (0.5, "30 min"),
        (2, "2 h"),
        (53.4166667, "53 h 25 min"),
        (148, "6 d 4 h"),
        (240, "10 d"),
    ],
)
def test_times_as_people_say_them(hours: float, words: str) -> None:
    assert time_words(hours) == words
