"""Greets a person, and teaches one: the start page and the walk-through of one window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from pilotmap.assets import samples
from pilotmap.ui.file_reading import Found
from pilotmap.ui.welcome.start_page import StartPage

if TYPE_CHECKING:  # the window makes this, and this needs the window's parts
    from pilotmap.ui.welcome.walk_through import WalkThrough
    from pilotmap.ui.window import MainWindow


class Welcome(QObject):
    """Made of parts that are built when they are first shown."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.page: StartPage | None = None
        self.walk: WalkThrough | None = None
        window.session.map_changed.connect(lambda _old, _new: self.leave())
        window.session.opened.connect(self.leave)
        window.capture.entry.textChanged.connect(lambda _text: self.leave())
        window.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # under the page lies only the empty map: who goes there means the page
        if event.type() == QEvent.Type.FocusIn and self.page is not None and self.is_open:
            self.page.buttons[0].setFocus()
        return super().eventFilter(watched, event)

    @property
    def is_open(self) -> bool:
        """Whether the start page is shown."""
        return self.page is not None and not self.page.isHidden()

    def show(self) -> None:
        """Show the start page over the map; the line for the first step stays above it."""
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
        self.page = self._made()
        self.page.open()
        if self._window.capture.isVisible():
            self._window.capture.raise_()

    def leave(self) -> None:
        """Put the start page away; the keyboard goes to the map if the page had it."""
        page = self.page
        if page is None or page.isHidden():
            return
        had_focus = page.isAncestorOf(self._window.focusWidget() or self._window)
        page.hide()
        if had_focus:
            self._window.canvas.setFocus()

    def start_walk(self) -> None:
        """Open a copy of a sample and begin the walk-through on it."""
        # taken once by each person: it must not delay the first paint
        from pilotmap.ui.welcome.lessons import SAMPLE  # noqa: PLC0415
        from pilotmap.ui.welcome.walk_through import WalkThrough  # noqa: PLC0415 (likewise)

        path = next(path for path in samples() if path.name == SAMPLE)
        if not self._window.files.open_copy(path):
            return
        self.leave()
        if self.walk is None:
            self.walk = WalkThrough(self._window)
        self._window.canvas.setFocus()
        self.walk.begin()

    def _made(self) -> StartPage:
        window = self._window
        page = StartPage(window.canvas, window.files.recent)
        page.empty_wanted.connect(self.leave)
        page.open_wanted.connect(window.files.ask_and_open)
        page.recent_wanted.connect(self._open)
        page.sample_wanted.connect(window.files.open_copy)
        page.template_wanted.connect(self._from_template)
        page.walk_wanted.connect(self.start_walk)
        page.guide_wanted.connect(self._guide)
        page.typing_wanted.connect(self._type)
        return page

    def _open(self, path: Path) -> None:
        self._window.files.open(path)

    def _from_template(self, name: str) -> None:
        # only a map that starts from a template needs this: it must not delay the first paint
        from pilotmap.storage.templates import template  # noqa: PLC0415

        if self._window.files.may_leave():
            self._window.files.show(Found(template(name), None))

    def _guide(self) -> None:
        self.leave()
        if not self._window.guide.is_open:
            self._window.guide.switch()

    def _type(self) -> None:
        self.leave()
        self._window.capture.open()
