"""Part 5 of Gate 1: how the three seats stand, computed from the file."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.judgement import Judgement
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.pieces import state_pixmap
from pilotmap.ui.panels.words import counted
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

_SIGNS: Final = {
    "open": "open",
    "approved": "done",
    "with conditions": "warning",
    "approved with conditions": "warning",
    "declined": "error",
    "withdrawn": "open",
    "stale": "warning",
}


class SignoffForm(Form):
    """Read only: the seats, and what still keeps Gate 1 from being signed."""

    def __init__(self, session: Session, judgement: Judgement, look: Look) -> None:
        super().__init__(session, "5 Sign-off")
        self._look = look
        self._judgement = judgement
        self._lead = sentence("", "soft")
        self.column.addWidget(self._lead)
        self.seats = {seat: _SeatCard(SEAT_WORDS[seat]) for seat in SEATS}
        for card in self.seats.values():
            self.column.addWidget(card)
        self._meaning = sentence("", "sentence")
        self._meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self._meaning)
        judgement.ready.connect(self._judge)
        look.changed.connect(self._judge)

    def refresh(self) -> None:
        super().refresh()
        self._judge()

    def _judge(self) -> None:
        verdict = self._judgement.verdict
        if verdict is None:
            return
        gate = verdict.gate1
        errors = sum(finding.severity == "error" for finding in verdict.findings)
        self._lead.setText(_lead(gate.state, errors))
        for seat, card in self.seats.items():
            state, name = _seat(gate.seats, seat)
            card.show_state(state, name, self._look, self.devicePixelRatioF())
        fingerprint = grouped(meaning(self.session.map))
        self._meaning.setText(f"What is signed, as a fingerprint: {fingerprint}")


class _SeatCard(QFrame):
    def __init__(self, seat: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._sign = QLabel()
        self._words = sentence("", "caption")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(sentence(seat, "part"))
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 9, 10, 9)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_state(self, state: str, name: str, look: Look, ratio: float) -> None:
        """Say how the seat stands."""
        self._sign.setPixmap(state_pixmap(_SIGNS.get(state, "open"), look, ratio))
        said = "not signed yet" if state == "open" else state
        self._words.setText(f"{name}: {said}" if name else said.capitalize())


def _lead(state: str, errors: int) -> str:
    if state == "open" and errors:
        count = counted(errors, "error")
        return (
            f"Sign-off opens when parts 1 to 4 have no errors; {count} "
            f"{'is' if errors == 1 else 'are'} left. The list under the map leads to each."
        )
    if state == "open":
        return "Nothing keeps the three seats from signing."
    if state == "ready":
        return "Parts 1 to 4 have no errors: this map is ready to be signed."
    return f"Gate 1 is {state}."


def _seat(seats: object, seat: Seat) -> tuple[str, str]:
    held = seats[seat] if isinstance(seats, dict) else getattr(seats, seat)
    return held.state, held.name or ""
