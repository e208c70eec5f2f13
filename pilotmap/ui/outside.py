"""Sees that others changed the open file, when one comes back to the window."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from pilotmap.language import tr
from pilotmap.model.errors import PilotMapError
from pilotmap.ui.aside import Aside
from pilotmap.ui.path_words import path_words
from pilotmap.ui.presence import fingerprint, is_there
from pilotmap.ui.session import Session


class _Look(NamedTuple):
    """What was asked about, and what the disk said."""

    path: Path
    known: str
    digest: str | None
    is_there: bool


class Outside(QObject):
    """Only the file changed: it is loaded anew. Both changed, or it is gone: that is said, once."""

    said = Signal(str)
    """What became of the file, one sentence."""

    def __init__(
        self,
        session: Session,
        known_digest: Callable[[], str | None],
        load_anew: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self._session, self._known_digest, self._load_anew = session, known_digest, load_anew
        self._said: _Look | None = None
        self._aside = Aside()
        self._aside.setParent(self)
        self._aside.done.connect(self._take)

    def look(self) -> None:
        """See what the file holds now; the answer is taken when it comes."""
        path, known = self._session.file.path, self._known_digest()
        if path is not None and known is not None and not self._aside.is_at_work:
            self._aside.do(lambda: _Look(path, known, fingerprint(path), is_there(path)))

    def _take(self, look: _Look) -> None:
        now = (self._session.file.path, self._known_digest())
        if now != (look.path, look.known) or look.digest == look.known or look == self._said:
            return
        if look.digest is not None and not self._session.file.is_modified and self._load(look):
            return
        self._said = look
        self.said.emit(_words(look))

    def _load(self, look: _Look) -> bool:
        """Take the file's map as one edit that undo takes back; False where it cannot be read."""
        try:
            self._load_anew(look.path)
        except PilotMapError:
            return False
        name = path_words(look.path.name)
        self.said.emit(
            tr(
                "“{name}” was changed by someone else and is loaded anew; undo goes back.",
                name=name,
            )
        )
        return True


def _words(look: _Look) -> str:
    name = path_words(look.path.name)
    if not look.is_there:
        return tr("“{name}” was deleted, renamed or moved; saving makes it anew.", name=name)
    if look.digest is None:
        return tr("“{name}” cannot be read any more; saving asks before it writes.", name=name)
    return tr(
        "“{name}” was changed by someone else since you opened it; saving asks what to do.",
        name=name,
    )
