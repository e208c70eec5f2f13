"""Says where a walked case is, how long it took, and which ways it can go."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from pilotmap.language import in_figures, tr
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow
from pilotmap.model.quantity import number_text
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.fields.field import set_property
from pilotmap.ui.present.case import Case, time_words

_NAME = "walk"
_MARGIN_PX = 16
_MOST_WAYS = 6


class WalkCard(QFrame):
    """Over the lower edge of the map; large enough to be read across a room."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setProperty("kind", "popup")
        self.setAccessibleName(tr("One case on its way"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas = canvas
        self.step, self.time, self.keys = _label("walk-step"), _label("walk-time"), _label("soft")
        self.ways = QHBoxLayout()
        self.ways.setSpacing(8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 12, 18, 12)
        rows.setSpacing(4)
        upper = QHBoxLayout()
        upper.setSpacing(22)
        upper.addWidget(self.step)
        upper.addStretch(1)
        upper.addWidget(self.time)
        rows.addLayout(upper)
        rows.addLayout(self.ways)
        rows.addWidget(self.keys)
        canvas.installEventFilter(self)
        canvas.covered.connect(self._make_room)
        self.hide()

    @property
    def words(self) -> str:
        """All that the card says."""
        items = (self.ways.itemAt(at) for at in range(self.ways.count()))
        ways = [item.widget() for item in items if item is not None]
        labels = [self.step, self.time, *(way for way in ways if isinstance(way, QLabel))]
        return " · ".join(label.text() for label in labels)

    def show_case(self, m: PilotMap, case: Case, chosen: Flow | None) -> None:
        """Show a case and the way it takes next."""
        here = case.steps(m)[-1]
        lane = m.lane_by_id[here.lane].name
        name = here.name or tr("a step without a name")
        self.step.setText(tr("{step} · {lane}", step=name, lane=lane))
        elapsed, work = time_words(case.elapsed_hours(m)), time_words(case.work_hours(m))
        self.time.setText(tr("{elapsed} so far, {work} of it work", elapsed=elapsed, work=work))
        self._show_ways(m, case.ways(m), chosen)
        self.keys.setText(self._keys(case.ways(m)))
        self.setAccessibleDescription(self.words)
        self.show()
        self.raise_()
        self._place()

    def _show_ways(self, m: PilotMap, ways: tuple[Flow, ...], chosen: Flow | None) -> None:
        while self.ways.count():
            item = self.ways.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if len(ways) < 2:
            return
        for way in ways[:_MOST_WAYS]:
            label = _label("way")
            set_property(label, "chosen", "true" if way is chosen else "false")
            label.setText(("▸ " if way is chosen else "") + _way_words(m, way))
            self.ways.addWidget(label)
            label.show()  # else it has no size before the next turn of the event loop
        self.ways.addStretch(1)

    @staticmethod
    def _keys(ways: tuple[Flow, ...]) -> str:
        if not ways:
            return tr("The case ends here. Page Up goes back, Esc ends the walk.")
        if len(ways) > 1:
            return tr("Tab chooses the way, Page Down takes it, Page Up goes back.")
        return tr("Page Down goes on, Page Up goes back, Esc ends the walk.")

    def put_away(self) -> None:
        """Say nothing any more."""
        self.hide()
        self._canvas.cover(_NAME, 0)

    def _make_room(self, name: str) -> None:
        if name != _NAME and self.isVisible():
            self._place()

    def _place(self) -> None:
        canvas = self._canvas
        self.setMaximumWidth(max(200, canvas.width() - 2 * _MARGIN_PX))
        layout = self.layout()
        if layout is not None:
            layout.activate()  # labels may have grown a moment ago
        self.adjustSize()
        canvas.cover(_NAME, 0)
        x = (canvas.width() - self.width()) // 2
        y = max(0, canvas.free_height - self.height() - _MARGIN_PX)
        self.move(x, y)
        canvas.cover(_NAME, canvas.height() - y)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


def _way_words(m: PilotMap, way: Flow) -> str:
    target = m.step_by_id[way.target].name
    label = way.label or target
    if way.share is None:
        return label
    return tr(
        "{label} · {percent} %", label=label, percent=in_figures(number_text(way.share * 100))
    )


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label
