"""What the window lays over itself: palette, shortcuts, find, settings; made when first shown."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pilotmap.lazy import lazy_imports
from pilotmap.ui.bindings import Bindings
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.comfort import Comfort
from pilotmap.ui.later import Later
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look

with lazy_imports():  # nothing of it is seen at the first paint
    from pilotmap.ui import find_bar, palette, settings_page, shortcuts_page


class WindowSheets(QObject):
    """One sheet of each kind."""

    found = Signal(str)
    """The id of an element of the map that was looked for."""
    language_chosen = Signal()
    """Another language is set; the window is to speak it."""

    def __init__(
        self, window: QWidget, canvas: Canvas, settings: Settings, look: Look, comfort: Comfort
    ) -> None:
        super().__init__(window)
        self._window, self._canvas = window, canvas
        self._settings, self._look, self._comfort = settings, look, comfort
        self._bindings: Bindings | None = None
        self._palette = Later(self._new_palette)
        self._shortcuts = Later(self._new_shortcuts)
        self._find = Later(self._new_find)
        self._page = Later(self._new_settings)

    def build(self, bindings: Bindings) -> None:
        """Take the actions, which are made after this."""
        self._bindings = bindings

    def show_palette(self) -> None:
        """Run any action by its name."""
        self._palette().open()

    def show_shortcuts(self) -> None:
        """Show all shortcuts."""
        self._shortcuts().open()

    def show_find(self) -> None:
        """Find a name or a note."""
        self._find().open()

    def show_settings(self) -> None:
        """Show the settings."""
        self._page().open()

    @property
    def settings(self) -> "settings_page.SettingsPage | None":
        """The settings, where they were shown once."""
        return self._page.made

    @property
    def _actions(self) -> Bindings:
        assert self._bindings is not None, "build comes before anything is shown"
        return self._bindings

    def _new_palette(self) -> "palette.Palette":
        sheet = palette.Palette(self._window, self._actions.qt)
        sheet.run.connect(self._actions.run)
        return sheet

    def _new_shortcuts(self) -> "shortcuts_page.ShortcutsPage":
        return shortcuts_page.ShortcutsPage(self._window, self._actions.table)

    def _new_find(self) -> "find_bar.FindBar":
        bar = find_bar.FindBar(self._canvas)
        bar.found.connect(self.found)
        return bar

    def _new_settings(self) -> "settings_page.SettingsPage":
        page = settings_page.SettingsPage(self._window, self._settings, self._look, self._comfort)
        page.language_chosen.connect(self.language_chosen)
        return page
