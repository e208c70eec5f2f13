"""Where PDFs are signed and judged: the two sheets, the work beside the window, and the record."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap
from pilotmap.model.signoff import SEATS
from pilotmap.storage.bounded import SMALL, read_at_most
from pilotmap.storage.trust import load_trust, own_trust_file_for, register, trust_file_for
from pilotmap.ui.panels.seats.decision_form import account
from pilotmap.ui.session import Session
from pilotmap.ui.signing.check_sheet import CheckSheet
from pilotmap.ui.signing.jobs import Jobs
from pilotmap.ui.signing.sign_sheet import SignSheet, Wish
from pilotmap.ui.theme import Look

with lazy_imports():  # the library of signatures takes half a second to load, beside the window
    from pilotmap.report import for_signing, stamp
    from pilotmap.signing import (
        document,
        fill,
        identity,
        import_signatures,
        key_ring,
        local_identity,
        sandbox,
        trust,
        verdict,
        weighing,
    )

if TYPE_CHECKING:
    from pilotmap.signing.document import Document
    from pilotmap.signing.identity import Identity
    from pilotmap.signing.trust import Trust
    from pilotmap.signing.verdict import Report


class Judged(NamedTuple):
    """A file and its verdict."""

    path: Path
    report: "Report"


class SigningDesk(QObject):
    """Judges PDFs that were opened, signs them, and records what came back signed."""

    def __init__(self, window: QWidget, session: Session, look: Look, folder: Path) -> None:
        super().__init__()
        self._window, self._session, self._look = window, session, look
        self._folder = folder
        self.jobs = Jobs()
        self.check: CheckSheet | None = None
        self.sign: SignSheet | None = None
        self._judged: Judged | None = None
        self._needs_passphrase = False

    def look_at(self, path: Path) -> None:
        """Judge a PDF that was opened or dropped, where it holds a signature."""
        if is_signed(path):
            self.judge(path)

    def judge(self, path: Path) -> None:
        """Judge a PDF, and show the verdict."""
        sheet = self._check_sheet()
        sheet.show_wait(path)
        sheet.open()
        open_map = self._session.map if self._session.map.steps else None
        beside = self._session.file.path
        self.jobs.start(
            lambda: _judged(path, beside, open_map),
            self._show,
            lambda why: self._refuse(path, why),
        )

    def ask_to_sign(self, path: Path | None = None) -> None:
        """Ask what it takes to sign a file."""
        judged = self._judged
        known = judged.report if judged is not None and judged.path == path else None
        seats = tuple(seat for seat in SEATS if known is None or seat not in known.signed)
        if self.check is not None:
            self.check.put_away()
        self._sign_sheet().ask(path, seats, has_local=self._local_file.exists())

    def wait(self) -> None:
        """Wait until nothing is being done, such as before the program ends."""
        self.jobs.wait()

    @property
    def _local_file(self) -> Path:
        return self._folder / "identity.p12"

    def _check_sheet(self) -> CheckSheet:
        if self.check is None:
            self.check = CheckSheet(self._window, self._look)
            self.check.sign_wanted.connect(self.ask_to_sign)
            self.check.record_wanted.connect(self._record)
            self.check.confirmed.connect(self._register)
        return self.check

    def _sign_sheet(self) -> SignSheet:
        if self.sign is None:
            self.sign = SignSheet(self._window)
            self.sign.wanted.connect(self._sign)
        return self.sign

    def _show(self, judged: Judged) -> None:
        self._judged = judged
        self._check_sheet().show_report(
            judged.report,
            may_record=import_signatures.may_be_taken_back(self._session.map, judged.report),
            may_confirm=self._session.file.path is not None and judged.report.intact,
        )

    def _refuse(self, path: Path, why: str) -> None:
        self._show(Judged(path, verdict.refused(why)))

    def _record(self) -> None:
        if self._judged is None:
            return
        now = datetime.now().astimezone()
        found = import_signatures.taken_back(self._session.map, self._judged.report, now, account())
        if found.seats:
            self._session.close_merge()
            self._session.record(found.map)
        said = tr("The signatures are on record in the map: save it.") if found.seats else ""
        self._show(self._judged)
        self._check_sheet().say(" ".join((said, *found.left_out)).strip())

    def _register(self, word: str) -> None:
        """Keep the certificate of a seat that a person has confirmed, beside the map and apart."""
        path, judged = self._session.file.path, self._judged
        seat = next(seat for seat in SEATS if seat == word)
        certificate = judged.report.seats[seat].certificate if judged else None
        if path is None or judged is None or certificate is None:
            return
        try:
            register(path, seat, certificate.fingerprint, certificate.subject, by=account())
        except PilotMapError as error:
            self._check_sheet().say(error.message)
            return
        self.judge(judged.path)

    def _sign(self, wish: Wish) -> None:
        self._needs_passphrase = False
        self.jobs.start(lambda: self._signed(wish), self._after_signing, self._not_signed)

    def _signed(self, wish: Wish) -> Judged:
        """Runs aside."""
        at = datetime.now().astimezone().replace(microsecond=0)
        signer = self._identity(wish)

        def draw(width: float, height: float) -> bytes:
            name = signer.certificate.subject
            return stamp.stamp(name, at.isoformat(), signer.worth, width, height)

        task = fill.Task(wish.path, wish.path, wish.seat, at)
        tools = fill.Tools(_document(), draw)
        return Judged(wish.path, fill.sign_file(task, signer, tools))

    def _identity(self, wish: Wish) -> "Identity":
        if wish.kind == "own":
            data = read_at_most(wish.p12, SMALL)
            own = identity.from_p12(data, wish.passphrase, wish.p12.name)
            identity.check(own)
            return own

        def ask(_new: bool) -> str | None:
            self._needs_passphrase = True
            return wish.passphrase or None

        kept = local_identity.LocalIdentity(self._folder, key_ring.SystemKeyRing(), ask)
        return kept.open() if kept.exists else kept.make(wish.name)

    def _after_signing(self, judged: Judged) -> None:
        if self.sign is not None:
            self.sign.put_away()
        self._judged = judged
        self.judge(judged.path)
        self._check_sheet().say(tr("Signed. Hand the file on to the next seat."))

    def _not_signed(self, why: str) -> None:
        sheet = self._sign_sheet()
        if self._needs_passphrase:
            sheet.has_local = self._local_file.exists()
            sheet.ask_passphrase()
        sheet.refuse(why)


def is_signed(path: Path) -> bool:
    """Whether a file looks like a PDF with a signature in it."""
    if path.suffix.lower() != ".pdf":
        return False
    try:
        return b"/ByteRange" in path.read_bytes()
    except OSError:
        return False


def _document() -> "Document":
    return document.Document(for_signing.compare_pages, for_signing.rebuilt, for_signing.look)


def _judged(path: Path, beside: Path | None, open_map: PilotMap | None) -> Judged:
    """Runs aside."""
    data = read_at_most(path, document.LARGEST)
    expected = weighing.expected_of(open_map) if open_map else None
    return Judged(path, sandbox.verify_in_sandbox(data, _document(), _known(beside), expected))


def _known(beside: Path | None) -> "Trust":
    """Who is known to sign: a list beside the map may have come with it, and confirms nothing."""
    if beside is None:
        return {}
    own, shared = own_trust_file_for(beside), trust_file_for(beside)
    where = tr("{file} beside the map", file=shared.name)
    return trust.joined(
        trust.known_from(load_trust(own), tr("your own list"), confirmed=True),
        trust.known_from(load_trust(shared), where, confirmed=False),
    )
