"""How numbers are known, lanes that take part, money: said in forms by keyboard, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pilotmap.language import speaking
from pilotmap.model.known import Count, Share
from pilotmap.model.quantity import Duration, Money
from tests.builders import map_of
from tests.ui.robot import ALT, Robot

LINES = "lane: Lab\nAgent: raised\nlog the ticket [14 h]\n? known\n> yes 60%: send\n> no: mend"
KEY = Qt.Key


@pytest.fixture
def opened(robot: Robot) -> Robot:
    robot.session.open(map_of(LINES))
    robot.capture.close()
    return robot


def select(robot: Robot, name: str):  # type: ignore[no-untyped-def]
    robot.session.select(next(s.id for s in robot.map.steps if s.name == name))
    return robot.window.properties.form("step")


def log(robot: Robot):  # type: ignore[no-untyped-def]
    return next(s for s in robot.map.steps if s.name == "log the ticket")


def fill(robot: Robot, form, key: str, text: str) -> None:  # type: ignore[no-untyped-def]
    form.focus_field(key)
    robot.focused().selectAll()
    robot.type(text)
    robot.press(KEY.Key_Tab)


def test_a_time_says_how_it_is_known_and_between_which_bounds(opened: Robot) -> None:
    form = select(opened, "log the ticket")
    form.focus_field("work")
    opened.press(KEY.Key_Down, held=ALT)
    opened.type("estimated")
    opened.press(KEY.Key_Tab)
    opened.type("team lead")
    opened.press(KEY.Key_Tab)
    opened.type("10")
    opened.press(KEY.Key_Tab)
    opened.type("20.5")
    assert log(opened).work == Duration(
        value=14, unit="h", basis="estimated", source="team lead", low=10, high=20.5
    )
    form.focus_field("work")
    opened.press(KEY.Key_Down, held=ALT)
    box = form.known["work"]
    assert box._line.text() == "estimated · team lead · 10 to 20.5"
    assert not box._fields.isVisible()
    for _ in range(4):
        opened.undo()
    assert log(opened).work == Duration(value=14, unit="h")


def test_a_number_stays_between_its_bounds_or_says_why_not(opened: Robot) -> None:
    form = select(opened, "log the ticket")
    fill(opened, form, "work.low", "15")
    assert "must lie between" in form.field("work.low").complaint
    assert log(opened).work == Duration(value=14, unit="h", low=1)  # the last that fitted
    fill(opened, form, "work.low", "12")
    fill(opened, form, "work", "11 h")
    assert log(opened).work == Duration(value=11, unit="h")


def test_a_share_has_a_basis_a_source_and_bounds_in_percent(opened: Robot) -> None:
    flow = next(flow for flow in opened.map.flows if flow.share is not None)
    opened.session.select(flow.id)
    form = opened.window.properties.form("flow")
    form.focus_field("share.basis")
    opened.type("measured")
    fill(opened, form, "share.source", "Zendesk")
    fill(opened, form, "share.high", "75 %")
    assert opened.map.flow_by_id[flow.id].share == Share(
        value=0.6, basis="measured", source="Zendesk", high=0.75
    )


def test_further_lanes_take_part_and_can_be_taken_away(opened: Robot) -> None:
    form = select(opened, "log the ticket")
    (key,) = (key for key in form.keys if key.startswith("with"))
    form.focus_field(key)
    for name in ("lab", "QA"):
        opened.type(name)
        opened.press(KEY.Key_Return)
    names = [opened.map.lane_by_id[lane].name for lane in log(opened).lanes]
    assert names == ["Agent", "Lab", "QA"]
    opened.press(KEY.Key_Backspace)
    assert len(log(opened).lanes) == 2
    opened.undo()
    assert len(log(opened).lanes) == 3
    opened.undo()
    opened.undo()
    assert len(log(opened).lanes) == 1


def test_money_is_asked_for_only_on_demand_and_in_one_currency(opened: Robot) -> None:
    agent = next(lane for lane in opened.map.lanes if lane.name == "Agent")
    opened.session.select(agent.id)
    form = opened.window.properties.form("lane")
    assert not form.field("rate").isVisible()
    QTest.mouseClick(form._money._link, Qt.MouseButton.LeftButton)
    assert form.field("rate").isVisible()
    fill(opened, form, "rate", "38")
    assert "currency first" in form.field("rate").complaint
    fill(opened, form, "currency", "EUR")
    fill(opened, form, "rate", "38")
    fill(opened, form, "rate.source", "HR")
    fill(opened, form, "people", "3")
    fill(opened, form, "people.high", "4")
    lane = opened.map.lane_by_id[agent.id]
    assert lane.rate == Money(value=38, unit="EUR", source="HR")
    assert lane.people == Count(value=3, high=4)
    fill(opened, form, "currency", "CHF")
    assert opened.map.lane_by_id[agent.id].rate == Money(value=38, unit="CHF", source="HR")


def test_a_phase_begins_at_a_step_and_ends_with_its_name(opened: Robot) -> None:
    form = select(opened, "log the ticket")
    fill(opened, form, "phase", "Triage")
    assert [(p.name, p.first) for p in opened.map.phases] == [("Triage", log(opened).id)]
    form.focus_field("phase")
    opened.focused().selectAll()
    opened.press(KEY.Key_Delete)
    assert opened.map.phases == ()


def test_it_is_said_in_german(opened: Robot) -> None:
    with speaking("de"):
        form = select(opened, "log the ticket")
        fill(opened, form, "work.high", "20,5")
        assert log(opened).work == Duration(value=14, unit="h", high=20.5)
        form.known["work"].is_open = False
        form.refresh()
        assert form.known["work"]._line.text() == "höchstens 20,5"
