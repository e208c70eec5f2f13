"""The gates that follow: each opens when the one before has cleared."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.form import section

_AHEAD: Final = (
    N_("2 Feasibility · locked"),
    N_("3 Integration · locked"),
    N_("4 Shadow run · locked"),
)


class GatesAhead(QWidget):
    """What comes after Gate 1."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addWidget(section(tr("Gates ahead")))
        for words in _AHEAD:
            column.addWidget(sentence(tr(words), "faint"))
