"""Searches for garbage in the pauses of the work: within an edit it would double its time.

Nearly all that an edit leaves behind is freed by counting references; the search is for the rest.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from pilotmap.ui.session import Session

_PAUSE_MS: Final = 1000
_PAUSES_TO_A_FULL_SEARCH: Final = 30
_MOST_NEW: Final = 1_000_000
"""Objects in all after which Python searches without waiting for a pause."""


class Garbage(QObject):
    """Searches a second after the last edit; what is loaded by now is never searched again."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        gc.freeze()
        gc.set_threshold(_MOST_NEW, 50, 100)
        gc.enable()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        session.map_changed.connect(lambda _old, _new: self._pause.start())

    def _search(self) -> None:
        gc.collect(2 if gc.get_count()[2] >= _PAUSES_TO_A_FULL_SEARCH else 1)
