"""What an action can reach: the parts of one window, passed on as one value."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.capture.line import CaptureLine
from pilotmap.ui.comfort import Comfort
from pilotmap.ui.files import Files
from pilotmap.ui.later import Later
from pilotmap.ui.outline.outline_panel import OutlinePanel
from pilotmap.ui.panels.properties import Properties
from pilotmap.ui.present.present import Present
from pilotmap.ui.session import Session
from pilotmap.ui.settings import Settings
from pilotmap.ui.theme import Look

if TYPE_CHECKING:  # made later, with what it needs
    from pilotmap.ui.signing.desk import SigningDesk


class Sheets(Protocol):
    """What the window can lay over itself, and where the keyboard goes."""

    def show_palette(self) -> None:
        """Run any action by its name."""

    def show_shortcuts(self) -> None:
        """Show all shortcuts."""

    def show_find(self) -> None:
        """Find a name or a note."""

    def next_area(self) -> None:
        """Send the keyboard to the next area of the window."""

    def show_page(self, name: str) -> None:
        """Show a page under the map, and give it the keyboard."""

    def show_settings(self) -> None:
        """Show the settings."""

    def show_start_page(self) -> None:
        """Show what greets a person."""

    def start_walk_through(self) -> None:
        """Teach the first steps on a copy of a sample."""

    def switch_guide(self) -> None:
        """Open the guide through a session, or close it."""

    def go_in_guide(self, by: int) -> None:
        """Go to the next pass of the guide, or the one before."""

    @property
    def guide_is_open(self) -> bool:
        """Whether the guide is shown."""

    def quit(self) -> None:
        """Close the window."""


@dataclass(frozen=True)
class Workbench:
    """The parts of the window that actions work on."""

    session: Session
    canvas: Canvas
    capture: CaptureLine
    files: Files
    look: Look
    settings: Settings
    properties: Properties
    sheets: Sheets
    present: Present
    comfort: Comfort
    outline: OutlinePanel
    signing: "Later[SigningDesk]"
