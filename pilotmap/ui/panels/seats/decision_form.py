"""What a seat decides: how, by whom, on what conditions or why not; recorded when it is whole."""

import getpass
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import EditRefused
from pilotmap.model.gates.gate import GateNumber
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import Condition, Decision, Seat
from pilotmap.ui.fields.buttons import ButtonsField
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.fields import text_field
from pilotmap.ui.fields.paragraph import ParagraphField
from pilotmap.ui.panels.keyboard import pressed_by_enter
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.panels.seats.conditions import Conditions
from pilotmap.ui.panels.seats.pad import SignaturePad

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import chain

DECISIONS: Final[tuple[tuple[Decision, str], ...]] = (
    ("approved", N_("Approve")),
    ("approved with conditions", N_("With conditions")),
    ("declined", N_("Decline")),
)


class Missing(NamedTuple):
    """What keeps a decision from being recorded, and where it is given."""

    words: str
    control: QWidget | None = None


class Given(NamedTuple):
    """Everything that was filled in."""

    decision: Decision
    name: str
    title: str
    conditions: tuple[Condition, ...]
    statement: str
    drawn: str


class DecisionForm(QWidget):
    """Stays as it was left while it is closed: half a sentence typed is never lost."""

    recorded = Signal(object)
    """What was given, once the button is pressed and nothing is missing."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.closed_because = ""
        self._tried = False
        self._last: QWidget | None = None
        self.name = text_field(tr("Name"), tr("first and last name"))
        self.title = text_field(tr("Title"), tr("head of customer service"))
        self.choice = DecisionButtons()
        self.conditions = Conditions()
        self.statement = ParagraphField(tr("Statement (optional)"))
        self.pad = SignaturePad()
        self.clear_pad = link_button(tr("Clear the drawing"))
        self.worth = sentence("", "small")
        self.missing = sentence("", "complaint")
        self.record = QPushButton(tr("Record this decision"))
        self.record.setProperty("kind", "strong")
        self.cancel = link_button(tr("Not now"))
        for button in (self.record, self.cancel):
            pressed_by_enter(button)
        self._lay_out()
        self._connect()
        self._follow()

    @property
    def given(self) -> Given | None:
        """What is filled in now; None before anything is decided."""
        decision = self.choice.chosen
        if decision is None:
            return None
        conditions = self.conditions.given if decision == "approved with conditions" else ()
        return Given(
            decision,
            str(self.name.value or ""),
            str(self.title.value or ""),
            conditions,
            self.statement.value,
            self.pad.path,
        )

    @property
    def fault(self) -> Missing | None:
        """What is still missing, the first from the top; None where all can be recorded."""
        decision = self.choice.chosen
        if self.closed_because:
            return Missing(self.closed_because)
        if not self.name.value:
            return Missing(tr("Say who decides."), self.name.stop)
        if decision is None:
            words = tr("Say what is decided: approve, with conditions, or decline.")
            return Missing(words, self.choice.stop)
        if decision == "approved with conditions" and self.conditions.fault:
            return Missing(*self.conditions.fault)
        if decision == "declined" and not self.statement.value:
            words = tr("Say why: a reason helps those who have to change the map.")
            return Missing(words, self.statement.stop)
        return None

    def close_because(self, reason: str) -> None:
        """Say why nothing can be recorded now; what is typed stays, and so does the keyboard."""
        if reason != self.closed_because:
            self.closed_because = reason
            self._follow()

    def first_open(self) -> QWidget:
        """Where the next answer is given; where nothing is missing, the button that records."""
        fault = self.fault
        return (fault.control if fault is not None else None) or self.record

    def ask(self) -> None:
        """Put the cursor where one begins, or where one was when the form was put away."""
        at = self._last if self._last is not None and self._last.isVisible() else self.first_open()
        at.setFocus()

    def rest(self) -> None:
        """Remember where the cursor is."""
        self._last = self.window().focusWidget()

    def offer_names(self, names: Sequence[str]) -> None:
        """Complete the name from those who were in the room."""
        self.name.offer(names)

    def forget(self) -> None:
        """Be empty, for the next decision or another map."""
        for field in (self.name, self.title):
            field.forget()
            field.show_value("")
        self.statement.show_value("")
        self.conditions.clear()
        self.pad.clear()
        self.choice.forget()
        self.choice.show_value(None)
        self._tried, self._last = False, None
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(9)
        for widget in (self.name, self.title, self.choice, self.conditions, self.statement):
            column.addWidget(widget)
        column.addWidget(self.pad)
        column.addWidget(self.clear_pad)
        column.addWidget(self.worth)
        column.addWidget(self.missing)
        last = QHBoxLayout()
        last.addWidget(self.record)
        last.addWidget(self.cancel)
        last.addStretch(1)
        column.addLayout(last)

    def _connect(self) -> None:
        self.conditions.changed.connect(self._follow)
        self.pad.drawn.connect(self._follow)
        for field in (self.name, self.title, self.choice, self.statement):
            field.edited.connect(lambda _value: self._follow())
        self.clear_pad.clicked.connect(self.pad.clear)
        self.cancel.clicked.connect(self.closed)
        self.record.clicked.connect(self._record)

    def _follow(self) -> None:
        decision = self.choice.chosen
        self.conditions.setVisible(decision == "approved with conditions")
        declined = decision == "declined"
        self.statement.rename(tr("Reason") if declined else tr("Statement (optional)"))
        self.clear_pad.setVisible(bool(self.pad.path))
        self._say_missing()
        self.worth.setText(
            tr(
                "Goes on record with the account “{account}” and the time. A record is never "
                "removed; a later one of this seat takes its place.",
                account=account(),
            )
        )

    def _say_missing(self) -> None:
        """Nobody is told what is missing before there is a name, or the button was pressed."""
        fault = self.fault
        said = self._tried or bool(self.name.value) or bool(self.closed_because)
        self.missing.setText(fault.words if fault is not None and said else "")
        self.missing.setVisible(bool(self.missing.text()))

    def _record(self) -> None:
        fault, given = self.fault, self.given
        if fault is None and given is not None:
            self.recorded.emit(given)
            return
        self._tried = True
        self._say_missing()
        if fault is not None and fault.control is not None:
            fault.control.setFocus(Qt.FocusReason.ShortcutFocusReason)


class DecisionButtons(ButtonsField):
    """One of the three; none is pressed before somebody decides."""

    def __init__(self) -> None:
        options = [(decision, tr(words)) for decision, words in DECISIONS]
        buttons = [QPushButton(words) for _, words in options]
        super().__init__(tr("Decision"), options, buttons, "decision")

    @property
    def chosen(self) -> Decision | None:
        """The one that is pressed."""
        return next((each for each, _ in DECISIONS if each == self.value), None)


def account() -> str:
    """Who is logged in on this computer, as far as it says."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, or no way to ask
        return ""


def on_record(pilot_map: PilotMap, seat: Seat, given: Given, gate: GateNumber = 1) -> PilotMap:
    """The map with the decision at the end of its chain; EditRefused where the clock is wrong."""
    now = datetime.now().astimezone()
    last = pilot_map.signoffs[-1] if pilot_map.signoffs else None
    if last is not None and chain.moment(last) > now:
        raise EditRefused(
            tr(
                "The last record says {time}, which is later than this computer’s clock: set the "
                "clock, then record again.",
                time=last.at,
            )
        )
    return chain.recorded(
        pilot_map,
        seat,
        given.name,
        given.decision,
        now.isoformat(timespec="milliseconds"),
        title=given.title,
        conditions=given.conditions,
        statement=given.statement,
        drawn=given.drawn,
        entered_by=account(),
        gate=gate,
    )
