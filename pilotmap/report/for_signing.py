"""What the room of signatures borrows from the document's: functions that load what they need.

A process that judges a file finds them by their names; the one that begins it need not load all
that draws a document.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pilotmap.lazy import lazy_imports
from pilotmap.model.map import PilotMap

with lazy_imports():  # what draws a document takes almost a second to load
    from pilotmap.report import rebuild, sight

if TYPE_CHECKING:
    from pilotmap.report.sight import Sight


def compare_pages(base: bytes) -> tuple[PilotMap, bool | None]:
    """As `rebuild.compare_pages` does."""
    return rebuild.compare_pages(base)


def rebuilt(data: bytes) -> bytes:
    """The document that the map attached to a PDF makes. Raises UnreadableFile or InvalidMap."""
    return rebuild.rebuilt(data)


def look(
    before: bytes, after: bytes, boxes: Sequence[tuple[int, tuple[float, float, float, float]]]
) -> "Sight":
    """As `sight.look` does, with each box after the number of its page."""
    return sight.look(before, after, [sight.Spot(*each) for each in boxes])
