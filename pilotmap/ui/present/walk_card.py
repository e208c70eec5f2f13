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
from pilotmap.ui.present.tokens import Token, is_fork, is_join, is_split

_NAME = "walk"
_MARGIN_PX = 16
_MOST_BRANCHES = 6


class WalkCard(QFrame):
    """Over the lower edge of the map; large enough to be read across a room."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setProperty("kind", "popup")
        self.setAccessibleName(tr("One case on its way"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas = canvas
        self.step, self.time, self.keys = _label("walk-step"), _label("walk-time"), _label("soft")
        self.beside = _label("walk-beside")
        self.branches = QHBoxLayout()
        self.branches.setSpacing(8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 12, 18, 12)
        rows.setSpacing(4)
        upper = QHBoxLayout()
        upper.setSpacing(22)
        upper.addWidget(self.step)
        upper.addStretch(1)
        upper.addWidget(self.time)
        rows.addLayout(upper)
        rows.addWidget(self.beside)
        rows.addLayout(self.branches)
        rows.addWidget(self.keys)
        canvas.installEventFilter(self)
        canvas.viewport.covered.connect(self._make_room)
        self.hide()

    @property
    def words(self) -> str:
        """All that the card says."""
        items = (self.branches.itemAt(at) for at in range(self.branches.count()))
        branches = [item.widget() for item in items if item is not None]
        labels = [self.step, self.time, self.beside]
        labels += [branch for branch in branches if isinstance(branch, QLabel)]
        return " · ".join(label.text() for label in labels if label.text())

    def show_case(
        self,
        pilot_map: PilotMap,
        case: Case,
        here: Token,
        movers: tuple[Token, ...],
        chosen: Flow | None,
    ) -> None:
        """Show a case at one of its places, what goes on next, and the way that this takes."""
        others = tuple(token for token in case.tokens(pilot_map) if token != here)
        self.step.setText(_place_words(pilot_map, here.step))
        elapsed, work = (
            time_words(case.elapsed_hours(pilot_map)),
            time_words(case.work_hours(pilot_map)),
        )
        self.time.setText(tr("{elapsed} so far, {work} of it work", elapsed=elapsed, work=work))
        self.beside.setText(_beside_words(pilot_map, here, others))
        self.beside.setVisible(bool(others))
        branches = _branches(pilot_map, movers)
        self._show_branches(pilot_map, branches, chosen)
        self.keys.setText(_keys(pilot_map, movers, branches, among_others=bool(others)))
        self.setAccessibleDescription(self.words)
        self.show()
        self.raise_()
        self._place()

    def _show_branches(
        self, pilot_map: PilotMap, branches: tuple[Flow, ...], chosen: Flow | None
    ) -> None:
        while self.branches.count():
            item = self.branches.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if len(branches) < 2:
            return
        for branch in branches[:_MOST_BRANCHES]:
            label = _label("way")
            set_property(label, "chosen", "true" if branch is chosen else "false")
            label.setText(("▸ " if branch is chosen else "") + _branch_words(pilot_map, branch))
            self.branches.addWidget(label)
            label.show()  # else it has no size before the next turn of the event loop
        self.branches.addStretch(1)

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
        y = max(0, canvas.viewport.free_height - self.height() - _MARGIN_PX)
        self.move(x, y)
        canvas.cover(_NAME, canvas.height() - y)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


def _branches(pilot_map: PilotMap, movers: tuple[Token, ...]) -> tuple[Flow, ...]:
    """Between which a person chooses."""
    if len(movers) != 1 or not is_fork(pilot_map, movers[0].step):
        return ()
    return pilot_map.flows_out(movers[0].step)


def _keys(
    pilot_map: PilotMap,
    movers: tuple[Token, ...],
    branches: tuple[Flow, ...],
    *,
    among_others: bool,
) -> str:
    if not movers:
        return tr("The case ends here. Page Up goes back, Esc ends the walk.")
    name = _quoted(pilot_map, movers[0].step)
    if branches and among_others:
        return tr(
            "Tab chooses the way from {step}, Page Down takes it, Page Up goes back.", step=name
        )
    if branches:
        return tr("Tab chooses the way, Page Down takes it, Page Up goes back.")
    if len(movers) == 1 and is_split(pilot_map, movers[0].step):
        return tr("Page Down goes all ways at once, Page Up goes back, Esc ends the walk.")
    if len(movers) == 1 and among_others:
        return tr(
            "Page Down goes on with {step}, which is done first; select another to go on with it.",
            step=name,
        )
    return tr("Page Down goes on, Page Up goes back, Esc ends the walk.")


def _place_words(pilot_map: PilotMap, step: str) -> str:
    lane = pilot_map.lane_by_id[pilot_map.step_by_id[step].lane].name
    return tr("{step} · {lane}", step=_name(pilot_map, step), lane=lane)


def _beside_words(pilot_map: PilotMap, here: Token, others: tuple[Token, ...]) -> str:
    """Where else the case is at the same time."""
    told = [_token_words(pilot_map, token) for token in others]
    if here.waits:
        told.append(tr("it waits here for the others"))
    return tr("At the same time: {steps}", steps="; ".join(told)) if told else ""


def _token_words(pilot_map: PilotMap, token: Token) -> str:
    if token.waits:
        return tr("one waits at {step}", step=_quoted(pilot_map, token.step))
    if pilot_map.step_by_id[token.step].kind == "end":
        return tr("{step}, reached", step=_name(pilot_map, token.step))
    return _place_words(pilot_map, token.step)


def _quoted(pilot_map: PilotMap, step: str) -> str:
    name = pilot_map.step_by_id[step].name
    return tr("“{name}”", name=name) if name else _name(pilot_map, step)


def _name(pilot_map: PilotMap, step: str) -> str:
    found = pilot_map.step_by_id[step]
    if found.name:
        return found.name
    if found.kind != "parallel":
        return tr("a step without a name")
    return tr("where branches meet") if is_join(pilot_map, step) else tr("where branches part")


def _branch_words(pilot_map: PilotMap, branch: Flow) -> str:
    target = pilot_map.step_by_id[branch.target].name
    label = branch.label or target
    if branch.share is None:
        return label
    return tr(
        "{label} · {percent} %",
        label=label,
        percent=in_figures(number_text(branch.share.value * 100)),
    )


def _label(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label
