"""How sure the forecast of the open map is: reckoned aside in a pause, never while one types."""

from collections.abc import Callable
from contextvars import copy_context
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from pilotmap.lazy import lazy_imports
from pilotmap.model.map import PilotMap
from pilotmap.ui.analyzer import Analyzer, is_quick
from pilotmap.ui.aside import Aside

with lazy_imports():  # the first paint does not wait for the analysis
    from pilotmap.analysis import figures, ranges

if TYPE_CHECKING:
    from pilotmap.analysis.figures import Figures
    from pilotmap.analysis.ranges import Ranges

_PAUSE_MS: Final = 500
_LOOK_MS: Final = 100


class Sure(NamedTuple):
    """All figures of one map value, the simulated ones too, and the ranges of its forecast."""

    map: PilotMap
    figures: "Figures"
    ranges: "Ranges"


class Sureness(QObject):
    """The newest answer; `changed` says that it, or how far the next one has come, is another."""

    changed = Signal()

    def __init__(self, analyzer: Analyzer) -> None:
        super().__init__()
        self._analyzer = analyzer
        self._known: Sure | None = None
        self._asked: PilotMap | None = None
        self._watched = False
        self._share = 0.0
        self._aside = Aside()
        self._aside.done.connect(self._take)
        self._pause = _timer(self, _PAUSE_MS, self._start)
        self._pause.setSingleShot(True)
        self._look = _timer(self, _LOOK_MS, self.changed.emit)
        analyzer.ready.connect(self._pause.start)

    @property
    def known(self) -> Sure | None:
        """What is known of the map as it is now."""
        verdict = self._analyzer.verdict
        if self._known is None or verdict is None or self._known.map is not verdict.map:
            return None
        return self._known

    @property
    def share_done(self) -> float | None:
        """How far it has come; None where nothing is being reckoned."""
        return self._share if self._aside.is_at_work else None

    def watch(self) -> None:
        """Reckon what takes seconds, too, from now on: somebody looks."""
        if not self._watched:
            self._watched = True
            self._pause.start()

    def look_away(self) -> None:
        """Reckon only what is quick, as nobody looks."""
        self._watched = False

    def _start(self) -> None:
        verdict = self._analyzer.verdict
        if verdict is None or self._aside.is_at_work or self.known is not None:
            return
        if not (self._watched or is_quick(verdict.map)):
            return
        self._asked, self._share = verdict.map, 0.0
        context, pilot_map = copy_context(), verdict.map
        self._look.start()
        self._aside.do(lambda: context.run(self._reckoned, pilot_map))

    def _reckoned(self, pilot_map: PilotMap) -> object:
        try:
            numbers = figures.figures(pilot_map)
            return Sure(pilot_map, numbers, ranges.ranges(pilot_map, numbers, progress=self._tell))
        except _Outdated:
            return None
        except BaseException as error:  # noqa: BLE001 - raised again where it can be reported
            return error

    def _tell(self, share: float) -> None:
        """In the other thread: note how far it is, and give up what nobody waits for any more."""
        self._share = share
        verdict = self._analyzer.verdict
        if verdict is None or verdict.map is not self._asked:
            raise _Outdated

    def _take(self, answer: object) -> None:
        self._look.stop()
        if isinstance(answer, BaseException):
            raise answer
        if isinstance(answer, Sure):
            self._known = answer
        self.changed.emit()
        self._pause.start()


class _Outdated(Exception):
    pass


def _timer(parent: QObject, pause_ms: int, work: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(pause_ms)
    timer.timeout.connect(work)
    return timer
