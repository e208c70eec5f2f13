"""What keeps sign-off closed: the errors that are left, each a link to where it is cleared."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import trn
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.keyboard import pressed_by_enter
from pilotmap.ui.panels.pieces import WrappingLink

if TYPE_CHECKING:  # the analysis is loaded after the first paint
    from collections.abc import Sequence

    from pilotmap.analysis.findings.finding import Finding

_MOST: Final = 6


class Blockers(QWidget):
    """A few links, and how many more there are."""

    wanted = Signal(object)
    """The finding to go to."""

    def __init__(self) -> None:
        super().__init__()
        self._errors: tuple[Finding, ...] = ()
        self.links = tuple(WrappingLink() for _ in range(_MOST))
        self._more = sentence("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, link in enumerate(self.links):
            pressed_by_enter(link)
            link.clicked.connect(lambda _=False, p=place: self._want(p))
            column.addWidget(link)
        column.addWidget(self._more)
        self.show_errors(())

    def _want(self, place: int) -> None:
        if place < len(self._errors):
            self.wanted.emit(self._errors[place])

    def show_errors(self, errors: "Sequence[Finding]") -> None:
        """Show the first of these."""
        self._errors = tuple(errors)
        for place, link in enumerate(self.links):
            shown = place < len(self._errors)
            link.setVisible(shown)
            if shown:
                error = self._errors[place]
                link.say(f"{error.rule} · {error.message}")
        more = len(self._errors) - _MOST
        self._more.setVisible(more > 0)
        self._more.setText(trn("and {number} more", "and {number} more", max(more, 0)))
        self.setVisible(bool(self._errors))
