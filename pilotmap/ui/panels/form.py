"""A form: fields bound to parts of the map, each change one undo step."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.edits.made import Made
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import Field, sentence
from pilotmap.ui.panels.writing import reader, writer
from pilotmap.ui.session import Session

Read = Callable[[PilotMap, str], object]
Write = Callable[[PilotMap, str, Any], PilotMap | Made]
Options = Callable[[PilotMap], Sequence[tuple[object, str]]]
Test = Callable[[PilotMap], bool]


F = TypeVar("F", bound="Form")


class Binding(NamedTuple):
    """One field, how it reads the map, and how it writes it."""

    key: str
    field: Field
    read: Read
    write: Write
    options: Options | None
    needed: Test | None
    shown: Test | None


class Form(QWidget):
    """Fields in a column, all about one subject (the id of a thing, or nothing for the map)."""

    def __init__(self, session: Session, title: str = "") -> None:
        super().__init__()
        self.session = session
        self.subject = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self._bindings: dict[str, Binding] = {}
        self._drafts: dict[tuple[str, str], str] = {}
        if title:
            self.column.addWidget(section(title))

    def bind(
        self,
        key: str,
        field: Field,
        read: Read,
        write: Write,
        *,
        options: Options | None = None,
        needed: Test | None = None,
        shown: Test | None = None,
    ) -> Field:
        """Tie a field to the map; it still has to be put somewhere."""
        self._bindings[key] = Binding(key, field, read, write, options, needed, shown)
        field.edited.connect(lambda value: self._write(key, value))
        field.left.connect(self.session.close_merge)
        return field

    def add(self, kind: str, key: str, field: Field, **more: Any) -> Field:
        """Bind a plain field of the subject, and put it below the others."""
        self.bind(key, field, reader(kind, key), writer(kind, key), **more)
        self.column.addWidget(field)
        return field

    def field(self, key: str) -> Field:
        """The field of this key."""
        return self._bindings[key].field

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all fields, in their order."""
        return tuple(self._bindings)

    def show_subject(self, subject: str) -> None:
        """Be about another thing; what was typed and is no value yet is kept for its return."""
        if subject != self.subject:
            self._keep_drafts()
            self.subject = subject
        self.refresh()
        for key, binding in self._bindings.items():
            draft = self._drafts.pop((subject, key), None)
            if draft is not None:
                binding.field.restore(draft)

    def refresh(self) -> None:
        """Show the map as it is now; fields that show it already are left alone."""
        pilot_map = self.session.map
        for binding in self._bindings.values():
            if isinstance(binding.field, ChoiceField) and binding.options is not None:
                binding.field.set_options(binding.options(pilot_map))
            binding.field.show_value(binding.read(pilot_map, self.subject))
            if binding.needed is not None:
                binding.field.want(binding.needed(pilot_map))
            if binding.shown is not None:
                binding.field.setVisible(binding.shown(pilot_map))

    def focus_field(self, key: str) -> None:
        """Put the cursor into a field."""
        binding = self._bindings.get(key)
        if binding is not None:
            binding.field.stop.setFocus()

    def _keep_drafts(self) -> None:
        for key, binding in self._bindings.items():
            if binding.field.draft is not None:
                self._drafts[self.subject, key] = binding.field.draft
            binding.field.forget()

    def _write(self, key: str, value: object) -> None:
        binding = self._bindings[key]
        subject = self.subject
        try:
            made = binding.write(self.session.map, subject, value)
        except EditRefused as refusal:
            before = binding.read(self.session.map, subject)
            binding.field.refuse(refusal.message, before)
            return
        new = made.map if isinstance(made, Made) else made
        what = binding.field.caption or key
        self.session.commit(
            new, tr("Change “{what}”", what=what), merge_key=f"field {subject} {key}"
        )


def show_rows(
    rows: list[F], subjects: Sequence[str], new: Callable[[], F], column: QVBoxLayout
) -> None:
    """Have one form a subject in a column; spare ones are kept for later.

    They are never deleted, because a row may be removed by a click on its own button.
    """
    while len(rows) < len(subjects):
        rows.append(new())
        column.addWidget(rows[-1])
    for row, subject in zip(rows, subjects, strict=False):
        row.show_subject(subject)
        row.show()
    for spare in rows[len(subjects) :]:
        spare.hide()


def section(title: str) -> QLabel:
    """A section's heading in spaced capitals."""
    label = sentence(title.upper(), "section")
    font = label.font()
    font.setLetterSpacing(font.SpacingType.PercentageSpacing, 106)
    label.setFont(font)
    return label


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Widgets in one row, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(9)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
