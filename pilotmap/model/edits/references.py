"""Lanes and systems named where they are needed: found by name, or made where there is none."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal

from pilotmap.model.edits.lanes import add_lane
from pilotmap.model.edits.made import Made
from pilotmap.model.edits.parts import one_line
from pilotmap.model.edits.systems import add_system
from pilotmap.model.map import PilotMap
from pilotmap.model.process import Lane, System

Several = Literal["lanes", "systems"]


class Name(str):
    """A name that was typed, where else an id stands."""

    __slots__ = ()


def elements_of(pilot_map: PilotMap, kind: Several) -> Sequence[Lane | System]:
    """All lanes, or all systems."""
    return pilot_map.lanes if kind == "lanes" else pilot_map.systems


def called(pilot_map: PilotMap, kind: Several, name: str) -> str | None:
    """The id of the lane or system with this name, whatever its case."""
    wanted = one_line(name).casefold()
    found = (e.id for e in elements_of(pilot_map, kind) if one_line(e.name).casefold() == wanted)
    return next(found, None)


def named(
    pilot_map: PilotMap, kind: Several, chosen: Iterable[str]
) -> tuple[PilotMap, tuple[str, ...]]:
    """The ids of those chosen, each once and in order; a `Name` that none has makes a new one."""
    ids: dict[str, None] = {}
    for each in chosen:
        element: str | None = each
        if isinstance(each, Name):
            element = called(pilot_map, kind, each)
        if element is None:
            pilot_map, element = _ADD[kind](pilot_map, each)
        ids[element] = None
    return pilot_map, tuple(ids)


_ADD: Final[dict[Several, Callable[[PilotMap, str], Made]]] = {
    "lanes": add_lane,
    "systems": add_system,
}
