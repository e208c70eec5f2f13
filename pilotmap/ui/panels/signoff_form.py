"""Part 5 of Gate 1: the three seats, how each stands, and where each decides."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pilotmap.language import N_, tr, trn
from pilotmap.model.meaning import grouped, meaning
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.form import Form
from pilotmap.ui.panels.seats.blockers import Blockers
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.panels.seats.seats import Seats
from pilotmap.ui.session import Session
from pilotmap.ui.tab_order import tab_stops
from pilotmap.ui.theme import Look

if TYPE_CHECKING:
    from pilotmap.analysis.findings.finding import Finding

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
        self._part = Seats(session, look, older)
        self._part.in_sight_wanted.connect(self.in_sight_wanted)
        self.seats = self._part.cards
        self.column.addWidget(self._part)
        self._meaning = sentence("", "sentence")
        self._meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self._meaning)
        self.blockers.wanted.connect(self.error_wanted)
        older.found.connect(self._judge)
        analyzer.ready.connect(self._judge)
        look.changed.connect(self._judge)
        session.opened.connect(older.forget)

    def refresh(self) -> None:
        super().refresh()
        self._judge()

    def focus_field(self, key: str) -> None:
        card = next((each for seat, each in self.seats.items() if seat == key), None)
        if card is not None and (card.is_open or not card.decide.isHidden()):
            self._part.open_seat(card)
        else:
            self.enter()

    def first_open(self) -> QWidget | None:
        """What closes sign-off; else where the first seat decides that has not, or not on this."""
        self._analyzer.begin(aside=False)  # the last answer may have been given a moment ago
        if not self.blockers.isHidden():
            return next(tab_stops(self.blockers), None)
        return self._part.first_open()

    def _judge(self) -> None:
        verdict = self._analyzer.verdict
        # a hidden page does nothing: it is asked to refresh when it is shown
        if verdict is None or self.isHidden():
            return
        errors = tuple(each for each in verdict.findings if each.severity == "error")
        self._lead.setText(_lead(verdict.gate1.state, errors))
        self.blockers.show_errors(errors)
        self._part.show_seats(verdict.gate1.seats, may_decide=not errors)
        fingerprint = grouped(meaning(self.session.map))
        self._meaning.setText(
            tr("What is signed, as a fingerprint: {fingerprint}", fingerprint=fingerprint)
        )


def _lead(state: str, errors: "tuple[Finding, ...]") -> str:
    if errors:
        return trn(
            "Sign-off opens when there are no errors. One is left:",
            "Sign-off opens when there are no errors. {number} are left:",
            len(errors),
        )
    return tr(_GATE_WORDS[state])
