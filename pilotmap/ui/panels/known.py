"""How one number is known: measured, estimated or guessed, by whom, and between which bounds."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.model.edits.parts import refuse
from pilotmap.model.fields.table import field_of
from pilotmap.model.known import BASIS_WORDS, Known, in_range
from pilotmap.model.map import PilotMap
from pilotmap.model.quantity import Measured
from pilotmap.ui.fields.by_table import LINES, Show
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import Field, sentence
from pilotmap.ui.fields.fields import text_field
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.panels.pieces import side_by_side
from pilotmap.ui.panels.writing import editor, reader

NOT_SAID: Final = N_("Not said")


class Binds(Protocol):
    """What ties fields to the map."""

    def bind(self, key: str, field: Field, read: Any, write: Any) -> Field:
        """Tie a field to the map."""


class KnownBox(QWidget):
    """One line under a number that says it, or the fields in which it is said."""

    def __init__(self, form: Binds, kind: str, key: str, number: Field) -> None:
        super().__init__()
        self._key, self._read, self._edit = key, reader(kind, key), editor(kind)
        self._number, self.is_open = number, False
        self._read_part, self._show_part = LINES[_kind_of_part(kind, key)]
        self._line, self._fields = sentence("", "small"), QWidget()
        self._basis = ChoiceField(
            tr("{what}: how known", what=number.caption), _bases(), tr(NOT_SAID)
        )
        source = text_field(tr("Source"), tr("report, or who"))
        low = LineField(tr("At least"), self._read_part, self._show_part)
        high = LineField(tr("At most"), self._read_part, self._show_part)
        named = {"basis": self._basis, "source": source, "low": low, "high": high}
        self._keys = frozenset(f"{key}.{name}" for name in named)
        for name, field in named.items():
            form.bind(f"{key}.{name}", field, self._part(name), self._put(name))
        column, inside = QVBoxLayout(self), QVBoxLayout(self._fields)
        for layout in (column, inside):
            layout.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(side_by_side(self._basis, source))
        inside.addLayout(side_by_side(low, high))
        column.addWidget(self._line)
        column.addWidget(self._fields)

    def refresh(self, pilot_map: PilotMap, subject: str) -> None:
        """Say in one line how the number is known; where there is no number, nothing is."""
        number = self._read(pilot_map, subject)
        opened = self.is_open and number is not None
        said = "" if number is None or opened else _said(number, self._show_part)
        self._basis.rename(tr("{what}: how known", what=self._number.caption))
        self._line.setText(said)
        self._line.setVisible(bool(said))
        self._fields.setVisible(opened)
        self.setVisible(not self._number.isHidden() and (bool(said) or opened))

    def asks_for(self, key: str) -> bool:
        """Whether a field of this key is one of those in which it is said."""
        return key in self._keys

    def enter(self) -> None:
        """Put the cursor into the first of the fields."""
        self._basis.stop.setFocus()

    def _part(self, name: str) -> Callable[[PilotMap, str], Any]:
        return lambda m, subject: getattr(self._read(m, subject), name, None)

    def _put(self, name: str) -> Callable[[PilotMap, str, Any], PilotMap]:
        def change(m: PilotMap, subject: str, value: Any) -> PilotMap:
            number = self._read(m, subject)
            if number is None:
                return m
            bounds = {"low": number.low, "high": number.high} | {name: value}
            if not in_range(number.value, bounds["low"], bounds["high"]):
                shown = self._show_part(number.value)
                refuse(tr("The number itself, {number}, must lie between the two.", number=shown))
            return self._edit(m, subject, **{self._key: number.replace(**{name: value})})

        return change


def _kind_of_part(kind: str, key: str) -> Any:
    return "share" if field_of(kind, key).kind == "share" else "number"


def _bases() -> list[tuple[object, str]]:
    said = {basis: tr(words) for basis, words in BASIS_WORDS.items()}
    return [(basis, words[:1].upper() + words[1:]) for basis, words in said.items()]


def _said(number: Known | Measured, show: Show) -> str:
    low, high = show(number.low), show(number.high)
    bounds = {
        (True, True): tr("{low} to {high}", low=low, high=high),
        (True, False): tr("at least {number}", number=low),
        (False, True): tr("at most {number}", number=high),
        (False, False): "",
    }[bool(low), bool(high)]
    basis = tr(BASIS_WORDS[number.basis]) if number.basis else ""
    return " · ".join(part for part in (basis, number.source, bounds) if part)
