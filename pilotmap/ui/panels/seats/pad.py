"""Draw a signature with pen, finger or mouse; shown and kept as an SVG path."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pilotmap.language import tr
from pilotmap.lazy import lazy_imports

with lazy_imports():  # what reads any path that a record may hold is the document's
    from pilotmap.report.setting import strokes

_HEIGHT_PX: Final = 84
_SHOWN_HEIGHT_PX: Final = 44
_PEN_PX: Final = 1.8
_CLOSEST_PX: Final = 1.5  # nearer points say nothing more about a hand's line

Stroke = tuple[QPointF, ...]


class SignaturePad(QWidget):
    """Takes strokes; `path` is what was drawn. Escape and the keyboard are left to others."""

    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[list[QPointF]] = []
        self._drawing = False
        self.setFixedHeight(_HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Draw a signature, optional"))
        self.setToolTip(tr("Draw with pen, finger or mouse"))

    @property
    def path(self) -> str:
        """What was drawn as an SVG path of lines, in pixels of the pad; nothing for nothing."""
        return " ".join(_stroke_path(stroke) for stroke in self._strokes if len(stroke) > 1)

    def clear(self) -> None:
        """Take a clean sheet."""
        self._strokes.clear()
        self._drawing = False
        self.update()
        self.drawn.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drawing = True
            self._strokes.append([self._inside(event.position())])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._drawing:
            return
        at, stroke = self._inside(event.position()), self._strokes[-1]
        if (at - stroke[-1]).manhattanLength() >= _CLOSEST_PX:
            stroke.append(at)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._drawing:
            self._drawing = False
            self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.setBrush(palette.base())
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        line = self.height() - 22
        painter.drawLine(14, line, self.width() - 14, line)
        if not self._strokes:
            painter.setPen(palette.placeholderText().color())
            painter.drawText(
                self.rect().adjusted(14, 0, -14, -26),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                tr("Draw a signature here (optional)"),
            )
        _paint(painter, self._strokes, palette.text().color())
        painter.end()

    def _inside(self, at: QPointF) -> QPointF:
        x = max(0.0, min(float(self.width()), at.x()))
        return QPointF(round(x, 1), round(max(0.0, min(float(self.height()), at.y())), 1))


class DrawnSignature(QWidget):
    """Shows a recorded signature, as large as fits."""

    def __init__(self) -> None:
        super().__init__()
        self._strokes: tuple[Stroke, ...] = ()
        self.setAccessibleName(tr("Signature as it was drawn"))
        self.hide()

    def show_path(self, path: str) -> None:
        """Show the signature of a record, or hide where none was drawn."""
        self._strokes = _strokes_of(path) if path else ()
        self.setVisible(bool(self._strokes))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _SHOWN_HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        points = [point for stroke in self._strokes for point in stroke]
        if not points:
            return
        left, top = min(p.x() for p in points), min(p.y() for p in points)
        wide = max(p.x() for p in points) - left or 1.0
        high = max(p.y() for p in points) - top or 1.0
        scale = min((self.width() - 4) / wide, (self.height() - 4) / high, 1.0)
        moved = [
            [QPointF(2 + (p.x() - left) * scale, 2 + (p.y() - top) * scale) for p in stroke]
            for stroke in self._strokes
        ]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(painter, moved, self.palette().text().color())
        painter.end()


def _strokes_of(path: str) -> tuple[Stroke, ...]:
    return tuple(tuple(QPointF(x, y) for x, y in stroke) for stroke in strokes.strokes(path))


def _stroke_path(stroke: list[QPointF]) -> str:
    numbers = [f"{point.x():g} {point.y():g}" for point in stroke]
    return f"M{numbers[0]} " + " ".join(f"L{number}" for number in numbers[1:])


def _paint(painter: QPainter, strokes: list[list[QPointF]], ink: QColor) -> None:
    pen = QPen(ink, _PEN_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        way = QPainterPath(stroke[0])
        for point in stroke[1:]:
            way.lineTo(point)
        painter.drawPath(way)
