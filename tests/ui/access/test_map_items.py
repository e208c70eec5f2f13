"""What a screen reader gets of the things on the map: each one, where it is, what it is now."""

import random
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QImage
from PySide6.QtWidgets import QApplication, QScrollArea

from pilotmap.language import speaking
from pilotmap.model.edits.steps import rename
from pilotmap.model.map import PilotMap
from pilotmap.ui.access.element import Element
from pilotmap.ui.access.elements import Elements
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.view import View
from tests.benchmarks.generate import swimlanes
from tests.ui.robot import CTRL, Robot

Key = Qt.Key
Text = QAccessible.Text
# pixels that the mark of the selection may reach around a thing, and the thing beyond its mark: a
# step is marked with its times and its badge, a flow without its H
REACH = {"step": (42, 0), "bare step": (8, 0), "flow": (6, 11), "lane": (0, 3)}


def the_map(robot: Robot) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(robot.canvas)


def items(robot: Robot) -> dict[str, QAccessibleInterface]:
    """The children of the canvas that stand for things of the map, by id, in their order."""
    whole = the_map(robot)
    children = [whole.child(place) for place in range(whole.childCount())]
    objects = [child.object() for child in children]
    found = [
        (element.id, child)
        for element, child in zip(objects, children, strict=True)
        if isinstance(element, Element)
    ]
    assert len(dict(found)) == len(found), "a thing has two children"
    return dict(found)


def ids(pilot_map: PilotMap) -> set[str]:
    parts = (pilot_map.lanes, pilot_map.steps, pilot_map.flows)
    return {part.id for parts_of_a_kind in parts for part in parts_of_a_kind}


def name(item: QAccessibleInterface) -> str:
    return str(item.text(Text.Name))


def with_state(robot: Robot, state: str) -> list[str]:
    return [element for element, item in items(robot).items() if getattr(item.state(), state)]


@pytest.fixture
def opened(robot: Robot, support_map: PilotMap) -> Robot:
    robot.canvas.picture.motion.is_unwanted = True
    robot.session.open(support_map)
    robot.go_to_canvas()
    QApplication.processEvents()
    return robot


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_each_element_of_the_map_is_one_child_that_knows_its_place(opened: Robot) -> None:
    opened.press(Key.Key_Z, Key.Key_Home)  # in one piece all of them are in sight
    whole, found = the_map(opened), items(opened)
    assert set(found) == ids(opened.map)
    assert whole.role() == QAccessible.Role.List
    assert whole.text(Text.Name) == "Process map"
    assert whole.text(Text.Description) == "4 lanes, 10 steps"
    for place, (element, item) in enumerate(found.items()):
        assert item.role() == QAccessible.Role.ListItem
        assert item.isValid()
        assert item.parent().object() is opened.canvas
        assert whole.indexOfChild(item) == place
        state = item.state()
        assert (state.focusable, state.selectable, state.offscreen) == (1, 1, 0), element
        assert (state.focused, state.selected, state.invisible) == (0, 0, 0), element
        assert item.textInterface() is item.valueInterface() is item.tableCellInterface() is None
    assert whole.textInterface() is whole.attributesInterface() is None


def test_they_come_in_the_order_of_a_walk_and_say_the_shortest_first(opened: Robot) -> None:
    told = [name(item) for item in items(opened).values()]
    assert told[:13] == [
        "Lane Customer, 3 steps",
        "Lane Support agent, 4 steps",
        "Lane Tier 2 engineer, 2 steps",
        "Lane Team lead, 1 step",
        "Start: Ticket raised, Customer",
        "Flow to Log the ticket, handoff H1",
        "Log the ticket, Support agent",
        "Flow to Triage and classify",
        "Triage and classify, AI step, Support agent",
        "Flow to Known issue?",
        "Decision: Known issue?, Support agent",
        "Flow yes · 60 %, to Send the known fix",
        "Flow no · 40 %, to Diagnose, handoff H2",
    ]
    rest = {name(item): item.text(Text.Description) for item in items(opened).values()}
    assert rest[told[10]] == (
        "It leads to yes · 60 %: Send the known fix, no · 40 %: Diagnose by handoff H2. 1 question."
    )
    assert rest[told[8]] == (
        "It leads to Known issue?. It touches Zendesk, CRM. It takes 20 min. It waits 14 h. 1 pain."
    )
    assert rest[told[12]] == (
        "From Known issue? (Support agent) to Diagnose (Tier 2 engineer)."
        " It passes on Ticket with notes. It goes through Jira."
    )
    with speaking("de"):
        told_in_german = [name(item) for item in items(opened).values()]
        decision = items(opened)[opened.step("Known issue?").id].text(Text.Description)
    assert told_in_german[0] == "Bahn Customer, 3 Schritte"
    assert told_in_german[8] == "Triage and classify, KI-Schritt, Support agent"
    assert told_in_german[10] == "Entscheidung: Known issue?, Support agent"
    assert told_in_german[12] == "Verbindung no · 40 %, zu Diagnose, Übergabe H2"
    assert decision.endswith("no · 40 %: Diagnose mit Übergabe H2. 1 Frage.")


def marked(robot: Robot, element: str) -> QRect:
    """What the mark of the selection changes on the canvas, as a box on the screen."""
    canvas = robot.canvas
    canvas.picture.set_overlay(selected=())
    before = pixels(canvas.grab().toImage())
    canvas.picture.set_overlay(selected=(element,))
    rows, columns = np.nonzero((pixels(canvas.grab().toImage()) != before).any(axis=2))
    box = QRect(
        QPoint(int(columns.min()), int(rows.min())), QPoint(int(columns.max()), int(rows.max()))
    )
    return box.translated(canvas.mapToGlobal(QPoint(0, 0)))


def sort_of(pilot_map: PilotMap, element: str) -> str:
    if element in pilot_map.step_by_id:
        return "bare step" if pilot_map.step_by_id[element].kind in ("start", "end") else "step"
    return "flow" if element in pilot_map.flow_by_id else "lane"


def grown(box: QRect, by: int) -> QRect:
    return box.adjusted(-by, -by, by, by)


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.array(image.constBits()).reshape(image.height(), image.width(), 4)


def test_the_place_of_each_is_where_the_canvas_marks_it(opened: Robot) -> None:
    opened.press(Key.Key_Z)  # in one piece each lane has one head
    opened.canvas.viewport.show_view(View(0.9))
    assert places_measured(opened) > 14
    opened.canvas.viewport.show_view(View(0.6, 130.0, -60.0))
    assert places_measured(opened) > 10


def places_measured(opened: Robot) -> int:
    """How many things stand where they are marked: all that are wholly in sight."""
    canvas = opened.canvas
    seen = QRect(canvas.mapToGlobal(QPoint(0, 0)), canvas.size())
    beside_heads = seen.adjusted(100, 0, 0, 0)
    measured = 0
    for element, item in items(opened).items():
        place, is_lane = item.rect(), element in opened.map.lane_by_id
        if not is_lane and not beside_heads.contains(place):
            continue
        mark = marked(opened, element)
        around, beyond = REACH[sort_of(opened.map, element)]
        assert grown(place, around).contains(mark), f"{name(item)}: {mark} for {place}"
        assert grown(mark, beyond).contains(place), f"{name(item)}: {mark} for {place}"
        middle = place.center()
        if element not in opened.map.flow_by_id:
            assert the_map(opened).childAt(middle.x(), middle.y()) is item
        measured += 1
    return measured


def test_they_move_with_the_view_and_say_when_they_are_out_of_sight(opened: Robot) -> None:
    start = opened.step("Ticket raised").id
    end = opened.step("Resolved").id
    before = items(opened)[end].rect()
    opened.canvas.viewport.show_view(opened.canvas.view.scrolled(40, 0))
    assert items(opened)[end].rect() == before.translated(-40, 0)
    opened.press(Key.Key_0, held=CTRL)
    opened.session.select(end)
    opened.canvas.viewport.zoom_to(3.0)
    hidden = with_state(opened, "offscreen")
    assert start in hidden
    assert end not in hidden
    opened.session.select(start)
    assert start not in with_state(opened, "offscreen")


def test_the_keyboard_walks_from_one_to_the_next(opened: Robot) -> None:
    whole = the_map(opened)
    assert whole.focusChild() is None
    for key in (Key.Key_Right, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Down):
        opened.press(key)
        here = opened.session.selection
        assert whole.focusChild().object().id == here
        assert with_state(opened, "focused") == [here]
        assert with_state(opened, "selected") == [here]
    assert name(whole.focusChild()) == "Flow no · 40 %, to Diagnose, handoff H2"
    opened.press(Key.Key_A, held=CTRL)
    assert len(with_state(opened, "selected")) == len(opened.map.steps)
    assert len(with_state(opened, "focused")) == 1
    assert whole.text(Text.Description) == "10 things selected."
    opened.press(Key.Key_Escape, Key.Key_F5)
    QApplication.processEvents()
    opened.press(Key.Key_Right)
    assert name(whole.focusChild()) == "Start: Ticket raised, Customer", "not in room mode"
    opened.press(Key.Key_F5)
    opened.press(Key.Key_A, held=CTRL)
    opened.window.outline.switch()  # type: ignore[attr-defined]
    assert whole.focusChild() is None
    assert with_state(opened, "focused") == []
    assert len(with_state(opened, "selected")) == len(opened.map.steps)
    opened.go_to_canvas()
    opened.press(Key.Key_F2)
    assert whole.focusChild().object() is opened.canvas.naming.editor


def test_they_can_be_pressed_selected_and_asked_for_their_menu(opened: Robot) -> None:
    opened.capture.open()
    element = opened.step("Diagnose").id
    actions = items(opened)[element].actionInterface()
    actions.doAction(actions.pressAction())
    assert opened.session.selection == element
    assert opened.canvas.hasFocus()
    selection = the_map(opened).selectionInterface()
    one, other = (items(opened)[opened.step(n).id] for n in ("Diagnose", "Resolved"))
    assert selection.select(one)
    assert selection.select(other)
    assert selection.selectedItems() == [one, other]
    assert selection.unselect(one)
    assert (selection.isSelected(one), selection.isSelected(other)) == (False, True)
    assert opened.selected == "Resolved"
    assert selection.clear()
    assert opened.session.selected == ()
    places: list[QPoint] = []
    opened.canvas.context_menu_wanted.disconnect()
    opened.canvas.context_menu_wanted.connect(places.append)
    other = items(opened)[opened.step("Resolved").id]
    other.actionInterface().doAction(actions.showMenuAction())
    QApplication.processEvents()
    assert opened.selected == "Resolved"
    assert places == [other.rect().center()]


def test_the_picture_with_the_ai_has_its_own(opened: Robot) -> None:
    opened.session.set_view("with-ai")
    derived = opened.session.derived.with_ai
    assert derived is not None
    found = items(opened)
    assert set(found) == ids(derived.map)
    new = next(step.id for step in derived.map.steps if step.id not in opened.map.step_by_id)
    assert ", new, " in name(found[new])
    assert not found[new].state().selectable
    actions = found[new].actionInterface()
    actions.doAction(actions.pressAction())
    assert opened.selected == "Triage and classify"


class Ear:
    """Hears what is told of the canvas and its things, as it is when it is told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def hear(self, event: QAccessibleEvent) -> None:
        what = event.object()
        if isinstance(what, Element | Canvas):
            interface = QAccessible.queryAccessibleInterface(what)
            state = "" if interface.isValid() else " not valid"
            self.said.append(f"{event.type().name} {name(interface)}{state}".strip())

    def heard(self) -> list[str]:
        QApplication.processEvents()
        said, self.said = self.said, []
        return said


def test_a_screen_reader_hears_what_happens(
    opened: Robot, listening: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    items(opened)
    # a widget with another slot is another kind of widget to Qt, which asks for it again
    opened.session.view_changed.connect(opened.canvas.sizeHint)
    items(opened)
    ear = Ear()
    monkeypatch.setattr(QAccessible, "updateAccessibility", ear.hear)
    start, log = "Start: Ticket raised, Customer", "Log the ticket, Support agent"
    opened.press(Key.Key_Right)
    assert ear.said == [f"Selection {start}", f"Focus {start}"], "not before the forms"
    assert ear.heard() == [f"Selection {start}", f"Focus {start}"], "more than once"
    opened.press(Key.Key_Tab)
    assert ear.heard() == [*(f"SelectionRemove {start}", f"Selection {log}", f"Focus {log}")]
    step = opened.step("Log the ticket").id
    for item in items(opened).values():
        name(item)
    opened.session.edit("Rename", lambda pilot_map: rename(pilot_map, step, "Note it"))
    assert sorted(ear.heard()) == [
        "NameChanged Flow to Note it, handoff H1",
        "NameChanged Note it, Support agent",
    ]
    opened.press(Key.Key_W)
    opened.type("Sleep")
    opened.press(Key.Key_Return)
    told = ear.heard()
    assert "ObjectCreated Wait: Sleep, Support agent" in told
    assert not [one for one in told if one.startswith("Focus") and "Sleep" in one], "not yet"
    opened.press(Key.Key_Escape)
    assert ear.heard()[-1] == "Focus Wait: Sleep, Support agent"
    opened.session.undo()
    told = ear.heard()
    assert told.count("ObjectDestroyed") == 2, "the step and its flow"
    assert told[-1] == "Focus Process map"
    opened.press(Key.Key_A, held=CTRL)
    assert "Announcement Process map" in ear.heard()
    opened.window.outline.switch()  # type: ignore[attr-defined]
    opened.session.select(step)
    assert not [one for one in ear.heard() if one.startswith("Focus")]


def edit(robot: Robot, chance: random.Random) -> None:
    step = chance.choice(robot.map.steps)
    robot.session.select(step.id)
    keys = (Key.Key_D, Key.Key_W, Key.Key_Delete, Key.Key_Delete, Key.Key_A, Key.Key_F2)
    robot.press(chance.choice(keys))
    if robot.canvas.naming.is_active:
        robot.type(chance.choice("abcde"))
        robot.press(Key.Key_Return, Key.Key_Escape)
    if chance.random() < 0.25:
        chance.choice((robot.session.undo, robot.session.undo, robot.session.redo))()
    robot.go_to_canvas()


@pytest.mark.parametrize("seed", [3])
def test_after_any_edits_they_agree_with_the_map(opened: Robot, listening: None, seed: int) -> None:
    chance = random.Random(seed)
    opened.session.open(swimlanes(18, seed))
    before = items(opened)
    for number in range(16):
        edit(opened, chance)
        if number % 3:
            QApplication.processEvents()
        found = items(opened)
        assert set(found) == ids(opened.map)
        for step in opened.map.steps:
            assert step.name in name(found[step.id])
            assert opened.map.lane_by_id[step.lane].name in name(found[step.id])
    gone = set(before) - set(found)
    assert gone, "nothing was removed"
    assert all(before[element].state().invalid for element in gone)
    assert not any(before[element].isValid() for element in gone)
    assert all(found[element] is before[element] for element in set(before) & set(found))


def test_where_nobody_listens_nothing_is_made(robot: Robot, support_map: PilotMap) -> None:
    robot.session.open(support_map)
    robot.go_to_canvas()
    robot.press(Key.Key_Right, Key.Key_Delete)
    QApplication.processEvents()
    assert not [child for child in robot.canvas.children() if isinstance(child, Elements)]


def test_a_scroll_bar_that_is_hidden_meanwhile_can_still_be_asked_for(robot: Robot) -> None:
    areas = [
        QAccessible.queryAccessibleInterface(a) for a in robot.window.findChildren(QScrollArea)
    ]
    assert areas
    for area in areas:
        assert area.childCount() > 0
        assert area.child(area.childCount()) is None
        assert area.child(0).parent() is area
