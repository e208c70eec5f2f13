"""How a time is known: measured, estimated or guessed, and by whom; folded away until asked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.fields import text_field
from pilotmap.ui.panels.form import Form, side_by_side
from pilotmap.ui.panels.options import BASES, BASIS_WORDS, NOT_SAID, spoken
from pilotmap.ui.panels.pieces import WrappingLink

ReadQuantity = Callable[[PilotMap, str], Any]
WriteQuantity = Callable[[PilotMap, str, Any], PilotMap]


class Known(QWidget):
    """A line that says how times are known; a click opens the fields behind it."""

    def __init__(self, form: Form, names: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._form = form
        self._names = names
        self._line = WrappingLink()
        self._line.clicked.connect(self._toggle)
        self._fields = QWidget()
        self._inside = QVBoxLayout(self._fields)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(8)
        self._fields.hide()
        self._reads: list[ReadQuantity] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addWidget(self._fields)

    def bind(self, key: str, words: str, read: ReadQuantity, write: WriteQuantity) -> None:
        """Add the two fields of one quantity to the form."""
        basis, source = basis_and_source(self._form, key, words, read, write)
        self._inside.addLayout(side_by_side(basis, source))
        self._reads.append(read)

    def refresh(self, pilot_map: PilotMap, subject: str) -> None:
        """Say in one line how the quantities are known."""
        said = []
        for (_, words), read in zip(self._names, self._reads, strict=True):
            quantity = read(pilot_map, subject)
            if quantity is not None and quantity.basis is not None:
                said.append(
                    tr("{what} {basis}", what=tr(words), basis=tr(BASIS_WORDS[quantity.basis]))
                )
        arrow = "▾" if self._fields.isVisibleTo(self) else "▸"
        self._line.say(f"{arrow} {' · '.join(said) or tr('How is this known?')}")

    def open(self) -> None:
        """Show the fields."""
        self._fields.show()
        self.refresh(self._form.session.map, self._form.subject)

    def _toggle(self) -> None:
        self._fields.setVisible(self._fields.isHidden())
        self.refresh(self._form.session.map, self._form.subject)


def basis_and_source(
    form: Form, key: str, words: str, read: ReadQuantity, write: WriteQuantity
) -> tuple[ChoiceField, QWidget]:
    """Two fields of a quantity: how it is known, and from where or from whom."""

    def part(name: str) -> Callable[[PilotMap, str], object]:
        return lambda pilot_map, subject: getattr(read(pilot_map, subject), name, None)

    def put(name: str) -> Callable[[PilotMap, str, Any], PilotMap]:
        def change(pilot_map: PilotMap, subject: str, value: Any) -> PilotMap:
            quantity = read(pilot_map, subject)
            return (
                pilot_map
                if quantity is None
                else write(pilot_map, subject, quantity.replace(**{name: value}))
            )

        return change

    basis = ChoiceField(tr("{what}: how known", what=words), spoken(BASES), tr(NOT_SAID))
    source = text_field(tr("Source"), tr("report, or who"))
    form.bind(f"{key}.basis", basis, part("basis"), put("basis"))
    form.bind(f"{key}.source", source, part("source"), put("source"))
    return basis, source


def keeping(read: ReadQuantity, write: WriteQuantity) -> Callable[[PilotMap, str, Any], PilotMap]:
    """Write a time that was typed, with what was known of the old one."""

    def change(pilot_map: PilotMap, subject: str, typed: Any) -> PilotMap:
        old = read(pilot_map, subject)
        if typed is not None and old is not None:
            typed = old.with_number(typed)
        return write(pilot_map, subject, typed)

    return change


def value_only(read: ReadQuantity) -> Callable[[PilotMap, str], object]:
    """A quantity without how it is known, as the field of the number shows it."""

    def value(pilot_map: PilotMap, subject: str) -> object:
        quantity = read(pilot_map, subject)
        return None if quantity is None else quantity.bare

    return value
