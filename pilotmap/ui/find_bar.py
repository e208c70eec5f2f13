"""Ctrl+F: find a name, a label, a system or a note, and show where it is."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from pilotmap.language import tr, trn
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.canvas import Canvas

_MARGIN_PX = 16


class Place(NamedTuple):
    """Something found: what to show on the map, and the words that were found."""

    element: str
    words: str


class FindBar(QFrame):
    """A line over the map's upper right corner; Enter goes from one place to the next."""

    found = Signal(str)
    """The id of an element of the map to show."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setProperty("kind", "popup")
        self._canvas = canvas
        self._places: tuple[Place, ...] = ()
        self._at = -1
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Find a name, a system, a note"))
        self.line.setAccessibleName(tr("Find"))
        self.line.setMinimumWidth(230)
        self.count = QLabel()
        self.count.setProperty("kind", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 8, 12, 8)
        row.addWidget(self.line)
        row.addWidget(self.count)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        canvas.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the bar, with what was looked for last."""
        self.show()
        self.raise_()
        self._place()
        self.line.selectAll()
        self.line.setFocus()
        self._search(self.line.text())

    def put_away(self) -> None:
        """Hide the bar; the keyboard goes to the map."""
        self.hide()
        self._canvas.setFocus()

    def go(self, by: int) -> None:
        """Show the next place, or the one before."""
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self.found.emit(self._places[self._at].element)
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._canvas and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.line and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._steer(event)
        return False

    def _steer(self, event: QKeyEvent) -> bool:
        keys = Qt.Key
        if event.key() == keys.Key_Escape:
            self.put_away()
            return True
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self.go(-1 if back else 1)
            return True
        if event.key() in (keys.Key_Down, keys.Key_Up):
            self.go(1 if event.key() == keys.Key_Down else -1)
            return True
        return False

    def _search(self, typed: str) -> None:
        self._places = places(self._canvas.session.map, typed)
        self._at = -1
        self._say()

    def _say(self) -> None:
        if not self.line.text().strip():
            self.count.setText("")
        elif not self._places:
            self.count.setText(tr("not found"))
        elif self._at < 0:
            self.count.setText(trn("{number} found", "{number} found", len(self._places)))
        else:
            words = self._places[self._at].words
            at = tr("{which} of {number}", which=self._at + 1, number=len(self._places))
            self.count.setText(f"{at} · {words[:40]}")
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        self.move(QPoint(self._canvas.width() - self.width() - _MARGIN_PX, _MARGIN_PX))


def places(pilot_map: PilotMap, typed: str) -> tuple[Place, ...]:
    """Where the typed words occur, in the order of the file: names, labels, systems, notes."""
    wanted = typed.strip().casefold()
    if not wanted:
        return ()
    pilot_map = pilot_map
    named = [Place(step.id, step.name) for step in pilot_map.steps]
    named += [Place(lane.id, lane.name) for lane in pilot_map.lanes]
    named += [
        Place(flow.id, text) for flow in pilot_map.flows for text in (flow.label, flow.passes)
    ]
    for step in pilot_map.steps:
        named += [Place(step.id, pilot_map.system_by_id[system].name) for system in step.systems]
    named += [Place(note.about, note.text) for note in pilot_map.notes if note.about is not None]
    return tuple(place for place in named if wanted in place.words.casefold())
