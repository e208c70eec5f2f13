"""What a seat decides: how, by whom, on what conditions or why not; recorded when it is whole."""

import getpass
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pilotmap.language import later, tr
from pilotmap.model.errors import EditRefused
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import Condition, Decision, Seat
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.fields import text_field
from pilotmap.ui.fields.paragraph import ParagraphField
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.panels.seats.conditions import Conditions
from pilotmap.ui.panels.seats.pad import SignaturePad

DECISIONS: Final[tuple[tuple[Decision, str], ...]] = (
    ("approved", later("Approve")),
    ("approved with conditions", later("With conditions")),
    ("declined", later("Decline")),
)


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
        self.choice = DecisionButtons()
        self.name = text_field(tr("Name"), tr("first and last name"))
        self.title = text_field(tr("Title"), tr("head of customer service"))
        self.conditions = Conditions()
        self.statement = ParagraphField(tr("Statement (optional)"))
        self.pad = SignaturePad()
        self.clear_pad = link_button(tr("Clear the drawing"))
        self.worth = sentence("", "small")
        self.missing = sentence("", "complaint")
        self.record = QPushButton(tr("Record this decision"))
        self.record.setProperty("kind", "strong")
        self.cancel = link_button(tr("Not now"))
        self._lay_out()
        self._connect()
        self._follow()

    @property
    def given(self) -> Given:
        """What is filled in now."""
        decision = self.choice.chosen
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
    def fault(self) -> str:
        """What is still missing; nothing where the decision can be recorded."""
        given = self.given
        if not given.name:
            return tr("Say who decides.")
        if given.decision == "approved with conditions":
            return self.conditions.fault
        if given.decision == "declined" and not given.statement:
            return tr("Say why: a reason helps those who have to change the map.")
        return ""

    def ask(self) -> None:
        """Put the cursor where one begins."""
        self.name.line.setFocus()

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
        self.choice.show_decision("approved")
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
        for widget in (self.choice, self.name, self.title, self.conditions, self.statement):
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
        self.choice.changed.connect(self._follow)
        self.conditions.changed.connect(self._follow)
        self.pad.drawn.connect(self._follow)
        for field in (self.name, self.title, self.statement):
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
        fault = self.fault
        self.record.setEnabled(not fault)
        self.missing.setText(fault if self.name.value else "")
        self.missing.setVisible(bool(self.missing.text()))
        self.worth.setText(
            tr(
                "Goes on record with the account “{account}” and the time. A record is never "
                "removed; a later one of this seat takes its place.",
                account=account(),
            )
        )

    def _record(self) -> None:
        if not self.fault:
            self.recorded.emit(self.given)


class DecisionButtons(QFrame):
    """Exactly one of the three."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "modes")
        self.setAccessibleName(tr("Decision"))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.buttons: dict[Decision, QPushButton] = {}
        for decision, words in DECISIONS:
            button = QPushButton(tr(words))
            button.setProperty("kind", "decision")
            button.setProperty("last", decision == "declined")
            button.setCheckable(True)
            self._group.addButton(button)
            self.buttons[decision] = button
            button.clicked.connect(self.changed)
            row.addWidget(button)
        self.show_decision("approved")

    @property
    def chosen(self) -> Decision:
        """The one that is pressed."""
        return next(each for each, button in self.buttons.items() if button.isChecked())

    def show_decision(self, decision: Decision) -> None:
        """Press the button of a decision."""
        self.buttons[decision].setChecked(True)


def account() -> str:
    """Who is logged in on this computer, as far as it says."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, or no way to ask
        return ""


def on_record(pilot_map: PilotMap, seat: Seat, given: Given) -> PilotMap:
    """The map with the decision at the end of its chain; EditRefused where the clock is wrong."""
    # numpy comes with the analysis: it must not delay the first paint
    from pilotmap.analysis.chain import moment, recorded  # noqa: PLC0415

    now = datetime.now().astimezone()
    last = pilot_map.signoffs[-1] if pilot_map.signoffs else None
    if last is not None and moment(last) > now:
        raise EditRefused(
            tr(
                "The last record says {time}, which is later than this computer’s clock: set the "
                "clock, then record again.",
                time=last.at,
            )
        )
    return recorded(
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
    )
