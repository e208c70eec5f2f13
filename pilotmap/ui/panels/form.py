"""A form: fields bound to parts of the map, each change one undo step."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.model.edits.made import Made
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.ui.fields.chips import ChipsField
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import Field, sentence
from pilotmap.ui.panels.options import Options
from pilotmap.ui.panels.writing import Read, Write
from pilotmap.ui.session import Session
from pilotmap.ui.tab_order import tab_stops

Test = Callable[[PilotMap], bool]
Drafts = dict[tuple[str, str], str]


class Binding(NamedTuple):
    """One field, how it reads the map, and how it writes it."""

    key: str
    field: Field
    read: Read
    write: Write
    options: Options | None
    needed: Test | None
    asked: Test | None
    shown: Test | None

    def waits(self, pilot_map: PilotMap) -> bool:
        """Whether Gate 1 still waits for what this field asks."""
        asks = self.asked or self.needed
        field = self.field
        return asks is not None and asks(pilot_map) and (field.is_empty or bool(field.complaint))


class Form(QWidget):
    """Fields in a column, all about one subject (the id of an element, or nothing for the map)."""

    def __init__(self, session: Session, title: str = "") -> None:
        super().__init__()
        self.session = session
        self.subject = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self._bindings: dict[str, Binding] = {}
        self._drafts: Drafts = {}
        self._held: set[str] = set()
        self._holds = True
        session.opened.connect(self._forget_drafts)
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
        asked: Test | None = None,
        shown: Test | None = None,
    ) -> Field:
        """Tie a field to the map; it still has to be put somewhere.

        Gate 1 asks what is `asked`, or else what is `needed`, which is also marked while empty.
        """
        self._bindings[key] = Binding(key, field, read, write, options, needed, asked, shown)
        field.edited.connect(lambda value: self._write(key, value))
        field.left.connect(lambda: self._leave(key))
        return field

    def field(self, key: str) -> Field:
        """The field of this key."""
        return self._bindings[key].field

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all fields, in their order."""
        return tuple(self._bindings)

    def show_subject(self, subject: str) -> None:
        """Be about another element; what was typed and is no value yet is kept for its return."""
        self._holds = subject == self.subject
        if not self._holds:
            self._keep_drafts()
            self.subject = subject
        self.refresh()
        self._holds = True
        for key, binding in self._bindings.items():
            draft = self._drafts.pop((subject, key), None)
            if draft is not None:
                binding.field.restore(draft)

    def share_drafts(self, drafts: Drafts) -> None:
        """Keep what is no value yet together with other forms of the same kind."""
        self._drafts = drafts

    def refresh(self) -> None:
        """Show the map as it is now; fields that show it already are left alone."""
        pilot_map = self.session.map
        for binding in self._bindings.values():
            field, options = binding.field, binding.options
            if isinstance(field, ChoiceField) and options is not None:
                field.set_options(options(pilot_map))
            field.show_value(binding.read(pilot_map, self.subject))
            if isinstance(field, ChipsField) and options is not None:
                field.offer(options(pilot_map))
            if binding.needed is not None:
                binding.field.want(binding.needed(pilot_map))
            if binding.shown is not None:
                self.show_field(binding.key, binding.shown(pilot_map))

    def show_field(self, key: str, shown: bool) -> None:
        """Show a field, or take it away: not from under the hands, but as soon as they leave."""
        field = self._bindings[key].field
        held = self._holds and not shown and not field.isHidden() and _has_keyboard(field)
        field.setVisible(shown or held)
        (self._held.add if held else self._held.discard)(key)

    def focus_field(self, key: str) -> None:
        """Put the cursor into a field; where there is none of this key, where one begins."""
        binding = self._bindings.get(key)
        if binding is not None and not binding.field.isHidden():
            binding.field.stop.setFocus()
        else:
            self.enter()

    def enter(self) -> None:
        """Put the cursor into the first field that Gate 1 waits for, or else into the first."""
        goal = self.first_open() or next(tab_stops(self), None)
        if goal is not None:
            goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first_open(self) -> QWidget | None:
        """Where the first answer that Gate 1 waits for is given, from the top."""
        pilot_map = self.session.map
        wait = {b.field.stop for b in self._bindings.values() if b.waits(pilot_map)}
        return next((stop for stop in tab_stops(self) if stop in wait), None)

    def _keep_drafts(self) -> None:
        for key, binding in self._bindings.items():
            if binding.field.draft is not None:
                self._drafts[self.subject, key] = binding.field.draft
            binding.field.forget()

    def _leave(self, key: str) -> None:
        self.session.close_merge()
        if key in self._held:
            self.show_field(key, shown=False)

    def _forget_drafts(self) -> None:
        """Another map: what was half typed about the last one is none of its business."""
        self._drafts.clear()
        for binding in self._bindings.values():
            binding.field.take_back()

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


def _has_keyboard(field: Field) -> bool:
    focus = field.window().focusWidget()
    return focus is not None and field.isAncestorOf(focus)


def always(_map: PilotMap) -> bool:
    """A question that is asked of every map."""
    return True


def section(title: str) -> QLabel:
    """A section's heading in spaced capitals."""
    label = sentence(title.upper(), "section")
    font = label.font()
    font.setLetterSpacing(font.SpacingType.PercentageSpacing, 106)
    label.setFont(font)
    return label
