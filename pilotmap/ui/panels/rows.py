"""One form an element in a column: each stays with its element, and so does the keyboard in it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from pilotmap.ui.panels.form import Drafts, Form

F = TypeVar("F", bound=Form)


class Rows(Generic[F]):
    """The forms of some elements, in their order.

    A form whose element is gone is hidden and used again, never deleted, because a row may be
    removed by a click on its own button.
    """

    def __init__(self, new: Callable[[], F], column: QVBoxLayout) -> None:
        self._new, self._column = new, column
        self._first = column.count()
        self._shown: dict[str, F] = {}
        self._resting: dict[str, F] = {}
        self._drafts: Drafts = {}

    def show(self, elements: Sequence[str]) -> None:
        """Show these elements and no others; who types into one of them goes on typing there."""
        wanted = set(elements)
        leaving = {element: row for element, row in self._shown.items() if element not in wanted}
        self._shown = {
            element: self._shown.get(element) or self._row(element) for element in elements
        }
        for place, (element, row) in enumerate(self._shown.items(), self._first):
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            row.show_subject(element)
            row.show()
        for row in leaving.values():
            row.hide()
        self._resting |= leaving

    def items(self) -> dict[str, F]:
        """Every form that is shown, by its element."""
        return dict(self._shown)

    def __iter__(self) -> Iterator[F]:
        return iter(self._shown.values())

    def _row(self, element: str) -> F:
        """The form that the element had before, or any other."""
        if self._resting:
            return self._resting.pop(
                element if element in self._resting else next(iter(self._resting))
            )
        row = self._new()
        row.share_drafts(self._drafts)
        return row
