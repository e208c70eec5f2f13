"""The three ways of working together, side by side."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy

from pilotmap.language import tr
from pilotmap.model.pilot import MODE_WORDS, MODES
from pilotmap.ui.fields.buttons import ButtonsField

_LINE_PX: Final = 15
_ONE_LINE: Final = 12


class ModeButtons(ButtonsField):
    """Exactly one of three, or none yet."""

    def __init__(self) -> None:
        options = [(mode, tr(MODE_WORDS[mode])) for mode in MODES]
        buttons = [_ModeButton(_in_two_lines(words)) for _, words in options]
        super().__init__(tr("How people and the AI work together"), options, buttons, "mode")


class _ModeButton(QPushButton):
    """A button whose words may take two lines."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(words.replace("\n", " "))
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60, 2 * _LINE_PX + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 2 * _LINE_PX + 14)


def _in_two_lines(words: str) -> str:
    """Short words in one line; longer ones broken after the first."""
    first, _, rest = words.capitalize().partition(" ")
    return f"{first} {rest}" if len(words) < _ONE_LINE else f"{first}\n{rest}"
