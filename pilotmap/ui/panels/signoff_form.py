"""Part 5 of Gate 1: the three seats, how each stands, and where each decides."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pilotmap.language import N_, tr, trn
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import EditRefused
from pilotmap.model.meaning import grouped, meaning
from pilotmap.model.signoff import SEATS, Seat, Signoff
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.seats.blockers import Blockers
from pilotmap.ui.panels.seats.card import SeatCard, SeatView
from pilotmap.ui.panels.seats.decision_form import DecisionForm, Given, on_record
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.session import Session
from pilotmap.ui.tab_order import tab_stops
from pilotmap.ui.theme import Look

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import chain, changes

if TYPE_CHECKING:
    from pilotmap.analysis.findings.finding import Finding
    from pilotmap.ui.analyzer import Verdict

_GATE_WORDS: Final = {
    "open": N_("Nothing keeps the three seats from deciding."),
    "ready": N_("Parts 1 to 4 have no errors: this map is ready to be signed."),
    "signed": N_("Gate 1 is signed: all three seats approve this very content."),
    "signed with conditions": N_("Gate 1 is signed, with conditions that are to be kept."),
    "declined": N_("Gate 1 is declined by one of the seats."),
    "stale": N_("The map has changed since it was signed: the seats named below decide again."),
}


class SignoffForm(Form):
    """The seats; a decision goes on record and is bound to the map's meaning as it is then."""

    error_wanted = Signal(object)
    """The finding that keeps sign-off closed and is to be shown."""

    in_sight_wanted = Signal(object)
    """A part that has just opened and is to be scrolled to."""

    def __init__(
        self, session: Session, analyzer: Analyzer, look: Look, older: OlderVersions
    ) -> None:
        super().__init__(session, tr("5 Sign-off"))
        self._look = look
        self._analyzer = analyzer
        self._older = older
        self._lead = sentence("", "soft")
        self.blockers = Blockers()
        self.column.addWidget(self._lead)
        self.column.addWidget(self.blockers)
        self.seats = {seat: SeatCard(seat) for seat in SEATS}
        for card in self.seats.values():
            self.column.addWidget(card)
            card.opened.connect(lambda c=card: self._open_seat(c))
            card.withdrawn.connect(lambda s=card.seat: self._withdraw(s))
        self._meaning = sentence("", "sentence")
        self._meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self._meaning)
        self.blockers.wanted.connect(self.error_wanted)
        older.found.connect(self._judge)
        analyzer.ready.connect(self._judge)
        look.changed.connect(self._judge)
        session.opened.connect(self._forget)

    def refresh(self) -> None:
        super().refresh()
        self._judge()

    def focus_field(self, key: str) -> None:
        card = next((each for seat, each in self.seats.items() if seat == key), None)
        if card is not None and (card.is_open or not card.decide.isHidden()):
            self._open_seat(card)
        else:
            self.enter()

    def first_open(self) -> QWidget | None:
        """What closes sign-off; else where the first seat decides that has not, or not on this."""
        self._analyzer.begin(aside=False)  # the last answer may have been given a moment ago
        if not self.blockers.isHidden():
            return next(tab_stops(self.blockers), None)
        waiting = [card for card in self.seats.values() if card.state in ("open", "stale")]
        if not waiting:
            return None
        self._open_seat(waiting[0])
        return waiting[0].form.first_open() if waiting[0].form is not None else None

    def _judge(self) -> None:
        verdict = self._analyzer.verdict
        # a hidden page does nothing: it is asked to refresh when it is shown
        if verdict is None or self.isHidden():
            return
        errors = tuple(each for each in verdict.findings if each.severity == "error")
        self._lead.setText(_lead(verdict.gate1.state, errors))
        self.blockers.show_errors(errors)
        for seat, card in self.seats.items():
            view = self._view(seat, verdict, may_decide=not errors)
            card.show_view(view, self._look, self.devicePixelRatioF())
        fingerprint = grouped(meaning(self.session.map))
        self._meaning.setText(
            tr("What is signed, as a fingerprint: {fingerprint}", fingerprint=fingerprint)
        )

    def _view(self, seat: Seat, verdict: "Verdict", *, may_decide: bool) -> SeatView:
        now = verdict.gate1.seats[seat]
        record = now.record or _taken_back(verdict.map.decisions(), seat)
        said = chain.record_sentence(record) if record is not None else ""
        if now.state != "stale" or record is None:
            return SeatView(now.state, record, said, None, searching=False, may_decide=may_decide)
        signed = self._older.version(record.meaning, self.session.file.path)
        return SeatView(
            now.state,
            record,
            said,
            changes.changes(signed, verdict.map) if signed is not None else None,
            searching=self._older.is_searching(record.meaning),
            may_decide=may_decide,
        )

    def _open_seat(self, card: SeatCard) -> None:
        form = card.form or self._new_form(card)
        form.offer_names([each.name for each in self.session.map.attendance])
        card.open_form(form)
        QTimer.singleShot(0, self, lambda: self.in_sight_wanted.emit(card))

    def _new_form(self, card: SeatCard) -> DecisionForm:
        form = DecisionForm()
        form.recorded.connect(lambda given: self._record(card, given))
        form.closed.connect(card.close_form)
        return form

    def _record(self, card: SeatCard, given: Given) -> None:
        self.session.close_merge()
        try:
            new = on_record(self.session.map, card.seat, given)
        except EditRefused as refusal:
            self.session.refused.emit(refusal.message)
            return
        self._older.keep(self.session.map)
        self.session.record(new)
        card.close_form()
        if card.form is not None and given.decision != "withdrawn":
            card.form.forget()

    def _withdraw(self, seat: Seat) -> None:
        of_seat = [each for each in self.session.map.decisions() if each.seat == seat]
        if not of_seat:
            return  # another map was opened before the card could follow it
        last = of_seat[-1]
        given = Given("withdrawn", last.name, last.title, (), "", "")
        self._record(self.seats[seat], given)

    def _forget(self) -> None:
        """Another map: what was typed for the last one is none of its business."""
        self._older.forget()
        for card in self.seats.values():
            if card.form is not None:
                card.close_form()
                card.form.forget()


def _lead(state: str, errors: "tuple[Finding, ...]") -> str:
    if errors:
        return trn(
            "Sign-off opens when there are no errors. One is left:",
            "Sign-off opens when there are no errors. {number} are left:",
            len(errors),
        )
    return tr(_GATE_WORDS[state])


def _taken_back(records: tuple[Signoff, ...], seat: Seat) -> Signoff | None:
    last = next((each for each in reversed(records) if each.seat == seat), None)
    return last if last is not None and last.decision == "withdrawn" else None
