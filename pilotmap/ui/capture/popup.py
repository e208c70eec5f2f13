"""The names that would complete what is typed, over the line."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from pilotmap.capture.cursor import Completion
from pilotmap.language import tr
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.capture.popup_row import ABOUT, ROW_PX, PopupRow, row_width

_MOST_ROWS: Final = 7
_NARROWEST: Final = 340
_BESIDE_ROWS: Final = 28  # border, padding and scroll bar


class CompletionPopup(QListWidget):
    """Never takes the keyboard: the line drives it."""

    chosen = Signal(object)
    """A Completion was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("capture-completions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Names that fit"))
        self._over = parent
        self._row = PopupRow(self)
        self.setItemDelegate(self._row)
        self._offered: tuple[Completion, ...] = ()
        self.itemClicked.connect(self._clicked)
        self.hide()

    @property
    def offered(self) -> tuple[Completion, ...]:
        """What is shown now; empty while hidden."""
        return self._offered if self.isVisible() else ()

    @property
    def current(self) -> Completion | None:
        """The completion that a person moved to."""
        row = self.currentRow()
        return self._offered[row] if self.isVisible() and row >= 0 else None

    def set_colours(self, colours: Colours) -> None:
        """Look like the line under it."""
        self.setStyleSheet(
            "#capture-completions {"
            f" background: {colours['ground']}; color: {colours['ink']};"
            f" border: 1px solid {colours['lane.line']}; border-radius: 8px; padding: 4px; }}"
        )
        self._row.colours = colours

    def offer(self, completions: Sequence[Completion], at: QPoint) -> None:
        """Show completions with their lower left corner at a place of the parent."""
        self._offered = tuple(completions)
        self.clear()
        if not completions:
            self.hide()
            return
        for completion in completions:
            item = QListWidgetItem(completion.text.strip())
            item.setData(ABOUT, completion.about)
            self.addItem(item)
        self.setCurrentRow(-1)
        height = ROW_PX * min(_MOST_ROWS, len(completions)) + 12
        room = self._over.width() - 8
        widest = max(row_width(item.text.strip(), item.about) for item in completions)
        width = max(_NARROWEST, widest + _BESIDE_ROWS)
        x = max(8, min(at.x(), room - width))
        self.setGeometry(x, at.y() - height, min(width, room - 8), height)
        self.show()
        self.raise_()

    def move_choice(self, by: int) -> None:
        """Go to the next or the previous completion, round the ends."""
        rows = self.count()
        here = self.currentRow()
        self.setCurrentRow((here + by) % rows if here >= 0 else (0 if by > 0 else rows - 1))

    def _clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._offered[self.row(item)])
