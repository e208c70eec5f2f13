"""What a gesture may use of the canvas: so tools never need the canvas that makes them."""

from dataclasses import dataclass

from pilotmap.ui.canvas.naming import Naming
from pilotmap.ui.canvas.picture import Picture
from pilotmap.ui.canvas.viewport import Viewport
from pilotmap.ui.session import Session


@dataclass(frozen=True)
class Desk:
    """The parts of a canvas that its tools work on."""

    session: Session
    picture: Picture
    naming: Naming

    @property
    def viewport(self) -> Viewport:
        """Where one looks."""
        return self.picture.viewport
