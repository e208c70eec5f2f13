"""The tornado of the forecast as the window paints it: the same Drawing as in the document."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pilotmap.language import tr
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.theme import theme
from pilotmap.lazy import lazy_imports
from pilotmap.ui.canvas.painter import Painter
from pilotmap.ui.sureness import Sure
from pilotmap.ui.theme import Look

with lazy_imports():  # the document's room waits until somebody asks for the figures
    from pilotmap.report.document import tornado

_LEAST = 240
_NEAR = 100.0
"""A scale at which a drawing is painted with all its text."""


class TornadoPicture(QWidget):
    """As wide as there is room; a screen reader is told each bar in a sentence."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sure: Sure | None = None
        self._drawing: Drawing | None = None
        self.setMinimumWidth(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("What each number does to the forecast"))
        look.changed.connect(self.update)

    @property
    def drawing(self) -> Drawing | None:
        """What is painted."""
        return self._drawing

    def show_ranges(self, sure: Sure | None) -> None:
        """Paint these; nothing where no number does anything."""
        self._sure = sure
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, 0 if self._drawing is None else round(self._drawing.height))

    def resizeEvent(self, event: object) -> None:
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme(self._look.name)
        every = range(len(self._drawing.groups))
        Painter(self._drawing, colours).paint_groups(painter, every, _NEAR)
        painter.end()

    def _draw(self) -> None:
        found, width = self._sure, float(max(_LEAST, self.width()))
        self._drawing = None
        if found is not None:
            self._drawing = tornado.tornado(found.map, found.figures, found.ranges, width)
        groups = () if self._drawing is None else self._drawing.groups
        self.setAccessibleDescription(" ".join(group.about for group in groups))
        self.setFixedHeight(max(1, self.sizeHint().height()))
        self.update()
