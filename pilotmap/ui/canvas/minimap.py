"""The whole map small in a corner, with a frame around what is looked at."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from pilotmap.language import tr
from pilotmap.layout.drawing import Drawing
from pilotmap.ui.canvas.painter import Painter
from pilotmap.ui.canvas.picture import Picture
from pilotmap.ui.canvas.view import View

_LARGEST: Final = QSize(240, 150)
_MARGIN: Final = 14
_PAD: Final = 6.0


class Minimap(QWidget):
    """A press or a drag looks there; hidden until it is asked for."""

    def __init__(self, area: QWidget, picture: Picture) -> None:
        super().__init__(area)
        self.setObjectName("minimap")
        self.setAccessibleName(tr("Small map"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._picture, self._viewport = picture, picture.viewport
        self._pixmap: QPixmap | None = None
        self._of: tuple[Drawing, object] | None = None
        picture.viewport.moved.connect(lambda _at_once: self.update())
        picture.viewport.covered.connect(lambda _name: self._place())
        picture.changed.connect(self._place)
        area.installEventFilter(self)
        self.hide()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._place()

    @property
    def frame(self) -> QRectF:
        """The frame around what is looked at, in pixels of the small map."""
        seen, scale = self._viewport.seen, self._scale
        return QRectF(seen.x * scale + _PAD, seen.y * scale + _PAD, seen.w * scale, seen.h * scale)

    @property
    def _scale(self) -> float:
        whole = self._picture.drawing
        room_w, room_h = _LARGEST.width() - 2 * _PAD, _LARGEST.height() - 2 * _PAD
        return min(room_w / max(1.0, whole.width), room_h / max(1.0, whole.height), 0.4)

    def _place(self) -> None:
        if self.isHidden():
            return
        whole, scale = self._picture.drawing, self._scale
        width, height = (max(40, round(s * scale + 2 * _PAD)) for s in (whole.width, whole.height))
        x = self._viewport.width - width - _MARGIN
        y = self._viewport.free_height - height - _MARGIN
        self.setGeometry(x, y, width, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._picture.colours
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colours["lane.line"]), 1))
        painter.setBrush(QBrush(QColor(colours["ground"])))
        painter.drawRoundedRect(box, 6, 6)
        painter.drawPixmap(QPointF(_PAD, _PAD), self._prepared())
        ink = QColor(colours["handoff.line"])
        painter.setPen(QPen(ink, 1.5))
        ink.setAlphaF(0.1)
        painter.setBrush(QBrush(ink))
        painter.drawRect(self.frame.intersected(box.adjusted(1, 1, -1, -1)))
        painter.end()

    def _prepared(self) -> QPixmap:
        drawing, colours = self._picture.drawing, self._picture.colours
        if (
            self._pixmap is None
            or self._of is None
            or self._of[0] is not drawing
            or self._of[1] is not colours
        ):
            fine = self.devicePixelRatioF()
            pixmap = QPixmap(round(self.width() * fine), round(self.height() * fine))
            pixmap.setDevicePixelRatio(fine)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.scale(self._scale, self._scale)
            Painter(drawing, colours).paint(painter, lambda: (), 0.05)
            painter.end()
            self._pixmap, self._of = pixmap, (drawing, colours)
        return self._pixmap

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _look_at(self, at: QPointF) -> None:
        seen = self._viewport.seen
        x, y = (at.x() - _PAD) / self._scale, (at.y() - _PAD) / self._scale
        self._viewport.show_view(View(self._viewport.zoom, x - seen.w / 2, y - seen.h / 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
