"""Leads to what is spoken of: an element of the map, a field that a finding waits for."""

from typing import TYPE_CHECKING

from pilotmap.ui.canvas.canvas import Canvas
from pilotmap.ui.finding_places import place_of
from pilotmap.ui.panels.properties import Properties

if TYPE_CHECKING:
    from pilotmap.analysis.findings.finding import Finding


class Signpost:
    """Selects, brings into sight, and gives the keyboard to what is to be done there."""

    def __init__(self, canvas: Canvas, properties: Properties) -> None:
        self._canvas, self._properties = canvas, properties

    def show_element(self, element: str) -> None:
        """Select an element of the map and bring it into sight."""
        self._canvas.session.select(element)
        self._canvas.show_around(element)

    def go_to(self, finding: "Finding") -> None:
        """Show what a finding is about: on the map, or the field that it waits for."""
        place = place_of(finding, self._canvas.session.map)
        if place.element is not None:
            self.show_element(place.element)
        if place.part is not None:
            self._properties.show_part(place.part, place.key)
        elif place.element is not None and place.key:
            self._properties.show_element(place.element, place.key)
        if not place.key:
            self._canvas.setFocus()
