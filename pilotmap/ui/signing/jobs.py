"""Work beside the window: the window never waits for a signature."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from pilotmap.language import Language, language, speak
from pilotmap.model.errors import PilotMapError

Work = Callable[[], Any]


class Jobs(QObject):
    """One piece of work after another; each ends with an answer or with a reason."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[_Job] = []

    @property
    def busy(self) -> bool:
        """Whether anything is being done."""
        return self._pool.activeThreadCount() > 0

    def start(self, work: Work, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        """Do the work aside; one of the two is called in the window's own time."""
        # kept to the end: the pool of Qt does not keep Python's half alive
        job = _Job(work, language())
        job.setAutoDelete(False)
        job.signals.done.connect(done)
        job.signals.failed.connect(failed)
        job.signals.broke.connect(_raise)
        self._running.append(job)
        self._pool.start(job)

    def wait(self) -> None:
        """Wait until nothing is being done, such as before the program ends."""
        self._pool.waitForDone()


def _raise(error: Exception) -> None:
    raise error


class _Signals(QObject):
    done = Signal(object)
    failed = Signal(str)
    broke = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Work, spoken: Language) -> None:
        super().__init__()
        self._work, self._spoken = work, spoken
        self.signals = _Signals()

    def run(self) -> None:
        speak(self._spoken)  # a thread begins with English
        with suppress(RuntimeError):  # the window is gone: nobody waits for the answer
            try:
                answer = self._work()
            except PilotMapError as error:
                self.signals.failed.emit(error.message)
            except Exception as error:  # noqa: BLE001 (a bug: it is told where bugs are told)
                self.signals.broke.emit(error)
            else:
                self.signals.done.emit(answer)
