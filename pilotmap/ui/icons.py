"""Icons: small SVG files painted in a colour of the theme, sharp at every scale."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pilotmap.assets import resource


class _TintedSvg(QIconEngine):
    """Paints one SVG; Qt asks for the size it needs."""

    def __init__(self, svg: bytes) -> None:
        super().__init__()
        self._svg = svg

    def paint(self, painter: QPainter, rect: object, _mode: object, _state: object) -> None:
        QSvgRenderer(QByteArray(self._svg)).render(painter, QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        if size.isEmpty():  # a squeezed button asks for nothing
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _TintedSvg(self._svg)


def tinted_svg(name: str, colour: str, ground: str = "#ffffff") -> bytes:
    """The SVG of resources/icons with its ink and its ground replaced by colours."""
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).replace("@ground", ground).encode()


def icon(name: str, colour: str, ground: str = "#ffffff") -> QIcon:
    """An icon of resources/icons in this colour."""
    return QIcon(_TintedSvg(tinted_svg(name, colour, ground)))


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(_TintedSvg(resource("icons/pilotmap.svg").read_bytes()))
