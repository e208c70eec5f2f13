"""Greets a person, and teaches one: the start page and the walk-through of one window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from pilotmap.assets import samples
from pilotmap.lazy import lazy_imports
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.line import CaptureLine
from pilotmap.ui.file_reading import Found
from pilotmap.ui.files import Files
from pilotmap.ui.guide.guide import Guide
from pilotmap.ui.later import Later
from pilotmap.ui.panels.properties import Properties
from pilotmap.ui.tables.lower_area import LowerArea
from pilotmap.ui.welcome.start_page import StartPage

with lazy_imports():  # taken once by each person, or never
    from pilotmap.storage import templates
    from pilotmap.ui.welcome import lessons, walk_through


class Welcome(QObject):
    """Made of parts that are built when they are first shown."""

    def __init__(
        self,
        window: QWidget,
        canvas: Canvas,
        capture: CaptureLine,
        files: Files,
        guide: Guide,
        below: LowerArea,
        properties: Properties,
    ) -> None:
        super().__init__(window)
        self._window, self._canvas, self._capture = window, canvas, capture
        self._files, self._guide = files, guide
        self.page: StartPage | None = None
        self.walk = Later(lambda: walk_through.WalkThrough(canvas, below, properties))
        canvas.session.map_changed.connect(lambda _old, _new: self.leave())
        canvas.session.opened.connect(self.leave)
        capture.entry.textChanged.connect(lambda _text: self.leave())
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # under the page lies only the empty map: who goes there means the page
        if event.type() == QEvent.Type.FocusIn and self.first_stop is not None:
            self.first_stop.setFocus()
        return super().eventFilter(watched, event)

    @property
    def is_open(self) -> bool:
        """Whether the start page is shown."""
        return self.page is not None and not self.page.isHidden()

    @property
    def first_stop(self) -> QWidget | None:
        """What takes the keyboard on the start page, while that is shown."""
        return self.page.buttons[0] if self.page is not None and self.is_open else None

    def show(self) -> None:
        """Show the start page over the map; the line for the first step stays above it."""
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
        self.page = self._made()
        self.page.open()
        if self._capture.isVisible():
            self._capture.raise_()

    def leave(self) -> None:
        """Put the start page away; the keyboard goes to the map if the page had it."""
        page = self.page
        if page is None or page.isHidden():
            return
        had_focus = page.isAncestorOf(self._window.focusWidget() or self._window)
        page.hide()
        if had_focus:
            self._canvas.setFocus()

    def start_walk(self) -> None:
        """Open a copy of a sample and begin the walk-through on it."""
        path = next(path for path in samples() if path.name == lessons.SAMPLE)
        if self._files.open_copy(path):
            self.leave()
            self._canvas.setFocus()
            self.walk().begin()

    def _made(self) -> StartPage:
        page = StartPage(self._canvas, self._files.recent)
        page.empty_wanted.connect(self.leave)
        page.open_wanted.connect(self._files.ask_and_open)
        page.recent_wanted.connect(self._open)
        page.sample_wanted.connect(self._files.open_copy)
        page.template_wanted.connect(self._from_template)
        page.walk_wanted.connect(self.start_walk)
        page.guide_wanted.connect(self._open_guide)
        page.typing_wanted.connect(self._type)
        return page

    def _open(self, path: Path) -> None:
        self._files.open(path)

    def _from_template(self, name: str) -> None:
        if self._files.may_leave():
            self._files.show(Found(templates.template(name), None))

    def _open_guide(self) -> None:
        self.leave()
        if not self._guide.is_open:
            self._guide.switch()

    def _type(self) -> None:
        self.leave()
        self._capture.open()
