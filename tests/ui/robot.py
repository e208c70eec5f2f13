"""The page object of the window: what a person does with hands, and what they see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pilotmap.layout.drawing import TextLine
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Flow, Step
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.canvas.places import box_of
from pilotmap.ui.capture.line import CaptureLine
from pilotmap.ui.session import Session

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Robot:
    """Hands and eyes; `strokes` counts every key that was pressed."""

    window: QWidget
    session: Session
    canvas: Canvas
    capture: CaptureLine
    strokes: int = 0
    refusals: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session.refused.connect(self.refusals.append)

    @property
    def map(self) -> PilotMap:
        return self.session.map

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after another, on whatever has the keyboard."""
        for key in keys:
            self.strokes += 1
            QTest.keyClick(self.focused(), key, held)

    def type(self, text: str) -> None:
        """Type a text, character by character, on whatever has the keyboard."""
        for character in text:
            self.strokes += 1
            QTest.keyClicks(self.focused(), character)

    def capture_lines(self, *lines: str) -> None:
        """Type lines into the capture line, Enter after each."""
        if not self.capture.entry.hasFocus():
            self.capture.open()
        for line in lines:
            self.type(line)
            self.press(Qt.Key.Key_Return)

    def paste(self, text: str) -> None:
        """Paste into the capture line."""
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, held=CTRL)

    def drop_file(self, url: QUrl) -> None:
        """Let go of a file over the window."""
        data = QMimeData()
        data.setUrls([url])
        at, copying = QPointF(600, 400), Qt.DropAction.CopyAction
        event = QDropEvent(at, copying, data, Qt.MouseButton.LeftButton, NONE)
        self.window.dropEvent(event)  # type: ignore[attr-defined]

    def go_to_canvas(self) -> None:
        self.canvas.setFocus()

    def place(self, element: str) -> QPoint:
        """The middle of a thing on the canvas, in pixels."""
        box = box_of(self.canvas.drawing, element)
        assert box is not None, f"{element} is not drawn"
        return self.pixel(*box.centre)

    def pixel(self, x: float, y: float) -> QPoint:
        return QPointF(*self.canvas.view.to_widget(x, y)).toPoint()

    def click(self, at: str | QPoint) -> None:
        QTest.mouseClick(self.canvas, LEFT, NONE, self._point(at))

    def double_click(self, at: str | QPoint) -> None:
        self.click(at)
        QTest.mouseDClick(self.canvas, LEFT, NONE, self._point(at))

    def drag(self, start: str | QPoint, *path: str | QPoint, release: bool = True) -> None:
        """Press at one place, move over others, release at the last."""
        points = [self._point(at) for at in (start, *path)]
        QTest.mouseMove(self.canvas, points[0])
        QTest.mousePress(self.canvas, LEFT, NONE, points[0])
        for before, after in pairwise(points):
            for share in (0.25, 0.5, 0.75, 1.0):
                between = QPointF(before) * (1 - share) + QPointF(after) * share
                QTest.mouseMove(self.canvas, between.toPoint())
        if release:
            QTest.mouseRelease(self.canvas, LEFT, NONE, points[-1])

    def wheel(self, notches: float, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        event = QWheelEvent(
            QPointF(at),
            QPointF(self.canvas.mapToGlobal(at)),
            QPoint(),
            QPoint(0, round(120 * notches)),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.canvas, event)

    def right_click(self, at: str | QPoint) -> None:
        point = self._point(at)
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, point, self.canvas.mapToGlobal(point), NONE)
        QApplication.sendEvent(self.canvas, event)

    def _point(self, at: str | QPoint) -> QPoint:
        return self.place(at) if isinstance(at, str) else at

    def step(self, name: str) -> Step:
        """The one step of this name."""
        found = [step for step in self.map.steps if step.name == name]
        assert len(found) == 1, f"{len(found)} steps are called {name!r}: {self.names()}"
        return found[0]

    def names(self) -> tuple[str, ...]:
        return tuple(step.name for step in self.map.steps)

    def lane_of(self, name: str) -> str:
        return self.map.lane_by_id[self.step(name).lane].name

    def flow(self, source: str, target: str) -> Flow:
        found = self.map.flow_between(self.step(source).id, self.step(target).id)
        assert found is not None, f"nothing leads from {source!r} to {target!r}"
        return found

    def flows(self) -> set[tuple[str, str]]:
        """All flows as pairs of names."""
        names = {step.id: step.name for step in self.map.steps}
        return {(names[flow.source], names[flow.target]) for flow in self.map.flows}

    @property
    def selected(self) -> str | None:
        """The name of the selected step or lane, or the id of the selected flow."""
        element = self.session.selection
        named = self.map.step_by_id.get(element or "") or self.map.lane_by_id.get(element or "")
        return named.name if named else element

    def select(self, name: str) -> None:
        self.session.select(self.step(name).id)

    @property
    def last_edit(self) -> str | None:
        return self.session.history.undo_label

    def undo(self) -> None:
        self.session.undo()

    def drawn_words(self) -> str:
        """All text of the picture, line by line."""
        return "\n".join(self._drawn_lines())

    def _drawn_lines(self) -> Iterator[str]:
        for group in self.canvas.drawing.groups:
            lines: Sequence[object] = group.primitives
            yield " ".join(line.text for line in lines if isinstance(line, TextLine))

    def picture(self) -> QImage:
        """The canvas as it is on screen now."""
        return self.canvas.grab().toImage()
