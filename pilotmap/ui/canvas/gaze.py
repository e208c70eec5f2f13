"""Follows what a person does with the eye: what was found, made or undone comes into sight."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from pilotmap.layout.drawing import Box, Drawing
from pilotmap.model.map import PilotMap
from pilotmap.ui.canvas.heads import Heads
from pilotmap.ui.canvas.motion import Motion
from pilotmap.ui.canvas.places import box_of
from pilotmap.ui.canvas.sight import Sight, changed_elements
from pilotmap.ui.canvas.view import View
from pilotmap.ui.canvas.viewport import Viewport
from pilotmap.ui.session import Session


class Seen(Protocol):
    """The picture that is looked at."""

    session: Session
    viewport: Viewport
    motion: Motion

    @property
    def drawing(self) -> Drawing:
        """The picture as it is shown."""

    @property
    def heads(self) -> Heads:
        """The heads of its lanes."""

    def whole(self, scale: float) -> Box:
        """All that can be looked at, in points."""


class Gaze:
    """Moves the view of a picture; not where the picture cannot be seen."""

    def __init__(self, area: QWidget, picture: Seen) -> None:
        self._area, self._picture = area, picture

    @property
    def sight(self) -> Sight:
        """What is in sight, and where to look for more."""
        picture = self._picture
        return Sight(picture.drawing, picture.heads, picture.viewport)

    def show_id(self, element: str | None) -> None:
        """Bring an element into sight, moving the view no further than needed."""
        if self._area.isVisible():
            self._look(self.sight.showing(self._picture.viewport.view, element))

    def show_around(self, element: str | None) -> None:
        """Bring an element and its neighbours into sight, large enough to be read."""
        if self._area.isVisible():
            view = self._picture.viewport.view
            self._look(self.sight.around(view, element, self._picture.session.map))

    def show_region(self, elements: Iterable[str], middle: str | None) -> None:
        """Bring all these into sight, or what is around the middle one, large enough to be read."""
        if self._area.isVisible():
            view = self._picture.viewport.view
            self._look(self.sight.region(view, elements, middle), at_once=True)

    def follow_edit(self, kept: str | None, old: PilotMap, new: PilotMap) -> None:
        """Look on at what was looked at, `kept` where it was, and at what was made or undone."""
        view = self._anchored(kept)
        showing = self._showing_edit(view, old, new) if self._area.isVisible() else view
        if showing == view:
            self._picture.viewport.follow(view)
        else:
            self._picture.viewport.show_view(showing, at_once=False)

    def _look(self, view: View, *, at_once: bool = False) -> None:
        if view != self._picture.viewport.view:
            self._picture.viewport.show_view(view, at_once=at_once)

    def _anchored(self, element: str | None) -> View:
        """The view in which an element stands where it stood; unmoved where all is in sight."""
        picture, port = self._picture, self._picture.viewport
        before = picture.motion.drawing
        old = None if before is None else box_of(before, element)
        new = box_of(picture.drawing, element)
        if old is None or new is None or not self._area.isVisible() or not port.seen.overlaps(old):
            return port.view
        by = (new.centre[0] - old.centre[0], new.centre[1] - old.centre[1])
        return port.view.anchored(by, picture.whole(port.zoom), port.width, port.free_height)

    def _showing_edit(self, view: View, old: PilotMap, new: PilotMap) -> View:
        """The view that has in sight what an edit made, or what was undone."""
        session, sight = self._picture.session, self.sight
        chosen = session.selection
        if session.is_travelling:
            changed = changed_elements(old, new)
            element = chosen if chosen in changed else next(iter(changed), chosen)
            return sight.around(view, element, new)
        if chosen in new.step_by_id and chosen not in old.step_by_id:
            return sight.around(view, chosen, new)
        return sight.showing(view, chosen)
