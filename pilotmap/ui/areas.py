"""How the window is divided: what stands beside the map, what under it, and how large it is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from pilotmap.ui.tables.lower_area import FINDINGS, LowerArea

_LEFT_PX: Final = 236
_RIGHT_PX: Final = 300
_MIDDLE_PX: Final = 1064
_MAP_PX: Final = 700
_FINDINGS_PX: Final = 134
_TABLE_PX: Final = 264


class Areas:
    """Two splitters: the columns, and in the middle one the map over the pages."""

    def __init__(
        self, left: Sequence[QWidget], over: QWidget, below: LowerArea, right: QWidget
    ) -> None:
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.addWidget(over)
        self.middle.addWidget(below)
        self.middle.setStretchFactor(0, 1)
        self.middle.setCollapsible(0, False)
        self.middle.setSizes([_MAP_PX, _FINDINGS_PX])
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        for area in (*left, self.middle, right):
            self.columns.addWidget(area)
        self.columns.setStretchFactor(len(left), 1)
        self.columns.setCollapsible(len(left), False)
        self.columns.setSizes([*(_LEFT_PX for _ in left), _MIDDLE_PX, _RIGHT_PX])
        for splitter in self.splitters:
            splitter.setHandleWidth(1)
        below.page_changed.connect(self._make_room)

    @property
    def splitters(self) -> tuple[QSplitter, QSplitter]:
        """Whose sizes are remembered."""
        return (self.columns, self.middle)

    def stand_like(self, others: "Areas") -> None:
        """Take the sizes of another window's areas."""
        for own, theirs in zip(self.splitters, others.splitters, strict=True):
            own.setSizes(theirs.sizes())

    def _make_room(self, page: str) -> None:
        """A table needs more room than a few findings; a person's own choice is left alone."""
        sizes = self.middle.sizes()
        wanted = _FINDINGS_PX if page == FINDINGS else _TABLE_PX
        if (page == FINDINGS) == (sizes[1] > _FINDINGS_PX):
            self.middle.setSizes([sum(sizes) - wanted, wanted])
