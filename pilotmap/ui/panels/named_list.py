"""A list of named elements (lanes, systems) to rename, order, merge, delete and add to."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.steps import rename
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.adding import AddingLine
from pilotmap.ui.fields.fields import text_field
from pilotmap.ui.fields.reading import read_text
from pilotmap.ui.panels.form import Form, section
from pilotmap.ui.panels.named_words import NamedWords
from pilotmap.ui.panels.pieces import IconButton
from pilotmap.ui.panels.rows import Rows
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

_SIGN_PX: Final = 14

Elements = Callable[[PilotMap], Sequence[tuple[str, str]]]
Change = Callable[[PilotMap, str], PilotMap]
Merge = Callable[[PilotMap, str, str], PilotMap]


class NamedList(QWidget):
    """One row an element; `wanted` asks for the element's own properties."""

    wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        look: Look,
        title: str,
        elements: Elements,
        *,
        words: NamedWords,
        add: Callable[[PilotMap, str], Made],
        delete: Change,
        merge: Merge,
        move: Callable[[PilotMap, str, int], PilotMap] | None = None,
    ) -> None:
        super().__init__()
        self.session, self.look, self.words, self.elements = session, look, words, elements
        self.delete, self.merge, self.reorder = delete, merge, move
        self._add = add
        self.rows: dict[str, NamedRow] = {}
        self.new_name = AddingLine()
        self.new_name.setPlaceholderText(tr(words.adding))
        self.new_name.setAccessibleName(tr(words.new))
        self.new_name.returnPressed.connect(self._add_named)
        session.opened.connect(self.new_name.clear)
        self._list = QVBoxLayout()
        self._list.setSpacing(3)
        self._rows = Rows(lambda: NamedRow(self), self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(section(title))
        column.addLayout(self._list)
        column.addWidget(self.new_name)

    def refresh(self) -> None:
        """Show the elements of the map as it is now, keeping the rows that stay."""
        self._rows.show([element for element, _ in self.elements(self.session.map)])
        self.rows = self._rows.items()

    def _add_named(self) -> None:
        name = read_text(self.new_name.text())
        before = self.session.selection
        if name and self.session.edit(
            tr(self.words.add, name=name),
            lambda pilot_map: self._add(pilot_map, name).map,
            select=before,
        ):
            self.new_name.clear()


class NamedRow(Form):
    """The name in place, and buttons for what can be done with the element."""

    def __init__(self, owner: NamedList) -> None:
        super().__init__(owner.session)
        self._owner = owner
        name = text_field("")
        name.control.setAccessibleName(tr(owner.words.name_of))
        self.bind(
            "name", name, lambda pilot_map, s: dict(owner.elements(pilot_map)).get(s, ""), rename
        )
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(name, 1)
        if owner.reorder is not None:
            for words, sign, by in ((owner.words.up, "up", -1), (owner.words.down, "down", 1)):
                button = self._button(sign, tr(words))
                button.clicked.connect(lambda _=False, b=by: self._move(b))
                row.addWidget(button)
        more = self._button("more", tr(owner.words.more))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(more)
        self._menu.aboutToShow.connect(self.fill_menu)
        more.setMenu(self._menu)
        row.addWidget(more)
        self.column.addLayout(row)

    def fill_menu(self) -> QMenu:
        """Offer what can be done with the element now."""
        owner, element = self._owner, self.subject
        self._menu.clear()
        self._menu.addAction(tr("Properties"), lambda: owner.wanted.emit(element))
        others = [other for other in owner.elements(self.session.map) if other[0] != element]
        into = self._menu.addMenu(tr("Merge into"))
        into.setEnabled(bool(others))
        for other, name in others:
            into.addAction(name, partial(self._merge, other))
        self._menu.addAction(tr("Delete"), self._delete)
        return self._menu

    def _merge(self, other: str) -> None:
        words = tr(self._owner.words.merge)
        self.session.edit(
            words, lambda pilot_map: self._owner.merge(pilot_map, self.subject, other)
        )

    def _delete(self) -> None:
        words = tr(self._owner.words.delete)
        self.session.edit(words, lambda pilot_map: self._owner.delete(pilot_map, self.subject))

    def _move(self, by: int) -> None:
        reorder = self._owner.reorder
        at = [element for element, _ in self._owner.elements(self.session.map)].index(self.subject)
        if reorder is not None:
            words = tr(self._owner.words.move)
            self.session.edit(
                words, lambda pilot_map: reorder(pilot_map, self.subject, max(0, at + by))
            )

    def _button(self, sign: str, words: str) -> IconButton:
        return IconButton(sign, words, self._owner.look, _SIGN_PX)
