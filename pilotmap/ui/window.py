"""The window: the areas around the map, and how they hear of each other."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from pilotmap.language import tr, trn
from pilotmap.ui.actions import ACTIONS
from pilotmap.ui.bindings import Bindings
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.line import CaptureLine
from pilotmap.ui.comfort import Comfort
from pilotmap.ui.file_menus import FileMenus
from pilotmap.ui.files import Files, file_name
from pilotmap.ui.finding_places import place_of
from pilotmap.ui.focus_ring import FocusRing
from pilotmap.ui.guide.guide import Guide
from pilotmap.ui.header import Header
from pilotmap.ui.judgement import Judgement
from pilotmap.ui.keeper import Keeper
from pilotmap.ui.later import AfterPaint, Later
from pilotmap.ui.outline.outline_panel import OutlinePanel
from pilotmap.ui.panels.pieces import kind, thin_line
from pilotmap.ui.panels.properties import Properties
from pilotmap.ui.panels.seats.older import OlderVersions
from pilotmap.ui.panels.side import Side
from pilotmap.ui.panels.status_bar import StatusBar
from pilotmap.ui.present.present import Present
from pilotmap.ui.prompts import Prompts
from pilotmap.ui.remembered import remember_window, restore_window
from pilotmap.ui.safety import Safety
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.sheets import WindowSheets
from pilotmap.ui.tab_order import go_on
from pilotmap.ui.tables.lower_area import FINDINGS, LowerArea
from pilotmap.ui.theme import Look
from pilotmap.ui.welcome.welcome import Welcome
from pilotmap.ui.workbench import Workbench

if TYPE_CHECKING:  # what must not delay the first paint: numpy comes with the analysis
    from pilotmap.analysis.findings.finding import Finding
    from pilotmap.ui.guide.passes import Area
    from pilotmap.ui.signing.desk import SigningDesk

_LEFT_PX: Final = 236
_RIGHT_PX: Final = 300
_FINDINGS_PX: Final = 134
_TABLE_PX: Final = 264
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
        self.keeper = Keeper(session, *settings.journals)
        asking = Later(lambda: prompts or self._new_prompts())
        self.files = Files(session, settings, asking, self.keeper)
        self.judgement = Judgement(session)
        self.side = Side(self.judgement, look)
        self.older = OlderVersions(settings.data / "signed")
        self.properties = Properties(session, self.judgement, look, self.older)
        self.below = LowerArea(session, self.judgement, look)
        self.findings = self.below.findings
        self.outline = OutlinePanel(session)
        self.status = StatusBar(session)
        self.safety = Safety(self, asking)
        self.guide = self._new_guide(look, settings)
        self.welcome = Welcome(self)
        self.sheets = WindowSheets(self)
        self._signing = Later(lambda: self._new_desk(look, settings))
        self.present = Present(self, self.canvas, self.capture)
        self.bench = self._new_bench(look, settings)
        self.bindings = Bindings(self, self.bench, ACTIONS)
        menu = self.bindings.menu(self)
        self.file_menus = FileMenus(menu, self.bindings.qt["open"], self.files)
        self.header = Header(session, look, self.bindings.qt, menu)
        self.sheets.build(self.bindings)
        self.outline.take_actions(self.bindings.editing())
        self._lay_out()
        self._connect(look)
        self._show_name()
        look.dress()
        self.after_paint = AfterPaint(
            self.canvas,
            self.judgement.begin,
            self.capture.prepare,
            lambda: self.properties.form("step"),
        )

    @property
    def signing(self) -> "SigningDesk":
        """Where PDFs are signed and judged."""
        return self._signing()

    @property
    def signing_is_busy(self) -> bool:
        """Whether a PDF is being signed or judged right now."""
        desk = self._signing.made
        return desk is not None and desk.jobs.busy

    def show_strip(self, strip: QWidget) -> None:
        """Make room for a strip under the header."""
        self._column.insertWidget(_BELOW_HEADER, strip)

    def _new_bench(self, look: Look, settings: Settings) -> Workbench:
        return Workbench(
            self.session,
            self.canvas,
            self.capture,
            self.files,
            look,
            settings,
            self.properties,
            self.sheets,
            self.present,
            Comfort(settings, self.canvas),
            self.outline,
            self._signing,
        )

    def _new_guide(self, look: Look, settings: Settings) -> Guide:
        areas: dict[Area, QWidget] = {
            "side": self.side,
            "map": self.canvas,
            "below": self.below,
            "right": self.properties,
        }
        go_to_map = self.canvas.setFocus
        return Guide(areas, self.properties, self.below, self.judgement, look, settings, go_to_map)

    def _new_prompts(self) -> Prompts:
        # nothing is asked before the first paint
        from pilotmap.ui.window_prompts import WindowPrompts  # noqa: PLC0415

        return WindowPrompts(self)

    def _new_desk(self, look: Look, settings: Settings) -> "SigningDesk":
        # signing comes last of all: it must not delay the first paint
        from pilotmap.ui.signing.desk import SigningDesk  # noqa: PLC0415

        return SigningDesk(self, self.session, look, settings.data / "identity")

    def stand_as_before(self, screen: QRect) -> None:
        """Take the size, the place and the areas of the last run, as far as they fit."""
        restore_window(self, self._splitters, self.bench.settings, screen)

    def stand_like(self, other: "MainWindow") -> None:
        """Take the size, the place and the areas of another window."""
        self.setGeometry(other.geometry())
        self.setWindowState(other.windowState())
        for own, theirs in zip(self._splitters, other._splitters, strict=True):
            own.setSizes(theirs.sizes())

    def show_thing(self, thing: str) -> None:
        """Select a thing of the map and bring it into sight."""
        self.session.select(thing)
        self.canvas.show_id(thing)

    def go_to(self, finding: "Finding") -> None:
        """Show what a finding is about: on the map, or the field that it waits for."""
        place = place_of(finding, self.session.map)
        if place.thing is not None:
            self.show_thing(place.thing)
        if place.part is not None:
            self.properties.show_part(place.part, place.key)
        elif place.thing is not None and place.key:
            self.properties.show_thing(place.thing, place.key)
        if not place.key:
            self.canvas.setFocus()

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
            self.judgement.wait()
            self.older.wait()
            if self._signing.made is not None:
                self._signing.made.wait()
            self.keeper.end()
            remember_window(self, self._splitters, self.bench.settings)
            self.files.release()
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasText() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.sheets.drop(event)

    def _lay_out(self) -> None:
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.addWidget(self.canvas)
        middle.addWidget(self.below)
        middle.setStretchFactor(0, 1)
        middle.setCollapsible(0, False)
        middle.setSizes([700, _FINDINGS_PX])
        areas = QSplitter(Qt.Orientation.Horizontal)
        for area in (self.side, self.outline, middle, self.properties):
            areas.addWidget(area)
        areas.setStretchFactor(2, 1)
        areas.setCollapsible(2, False)
        areas.setSizes([_LEFT_PX, _LEFT_PX, 1064, _RIGHT_PX])
        self._splitters = (areas, middle)
        for splitter in self._splitters:
            splitter.setHandleWidth(1)
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
        self.canvas.viewport.zoomed.connect(self.status.show_zoom)
        self.canvas.context_menu_wanted.connect(self._show_context_menu)
        self.status.show_zoom(self.canvas.viewport.zoom)
        self.side.path.chosen.connect(self.properties.enter_part)
        self.properties.in_sight_wanted.connect(lambda: self.present.room.bring(self.properties))
        self.side.says.wanted.connect(self.show_thing)
        self.properties.part_changed.connect(self.side.path.mark)
        self.findings.go_to.connect(self.go_to)
        self.below.wanted.connect(self.show_thing)
        self.below.page_changed.connect(self._make_room)
        self.properties.error_wanted.connect(self.go_to)
        self.files.written.connect(self.status.note_saved)
        self.files.said.connect(self.status.say)
        self.files.pdf_met.connect(lambda path: self.signing.look_at(path))
        self.session.opened.connect(self.status.note_opened)
        self.session.view_changed.connect(self._say_why_not_with_ai)
        self.session.file_changed.connect(self._show_name)
        self.session.map_changed.connect(lambda _old, _new: self._show_name())
        self.guide.walk_wanted.connect(self.present.read_back)
        self.present.room.changed.connect(self._say_how_room_works)
        self.session.selection_changed.connect(self._say_how_many)
        self.properties.show_part(2)

    def _follow_look(self) -> None:
        name = self.bench.look.name
        self.canvas.set_theme(name)
        self.capture.set_theme(name)

    def _make_room(self, page: str) -> None:
        """A table needs more room than a few findings; a person's own choice is left alone."""
        sizes = self._splitters[1].sizes()
        wanted = _FINDINGS_PX if page == FINDINGS else _TABLE_PX
        if (page == FINDINGS) == (sizes[1] > _FINDINGS_PX):
            self._splitters[1].setSizes([sum(sizes) - wanted, wanted])

    def _show_name(self) -> None:
        self.setWindowTitle(f"{file_name(self.session)}[*] – PilotMap")
        self.setWindowModified(self.session.is_modified)

    def _say_why_not_with_ai(self) -> None:
        if self.session.view == "with-ai" and self.session.derived.with_ai is None:
            # numpy comes with the analysis: it must not delay the first paint
            from pilotmap.analysis.with_ai import why_not_with_ai  # noqa: PLC0415

            reason = why_not_with_ai(self.session.map) or tr("The picture with AI is too large")
            self.session.refused.emit(
                tr("{reason}; the map is shown as it runs today.", reason=reason)
            )

    def _say_how_room_works(self) -> None:
        if self.present.room.is_on:
            self.status.say(tr("F5 leaves. A full stop blanks. Page Down walks one case."))

    def _say_how_many(self) -> None:
        number = len(self.session.selected)
        if number > 1:
            self.status.say(
                trn(
                    "{number} thing selected; every key means it.",
                    "{number} things selected; keys move, copy and delete all of them.",
                    number,
                )
            )

    def _show_context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = tuple(a for a in ACTIONS if a.menu == "Map" or a.id in ("rename", "delete"))
        possible = tuple(a for a in wanted if self.bindings.qt[a.id].isEnabled())
        self.bindings.fill(menu, possible)
        menu.popup(at)
