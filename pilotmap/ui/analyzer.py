"""What is true of the open map: judged after the picture is painted, aside if that is slow."""

from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from pilotmap.lazy import lazy_imports
from pilotmap.model.map import PilotMap
from pilotmap.ui.derived import Derived
from pilotmap.ui.session import Session

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import variants

if TYPE_CHECKING:
    from pilotmap.analysis.figures import Figures
    from pilotmap.analysis.findings import Finding
    from pilotmap.analysis.gate1 import Gate1
    from pilotmap.analysis.variants import Variant

_QUICK_STEPS: Final = 150
_PAUSE_MS: Final = 300  # what takes long shares the processor with typing, so it waits for a pause


class Verdict(NamedTuple):
    """Everything the panels say about one map value."""

    map: PilotMap
    figures: "Figures"
    findings: "tuple[Finding, ...]"
    gate1: "Gate1"
    variants: "tuple[Variant, ...]"


class Analyzer(QObject):
    """The newest verdict; `ready` says that it is about the map as it is now."""

    ready = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._verdict: Verdict | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._judging: Derived | None = None
        self._judged: Derived | None = None
        self._work: _Work | None = None
        self._start_soon = QTimer(self)
        self._start_soon.setSingleShot(True)
        self._start_soon.setInterval(_PAUSE_MS)
        self._start_soon.timeout.connect(self._start_now)
        session.judged.connect(self._judge)

    @property
    def verdict(self) -> Verdict | None:
        """The newest verdict; for a moment after an edit it is about the map before."""
        return self._verdict

    def begin(self, *, aside: bool = True) -> None:
        """Judge the first map: a quick one at once, another only where it may be done aside."""
        if is_quick(self._session.map):
            self._judge()
        elif aside and self._judging is None:
            self._start(self._session.derived)

    def wait(self) -> None:
        """Wait until nothing is being computed, such as before the program ends."""
        self._start_soon.stop()
        self._pool.waitForDone()

    def _judge(self) -> None:
        derived = self._session.derived
        if self._judging is not None or self._judged is derived:
            return  # one at a time: when it is done, the map as it is then is judged
        if is_quick(derived.map):
            self._take(derived, judge(derived))
        else:
            self._start_soon.start()

    def _start_now(self) -> None:
        if self._judging is None:
            self._start(self._session.derived)

    def _start(self, derived: Derived) -> None:
        self._judging = derived
        # kept here: the pool of Qt does not keep Python's half of it alive
        self._work = _Work(derived)
        self._work.setAutoDelete(False)
        self._work.signals.done.connect(self._finish)
        self._pool.start(self._work)

    def _finish(self, derived: Derived, verdict: object) -> None:
        self._judging = None
        if isinstance(verdict, BaseException):
            raise verdict
        if derived is not self._session.derived:
            self._judge()
        elif isinstance(verdict, Verdict):
            self._take(derived, verdict)

    def _take(self, derived: Derived, verdict: Verdict) -> None:
        if derived is self._session.derived:
            self._verdict, self._judged = verdict, derived
            self.ready.emit()


class _Signals(QObject):
    done = Signal(object, object)


class _Work(QRunnable):
    def __init__(self, derived: Derived) -> None:
        super().__init__()
        self._derived = derived
        self._context = copy_context()  # findings speak the window's language
        self.signals = _Signals()

    def run(self) -> None:
        found: Verdict | BaseException
        try:
            found = self._context.run(judge, self._derived)
        except BaseException as error:  # noqa: BLE001 - raised again where it can be reported
            found = error
        with suppress(RuntimeError):  # the window is gone: nobody waits for the verdict
            self.signals.done.emit(self._derived, found)


def is_quick(pilot_map: PilotMap) -> bool:
    """Whether judging takes a few milliseconds: a small map without parallel work to simulate."""
    steps = pilot_map.steps
    return len(steps) <= _QUICK_STEPS and all(step.kind != "parallel" for step in steps)


def judge(derived: Derived) -> Verdict:
    """Compute everything; parallel work is simulated."""
    numbers, found = derived.numbers, derived.findings
    return Verdict(derived.map, numbers, found, derived.gate1, variants.variants(derived.map))
