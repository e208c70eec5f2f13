"""Does one thing at a time in a thread of its own, and says in the window's what came of it."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS: Final = 20


class Aside(QObject):
    """For disks, which may take minutes to answer: nobody waits, also when the window is closed.

    The answer is fetched: a signal from a thread that Qt did not make would meet the window as it
    is taken down.
    """

    done = Signal(object)
    """What the work returned."""

    def __init__(self) -> None:
        super().__init__()
        self._answer: SimpleQueue[object] = SimpleQueue()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._fetch)

    @property
    def is_at_work(self) -> bool:
        """Whether something is being done; nothing else can be asked for meanwhile."""
        return self._look.isActive()

    def do(self, work: Callable[[], object]) -> None:
        """Do this; it must raise nothing."""
        assert not self.is_at_work
        answer = self._answer
        Thread(target=lambda: answer.put(work()), daemon=True).start()
        self._look.start()

    def _fetch(self) -> None:
        try:
            answer = self._answer.get_nowait()
        except Empty:
            return
        self._look.stop()
        self.done.emit(answer)
