"""The strip over the map: menu, title, which picture, and the most used actions."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from pilotmap.language import tr
from pilotmap.model.edits.fields import edit_map
from pilotmap.ui.fields.field import LeavesUndoToTheWindow, LeaveWatch
from pilotmap.ui.fields.reading import read_text
from pilotmap.ui.panels.pieces import IconButton, kind
from pilotmap.ui.path_words import path_words
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

_HEIGHT_PX = 45
_SIGN_PX = 16
_BEFORE_BUTTONS_PX = 8
_NARROWEST_TITLE_PX = 90
_WIDEST_TITLE_PX = 460


class Header(QWidget):
    """Only what works; the rest is in the menu."""

    def __init__(
        self, session: Session, look: Look, actions: dict[str, QAction], menu: QMenu
    ) -> None:
        super().__init__()
        kind(self, "surface")
        self.setFixedHeight(_HEIGHT_PX)
        self._session = session
        self._look = look
        self.title = _Title()
        self.file = _FileName()
        self.today, self.with_ai = _view_button(tr("Today")), _view_button(tr("With AI"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 14, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._menu_button(menu))
        self._row.addWidget(self.title)
        self._row.addWidget(self.file, 1)
        self._add_actions(actions)
        self._connect(actions)
        self.refresh()

    def refresh(self) -> None:
        """Show title, file and view as they are now."""
        title = self._session.map.title
        if read_text(self.title.text()) != title:
            with QSignalBlocker(self.title):
                self.title.setText(title)
            self.title.fit()
        path = self._session.file.path
        name = path_words(path.name) if path else tr("not saved yet")
        self.file.setText(name + (" •" if path and self._session.file.is_modified else ""))
        self.file.setToolTip(path_words(path) if path else "")
        chosen = self._session.view == "with-ai"
        self.today.setChecked(not chosen)
        self.with_ai.setChecked(chosen)
        possible = chosen or self._session.map.pilot.step is not None
        self.with_ai.setVisible(possible and self._session.map.pilot.mode is not None)
        self.today.setVisible(not self.with_ai.isHidden())

    def _add_actions(self, actions: dict[str, QAction]) -> None:
        self._row.addWidget(self.today)
        self._row.addWidget(self.with_ai)
        self._row.addSpacing(18)
        for name, words in (("undo", tr("Undo")), ("redo", tr("Redo"))):
            self._row.addWidget(self._icon_button(actions[name], name, words))
        self._row.addSpacing(6)
        for name, words in (
            ("present", tr("Present F5")),
            ("find", tr("Find Ctrl+F")),
            ("palette", tr("Commands Ctrl+K")),
        ):
            self._row.addWidget(_text_button(actions[name], words))
        self._row.addSpacing(6)
        export = _text_button(actions["export-pdf"], tr("Export PDF"))
        export.setProperty("kind", "strong")
        self._row.addWidget(export)

    def _connect(self, actions: dict[str, QAction]) -> None:
        session = self._session
        self.title.textEdited.connect(self._rename)
        self.title.textChanged.connect(self.title.fit)
        LeaveWatch(self.title, session.close_merge)
        self.title.returnPressed.connect(self.title.focusNextChild)
        self.today.clicked.connect(lambda: session.set_view("today"))
        self.with_ai.clicked.connect(lambda: session.set_view("with-ai"))
        for button in (self.today, self.with_ai):
            button.clicked.connect(self.refresh)
        session.map_changed.connect(lambda _old, _new: self.refresh())
        session.file.changed.connect(self.refresh)
        session.view_changed.connect(self.refresh)

    def _rename(self, text: str) -> None:
        title = read_text(text)
        self._session.edit(
            tr("Change the title"), lambda pilot_map: edit_map(pilot_map, title=title), "title"
        )

    def _menu_button(self, menu: QMenu) -> QToolButton:
        button = IconButton("menu", tr("Menu (F10)"), self._look, _SIGN_PX)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setAccessibleName(tr("Menu"))
        button.setShortcut("F10")
        return button

    def _icon_button(self, action: QAction, sign: str, words: str) -> QToolButton:
        button = IconButton(sign, words, self._look, _SIGN_PX)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())

        button.clicked.connect(action.trigger)
        action.changed.connect(follow)
        follow()
        return button


class _Title(QLineEdit):
    """As wide as its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "title")
        self.setPlaceholderText(tr("Untitled map"))
        self.setAccessibleName(tr("Title of the map"))
        self.installEventFilter(LeavesUndoToTheWindow(self))

    def fit(self) -> None:
        """Take the room that the words need, within reason."""
        words = self.text() or self.placeholderText()
        wanted = self.fontMetrics().horizontalAdvance(words) + 22
        self.setFixedWidth(max(_NARROWEST_TITLE_PX, min(_WIDEST_TITLE_PX, wanted)))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.fit()


class _FileName(QLabel):
    """Gives way to the buttons: shortened in its middle, so that its ending can still be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "faint")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect().adjusted(0, 0, -_BEFORE_BUTTONS_PX, 0)
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _view_button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "view")
    button.setCheckable(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _text_button(action: QAction, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(action.toolTip())
    button.clicked.connect(action.trigger)
    return button
