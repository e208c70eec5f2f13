"""The map and its file: open, save, new, export, and never writing over someone else's work."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QObject, Signal

from pilotmap.language import tr
from pilotmap.model.errors import PilotMapError
from pilotmap.model.map import PilotMap, empty_map
from pilotmap.model.meaning import meaning
from pilotmap.storage.atomic import write_atomically
from pilotmap.storage.backups import Backups
from pilotmap.storage.json_file import to_bytes
from pilotmap.ui.autosave import Autosave
from pilotmap.ui.exports import Exports
from pilotmap.ui.file_locks import FileLocks
from pilotmap.ui.file_reading import Found, changed_at, read
from pilotmap.ui.gates.cases import Cases
from pilotmap.ui.later import Later
from pilotmap.ui.outside import Outside
from pilotmap.ui.path_words import ENDING, as_on_disk, name_words, path_words, suggested_name
from pilotmap.ui.presence import Presence, fingerprint, is_there
from pilotmap.ui.prompts import Prompts
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings

_UNKNOWN: Final = "unknown"
"""Stands for what the file holds where a journal does not tell: it is taken for changed."""


class Files(QObject):
    """What the File menu does; each function says whether it was done."""

    written = Signal(object)
    """The open map is on disk as of this moment, None where that is not known."""
    said = Signal(str)
    """A short message, such as where the PDF is."""
    pdf_met = Signal(Path)
    """A PDF was opened, or one that was made from the open map came back."""

    def __init__(
        self, session: Session, settings: Settings, prompts: Later[Prompts], autosave: Autosave
    ) -> None:
        super().__init__()
        self._autosave = autosave
        self._locks = FileLocks(settings.data / "locks")
        self._session = session
        self._settings = settings
        self._asking = prompts
        self._on_disk: str | None = None
        self._presence = Presence()
        self._backups = Backups(settings.data / "backups")
        self.cases = Cases(session, settings.data / "cases")
        self.outside = Outside(session, lambda: self._on_disk, self.load_anew)
        self.exports = Exports(session, prompts, self._folder)
        for part in (self.outside, self.exports):
            part.said.connect(self.said)
        autosave.restored.connect(self._follow_restored)

    @property
    def _prompts(self) -> Prompts:
        return self._asking()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened or saved last, but for those gone since."""
        return self._presence.there(self._settings.recent)

    def new(self) -> bool:
        """Begin an empty map."""
        if not self.may_leave():
            return False
        self._on_disk = None
        self._locks.release()
        self._session.open(empty_map(), None)
        return True

    def ask_and_open(self) -> bool:
        """Ask for a file, and open it."""
        path = self._prompts.path_to_open(self._folder())
        return path is not None and self.open(path)

    def open(self, path: Path) -> bool:
        """Open a map, or the map inside an exported PDF."""
        path = as_on_disk(path)
        found = self._read(path)
        if found is None:
            return False
        is_pdf = path.suffix.lower() == ".pdf"
        if not (is_pdf and _is_open(found.map, self._session)):
            if not self.may_leave():
                return False
            self.show(found)
        if is_pdf:
            self.pdf_met.emit(path)
        return True

    def ask_for_table(self) -> Path | None:
        """Ask for a table of cases."""
        return self._prompts.table_to_open(self._folder())

    def ask_and_check(self, check: Callable[[Path], None]) -> None:
        """Ask for a PDF, and hand it to who judges it; the open map stays."""
        path = self._prompts.path_to_open(self._folder())
        if path is not None:
            check(path)

    def open_copy(self, path: Path) -> bool:
        """Open a sample map as a new one, so that the sample stays as it is."""
        found = self._read(path)
        if found is None or not self.may_leave():
            return False
        self.show(found._replace(path=None))
        self.cases.adopt(path)
        return True

    def show(self, found: Found) -> None:
        """Work on a map that was read; without a path it belongs to no file yet.

        A file that another window works on is opened as a copy: two would write over each other.
        """
        self._on_disk = None
        path = found.path if found.path is not None and self._locks.take(found.path) else None
        self._session.open(found.map, path)
        if found.path is None or path is None:
            self._session.file.mark_unsaved()
            if found.path is not None:
                self.cases.adopt(found.path)
                self._say_elsewhere(found.path)
            else:
                self._locks.release()
            return
        self._on_disk = found.digest
        self._autosave.note_file(found.path, self._on_disk)
        self._settings.remember_file(found.path)
        self.written.emit(changed_at(found.path))

    def load_anew(self, path: Path) -> None:
        """Take what the open file holds now as an edit; raises PilotMapError."""
        found = read(path)
        self._session.commit(found.map, tr("Changed by someone else"))
        self._note_saved(path, found.digest, changed_at(path))

    def save(self) -> bool:
        """Save where the map came from, or ask where to."""
        path = self._session.file.path
        if path is None:
            return self.save_as()
        if self._on_disk is None or fingerprint(path) == self._on_disk:
            return self._write(path)
        if not is_there(path):
            return self._write_again(path)
        answer = self._prompts.changed_outside(path_words(path.name))
        if answer == "overwrite":
            return self._write(path)
        return answer == "save-as" and self.save_as()

    def save_as(self) -> bool:
        """Ask where to save."""
        path = self._prompts.path_to_save(self._folder() / suggested_name(self._session.map))
        if path is None:
            return False
        if not path.name.endswith(ENDING):
            path = path.with_name(path.name.removesuffix(".json") + ENDING)
            # the dialog has asked about the name as it was typed, not about this one
            if is_there(path) and not self._prompts.may_replace(path_words(path.name)):
                return False
        return self._write(path)

    def may_leave(self) -> bool:
        """Whether the open map may go: saved, or given up knowingly."""
        if not self._session.file.is_modified:
            return True
        answer = self._prompts.keep_changes(file_name(self._session))
        return answer == "discard" or (answer == "save" and self.save())

    def take_over(self, other: "Files") -> None:
        """Hold what another holds, which holds nothing from now on."""
        self._locks, other._locks = other._locks, self._locks
        self._on_disk = other._on_disk
        self.exports.take_over(other.exports)

    def release(self) -> None:
        """Let go of the file, such as when the window closes."""
        self._locks.release()

    def _read(self, path: Path) -> Found | None:
        try:
            return read(path)
        except PilotMapError as error:
            words = error.message
            if self._backups.of(path):
                place = path_words(self._backups.place(path))
                words += " " + tr("Earlier versions of it are in {place}.", place=place)
            self._prompts.tell(tr("This file cannot be opened"), words)
            return None

    def _say_elsewhere(self, path: Path) -> None:
        self.said.emit(
            tr(
                "“{name}” is open in another window: this is a copy, to be saved under a name of "
                "its own.",
                name=path_words(path.name),
            )
        )

    def _follow_restored(self) -> None:
        """Work that a crash broke off: its file may have been changed by others since."""
        path = self._session.file.path
        self._on_disk = self._autosave.digest or _UNKNOWN
        if path is None:
            self._locks.release()
        elif not self._locks.take(path):
            self._say_elsewhere(path)
            self._session.file.forget()

    def _write(self, path: Path) -> bool:
        if not self._locks.take(path):
            return self._save_elsewhere(
                tr(
                    "“{name}” is open in another window: close it there, or choose another name.",
                    name=path_words(path.name),
                )
            )
        self._backups.keep(path, datetime.now())
        try:
            named = self.cases.save_beside(path)  # the cases of later gates come first
            if named != self._session.map:
                self._session.record(named)
            data = to_bytes(named)
            digest = hashlib.sha256(data).hexdigest()
            self._autosave.note_saving(path, digest)
            write_atomically(path, data)
        except PilotMapError as error:
            return self._save_elsewhere(error.message)
        self._settings.remember_file(path)
        self._note_saved(path, digest, datetime.now())
        return True

    def _note_saved(self, path: Path, digest: str | None, at: datetime | None) -> None:
        """The map as it is now is what the file holds."""
        self._on_disk = digest
        self._session.file.mark_saved(path)
        self._autosave.note_file(path, digest)
        self.written.emit(at)

    def _write_again(self, path: Path) -> bool:
        """Save where the file was, which somebody has deleted, renamed or moved since."""
        if not self._write(path):
            return False
        name = path_words(path.name)
        self.said.emit(tr("“{name}” was not there any more: it was saved there anew.", name=name))
        return True

    def _save_elsewhere(self, reason: str) -> bool:
        """Say why the map could not be saved, and ask for another place."""
        return self._prompts.may_save_elsewhere(reason) and self.save_as()

    def _folder(self) -> Path:
        if self._session.file.path is not None:
            return self._session.file.path.parent
        known = self._presence.seen(self._settings.recent)
        return known[0].parent if known else Path(QDir.homePath())


def _is_open(other: PilotMap, session: Session) -> bool:
    """A PDF of the map that is open, such as one that was handed round, replaces nothing."""
    return session.file.path is not None and meaning(other) == meaning(session.map)


def file_name(session: Session) -> str:
    """The file's name, or what it would be called."""
    return name_words(session.file.path, session.map)
