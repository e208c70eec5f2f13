"""What a gesture may use of the canvas, so that tools and canvas do not need each other."""

from typing import Any, Protocol

from pilotmap.layout.drawing import Box, Drawing, Point
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.index import Hit
from pilotmap.ui.canvas.naming import Make
from pilotmap.ui.canvas.overlay import Overlay
from pilotmap.ui.canvas.view import View
from pilotmap.ui.session import Session


class Desk(Protocol):
    """The canvas as tools see it."""

    @property
    def session(self) -> Session:
        """What is worked on."""

    @property
    def view(self) -> View:
        """Where one looks."""

    @property
    def drawing(self) -> Drawing:
        """The picture as it is shown, previews included."""

    @property
    def overlay(self) -> Overlay:
        """What lies over the picture right now."""

    def show_view(self, view: View) -> None:
        """Look elsewhere."""

    def preview(self, pilot_map: PilotMap | None, selected: str | None = None) -> None:
        """Show a map that is not committed, or the session's again."""

    def set_overlay(self, **changes: Any) -> None:
        """Change what lies over the picture."""

    def hit(self, at: Point) -> Hit:
        """What lies at a point."""

    def steps_within(self, box: Box) -> tuple[str, ...]:
        """The steps that a box of the picture touches."""

    def name_new(self, make: Make) -> None:
        """Ask for the name of a new step where it will stand."""
