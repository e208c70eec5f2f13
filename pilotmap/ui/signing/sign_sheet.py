"""What it takes to sign: which file, for which seat, with which key."""

from pathlib import Path
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pilotmap.language import N_, tr
from pilotmap.model.signoff import SEAT_WORDS, SEATS, Seat
from pilotmap.ui.fields.choice import ChoiceField
from pilotmap.ui.fields.field import sentence
from pilotmap.ui.fields.fields import text_field
from pilotmap.ui.fields.line import LineField
from pilotmap.ui.panels.form import section
from pilotmap.ui.panels.pieces import link_button
from pilotmap.ui.sheet import Sheet

Kind = Literal["own", "local"]
_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    ("own", N_("With a certificate of my own (.p12 or .pfx)")),
    ("local", N_("With a key that PilotMap keeps on this computer")),
)
_WORTH: Final[dict[Kind, str]] = {
    "own": N_(
        "The signature names you and the issuer of your certificate. PilotMap does not ask the "
        "issuer whether it was withdrawn."
    ),
    "local": N_(
        "Shows that this file has not changed since. Who holds the key must be confirmed another "
        "way."
    ),
}
_WIDTH_PX, _HEIGHT_PX = 520, 480


class Wish(NamedTuple):
    """Everything that was filled in."""

    path: Path
    seat: Seat
    kind: Kind
    p12: Path
    name: str
    passphrase: str


class SignSheet(Sheet):
    """Nothing of the pass phrase stays once the sheet is put away."""

    wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _WIDTH_PX, _HEIGHT_PX)
        self.path = text_field(tr("PDF to sign"))
        self.seat = ChoiceField(tr("For"), [(seat, tr(SEAT_WORDS[seat])) for seat in SEATS])
        self.kind = ChoiceField(tr("How"), [(kind, tr(words)) for kind, words in _KINDS])
        self.p12 = text_field(tr("Certificate file"))
        self.name = text_field(tr("Whose key it is"), tr("first and last name"))
        self.passphrase = text_field(tr("Pass phrase"))
        self.passphrase.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.worth = sentence("", "small")
        self.said = sentence("", "complaint")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.go = QPushButton(tr("Sign"))
        self.go.setProperty("kind", "strong")
        self.has_local = False
        self.asks_passphrase = False
        self._lay_out()
        for field in (self.path, self.p12, self.name, self.passphrase, self.seat, self.kind):
            field.edited.connect(lambda _: self._follow())
        self.go.clicked.connect(self._go)
        for field in (self.name, self.passphrase):
            field.line.returnPressed.connect(self._go)

    def ask(self, path: Path | None, seats: tuple[Seat, ...], *, has_local: bool) -> None:
        """Open for a file whose fields of these seats are empty."""
        self.has_local = has_local
        self.asks_passphrase = False
        self.seat.set_options([(seat, tr(SEAT_WORDS[seat])) for seat in seats])
        if self.seat.value is None and seats:
            self.seat.show_value(seats[0])
        if self.kind.value is None:
            self.kind.show_value("local" if has_local else "own")
        if path is not None:
            self.path.show_value(str(path))
        self.said.setText("")
        self._follow()
        self.open()
        (self.p12.line if self.kind.value == "own" else self.go).setFocus()

    def put_away(self) -> None:
        self.passphrase.show_value("")
        super().put_away()

    def refuse(self, reason: str) -> None:
        """Say why nothing was signed, and let it be tried again."""
        self.said.setText(reason)
        self._set_busy(False)

    def ask_passphrase(self) -> None:
        """Ask for the pass phrase of the key that is kept here: no key ring knows it."""
        self.asks_passphrase = True
        self._follow()

    @property
    def wish(self) -> Wish:
        """What is filled in now."""
        return Wish(
            Path(_text(self.path)).expanduser(),
            next(seat for seat in SEATS if seat == self.seat.value),
            "local" if self.kind.value == "local" else "own",
            Path(_text(self.p12)).expanduser(),
            _text(self.name),
            self.passphrase.line.text(),
        )

    def _go(self) -> None:
        if self.go.isEnabled():
            self.said.setText("")
            self._set_busy(True)
            self.wanted.emit(self.wish)

    def _set_busy(self, busy: bool) -> None:
        self.go.setText(tr("Signing …") if busy else tr("Sign"))
        self.go.setEnabled(not busy)

    def _follow(self) -> None:
        own = self.kind.value != "local"
        new = not own and not self.has_local
        self.p12.setVisible(own)
        self._browse_p12.setVisible(own)
        self.name.setVisible(new)
        self.passphrase.setVisible(own or self.asks_passphrase)
        self.worth.setText(tr(_WORTH["own" if own else "local"]))
        needed = (self.path, *((self.p12,) if own else ()), *((self.name,) if new else ()))
        given = all(_text(field) for field in needed) and self.seat.value is not None
        self._set_busy(False)
        self.go.setEnabled(given)

    def _lay_out(self) -> None:
        self._browse_p12 = QPushButton(tr("Browse"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(section(tr("Sign a PDF")))
        column.addLayout(self._with_browse(self.path, QPushButton(tr("Browse")), "*.pdf"))
        column.addWidget(self.seat)
        column.addWidget(self.kind)
        column.addLayout(self._with_browse(self.p12, self._browse_p12, "*.p12 *.pfx"))
        for widget in (self.name, self.passphrase, self.worth, self.said):
            column.addWidget(widget)
        column.addStretch(1)
        cancel = link_button(tr("Not now"))
        cancel.clicked.connect(self.put_away)
        last = QHBoxLayout()
        last.addWidget(self.go)
        last.addWidget(cancel)
        last.addStretch(1)
        column.addLayout(last)

    def _with_browse(self, field: LineField, button: QPushButton, pattern: str) -> QHBoxLayout:
        button.setProperty("kind", "plain")
        button.clicked.connect(lambda: self._browse(field, pattern))
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _browse(self, field: LineField, pattern: str) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, field.caption, _text(field), f"{field.caption} ({pattern})"
        )
        if chosen:
            field.show_value(chosen)
            self._follow()


def _text(field: LineField) -> str:
    return field.line.text().strip()
