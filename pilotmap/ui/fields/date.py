"""A day: typed, or chosen from a calendar that opens below the line."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.ui.fields.reading import date_text, read_date
from pilotmap.ui.fields.signed_line import SignedLine

_WIDTH_PX, _HEIGHT_PX = 280, 216


class DateField(SignedLine):
    """The calendar opens below the line."""

    def __init__(self, caption: str, placeholder: str) -> None:
        sign = ("calendar", tr("Choose from a calendar (Alt+Down)"))
        super().__init__(caption, read_date, date_text, *sign, placeholder=placeholder)
        self._calendar: CalendarPopup | None = None
        self.opened.connect(self.open_calendar)

    @property
    def calendar(self) -> "CalendarPopup | None":
        """The calendar, once it was opened."""
        return self._calendar

    def open_calendar(self) -> None:
        """Show the month of the day that is given, or this month."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.month.clicked.connect(self._choose)
            self._calendar.month.activated.connect(self._choose)
        given = self.value if isinstance(self.value, date) else date.today()
        self._calendar.open_at(given, self.line)

    def _choose(self, day: QDate) -> None:
        if self._calendar is None or self._calendar.isHidden():
            return  # Enter is told twice: as activated and as clicked
        self._calendar.hide()
        text = date_text(date(day.year(), day.month(), day.day()))
        self.line.setText(text)
        self._take(text)
        self.line.setFocus()


class CalendarPopup(QFrame):
    """One month; Esc or a click elsewhere closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.month = QCalendarWidget()
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setGridVisible(False)
        self.month.setMinimumSize(_WIDTH_PX, _HEIGHT_PX)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, self.month.weekdayTextFormat(Qt.DayOfWeek.Monday))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.month)

    def open_at(self, day: date, line: QWidget) -> None:
        """Show a day's month below a line, within the screen."""
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        corner = line.mapToGlobal(QPoint(0, line.height() + 2))
        room = line.screen().availableGeometry()
        x = min(corner.x(), room.right() - self.width())
        if corner.y() + self.height() > room.bottom():
            corner.setY(line.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(max(room.left(), x), corner.y())
        self.show()
        self.month.setFocus()
