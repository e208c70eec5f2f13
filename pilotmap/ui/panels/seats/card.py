"""One seat: how it stands, what is on record, what changed since, and how to decide."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pilotmap.language import N_, tr, trn
from pilotmap.model.signoff import SEAT_WORDS, Seat, Signoff
from pilotmap.ui.fields.field import LeaveWatch, sentence
from pilotmap.ui.fields.reading import date_text
from pilotmap.ui.panels.keyboard import TextControl, next_for_words, pressed_by_enter
from pilotmap.ui.panels.pieces import link_button, state_pixmap
from pilotmap.ui.panels.seats.decision_form import DecisionForm
from pilotmap.ui.panels.seats.pad import DrawnSignature
from pilotmap.ui.theme import Look

STATE_WORDS: Final = {
    "open": N_("Nobody has signed for this seat yet"),
    "approved": N_("{name} approves"),
    "with conditions": N_("{name} approves with conditions"),
    "declined": N_("{name} declines"),
    "stale": N_("{name} signed another version: ask again"),
}
WITHDRAWN: Final = N_("{name} took the decision back: the seat is open")
CLOSED: Final = N_("Nothing can be recorded before the errors listed above are cleared.")
_SIGNS: Final = {
    "open": "open",
    "approved": "done",
    "with conditions": "warning",
    "declined": "error",
    "stale": "warning",
}
_MOST_CHANGES: Final = 8


class SeatView(NamedTuple):
    """What a card shows: `record` is the last of the seat, a withdrawn one among them."""

    state: str
    record: Signoff | None
    said: str
    changes: Sequence[str] | None
    searching: bool
    may_decide: bool


class SeatCard(QFrame):
    """A seat with its form, which opens in place and is never in the way."""

    withdrawn = Signal()
    opened = Signal()
    """The form is wanted: by its link, or by words typed at one of the links."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.seat = seat
        self._sign = QLabel()
        self.words = sentence("", "caption")
        self.record_words = sentence("", "small")
        self.details = sentence("", "caption")
        self.changes = sentence("", "caption")
        for label in (self.words, self.record_words, self.details, self.changes):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.drawn = DrawnSignature()
        self.decide = link_button(tr("Decide"))
        self.withdraw = link_button(tr("Withdraw"))
        self.decide.clicked.connect(self.opened)
        pressed_by_enter(self.decide)
        self.form: DecisionForm | None = None
        self._inside = QVBoxLayout()
        self._lay_out()
        self._sure = False
        self.state = "open"
        self.withdraw.clicked.connect(self._ask_or_withdraw)
        LeaveWatch(self.withdraw, lambda: self._be_sure(False))

    def open_form(self, form: DecisionForm) -> None:
        """Show the form in the card, with the cursor in it."""
        if self.form is None:
            self.form = form
            self._inside.addWidget(form)
        form.show()
        form.ask()  # before the link goes, which would send the keyboard on
        self.decide.hide()

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self.form is not None and not self.form.isHidden()

    def control_for_words(self, at: QWidget) -> TextControl | None:
        """Words typed at a link of the seat are for its form; it opens where one may decide."""
        if not self.is_open and not self.decide.isHidden():
            self.opened.emit()
        return next_for_words(self.form, at) if self.form is not None and self.is_open else None

    def close_form(self) -> None:
        """Put the form away as it is."""
        if self.form is not None and self.is_open:
            had_focus = self.form.isAncestorOf(self.window().focusWidget() or self)
            self.decide.show()
            if had_focus:
                self.form.rest()
                self.decide.setFocus()
            self.form.hide()

    def show_view(self, view: SeatView, look: Look, ratio: float) -> None:
        """Say how the seat stands."""
        record = view.record
        self.state = view.state
        self._sign.setPixmap(state_pixmap(_SIGNS[view.state], look, ratio))
        name = record.name if record is not None else ""
        taken_back = record is not None and record.decision == "withdrawn"
        self.words.setText(tr(WITHDRAWN if taken_back else STATE_WORDS[view.state], name=name))
        _say(self.record_words, view.said)
        _say(self.details, _details(record) if record is not None else "")
        self.drawn.show_path(record.drawn if record is not None else "")
        _say(self.changes, _changes(view))
        self.decide.setText(tr("Decide") if record is None or taken_back else tr("Decide again"))
        self.decide.setVisible(view.may_decide and not self.is_open)
        self.withdraw.setVisible(record is not None and not taken_back)
        if self.form is not None:
            # errors that came meanwhile close the record, never the form somebody types into
            self.form.close_because("" if view.may_decide else tr(CLOSED))

    def _ask_or_withdraw(self) -> None:
        if self._sure:
            self._be_sure(False)
            self.withdrawn.emit()
        else:
            self._be_sure(True)

    def _be_sure(self, sure: bool) -> None:
        """Ask once more in place: what is on record cannot be taken off it again."""
        self._sure = sure
        self.withdraw.setText(tr("Yes, withdraw it") if sure else tr("Withdraw"))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(sentence(tr(SEAT_WORDS[self.seat]), "part"))
        words.addWidget(self.words)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        deeds = QHBoxLayout()
        deeds.addWidget(self.decide)
        deeds.addWidget(self.withdraw)
        deeds.addStretch(1)
        self._inside.setContentsMargins(10, 9, 10, 9)
        self._inside.setSpacing(5)
        self._inside.addLayout(head)
        parts: tuple[QWidget, ...] = (self.details, self.drawn, self.record_words, self.changes)
        for part in parts:
            self._inside.addWidget(part)
        self._inside.addLayout(deeds)
        self.setLayout(self._inside)


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _details(record: Signoff) -> str:
    lines = [record.title] if record.title else []
    if record.statement:
        lines.append(f"“{record.statement}”")
    lines += [
        tr(
            "On condition: {condition} ({owner}, by {date})",
            condition=condition.text,
            owner=condition.owner or "…",
            date=date_text(condition.due) or "…",
        )
        for condition in record.conditions
    ]
    return "\n".join(lines)


def _changes(view: SeatView) -> str:
    if view.state != "stale":
        return ""
    if view.changes is None:
        if view.searching:
            return tr("Looking for the version that was signed …")
        return tr(
            "The version that was signed is not at hand: it was neither signed on this computer "
            "nor is it in the git history of this file."
        )
    more = len(view.changes) - _MOST_CHANGES
    lines = [tr("Since then:"), *(f"· {change}" for change in view.changes[:_MOST_CHANGES])]
    if more > 0:
        lines.append(trn("· and {number} more change", "· and {number} more changes", more))
    return "\n".join(lines)
