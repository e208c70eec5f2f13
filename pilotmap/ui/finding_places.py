"""Where each finding leads: an element of the map, or a field of a part of Gate 1."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from pilotmap.model.fields.part import Part
from pilotmap.model.fields.table import part_of
from pilotmap.model.map import PilotMap

if TYPE_CHECKING:  # the analysis is loaded after the first paint
    from pilotmap.analysis.findings.finding import Finding


class Place(NamedTuple):
    """What to select, which part to open, and which field to go to."""

    element: str | None
    part: Part | None
    key: str


def place_of(finding: "Finding", pilot_map: PilotMap) -> Place:
    """Where a person answers this finding."""
    by_id: dict[str, Mapping[str, object]] = {
        "step": pilot_map.step_by_id,
        "flow": pilot_map.flow_by_id,
        "lane": pilot_map.lane_by_id,
        "system": pilot_map.system_by_id,
    }
    kind, _, key = finding.place.partition(".")
    on_the_map = [ref for ref in finding.refs if any(ref in known for known in by_id.values())]
    of_its_kind = [ref for ref in on_the_map if ref in by_id.get(kind, ())]
    element = next(iter((*of_its_kind, *on_the_map)), None)
    if kind and kind not in by_id:
        return Place(element, part_of(kind, key), key)
    return Place(element, Part.PROCESS if element is None else None, key)
