"""A text field over a box of the picture: the same font, centred, growing with its words."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from pilotmap.layout.content import NAME
from pilotmap.ui.canvas.operations import Colours

FAMILY: Final = "PilotMap Inter"
_SMALLEST_PX: Final = 11
_SMALLEST_WIDTH: Final = 120.0
_RETURNS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InlineEditor(QTextEdit):
    """Emits what the keys mean; it knows nothing of maps."""

    entered = Signal()
    """Enter: take it and go on."""
    next_wanted = Signal()
    """Ctrl+Enter: take it and go to the next element without a name."""
    tabbed = Signal()
    """Tab: take it, and go on where there is a next one."""
    left = Signal()
    """The focus went elsewhere: take it."""
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inline-editor")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(3)
        self._box = QRectF()
        self._size_px = _SMALLEST_PX
        self._colours: Colours = {}
        self.textChanged.connect(self._grow)
        self.hide()

    def set_colours(self, colours: Colours) -> None:
        """Look like the picture under it."""
        self._colours = colours
        self._dress()

    def _dress(self) -> None:
        """A style sheet, size included, because the window's own would win over a font."""
        colours = self._colours
        self.setStyleSheet(
            f"#inline-editor {{ font-family: '{FAMILY}'; font-size: {self._size_px}px;"
            f" background: {colours['step.fill']}; color: {colours['ink']};"
            f" border: 2px solid {colours['handoff.line']}; border-radius: 6px;"
            f" selection-background-color: {colours['handoff.line']};"
            f" selection-color: {colours['ground']}; }}"
        )

    def begin(self, words: str, placeholder: str, accessible_name: str) -> None:
        """Show the words, all selected, and take the keyboard."""
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(accessible_name)
        self.setPlainText(words)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, box: QRectF, scale: float) -> None:
        """Lie over the box, in pixels of the parent; small boxes get room enough to type."""
        size_px = max(_SMALLEST_PX, round(NAME.size_pt * scale))
        if size_px != self._size_px:
            self._size_px = size_px
            self._dress()
        wide = max(box.width(), _SMALLEST_WIDTH)
        self._box = QRectF(box.center().x() - wide / 2, box.y(), wide, box.height())
        self._grow()

    def words(self) -> str:
        """What was typed, as one line."""
        return " ".join(self.toPlainText().split())

    def _grow(self) -> None:
        if self._box.isNull():
            return
        self.document().setTextWidth(self._box.width() - 8)
        needed = self.document().size().height() + 6
        height = max(self._box.height(), needed)
        top = self._box.center().y() - height / 2
        self.setGeometry(QRectF(self._box.x(), top, self._box.width(), height).toRect())
        pad = max(0, int((height - needed) / 2))
        self.setViewportMargins(0, pad, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.next_wanted if control else self.entered).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.tabbed.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.isVisible():
            self.left.emit()
