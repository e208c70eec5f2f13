"""What greets a person before there is a map: go on, begin, look at a sample, learn."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pilotmap.assets import samples
from pilotmap.language import tr
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.file_menus import words_of
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import kind
from pilotmap.ui.path_words import ENDING, path_words
from pilotmap.ui.tab_order import go_on

_MOST_RECENT: Final = 7
_NARROWEST_PX: Final = 80
_UNFINISHED: Final = "-unfinished"


class StartPage(QWidget):
    """Lies over the empty map; typing `/` or choosing anything puts it away."""

    empty_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)
    sample_wanted = Signal(object)
    template_wanted = Signal(str)
    walk_wanted = Signal()
    guide_wanted = Signal()
    typing_wanted = Signal()

    def __init__(self, over: QWidget, recent: Sequence[Path]) -> None:
        super().__init__(over)
        self._over = over
        kind(self, "surface")
        self.buttons: list[QPushButton] = []
        columns = QHBoxLayout()
        columns.setSpacing(24)
        for column in (self._begin(), self._recent(recent), self._learn()):
            columns.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 40, 32, 32)
        whole.setSpacing(6)
        whole.addWidget(sentence(tr("What is this AI pilot for?"), "greeting"))
        whole.addWidget(
            sentence(
                tr(
                    "Draw the process as it really runs, mark the one step that the AI takes over, "
                    "leave the room with a PDF that all three have signed. Type the first step "
                    "into the line below, or begin here."
                ),
                "soft",
            )
        )
        whole.addSpacing(22)
        whole.addLayout(columns)
        whole.addStretch(1)
        over.installEventFilter(self)
        self.resize(over.size())
        self.hide()

    def open(self) -> None:
        """Show the page and give it the keyboard."""
        self.resize(self._over.size())
        self.show()
        self.raise_()
        self.buttons[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.resize(self._over.size())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.text() == "/":
            self.typing_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.empty_wanted.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the page: the map under it is empty."""
        return go_on(self, forward=forward)

    def _walk(self, by: int) -> None:
        focus = self.focusWidget()
        at = self.buttons.index(focus) if isinstance(focus, QPushButton) else -1
        self.buttons[(at + by) % len(self.buttons)].setFocus()

    def _begin(self) -> QVBoxLayout:
        column = _column(tr("Begin"))
        empty = self._button(column, tr("An empty map"))
        empty.clicked.connect(self.empty_wanted)
        self._button(column, tr("Open a file …")).clicked.connect(self.open_wanted)
        column.addSpacing(10)
        column.addWidget(section(tr("From a template")))
        for path in samples():
            name = path.name.removesuffix(ENDING)
            if not name.endswith(_UNFINISHED):
                button = self._button(column, words_of(path))
                button.clicked.connect(lambda _=False, n=name: self.template_wanted.emit(n))
        column.addStretch(1)
        return column

    def _recent(self, recent: Sequence[Path]) -> QVBoxLayout:
        column = _column(tr("Go on with"))
        for path in recent[:_MOST_RECENT]:
            button = self._button(column, path_words(path.name.removesuffix(ENDING)))
            button.setToolTip(path_words(path))
            button.clicked.connect(lambda _=False, p=path: self.recent_wanted.emit(p))
        if not recent:
            column.addWidget(sentence(tr("The files that you open will be here."), "faint"))
        column.addStretch(1)
        return column

    def _learn(self) -> QVBoxLayout:
        column = _column(tr("Learn"))
        self._button(column, tr("Five-minute walk-through")).clicked.connect(self.walk_wanted)
        self._button(column, tr("Guide through a session")).clicked.connect(self.guide_wanted)
        column.addSpacing(10)
        column.addWidget(section(tr("Look at a sample")))
        for path in samples():
            button = self._button(column, words_of(path))
            button.clicked.connect(lambda _=False, p=path: self.sample_wanted.emit(p))
        column.addStretch(1)
        return column

    def _button(self, column: QVBoxLayout, words: str) -> QPushButton:
        button = _Entry(words)
        button.setProperty("kind", "entry")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.buttons.append(button)
        column.addWidget(button)
        return button


class _Entry(QPushButton):
    """A line to choose, shortened where the window is narrow.

    It leaves the arrow keys to the page: Qt would go to whatever button lies in that direction.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, self.width() - 2
        )
        self.setText(shown)
        if shown != self._words and not self.toolTip():
            self.setToolTip(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            event.ignore()
            return
        super().keyPressEvent(event)


def _column(title: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(section(title))
    return column
