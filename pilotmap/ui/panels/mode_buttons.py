"""The three ways of working together, side by side."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from pilotmap.language import tr
from pilotmap.model.pilot import MODE_WORDS, MODES

_LINE_PX: Final = 15
_ONE_LINE: Final = 12


class ModeButtons(QFrame):
    """Exactly one of three, or none yet."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "modes")
        self.setAccessibleName(tr("How people and the AI work together"))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons = {mode: _ModeButton(_in_two_lines(tr(MODE_WORDS[mode]))) for mode in MODES}
        for mode, button in self.buttons.items():
            row.addWidget(button, 1)
            button.setProperty("last", mode == MODES[-1])
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, m=mode: self.chosen.emit(m))

    def show_mode(self, mode: str | None) -> None:
        """Press the button of this mode."""
        self._group.setExclusive(False)
        for own, button in self.buttons.items():
            button.setChecked(own == mode)
        self._group.setExclusive(True)


class _ModeButton(QPushButton):
    """A button whose words may take two lines."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(words.replace("\n", " "))
        self.setProperty("kind", "mode")
        self.setCheckable(True)
        self.setMinimumWidth(40)

    def sizeHint(self) -> QSize:
        return QSize(60, 2 * _LINE_PX + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 2 * _LINE_PX + 14)


def _in_two_lines(words: str) -> str:
    """Short words in one line; longer ones broken after the first."""
    first, _, rest = words.capitalize().partition(" ")
    return f"{first} {rest}" if len(words) < _ONE_LINE else f"{first}\n{rest}"
