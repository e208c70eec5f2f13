"""A clock for a pass: off until it is asked for, and never more than a hint."""

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QPushButton

from pilotmap.language import tr
from pilotmap.ui.fields.field import set_property

_SECOND_MS = 1000


class PassClock(QPushButton):
    """A click starts it, the next one stops it; past its minutes it says so in red and in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "clock")
        self._minutes = 0
        self._spent_ms: dict[int, int] = {}
        self._number = 0
        self._since = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self._say)
        self.clicked.connect(self.switch)

    @property
    def runs(self) -> bool:
        """Whether time is being counted."""
        return self._tick.isActive()

    def show_pass(self, number: int, minutes: int) -> None:
        """Count for another pass; each keeps what it has used."""
        running = self.runs
        self.stop()
        self._number, self._minutes = number, minutes
        if running:
            self._start()
        self._say()

    def go_on_from(self, other: "PassClock") -> None:
        """Count on where another clock is."""
        other_runs = other.runs
        other.stop()
        self._spent_ms = dict(other._spent_ms)
        if other_runs:
            self._start()
        self._say()

    def switch(self) -> None:
        """Start, or stop."""
        if self.runs:
            self.stop()
        else:
            self._start()
        self._say()

    def stop(self) -> None:
        """Stop and keep what was used."""
        if self.runs:
            self._spent_ms[self._number] = self._spent()
            self._tick.stop()

    def _start(self) -> None:
        self._since.start()
        self._tick.start()

    def _spent(self) -> int:
        running = self._since.elapsed() if self.runs else 0
        return self._spent_ms.get(self._number, 0) + running

    def _say(self) -> None:
        spent_s = self._spent() // 1000
        over = spent_s >= 60 * self._minutes
        set_property(self, "over", over)
        if not self.runs and not spent_s:
            self.setText(tr("Start the clock: {minutes} min", minutes=self._minutes))
            return
        time = f"{spent_s // 60}:{spent_s % 60:02}"
        if over:
            self.setText(tr("{time} · time is up", time=time))
        else:
            self.setText(tr("{time} of {minutes} min", time=time, minutes=self._minutes))
