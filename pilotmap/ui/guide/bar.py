"""The facilitator's guide: one strip over the map with the question of the pass."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pilotmap.language import tr, trc
from pilotmap.ui.fields.field import sentence, set_property
from pilotmap.ui.guide.clock import PassClock
from pilotmap.ui.guide.passes import PASSES, Pass
from pilotmap.ui.panels.pieces import kind

if TYPE_CHECKING:  # the analysis is loaded after the first paint
    from pilotmap.ui.analyzer import Verdict


class GuideBar(QWidget):
    """Says the question, shows which passes are done, leads on and back."""

    chosen = Signal(int)
    """The place of a pass, from 0."""
    closed = Signal()
    walk_wanted = Signal()
    """A case is to be walked before the room."""

    def __init__(self) -> None:
        super().__init__()
        kind(self, "notice")
        self._place = 0
        self.title: QLabel = sentence("", "small")
        self.question: QLabel = sentence("", "built")
        self.clock = PassClock()
        self.back, self.next = QPushButton(tr("Back")), QPushButton(trc("button", "Next"))
        self.walk = QPushButton(tr("Walk one case"))
        self.walk.setToolTip(tr("On the whole screen; Page Down goes on, F5 leaves"))
        self.close_button = QPushButton("×")
        self.close_button.setAccessibleName(tr("Close the guide"))
        self.close_button.setToolTip(tr("Close the guide (Ctrl+G)"))
        self.marks = tuple(QPushButton(str(number)) for number in range(1, len(PASSES) + 1))
        self._lay_out()
        self.back.clicked.connect(lambda: self.go(-1))
        self.next.clicked.connect(lambda: self.go(1))
        self.close_button.clicked.connect(self.closed)
        self.walk.clicked.connect(self.walk_wanted)
        for place, mark in enumerate(self.marks):
            mark.clicked.connect(lambda _=False, p=place: self.chosen.emit(p))

    @property
    def place(self) -> int:
        """Which pass is shown, from 0."""
        return self._place

    @property
    def passes(self) -> tuple[Pass, ...]:
        """The passes, in their order."""
        return PASSES

    def go(self, by: int) -> None:
        """Ask for the next pass or the one before."""
        goal = self._place + by
        if 0 <= goal < len(PASSES):
            self.chosen.emit(goal)

    def show_pass(self, place: int) -> None:
        """Show a pass."""
        self._place = place
        shown = PASSES[place]
        self.title.setText(
            tr(
                "Pass {number} of {count} · {title}",
                number=place + 1,
                count=len(PASSES),
                title=tr(shown.title),
            )
        )
        self.question.setText(tr(shown.question))
        self.setAccessibleName(f"{self.title.text()}. {self.question.text()}")
        self.back.setEnabled(place > 0)
        self.next.setEnabled(place + 1 < len(PASSES))
        self.walk.setVisible(shown.walks)
        self.clock.show_pass(place, shown.minutes)
        for own, mark in enumerate(self.marks):
            set_property(mark, "here", own == place)

    def show_verdict(self, verdict: "Verdict") -> None:
        """Mark the passes that the file shows as done."""
        for place, (shown, mark) in enumerate(zip(PASSES, self.marks, strict=True), 1):
            done = shown.done(verdict)
            set_property(mark, "done", done)
            mark.setText("✓" if done else str(place))
            words = tr("{title}: done", title=tr(shown.title)) if done else tr(shown.title)
            mark.setToolTip(words)
            mark.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.question)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 8)
        row.setSpacing(6)
        row.addLayout(words, 1)
        marks = QHBoxLayout()
        marks.setSpacing(2)
        for mark in self.marks:
            mark.setProperty("kind", "pass")
            marks.addWidget(mark)
        row.addLayout(marks)
        row.addSpacing(8)
        for button in (self.walk, self.clock, self.back, self.next, self.close_button):
            row.addWidget(button)
        self.walk.setProperty("kind", "strong")
        self.next.setProperty("kind", "plain")
        self.back.setProperty("kind", "plain")
