"""The conditions of an approval: what must happen, by whom and until when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.signoff import Condition
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.fields import date_field, text_field
from pilotmap.ui.fields.paragraph import ParagraphField
from pilotmap.ui.panels.keyboard import pressed_by_enter
from pilotmap.ui.panels.pieces import link_button, side_by_side


class Conditions(QWidget):
    """One row a condition, and a link that adds one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ConditionRow] = []
        self._spare: list[ConditionRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.more = link_button(tr("Add a condition"))
        pressed_by_enter(self.more)
        self.more.clicked.connect(lambda: self.add().text.text.setFocus())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(sentence(tr("Conditions"), "caption"))
        column.addLayout(self._list)
        column.addWidget(self.more)
        self.add()

    def add(self) -> "ConditionRow":
        """One more row, empty."""
        # rows are used again, never deleted: one may be removed by a click on its own link
        row = self._spare.pop() if self._spare else self._new()
        row.clear()
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()
        self.changed.emit()
        return row

    def remove(self, row: "ConditionRow") -> None:
        """One row less; the last one is only emptied."""
        if len(self.rows) == 1:
            row.clear()
        else:
            self.rows.remove(row)
            self._spare.append(row)
            self._list.removeWidget(row)
            row.hide()
        self.changed.emit()

    def clear(self) -> None:
        """One empty row."""
        for row in tuple(self.rows):
            self.remove(row)

    @property
    def given(self) -> tuple[Condition, ...]:
        """The conditions that have words."""
        return tuple(row.condition for row in self.rows if row.condition.text)

    @property
    def fault(self) -> tuple[str, QWidget] | None:
        """What keeps the conditions from being recorded, and where that is put right."""
        begun = [row for row in self.rows if row.is_begun]
        if not begun:
            words = tr("Say what the condition is, or approve without one.")
            return words, self.rows[0].text.stop
        return next((fault for row in begun if (fault := row.fault) is not None), None)

    def _new(self) -> "ConditionRow":
        row = ConditionRow()
        row.edited.connect(self.changed)
        row.remove.clicked.connect(lambda: self.remove(row))
        return row


class ConditionRow(QFrame):
    """One condition."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = ParagraphField("", tr("What must happen"))
        self.owner = text_field("", tr("who sees to it"))
        self.due = date_field("", tr("until 30 Jun 2027"))
        self.text.control.setAccessibleName(tr("What must happen"))
        self.owner.control.setAccessibleName(tr("Who sees to it"))
        self.due.control.setAccessibleName(tr("Until when"))
        self.remove = link_button(tr("Remove"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.text)
        column.addLayout(side_by_side(self.owner, self.due))
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.remove)
        column.addLayout(last)
        for field in (self.text, self.owner, self.due):
            field.edited.connect(lambda _value: self.edited.emit())
        self.clear()

    @property
    def condition(self) -> Condition:
        """What the row says."""
        return Condition(
            text=self.text.value,
            owner=str(self.owner.value or ""),
            due=self.due.value,
        )

    @property
    def is_begun(self) -> bool:
        """Whether anything is said in the row: half a condition is not left out in silence."""
        fields = (self.text, self.owner, self.due)
        return any(not field.is_empty for field in fields)

    @property
    def fault(self) -> tuple[str, QWidget] | None:
        """What the row still lacks, and where that is given."""
        if self.text.is_empty:
            return tr("Every condition needs words: what must happen."), self.text.stop
        if self.owner.is_empty:
            return tr("Every condition needs someone who sees to it."), self.owner.stop
        if self.due.draft is not None:
            words = tr("One of the dates is not understood: write it as 30 Jun 2027.")
            return words, self.due.stop
        if self.due.is_empty:
            return tr("Every condition needs a date."), self.due.stop
        return None

    def clear(self) -> None:
        """Forget what was typed."""
        self.text.show_value("")
        for field, nothing in ((self.owner, ""), (self.due, None)):
            field.forget()
            field.show_value(nothing)
