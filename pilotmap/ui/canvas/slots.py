"""From a point of the picture to the slot that lies there: a column, and a row of a lane."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from pilotmap.layout.drawing import Geometry
from pilotmap.model.map import PilotMap

_COLUMN_PITCH: Final = 190.0
_ROW_PITCH: Final = 100.0
_HEAD_WIDTH: Final = 132.0


class Slot(NamedTuple):
    """Where a step can be pinned."""

    lane: str
    column: int
    row: int


def slot_at(pilot_map: PilotMap, geometry: Geometry, x: float, y: float) -> Slot | None:
    """The slot at a point; None where there is no lane."""
    lane = lane_at(geometry, y)
    if lane is None:
        return None
    columns = _centres((placed.column, placed.box.centre[0]) for placed in geometry.steps)
    rows = _centres(
        (placed.row, placed.box.centre[1])
        for placed in geometry.steps
        if placed.id in pilot_map.step_by_id and pilot_map.step_by_id[placed.id].lane == lane
    )
    box = geometry.lane_by_id[lane]
    column = _number(columns, x, _COLUMN_PITCH, box.x + _HEAD_WIDTH + _COLUMN_PITCH / 2)
    return Slot(lane, column, _number(rows, y, _ROW_PITCH, box.y + _ROW_PITCH / 2))


def lane_at(geometry: Geometry, y: float) -> str | None:
    """The lane at a height; the nearest one above and below all lanes."""
    if not geometry.lanes:
        return None
    off = {lane: max(box.y - y, y - box.bottom, 0.0) for lane, box in geometry.lanes}
    return min(off, key=lambda lane: off[lane])


def _centres(places: Iterable[tuple[int, float]]) -> Mapping[int, float]:
    found: dict[int, list[float]] = {}
    for number, centre in places:
        found.setdefault(number, []).append(centre)
    return {number: sum(centres) / len(centres) for number, centres in sorted(found.items())}


def _number(centres: Mapping[int, float], at: float, pitch: float, first: float) -> int:
    """The nearest known number, or one counted on from it in steps of the pitch."""
    if not centres:
        return max(0, round((at - first) / pitch))
    if len(centres) > 1:
        low, high = min(centres), max(centres)
        pitch = max(1.0, (centres[high] - centres[low]) / (high - low))
    nearest = min(centres, key=lambda number: abs(centres[number] - at))
    return max(0, nearest + round((at - centres[nearest]) / pitch))
