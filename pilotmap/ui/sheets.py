"""What the window lays over itself, made when it is first asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from pilotmap.ui.actions import ACTIONS
from pilotmap.ui.bindings import Bindings
from pilotmap.ui.in_sight import is_in_sight

if TYPE_CHECKING:  # the window makes this, and this needs the window's parts
    from pilotmap.ui.find_bar import FindBar
    from pilotmap.ui.palette import Palette
    from pilotmap.ui.settings_page import SettingsPage
    from pilotmap.ui.shortcuts_page import ShortcutsPage
    from pilotmap.ui.window import MainWindow


class WindowSheets:
    """Palette, page of shortcuts, find; and where the keyboard goes."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._bindings: Bindings | None = None
        self._palette: Palette | None = None
        self._shortcuts: ShortcutsPage | None = None
        self._find: FindBar | None = None
        self._settings: SettingsPage | None = None

    def build(self, bindings: Bindings) -> None:
        """Take the actions, which are made after this."""
        self._bindings = bindings

    def show_palette(self) -> None:
        """Run any action by its name."""
        if self._palette is None and self._bindings is not None:
            # it must not delay the first paint
            from pilotmap.ui.palette import Palette  # noqa: PLC0415

            self._palette = Palette(self._window, self._bindings.qt)
            self._palette.run.connect(self._bindings.run)
        if self._palette is not None:
            self._palette.open()

    def show_shortcuts(self) -> None:
        """Show all shortcuts."""
        if self._shortcuts is None:
            # it must not delay the first paint
            from pilotmap.ui.shortcuts_page import ShortcutsPage  # noqa: PLC0415

            self._shortcuts = ShortcutsPage(self._window, ACTIONS)
        self._shortcuts.open()

    def show_find(self) -> None:
        """Find a name or a note."""
        if self._find is None:
            # it must not delay the first paint
            from pilotmap.ui.find_bar import FindBar  # noqa: PLC0415

            self._find = FindBar(self._window.canvas)
            self._find.found.connect(self._window.show_thing)
        self._find.open()

    def next_area(self) -> None:
        """Send the keyboard to the next area of the window."""
        window = self._window
        strips = window.safety.shown
        areas = (
            window.canvas,
            window.properties,
            window.below,
            window.side,
            window.outline,
            window.header,
            *strips,
        )
        focus = window.focusWidget()
        inside = [a is focus or (focus is not None and a.isAncestorOf(focus)) for a in areas]
        at = inside.index(True) if True in inside else -1
        page = window.welcome.page
        goals: tuple[QWidget, ...] = (
            page.buttons[0] if page is not None and window.welcome.is_open else window.canvas,
            window.properties.first_field(),
            window.below.page(window.below.name).first_stop,
            window.side.path.buttons[0],
            window.outline.tree,
            window.header.title,
            *(strip.first_stop for strip in strips),
        )
        by_key = Qt.FocusReason.ShortcutFocusReason
        ways = tuple(zip(areas, goals, strict=True))
        ahead = (*ways[at + 1 :], *ways)
        next(goal for area, goal in ahead if is_in_sight(area) and goal.isVisible()).setFocus(
            by_key
        )

    def show_page(self, name: str) -> None:
        """Show a page under the map, and give it the keyboard."""
        self._window.below.show_page(name)
        self._window.below.enter()

    def show_settings(self) -> None:
        """Show the settings."""
        if self._settings is None:
            # settings are changed once in a while: the page must not delay the first paint
            from pilotmap.ui.settings_page import SettingsPage  # noqa: PLC0415

            bench = self._window.bench
            page = SettingsPage(self._window, bench.settings, bench.look, bench.comfort)
            page.language_chosen.connect(self._window.language_chosen)
            self._settings = page
        self._settings.open()

    @property
    def settings(self) -> "SettingsPage | None":
        """The settings, where they were shown once."""
        return self._settings

    def show_start_page(self) -> None:
        """Show what greets a person."""
        self._window.welcome.show()

    def start_walk_through(self) -> None:
        """Teach the first steps on a copy of a sample."""
        self._window.welcome.start_walk()

    def switch_guide(self) -> None:
        """Open the guide through a session, or close it."""
        self._window.guide.switch()

    def go_in_guide(self, by: int) -> None:
        """Go to the next pass of the guide, or the one before."""
        self._window.guide.go(by)

    @property
    def guide_is_open(self) -> bool:
        """Whether the guide is shown."""
        return self._window.guide.is_open

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def drop(self, event: QDropEvent) -> None:
        """Open the first file that was dropped, or put in the text."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self._window.files.open(Path(url.toLocalFile()))
                return
        if event.mimeData().hasText():
            event.acceptProposedAction()
            self._window.capture.paste(event.mimeData().text())
