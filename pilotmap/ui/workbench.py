"""What an action can reach: the parts of one window, passed on as one value."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from pilotmap.ui.area_tour import AreaTour
from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.line import CaptureLine
from pilotmap.ui.comfort import Comfort
from pilotmap.ui.files import Files
from pilotmap.ui.guide.guide import Guide
from pilotmap.ui.later import Later
from pilotmap.ui.outline.outline_panel import OutlinePanel
from pilotmap.ui.panels.properties import Properties
from pilotmap.ui.present.present import Present
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.tables.lower_area import LowerArea
from pilotmap.ui.theme import Look
from pilotmap.ui.welcome.welcome import Welcome

if TYPE_CHECKING:  # made later, with what it needs
    from pilotmap.ui.signing.desk import SigningDesk


class Sheets(Protocol):
    """What the window can lay over itself; they show the actions, which reach for them here."""

    def show_palette(self) -> None:
        """Run any action by its name."""

    def show_shortcuts(self) -> None:
        """Show all shortcuts."""

    def show_find(self) -> None:
        """Find a name or a note."""

    def show_settings(self) -> None:
        """Show the settings."""


@dataclass(frozen=True)
class Workbench:
    """The parts of the window that actions work on."""

    window: QWidget
    session: Session
    canvas: Canvas
    capture: CaptureLine
    files: Files
    look: Look
    settings: Settings
    comfort: Comfort
    properties: Properties
    below: LowerArea
    outline: OutlinePanel
    tour: AreaTour
    sheets: Sheets
    welcome: Welcome
    guide: Guide
    present: Present
    signing: "Later[SigningDesk]"
