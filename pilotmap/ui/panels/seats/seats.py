"""The three seats of a gate: how each stands, and where each decides."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import EditRefused
from pilotmap.model.gates.gate import GateNumber
from pilotmap.model.signoff import SEATS, Seat, Signoff
from pilotmap.ui.panels.seats.card import SeatCard, SeatView
from pilotmap.ui.panels.seats.decision_form import DecisionForm, Given, on_record
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.session import Session
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import chain, changes

if TYPE_CHECKING:
    from pilotmap.analysis.seats import SeatNow


class Seats(QWidget):
    """A card for each seat; a decision goes on record, bound to the gate's meaning as it is then.

    What has changed since a stale one is told for Gate 1 alone: only its versions are kept.
    """

    in_sight_wanted = Signal(object)
    """A card that has just opened and is to be scrolled to."""

    def __init__(
        self, session: Session, look: Look, older: OlderVersions, gate: GateNumber = 1
    ) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._older = older
        self._gate = gate
        self.cards = {seat: SeatCard(seat) for seat in SEATS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in self.cards.values():
            column.addWidget(card)
            card.opened.connect(lambda c=card: self.open_seat(c))
            card.withdrawn.connect(lambda s=card.seat: self._withdraw(s))
        session.opened.connect(self._forget)

    def show_seats(self, seats: "Mapping[Seat, SeatNow]", *, may_decide: bool) -> None:
        """Show how the seats stand."""
        for seat, card in self.cards.items():
            view = self._view(seat, seats[seat], may_decide=may_decide)
            card.show_view(view, self._look, self.devicePixelRatioF())

    def first_open(self) -> QWidget | None:
        """Where the first seat decides that has not, or not on this; its form is opened."""
        waiting = [card for card in self.cards.values() if card.state in ("open", "stale")]
        if not waiting:
            return None
        self.open_seat(waiting[0])
        return waiting[0].form.first_open() if waiting[0].form is not None else None

    def open_seat(self, card: SeatCard) -> None:
        """Show the form of a seat."""
        form = card.form or self._new_form(card)
        form.offer_names([each.name for each in self._session.map.attendance])
        card.open_form(form)
        QTimer.singleShot(0, self, lambda: self.in_sight_wanted.emit(card))

    def _view(self, seat: Seat, now: "SeatNow", *, may_decide: bool) -> SeatView:
        record = now.record or _taken_back(self._session.map.decisions(self._gate), seat)
        said = chain.record_sentence(record) if record is not None else ""
        if now.state != "stale" or record is None or self._gate != 1:
            return SeatView(now.state, record, said, None, searching=False, may_decide=may_decide)
        signed = self._older.version(record.meaning, self._session.file.path)
        return SeatView(
            now.state,
            record,
            said,
            changes.changes(signed, self._session.map) if signed is not None else None,
            searching=self._older.is_searching(record.meaning),
            may_decide=may_decide,
        )

    def _new_form(self, card: SeatCard) -> DecisionForm:
        form = DecisionForm()
        form.recorded.connect(lambda given: self._record(card, given))
        form.closed.connect(card.close_form)
        return form

    def _record(self, card: SeatCard, given: Given) -> None:
        self._session.close_merge()
        try:
            new = on_record(self._session.map, card.seat, given, self._gate)
        except EditRefused as refusal:
            self._session.refused.emit(refusal.message)
            return
        if self._gate == 1:
            self._older.keep(self._session.map)
        self._session.record(new)
        card.close_form()
        if card.form is not None and given.decision != "withdrawn":
            card.form.forget()

    def _withdraw(self, seat: Seat) -> None:
        of_seat = [each for each in self._session.map.decisions(self._gate) if each.seat == seat]
        if not of_seat:
            return  # another map was opened before the card could follow it
        last = of_seat[-1]
        given = Given("withdrawn", last.name, last.title, (), "", "")
        self._record(self.cards[seat], given)

    def _forget(self) -> None:
        """Another map: what was typed for the last one is none of its business."""
        for card in self.cards.values():
            if card.form is not None:
                card.close_form()
                card.form.forget()


def _taken_back(records: tuple[Signoff, ...], seat: Seat) -> Signoff | None:
    last = next((each for each in reversed(records) if each.seat == seat), None)
    return last if last is not None and last.decision == "withdrawn" else None
