"""Days are typed, or chosen from a calendar by mouse or keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from pilotmap.ui.fields.date import DateField
from pilotmap.ui.fields.fields import date_field


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = date_field("By when")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.line.setFocus()
    return made


def month(field: DateField) -> QCalendarWidget:
    assert field.calendar is not None
    return field.calendar.month


def test_the_calendar_opens_at_the_day_that_is_given(field: DateField) -> None:
    given: list[object] = []
    field.edited.connect(given.append)
    field.show_value(date(2027, 6, 30))
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert not field.calendar.isHidden()
    assert month(field).selectedDate().toString("yyyy-MM-dd") == "2027-06-30"
    view = QApplication.focusWidget() or month(field)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert given == [date(2027, 7, 1)]
    assert field.line.text() == "1 Jul 2027"
    assert field.calendar.isHidden()


def test_a_click_on_a_day_takes_it(field: DateField) -> None:
    field.show_value(date(2027, 6, 30))
    field.open_calendar()
    month(field).clicked.emit(month(field).selectedDate().addDays(-29))
    assert field.value == date(2027, 6, 1)


def test_without_a_day_the_calendar_shows_this_month(field: DateField) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_F4)
    shown = month(field)
    assert (shown.yearShown(), shown.monthShown()) == (date.today().year, date.today().month)
    field.calendar.hide()
    assert field.value is None
