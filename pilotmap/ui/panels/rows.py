"""One form a thing in a column: each stays with its thing, and so does the keyboard in it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout

from pilotmap.ui.panels.form import Drafts, Form

F = TypeVar("F", bound=Form)


class Rows(Generic[F]):
    """The forms of some things, in their order.

    A form whose thing is gone is hidden and used again, never deleted, because a row may be
    removed by a click on its own button.
    """

    def __init__(self, new: Callable[[], F], column: QVBoxLayout) -> None:
        self._new, self._column = new, column
        self._first = column.count()
        self._shown: dict[str, F] = {}
        self._resting: dict[str, F] = {}
        self._drafts: Drafts = {}

    def show(self, things: Sequence[str]) -> None:
        """Show these things and no others; who types into one of them goes on typing there."""
        wanted = set(things)
        leaving = {thing: row for thing, row in self._shown.items() if thing not in wanted}
        self._shown = {thing: self._shown.get(thing) or self._row(thing) for thing in things}
        for place, (thing, row) in enumerate(self._shown.items(), self._first):
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            row.show_subject(thing)
            row.show()
        for row in leaving.values():
            row.hide()
        self._resting |= leaving

    def items(self) -> dict[str, F]:
        """Every form that is shown, by its thing."""
        return dict(self._shown)

    def __iter__(self) -> Iterator[F]:
        return iter(self._shown.values())

    def _row(self, thing: str) -> F:
        """The form that the thing had before, or any other."""
        if self._resting:
            return self._resting.pop(thing if thing in self._resting else next(iter(self._resting)))
        row = self._new()
        row.share_drafts(self._drafts)
        return row
