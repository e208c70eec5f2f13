"""Pains, questions and notes about a step, a flow, or the whole map."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.model.edits.notes import add_note, delete_note
from pilotmap.model.fields.table import field_of
from pilotmap.model.notes import NoteKind
from pilotmap.ui.fields.adding import AddingLine
from pilotmap.ui.fields.by_table import offered
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.reading import read_text
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import kind, link_button
from pilotmap.ui.panels.rows import Rows
from pilotmap.ui.panels.table_form import TableForm
from pilotmap.ui.session import Session

ADD_LABELS: Final[dict[NoteKind, str]] = {
    "pain": N_("Add a pain"),
    "question": N_("Add a question"),
    "note": N_("Add a note"),
}


class NotesList(QWidget):
    """The notes about one element, each to edit, settle or delete, and a line to add one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._about: str | None = None
        self.rows: dict[str, NoteForm] = {}
        self._begun: dict[str | None, str] = {}
        self.new_kind = ChoiceField("", offered(field_of("note", "kind")))
        self.new_kind.box.setAccessibleName(tr("Kind of the new note"))
        self.new_kind.show_value("pain")
        self.new_kind.setMaximumWidth(100)
        self.new_text = AddingLine()
        self.new_text.setPlaceholderText(tr("Add a note, then Enter"))
        self.new_text.setAccessibleName(tr("New note"))
        self.new_text.returnPressed.connect(self._add)
        adding = QHBoxLayout()
        adding.setSpacing(6)
        for widget, stretch in ((self.new_kind, 0), (self.new_text, 1)):
            adding.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(section(tr("Notes")))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._rows = Rows(lambda: NoteForm(session), self._list)
        self._column.addLayout(self._list)
        self._column.addLayout(adding)
        session.opened.connect(self._forget)

    def show_about(self, about: str | None) -> None:
        """Show the notes about this element, or about the whole map."""
        if about != self._about:
            self._begun[self._about] = self.new_text.text()
            self._about = about
            self.new_text.setText(self._begun.pop(about, ""))
        wanted = [note.id for note in self._session.map.notes if note.about == about]
        self._rows.show(wanted)
        self.rows = self._rows.items()

    def _forget(self) -> None:
        """Another map: what was begun for the last one is none of its business."""
        self._begun.clear()
        self.new_text.clear()

    def _add(self) -> None:
        text = read_text(self.new_text.text())
        note_kind = next((each for each in ADD_LABELS if each == self.new_kind.value), None)
        if not text or note_kind is None:
            return
        about, selected = self._about, self._session.selection
        added = self._session.edit(
            tr(ADD_LABELS[note_kind]),
            lambda pilot_map: add_note(pilot_map, note_kind, text, about),
            select=selected,
        )
        if added:
            self.new_text.clear()


class NoteForm(TableForm):
    """One note."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        kind(self, "")
        self.column.setSpacing(5)
        fields = {key: self.ask("note", key, "") for key in ("kind", "text", "owner", "due")}
        fields["text"].control.setAccessibleName(tr("Text of the note"))
        fields["owner"].control.setAccessibleName(tr("Who answers the note"))
        fields["due"].control.setAccessibleName(tr("Until when"))
        delete = link_button(tr("Delete"))
        delete.clicked.connect(self._delete)
        top = QHBoxLayout()
        top.addWidget(fields["kind"], 1)
        top.addWidget(self.ask("note", "settled"))
        top.addWidget(delete)
        self.column.addLayout(top)
        self.put(fields["text"])
        self.put(fields["owner"], fields["due"])

    def _delete(self) -> None:
        self.session.edit(
            tr("Delete a note"), lambda pilot_map: delete_note(pilot_map, self.subject)
        )
