"""The map under hands: a widget that holds a picture, gestures, names and a small map."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pilotmap.language import tr
from pilotmap.layout.drawing import Drawing
from pilotmap.layout.theme import ThemeName
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.gestures import Gestures
from pilotmap.ui.canvas.minimap import Minimap
from pilotmap.ui.canvas.naming import Naming
from pilotmap.ui.canvas.picture import Picture
from pilotmap.ui.canvas.sheet import Fold
from pilotmap.ui.canvas.sight import changed_elements
from pilotmap.ui.canvas.view import View
from pilotmap.ui.derived import Derived
from pilotmap.ui.session import Session
from pilotmap.ui.tools.desk import Desk


class Stand(NamedTuple):
    """Where one looks, and how the picture is folded there."""

    view: View
    fold: Fold | None


class Canvas(QWidget):
    """Follows the session; what is done to the picture is done by its parts."""

    context_menu_wanted = Signal(QPoint)
    """The right button or the menu key, on what is selected by then; a global position."""
    gesture_ended = Signal()
    """The pointer let go; what was previewed before may be shown again."""
    selection_shown = Signal()
    """What is selected now is in sight; the forms, which take longer, have not followed yet."""

    def __init__(self, session: Session, theme_name: ThemeName = "light") -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 160)
        self.setAccessibleName(tr("Process map"))
        self.session = session
        self.picture = Picture(self, session, theme_name)
        self.viewport = self.picture.viewport
        self.naming = Naming(self, self.picture)
        self.gestures = Gestures(self, Desk(session, self.picture, self.naming))
        self.minimap = Minimap(self, self.picture)
        self._left: Stand | None = None
        self.gestures.menu_wanted.connect(self.context_menu_wanted)
        self.gestures.ended.connect(self.gesture_ended)
        session.map_changed.connect(self._follow_map)
        session.opened.connect(self._follow_opening)
        session.selection_changed.connect(self._follow_selection)
        session.view_changed.connect(self._follow_view)

    @property
    def drawing(self) -> Drawing:
        """The picture as it is shown, previews included."""
        return self.picture.drawing

    @property
    def view(self) -> View:
        """Where one looks."""
        return self.viewport.view

    @property
    def stand(self) -> Stand:
        """Where one looks and how the picture is folded, to come back to."""
        return Stand(self.view, self.picture.folds.fold)

    def stand_like(self, stand: Stand) -> None:
        """Look again as before."""
        self.picture.folds.fold_like(stand.fold)
        self.picture.renew()
        self.viewport.show_view(stand.view)

    @property
    def has_gesture(self) -> bool:
        """Whether the pointer is in the middle of something."""
        return self.gestures.is_on

    def set_theme(self, name: ThemeName) -> None:
        """Paint in another theme from now on."""
        self.picture.set_theme(name)

    def show_id(self, element: str | None) -> None:
        """Bring an element into sight, moving the view no further than needed."""
        self.picture.gaze.show_id(element)

    def show_around(self, element: str | None) -> None:
        """Bring an element and its neighbours into sight, large enough to be read."""
        self.picture.gaze.show_around(element)

    def cover(self, name: str, pixels: int) -> None:
        """Say how far up from the lower edge something reaches; 0 where it does no longer."""
        self.viewport.cover(name, pixels)

    def preview(self, pilot_map: PilotMap | None, *, ghostly: bool = False) -> None:
        """Show a map that is not committed, or the session's again."""
        self.picture.preview(pilot_map, ghostly=ghostly)

    def preview_derived(self, shown: Derived, *, ghostly: bool = False) -> None:
        """The same with what follows from the map computed already."""
        self.picture.preview_derived(shown, ghostly=ghostly)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.picture.paint(painter, event.rect())
        painter.end()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab walks along the flow; the window has another key that leaves the canvas."""
        return False

    def _follow_map(self, old: PilotMap, new: PilotMap) -> None:
        self.gestures.cancel()
        self.picture.follow(old, new)
        self.naming.cancel()  # its own edit has ended it; this one came from elsewhere

    def _follow_opening(self) -> None:
        self.naming.cancel()
        self._left = None
        self.viewport.fit_readably()

    def _follow_selection(self) -> None:
        self.picture.set_overlay(selected=self.session.selected)
        self.picture.gaze.show_id(self.session.selection)
        self.selection_shown.emit()

    def _follow_view(self) -> None:
        self.naming.cancel()
        left = None if self.viewport.is_fitted else self.stand
        self.picture.renew()
        shown = self.session.derived.with_ai if self.session.view == "with-ai" else None
        if shown is not None:
            self._left = left
            self.viewport.fit_readably()
            changed = changed_elements(self.session.map, shown.map)
            self.picture.gaze.show_region(changed, self.session.map.pilot.step)
        elif self._left is not None:
            self.stand_like(self._left)
        else:
            self.viewport.fit_readably()
