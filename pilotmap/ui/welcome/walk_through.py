"""The card of the walk-through, in a corner of the map; it sees by itself what was done."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from pilotmap.language import tr
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.panels.properties import Properties
from pilotmap.ui.tables.lower_area import LowerArea
from pilotmap.ui.welcome.lessons import LESSONS, Seen

_WIDTH_PX = 330
_MARGIN_PX = 18
_ABOVE_LINE_PX = 112


class WalkThrough(QFrame):
    """One lesson at a time; Skip goes on without doing it."""

    ended = Signal()

    def __init__(self, canvas: Canvas, below: LowerArea, properties: Properties) -> None:
        super().__init__(canvas)
        self.setProperty("kind", "popup")
        self._canvas, self._below, self._properties = canvas, below, properties
        self._place = 0
        self.title = sentence("", "ai")
        self.do = sentence("", "built")
        self.why = sentence("", "soft")
        self.skip = QPushButton(tr("Skip"))
        self.skip.setProperty("kind", "plain")
        self.stop = link_button(tr("End the walk-through"))
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.skip.clicked.connect(self.next)
        self.stop.clicked.connect(self.end)
        canvas.session.map_changed.connect(lambda _old, _new: self.look())
        canvas.session.selection_changed.connect(self.look)
        canvas.session.view_changed.connect(self.look)
        below.page_changed.connect(lambda _name: self.look())
        properties.part_changed.connect(lambda _part: self.look())
        canvas.installEventFilter(self)
        self.hide()

    @property
    def place(self) -> int:
        """Which lesson is shown, from 0; after the last one, how many there are."""
        return self._place

    def begin(self) -> None:
        """Show the first lesson."""
        self._place = 0
        self._show()

    def look(self) -> None:
        """Go on where what was asked for has been done."""
        if self.isHidden() or self._place >= len(LESSONS):
            return
        if LESSONS[self._place].done(self._seen()):
            self.next()

    def _seen(self) -> Seen:
        session, right = self._canvas.session, self._properties.target.page
        return Seen(session.map, session.selection, session.view, self._below.name, right)

    def next(self) -> None:
        """Show the next lesson, or the end."""
        if self._place >= len(LESSONS):
            self.end()
            return
        self._place += 1
        self._show()

    def end(self) -> None:
        """Put the card away."""
        self.hide()
        self._canvas.setFocus()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._put()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _show(self) -> None:
        count = len(LESSONS)
        if self._place < count:
            lesson = LESSONS[self._place]
            number = self._place + 1
            self.title.setText(tr("✦ {number} of {count}", number=number, count=count))
            self.do.setText(tr(lesson.do))
            self.why.setText(tr(lesson.why))
            self.skip.setText(tr("Skip"))
        else:
            self.title.setText(tr("✦ That is all"))
            self.do.setText(tr("Ctrl+E writes the PDF, ? shows every key, Ctrl+K finds anything."))
            self.why.setText(tr("This was a copy of a sample: nothing in it needs to be saved."))
            self.skip.setText(tr("Done"))
        self.stop.setVisible(self._place < count)
        self.show()
        self._put()
        self.raise_()

    def _put(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        self.setFixedHeight(self._column.totalHeightForWidth(_WIDTH_PX))
        area = self._canvas.size()
        # in the corner that maps fill last, and above the line that is typed into
        top = max(_MARGIN_PX, area.height() - self.height() - _ABOVE_LINE_PX)
        self.move(area.width() - self.width() - _MARGIN_PX, top)

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(16, 13, 16, 12)
        column.setSpacing(7)
        for label in (self.title, self.do, self.why):
            column.addWidget(label)
        last = QHBoxLayout()
        last.addWidget(self.skip)
        last.addWidget(self.stop)
        last.addStretch(1)
        column.addLayout(last)
