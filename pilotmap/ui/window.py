"""The window: the areas around the map, and how they hear of each other."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from pilotmap.lazy import lazy_imports
from pilotmap.model.fields.part import Part
from pilotmap.model.gates.gate import LATER_GATES
from pilotmap.ui.actions import ACTIONS
from pilotmap.ui.analyzer import Analyzer
from pilotmap.ui.area_tour import AreaTour, Stop
from pilotmap.ui.areas import Areas
from pilotmap.ui.autosave import Autosave
from pilotmap.ui.bindings import Bindings
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.line import CaptureLine
from pilotmap.ui.comfort import Comfort
from pilotmap.ui.file_menus import FileMenus
from pilotmap.ui.files import Files, file_name
from pilotmap.ui.focus_ring import FocusRing
from pilotmap.ui.gates.gates_now import GatesNow
from pilotmap.ui.guide.guide import Guide
from pilotmap.ui.header import Header
from pilotmap.ui.later import AfterPaint, Later
from pilotmap.ui.outline.outline_panel import OutlinePanel
from pilotmap.ui.panels.pieces import kind, thin_line
from pilotmap.ui.panels.properties import Properties
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.panels.side import Side
from pilotmap.ui.panels.status_bar import StatusBar
from pilotmap.ui.panels.zoom_corner import ZoomCorner
from pilotmap.ui.present.present import Present
from pilotmap.ui.prompts import Prompts
from pilotmap.ui.remarks import Remarks
from pilotmap.ui.remembered import remember_window, restore_window
from pilotmap.ui.safety import Safety
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.sheets import WindowSheets
from pilotmap.ui.signpost import Signpost
from pilotmap.ui.sureness import Sureness
from pilotmap.ui.tab_order import go_on
from pilotmap.ui.tables.lower_area import LowerArea
from pilotmap.ui.theme import Look
from pilotmap.ui.welcome.welcome import Welcome
from pilotmap.ui.workbench import Workbench

with lazy_imports():  # nothing of it is seen at the first paint
    from pilotmap.ui import window_prompts
    from pilotmap.ui.gates import pages as gate_pages
    from pilotmap.ui.signing import desk

if TYPE_CHECKING:
    from pilotmap.ui.guide.passes import Area

_BELOW_HEADER: Final = 2  # after the header and its line


class MainWindow(QMainWindow):
    """Puts the parts in their places; what they do is in the parts."""

    language_chosen = Signal()
    """Another language is set: `Program` builds the window anew."""

    def __init__(
        self, session: Session, look: Look, settings: Settings, prompts: Prompts | None = None
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.session = session
        self.canvas = Canvas(session, look.name)
        self.capture = CaptureLine(self.canvas)
        self.capture.set_theme(look.name)
        self.ring = FocusRing(self.canvas, look)
        self.autosave = Autosave(session, *settings.journals)
        asking = Later(lambda: prompts or self._new_prompts())
        self.files = Files(session, settings, asking, self.autosave)
        self.analyzer = Analyzer(session)
        self.sureness = Sureness(self.analyzer)
        self.gates = GatesNow(self.analyzer, self.files.cases)
        self.side = Side(self.analyzer, self.sureness, self.gates, look)
        self.older = OlderVersions(settings.data / "signed")
        self.properties = Properties(session, self.analyzer, look, self.older)
        self.below = LowerArea(session, self.analyzer, self.sureness, look)
        self.findings = self.below.findings
        self.outline = OutlinePanel(session)
        self.status = StatusBar(session)
        self.safety = Safety(
            self, self.canvas, self.autosave, self.files, self.status, settings, asking
        )
        self.safety.strip_made.connect(self._show_strip)
        self.guide = self._new_guide(look, settings)
        self.welcome = Welcome(
            self, self.canvas, self.capture, self.files, self.guide, self.below, self.properties
        )
        self._comfort = Comfort(settings, self.canvas)
        self.sheets = WindowSheets(self, self.canvas, settings, look, self._comfort)
        self._signing = Later(lambda: self._new_desk(look, settings))
        self.present = Present(self, self.canvas, self.capture)
        self._signpost = Signpost(self.canvas, self.properties)
        self.bench = self._new_bench(look, settings)
        self.bindings = Bindings(self, self.bench, ACTIONS)
        self._offer_actions(look)
        self.areas = Areas((self.side, self.outline), self.canvas, self.below, self.properties)
        self._lay_out()
        self._connect(look)
        self._remarks = Remarks(session, self.present.room, self.status)
        self._show_name()
        look.dress()
        self.after_paint = self._new_after_paint()

    def _new_after_paint(self) -> AfterPaint:
        first_form = partial(self.properties.form, "step")
        return AfterPaint(self.canvas, self.analyzer.begin, self.capture.prepare, first_form)

    def _offer_gates(self, look: Look) -> None:
        pages = Later(
            lambda: gate_pages.GatePages(
                self.session, self.gates, look, self.older, self.files, self.analyzer
            )
        )
        for gate in LATER_GATES:
            self.properties.offer(f"gate{gate}", partial(lambda g: pages().make(g), gate))

    def _offer_actions(self, look: Look) -> None:
        self._offer_gates(look)
        menu = self.bindings.menu(self)
        self.file_menus = FileMenus(menu, self.bindings.qt["open"], self.files)
        self.header = Header(self.session, look, self.bindings.qt, menu)
        self.sheets.build(self.bindings)
        self.outline.take_actions(self.bindings.editing())
        self.zoom = ZoomCorner(look, self.bindings.qt)
        self.status.hold(self.zoom)

    @property
    def signing(self) -> "desk.SigningDesk":
        """Where PDFs are signed and judged."""
        return self._signing()

    @property
    def signing_is_busy(self) -> bool:
        """Whether a PDF is being signed or judged right now."""
        made = self._signing.made
        return made is not None and made.jobs.busy

    def _new_bench(self, look: Look, settings: Settings) -> Workbench:
        return Workbench(
            window=self,
            session=self.session,
            canvas=self.canvas,
            capture=self.capture,
            files=self.files,
            look=look,
            settings=settings,
            comfort=self._comfort,
            properties=self.properties,
            below=self.below,
            outline=self.outline,
            tour=AreaTour(self, self._stops),
            sheets=self.sheets,
            welcome=self.welcome,
            guide=self.guide,
            present=self.present,
            signing=self._signing,
        )

    def _stops(self) -> tuple[Stop, ...]:
        below = self.below
        return (
            Stop(self.canvas, self.welcome.first_stop or self.canvas),
            Stop(self.properties, self.properties.first_field()),
            Stop(below, below.page(below.name).first_stop),
            Stop(self.side, self.side.path.buttons[0]),
            Stop(self.outline, self.outline.tree),
            Stop(self.header, self.header.title),
            *(Stop(strip, strip.first_stop) for strip in self.safety.shown),
        )

    def _new_guide(self, look: Look, settings: Settings) -> Guide:
        areas: dict[Area, QWidget] = {
            "side": self.side,
            "map": self.canvas,
            "below": self.below,
            "right": self.properties,
        }
        go_to_map = self.canvas.setFocus
        return Guide(areas, self.properties, self.below, self.analyzer, look, settings, go_to_map)

    def _new_prompts(self) -> Prompts:
        return window_prompts.WindowPrompts(self)

    def _new_desk(self, look: Look, settings: Settings) -> "desk.SigningDesk":
        return desk.SigningDesk(self, self.session, look, settings.data / "identity")

    def stand_as_before(self, screen: QRect) -> None:
        """Take the size, the place and the areas of the last run, as far as they fit."""
        restore_window(self, self.areas.splitters, self.bench.settings, screen)

    def stand_like(self, other: "MainWindow") -> None:
        """Take the size, the place and the areas of another window."""
        self.setGeometry(other.geometry())
        self.setWindowState(other.windowState())
        self.areas.stand_like(other.areas)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Esc that nothing else wanted leads from every panel back to the map
        if event.key() == Qt.Key.Key_Escape:
            self.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the part of the window it is pressed in; F6 leads to the next, Esc out."""
        return go_on(forward=forward)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.files.outside.look()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.files.may_leave():
            self.analyzer.wait()
            self.older.wait()
            if self._signing.made is not None:
                self._signing.made.wait()
            self.autosave.end()
            remember_window(self, self.areas.splitters, self.bench.settings)
            self.files.release()
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasText() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.files.open(Path(url.toLocalFile()))
                return
        if event.mimeData().hasText():
            event.acceptProposedAction()
            self.capture.paste(event.mimeData().text())

    def _lay_out(self) -> None:
        areas = self.areas.columns
        whole = QWidget()
        kind(whole, "panel")
        self._column = column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (
            self.header,
            thin_line(),
            self.guide.place,
            areas,
            thin_line(),
            self.status,
        ):
            column.addWidget(part, 1 if part is areas else 0)
        self.setCentralWidget(whole)
        self.present.room.surround(
            self.header, self.side, self.outline, self.properties, self.below
        )
        self.canvas.setFocus()

    def _connect(self, look: Look) -> None:
        look.changed.connect(self._follow_look)
        self.canvas.viewport.zoomed.connect(self.zoom.show_zoom)
        self.canvas.context_menu_wanted.connect(self._show_context_menu)
        self.zoom.show_zoom(self.canvas.viewport.zoom)
        self.side.path.chosen.connect(self.properties.enter_part)
        self.side.ahead.chosen.connect(lambda gate: self.properties.show_page(f"gate{gate}"))
        self.properties.in_sight_wanted.connect(lambda: self.present.room.bring(self.properties))
        self.side.says.wanted.connect(self._signpost.show_element)
        self.properties.part_changed.connect(self.side.path.mark)
        self.findings.go_to.connect(self._signpost.go_to)
        self.below.wanted.connect(self._signpost.show_element)
        self.sheets.found.connect(self._signpost.show_element)
        self.sheets.language_chosen.connect(self.language_chosen)
        self.properties.error_wanted.connect(self._signpost.go_to)
        self.files.written.connect(self.status.note_saved)
        self.files.said.connect(self.status.say)
        self.files.pdf_met.connect(lambda path: self.signing.look_at(path))
        self.session.opened.connect(self.status.note_opened)
        self.session.file.changed.connect(self._show_name)
        self.session.map_changed.connect(lambda _old, _new: self._show_name())
        self.guide.walk_wanted.connect(self.present.read_back)
        self.properties.show_part(Part.PROCESS)

    def _show_strip(self, strip: QWidget) -> None:
        """Make room for a strip under the header."""
        self._column.insertWidget(_BELOW_HEADER, strip)

    def _follow_look(self) -> None:
        name = self.bench.look.name
        self.canvas.set_theme(name)
        self.capture.set_theme(name)

    def _show_name(self) -> None:
        self.setWindowTitle(f"{file_name(self.session)}[*] – PilotMap")
        self.setWindowModified(self.session.file.is_modified)

    def _show_context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = tuple(a for a in ACTIONS if a.menu == "Map" or a.id in ("rename", "delete"))
        possible = tuple(a for a in wanted if self.bindings.qt[a.id].isEnabled())
        self.bindings.fill(menu, possible)
        menu.popup(at)
