"""Where each finding leads: an element of the map, or a field of a part of Gate 1."""

from typing import TYPE_CHECKING, Final, NamedTuple

from pilotmap.model.map import PilotMap

if TYPE_CHECKING:  # the analysis is loaded after the first paint
    from pilotmap.analysis.findings.finding import Finding

_AI_STEP_KEYS: Final = frozenset({"verdict", "step", "takes_in", "gives_out", "why_ai"})
_PARTS: Final[dict[str, int]] = {"outcome": 1, "map": 2, "signoffs": 5}
_ABOUT_A_FLOW: Final = frozenset({"PM204", "PM213"})
_KEYS_OF_THING: Final[dict[str, str]] = {
    "PM204": "label",
    "PM206": "share",
    "PM207": "name",
    "PM213": "passes",
    "PM501": "work",
    "PM503": "name",
}


class Place(NamedTuple):
    """What to select, which part to open, and which field to go to."""

    element: str | None
    part: int | None
    key: str


def place_of(finding: "Finding", pilot_map: PilotMap) -> Place:
    """Where a person answers this finding."""
    pilot_map = pilot_map
    mappings = (
        pilot_map.step_by_id,
        pilot_map.flow_by_id,
        pilot_map.lane_by_id,
        pilot_map.system_by_id,
    )
    on_the_map = [ref for ref in finding.refs if any(ref in known for known in mappings)]
    element = on_the_map[0] if on_the_map else None
    if finding.rule in _ABOUT_A_FLOW:
        element = next((ref for ref in on_the_map if ref in pilot_map.flow_by_id), element)
    part, key = _part_of(finding.place)
    if part is None:
        key = _KEYS_OF_THING.get(finding.rule, "")
        part = 2 if element is None else None
    return Place(element, part, key)


def _part_of(place: str) -> tuple[int | None, str]:
    whole, _, key = place.partition(".")
    if whole == "pilot":
        return (3 if key in _AI_STEP_KEYS else 4), key
    return _PARTS.get(whole), key
