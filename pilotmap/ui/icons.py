"""Icons: small SVG files painted in a colour of the theme, sharp at every scale."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pilotmap.assets import resource

# Drawn beforehand, for plain screens and for fine ones. An icon engine written in
# Python would be drawn on demand, but Qt copies it when an icon is copied and keeps the copy after
# Python has freed it: a crash at random.
_RATIOS: Final = (1.0, 1.25, 1.5, 2.0, 3.0)
_APP_SIZES_PX: Final = (14, 16, 18, 20, 24, 28, 32, 36, 40, 48, 64, 96, 128, 256)


@lru_cache(maxsize=64)
def tinted_svg(name: str, colour: str, ground: str = "#ffffff") -> bytes:
    """The SVG of resources/icons with its ink and its ground replaced by colours."""
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).replace("@ground", ground).encode()


def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """An icon of resources/icons in this colour, to be shown at this size."""
    return _icon(tinted_svg(name, colour), [round(size * ratio) for ratio in _RATIOS])


def sign(name: str, colour: str, ground: str, size: int, ratio: float) -> QPixmap:
    """An icon as a picture of so many pixels, sharp on a screen of this ratio."""
    picture = _drawn(tinted_svg(name, colour, ground), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def app_icon() -> QIcon:
    """The program's own icon."""
    return _icon(resource("icons/pilotmap.svg").read_bytes(), _APP_SIZES_PX)


def _icon(svg: bytes, sizes: Iterable[int]) -> QIcon:
    made = QIcon()
    for size in sizes:
        made.addPixmap(_drawn(svg, size))
    return made


def _drawn(svg: bytes, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
