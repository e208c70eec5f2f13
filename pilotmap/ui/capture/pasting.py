"""Texts put into the map: at once where every line is read, else shown and mended before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pilotmap.capture.cursor import Cursor
from pilotmap.lazy import lazy_imports
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.operations import Colours
from pilotmap.ui.later import Later

with lazy_imports():  # texts are pasted once in a while
    from pilotmap.capture import pasted
    from pilotmap.ui.capture import outline_card, table_card

if TYPE_CHECKING:
    from pilotmap.ui.capture.outline_card import OutlineCard
    from pilotmap.ui.capture.table_card import TableCard


class Pasting(QObject):
    """One door for what is pasted, dropped or comes into the line in several lines."""

    taken = Signal(object)
    """An Outline that is to be committed."""
    left = Signal()
    """A card was put away, and the keyboard is free."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._colours: Colours = {}
        self._table = Later(self._new_table)
        self._outline = Later(self._new_outline)

    @property
    def table(self) -> "TableCard":
        """The card that shows how a copied table would be read."""
        return self._table()

    @property
    def outline(self) -> "OutlineCard":
        """The card that holds a text of which some lines were not read."""
        return self._outline()

    def set_colours(self, colours: Colours) -> None:
        """Paint in a theme's colours."""
        self._colours = colours
        if self._outline.made is not None:
            self._outline.made.set_colours(colours)

    def put_in(self, text: str, cursor: Cursor, whole: str = "") -> None:
        """A table is shown before it is added, and so is a text that was not read in full.

        `whole` is the text with the words that stood around it in the line.
        """
        whole = whole or text
        pilot_map = self._canvas.session.map
        try:
            found = pasted.read_pasted(pilot_map, text, cursor, whole)
        except Exception:  # a fault of the program must not cost a person their words
            self.outline.keep(whole, cursor)
            raise
        if found.table is not None and not found.declined:
            self.table.offer(found.table, cursor)
        elif found.outline is not None and not (found.outline.unread or found.declined):
            self.taken.emit(found.outline)
        else:
            self.outline.offer(whole, cursor)

    def _new_table(self) -> "TableCard":
        card = table_card.TableCard(self._canvas)
        card.left.connect(self.left)
        return card

    def _new_outline(self) -> "OutlineCard":
        card = outline_card.OutlineCard(self._canvas)
        card.set_colours(self._colours)
        card.taken.connect(self.taken)
        card.left.connect(self.left)
        return card
