"""Leads through the passes: opens what each needs, greys the rest, and keeps out of the way."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pilotmap.lazy import lazy_imports
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.panels.properties import Properties
from pilotmap.ui.settings import Settings
from pilotmap.ui.tables.lower_area import LowerArea
from pilotmap.ui.theme import Look

with lazy_imports():  # the guide is opened by few
    from pilotmap.ui.guide import bar, veil

if TYPE_CHECKING:
    from pilotmap.ui.guide.passes import Area

_SETTING: Final = "guide"


class Guide(QObject):
    """The strip and what it does to the window; which pass it was at is remembered."""

    walk_wanted = Signal()
    """A case is to be walked before the room."""

    def __init__(
        self,
        areas: "Mapping[Area, QWidget]",
        properties: Properties,
        below: LowerArea,
        analyzer: Analyzer,
        look: Look,
        settings: Settings,
        go_to_map: Callable[[], None],
    ) -> None:
        super().__init__(properties)
        self.place = QWidget()
        self._column = QVBoxLayout(self.place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._bar: bar.GuideBar | None = None
        self._areas, self._look = areas, look
        self._properties, self._below = properties, below
        self._analyzer, self._settings = analyzer, settings
        self._go_to_map = go_to_map
        self._veils: dict[Area, veil.Veil] = {}
        self.place.hide()
        analyzer.ready.connect(self._judge)

    @property
    def is_open(self) -> bool:
        """Whether the guide is shown."""
        return not self.place.isHidden()

    @property
    def bar(self) -> "bar.GuideBar":
        """The strip, made when it is first asked for."""
        if self._bar is None:
            self._bar = bar.GuideBar()
            self._bar.chosen.connect(self.show_pass)
            self._bar.closed.connect(self.close)
            self._bar.walk_wanted.connect(self.walk_wanted)
            self._column.addWidget(self._bar)
        return self._bar

    def switch(self) -> None:
        """Open the guide where it was left, or close it."""
        if self.is_open:
            self.close()
            return
        kept = self._settings.text(_SETTING)
        place = int(kept) if kept.isdecimal() else 0
        self.place.show()
        self.show_pass(min(place, len(self.bar.marks) - 1))

    def go(self, by: int) -> None:
        """Go to the next pass or the one before; opens the guide where it is closed."""
        if self.is_open:
            self.bar.go(by)
        else:
            self.switch()

    def show_pass(self, place: int) -> None:
        """Go to a pass."""
        shown = self.bar.passes[place]
        self._settings.remember(_SETTING, str(place))
        self.bar.show_pass(place)
        if shown.part is not None:
            self._properties.show_part(shown.part)
        if self._below.name != shown.page:
            self._below.show_page(shown.page)
        for area in self._areas:
            self._veil(area).set_lowered(area not in shown.needs)
        if "map" in shown.needs:
            self._go_to_map()
        self._judge()

    def close(self) -> None:
        """Put the guide away; nothing is grey any more."""
        self.bar.clock.stop()
        self.place.hide()
        for lowered in self._veils.values():
            lowered.set_lowered(False)
        self._go_to_map()

    def _veil(self, area: "Area") -> "veil.Veil":
        if area not in self._veils:
            self._veils[area] = veil.Veil(self._areas[area], self._look)
        return self._veils[area]

    def _judge(self) -> None:
        if self.is_open and self._analyzer.verdict is not None:
            self.bar.show_verdict(self._analyzer.verdict)
