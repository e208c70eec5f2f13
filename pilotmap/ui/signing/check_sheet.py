"""What a signed PDF is worth, in plain words: the verdict, each seat, and what to do with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.meaning import grouped
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import link_button, scrolling, state_pixmap
from pilotmap.ui.sheet import Sheet
from pilotmap.ui.theme import Look

with lazy_imports():  # the library of signatures takes half a second to load
    from pilotmap.signing import verdict, words

if TYPE_CHECKING:
    from pilotmap.signing.verdict import Report, SeatVerdict

_WIDTH_PX, _HEIGHT_PX = 620, 640
_SIGNS: Final = {
    "accept": "done",
    "incomplete": "warning",
    "wrong-signer": "error",
    "stale": "warning",
    "reject": "error",
}
_SEAT_SIGNS: Final = {"signed": "done", "open": "open", "wrong signer": "error", "broken": "error"}


class CheckSheet(Sheet):
    """Lies over the window; Esc puts it away."""

    sign_wanted = Signal(Path)
    record_wanted = Signal()
    confirmed = Signal(str)
    """The seat whose certificate a person confirmed."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window, _WIDTH_PX, _HEIGHT_PX)
        self._look = look
        self._path = Path()
        self._sign = QLabel()
        self.title = _plain(sentence("", "part"))
        self.reason = _plain(sentence("", "soft"))
        self.seats = {seat: _SeatRow(seat) for seat in SEATS}
        self.pages = _plain(sentence("", "caption"))
        self.content = _plain(sentence("", "small"))
        self.history = _plain(sentence("", "caption"))
        self.said = _plain(sentence("", "soft"))
        self.sign = QPushButton(tr("Sign this file …"))
        self.record = QPushButton(tr("Record the signatures in the map"))
        self._lay_out()
        self.sign.clicked.connect(lambda: self.sign_wanted.emit(self._path))
        self.record.clicked.connect(self.record_wanted)
        for seat, row in self.seats.items():
            row.confirm.clicked.connect(lambda _=False, s=seat: self.confirmed.emit(s))

    def show_wait(self, path: Path) -> None:
        """Say that a file is being looked at."""
        self._path = path
        self._show_sign("open")
        self.title.setText(path.name)
        self.reason.setText(tr("Checking the signatures …"))
        for row in self.seats.values():
            row.hide()
        for label in (self.pages, self.content, self.history, self.said):
            label.setText("")
        self.sign.hide()
        self.record.hide()

    def show_report(self, report: "Report", *, may_record: bool, may_confirm: bool) -> None:
        """Show a verdict, and what can be done about it."""
        self._show_sign(_SIGNS[report.verdict])
        self.title.setText(tr(verdict.VERDICT_WORDS[report.verdict]))
        self.reason.setText(f"{self._path.name}: {report.reason}")
        for seat, row in self.seats.items():
            said = words.seat_sentence(report.seats[seat], report.verdict)
            ratio = self.devicePixelRatioF()
            row.show_seat(report.seats[seat], said, self._look, ratio, may_confirm)
            row.show()
        drawn = (*report.remarks, *words.pages_sentence(report), report.draft)
        self.pages.setText(" ".join(drawn).strip())
        digest = grouped(report.meaning) if report.meaning else ""
        said = tr("What is signed, as a fingerprint: {fingerprint}", fingerprint=digest)
        self.content.setText(said if digest else "")
        self.history.setText("\n".join(words.revision_sentences(report)))
        may_sign = report.intact and report.has_fields and len(report.signed) < len(SEATS)
        self.sign.setVisible(may_sign)
        self.record.setVisible(may_record)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)

    def _show_sign(self, state: str) -> None:
        self._sign.setPixmap(state_pixmap(state, self._look, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        self.sign.setProperty("kind", "plain")
        self.record.setProperty("kind", "strong")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(10, 4, 10, 4)
        column.setSpacing(10)
        column.addWidget(section(tr("Signatures")))
        column.addLayout(head)
        column.addWidget(self.reason)
        for row in self.seats.values():
            column.addWidget(row)
        for label in (self.pages, self.content, self.history):
            column.addWidget(label)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.record)
        buttons.addWidget(self.sign)
        buttons.addStretch(1)
        close = link_button(tr("Close"))
        close.clicked.connect(self.put_away)
        buttons.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 16, 10, 14)
        outer.addWidget(scrolling(content), 1)
        outer.addWidget(self.said)
        outer.addLayout(buttons)


class _SeatRow(QFrame):
    """A seat, how its field stands, and a button that registers its certificate."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._seat = seat
        self._sign = QLabel()
        self.name = _plain(sentence("", "part"))
        self.words = _plain(sentence("", "caption"))
        self.print = _plain(sentence("", "small"))
        self.confirm = link_button(tr("I have confirmed who this is: register the certificate"))
        words = QVBoxLayout()
        words.setSpacing(3)
        for widget in (self.name, self.words, self.print):
            words.addWidget(widget)
        words.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 9, 10, 9)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_seat(
        self, found: "SeatVerdict", said: str, look: Look, ratio: float, may_confirm: bool
    ) -> None:
        """Say how the seat's field stands, in words that are given."""
        unknown = found.state == "signed" and found.registered is None
        state = "warning" if unknown else _SEAT_SIGNS[found.state]
        self._sign.setPixmap(state_pixmap(state, look, ratio))
        word = tr(SEAT_WORDS[self._seat])
        self.name.setText(f"{word} · {found.name}" if found.name else word)
        self.words.setText(said)
        prints = grouped(found.certificate.fingerprint) if found.certificate else ""
        self.print.setText(tr("Certificate (SHA-256) {digest}", digest=prints) if prints else "")
        self.print.setVisible(bool(prints))
        self.confirm.setVisible(may_confirm and unknown)


def _plain(label: QLabel) -> QLabel:
    """A label for a text from a file: never markup, and to be copied."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
