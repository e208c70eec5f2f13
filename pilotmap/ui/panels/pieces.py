"""Small parts that several panels are made of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pilotmap.language import N_, tr
from pilotmap.ui.fields.field import sentence, set_property
from pilotmap.ui.icons import icon, sign
from pilotmap.ui.panels.words import unbroken
from pilotmap.ui.theme import Look

_STATE_PX = 18
STATE_WORDS = {
    "done": N_("done"),
    "warning": N_("to be cleared"),
    "error": N_("closed by errors"),
    "open": N_("open"),
}
_STATE_ROLE = {"done": "good", "warning": "warning", "error": "error", "open": "ink.faint"}


class LayoutButton(QPushButton):
    """A button whose face is a layout of labels, as high as they need."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        face = self.layout()
        return face.totalHeightForWidth(width) if face is not None else 0

    def sizeHint(self) -> QSize:
        face = self.layout()
        return face.totalSizeHint() if face is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        face = self.layout()
        return face.totalMinimumSize() if face is not None else super().minimumSizeHint()


class PartButton(LayoutButton):
    """One part of a gate: its state as a sign, its name, and a few words."""

    def __init__(self, title: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = "open"
        self.setProperty("kind", "part")
        self.setCheckable(True)
        self._sign = _passive(QLabel())
        self._title = _passive(sentence(title, "part"))
        self._summary = _passive(sentence("", "small"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 6, 9)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        look.changed.connect(self._paint_state)
        self.show_part(title, "open", "")
        # a line's room is kept until there is something to say, so that nothing moves down then
        self._summary.setText("\N{NO-BREAK SPACE}")
        self._summary.setVisible(True)

    def show_part(self, title: str, state: str, summary: str) -> None:
        """Say how the part stands."""
        self._title.setText(title)
        self._summary.setText(unbroken(summary))
        self._summary.setVisible(bool(summary))
        self.setAccessibleName(f"{title}: {tr(STATE_WORDS[state])}. {summary}")
        self._state = state
        self._paint_state()
        self.updateGeometry()

    def _paint_state(self) -> None:
        self._sign.setPixmap(state_pixmap(self._state, self._look, self.devicePixelRatioF()))


def state_pixmap(state: str, look: Look, ratio: float) -> QPixmap:
    """The sign of a state, told apart by shape as well as by colour."""
    colour = look.colours[_STATE_ROLE[state]]
    return sign(f"state-{state}", colour, look.colours["surface"], _STATE_PX, ratio)


class IconButton(QToolButton):
    """A sign in the theme's colour; its words are in the tool tip."""

    def __init__(self, sign_name: str, words: str, look: Look, size_px: int) -> None:
        super().__init__()
        self._sign_name = sign_name
        self._look = look
        self._size_px = size_px
        self.setIconSize(QSize(size_px, size_px))
        self.setToolTip(words)
        self.setAccessibleName(words)
        look.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self.setIcon(icon(self._sign_name, self._look.colours["ink.soft"], self._size_px))


class WrappingLink(LayoutButton):
    """A link of several lines where the room is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "part")
        self.words = _passive(sentence("", "link"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 3)
        column.addWidget(self.words)

    def say(self, text: str) -> None:
        """Show other words."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()


class Fold(QWidget):
    """What is asked only on demand: a link that shows it, and puts it away again."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self._link, self._content = WrappingLink(), QWidget()
        self._link.clicked.connect(lambda: self.show_content(self._content.isHidden()))
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._link)
        whole.addWidget(self._content)
        self.show_content(False)

    def show_content(self, shown: bool) -> None:
        """Show it, or put it away."""
        self._content.setVisible(shown)
        self._link.say(f"{'▾' if shown else '▸'} {self._words}")


def plain_button(text: str) -> QPushButton:
    """A button with an edge, for what is done now and then."""
    button = QPushButton(text)
    button.setProperty("kind", "plain")
    return button


def link_button(text: str) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(text)
    button.setProperty("kind", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def kind(widget: QWidget, name: str) -> None:
    """Give a plain widget its part in the style sheet."""
    widget.setProperty("kind", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def thin_line() -> QFrame:
    """A line between two areas."""
    line = QFrame()
    kind(line, "line")
    line.setFixedHeight(1)
    return line


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Widgets in one row, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(9)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row


def scrolling(content: QWidget) -> QScrollArea:
    """A widget that scrolls up and down when it is too long."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # its room is always kept, so that nothing wraps anew when it comes and goes
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda _least, most: set_property(bar, "idle", most == 0))
    set_property(bar, "idle", True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(content)
    content.setAutoFillBackground(False)  # setWidget has switched it on
    return area


def _passive(label: QLabel) -> QLabel:
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
