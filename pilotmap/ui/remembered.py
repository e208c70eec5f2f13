"""Where the window stood and how its areas were divided, from one run to the next."""

from typing import Final

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from pilotmap.ui.settings import Settings

_PLACE: Final = "window"
_AREAS: Final = ("areas", "middle")
_LEAST_PX: Final = 200


def remember_window(window: QMainWindow, areas: tuple[QSplitter, QSplitter], to: Settings) -> None:
    """Keep size, place and splitters; a window in room mode keeps what it had before."""
    if not window.isFullScreen():
        geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        to.remember(_PLACE, geometry)
    for name, splitter in zip(_AREAS, areas, strict=True):
        to.remember(name, ",".join(str(size) for size in splitter.sizes()))


def restore_window(
    window: QMainWindow, areas: tuple[QSplitter, QSplitter], kept: Settings, screen: QRect
) -> None:
    """Stand as before, as far as that is on a screen of today."""
    geometry = kept.text(_PLACE)
    if geometry:
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "replace")))
        if not window.isMaximized() and not screen.intersects(window.frameGeometry()):
            window.move(screen.topLeft())
    for name, splitter in zip(_AREAS, areas, strict=True):
        sizes = _sizes(kept.text(name), splitter.count())
        if sizes:
            # an area that was hidden had no size, and must have one when it is shown
            hidden = [part.isHidden() for part in _parts(splitter)]
            splitter.setSizes(
                [size or _LEAST_PX * out for size, out in zip(sizes, hidden, strict=True)]
            )


def _parts(splitter: QSplitter) -> list[QWidget]:
    found = (splitter.widget(place) for place in range(splitter.count()))
    return [part for part in found if part is not None]


def _sizes(text: str, count: int) -> list[int]:
    parts = text.split(",")
    if len(parts) != count or not all(part.isdecimal() for part in parts):
        return []
    sizes = [int(part) for part in parts]
    return sizes if sum(sizes) >= _LEAST_PX else []
