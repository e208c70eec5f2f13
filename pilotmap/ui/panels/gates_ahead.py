"""The gates that follow: each opens when the one before has cleared."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.form import section

_AHEAD: Final = ("2 Feasibility · locked", "3 Integration · locked", "4 Shadow run · locked")


class GatesAhead(QWidget):
    """What comes after Gate 1."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addWidget(section("Gates ahead"))
        for words in _AHEAD:
            column.addWidget(sentence(words, "faint"))
